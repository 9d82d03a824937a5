import type { TestApi } from '../../server/support'
import { button, choose, field, fill, open, words } from '../hands'
import type { Screen } from '../screen'
import {
  announced,
  askedBranch,
  askedCommittee,
  cancelledClass,
  drafted,
  hostedEvent,
  plannedSeason,
} from '../stage-host'

const host = { persona: '组织者·寅' } as const
const secretary = { persona: '团支书·丙' } as const
const officer = { persona: '团委干部·丁' } as const
const district = { persona: '区团委·戊' } as const

const VENUE = 'packages/host/venue/index?venue=V01'
const FORM = 'packages/host/form/index'
const READING = '周末读书会'

/** The address of a screen about an event, once what makes it has happened. */
function about(screen: string, event: (api: TestApi) => Promise<string>) {
  return async (api: TestApi): Promise<string> => `packages/host/${screen}/index?event=${await event(api)}`
}

const hosted = (title: string) => (api: TestApi) => hostedEvent(api, title)

/** An address once something has happened. */
function after(path: string, ...before: readonly ((api: TestApi) => Promise<string>)[]) {
  return async (api: TestApi): Promise<string> => {
    for (const act of before) await act(api)
    return path
  }
}

/** What a venue's host sees. */
export const hostScreens: readonly Screen[] = [
  { ...host, name: 'venue', path: after(VENUE, drafted), shows: '已发布' },
  {
    ...host,
    name: 'venue-copy',
    path: VENUE,
    shows: '已发布',
    act: async (page) => {
      await button(page, '从以前的活动复制').click()
      await words(page, '日期先放在一周以后').waitFor()
    },
  },
  {
    ...host,
    name: 'venue-month-none',
    path: VENUE,
    shows: '已发布',
    act: async (page) => {
      await button(page, '上个月').click()
      await button(page, '上个月').click()
      await words(page, '这个月还没有活动').waitFor()
    },
  },
  { ...district, name: 'venue-district', path: VENUE, shows: '已发布' },
  { ...host, name: 'event-new', path: `${FORM}?venue=V01`, shows: '存为草稿' },
  {
    ...host,
    name: 'event-new-errors',
    path: `${FORM}?venue=V01`,
    shows: '存为草稿',
    act: async (page) => {
      await fill(page, { 志愿者名额: '4', 每名志愿者计: '900' })
      await button(page, '存为草稿').click()
      await words(page, '请选择是什么活动').waitFor()
    },
  },
  {
    ...host,
    name: 'event-new-filled',
    path: `${FORM}?venue=V01`,
    shows: '存为草稿',
    act: async (page) => {
      await choose(page, '类型', '读书会')
      await fill(page, {
        标题: '周末共读：一本诗集（示例）',
        开始日期: '2026-03-20',
        开始时间: '14:00',
        结束时间: '16:00',
      })
      await fill(page, { 参加者名额: '30', 志愿者名额: '4', 每名志愿者计: '120' })
    },
  },
  {
    ...host,
    name: 'event-copy',
    path: async (api) => `${FORM}?venue=V01&from=${await hostedEvent(api, '深秋共读')}`,
    shows: '日期先放在一周以后',
  },
  {
    ...host,
    name: 'event-move',
    path: about('form', hosted(READING)),
    shows: '保存修改',
    act: async (page) => {
      await fill(page, { 开始时间: '15:00', 结束时间: '17:00' })
      await words(page, '改了时间或地点').waitFor()
    },
  },
  { ...host, name: 'event-desk', path: about('desk', hosted(READING)), shows: '报名的人' },
  { ...host, name: 'event-desk-draft', path: about('desk', drafted), shows: '只有这里的组织者看得到' },
  { ...host, name: 'event-desk-over', path: about('desk', hosted('深秋共读')), shows: '已结束' },
  {
    ...host,
    name: 'event-desk-refused',
    path: about('desk', hosted('团史小课堂')),
    shows: '报名的人',
    act: async (page) => {
      await field(page, '要告诉大家的话').fill('有事打 138 0013 8000')
      await button(page, '发通知').click()
      await words(page, '通知里不能有电话号码').waitFor()
      await button(page, '申请认定').click()
      await field(page, '计多少学时').fill('9')
      await button(page, '提出申请').click()
      await words(page, '学时要在').waitFor()
    },
  },
  {
    ...host,
    name: 'event-desk-asked-whom',
    path: about('desk', hosted('团史小课堂')),
    shows: '报名的人',
    act: async (page) => {
      await button(page, '申请认定').click()
      await open(page, '向谁申请')
      await words(page, '这个青年爱里的上级').waitFor()
    },
  },
  { ...district, name: 'event-desk-district', path: about('desk', hosted(READING)), shows: '报名中' },
  { ...host, name: 'registrations', path: about('registrations', hosted(READING)), shows: '打开名单' },
  {
    ...host,
    name: 'registrations-open',
    path: about('registrations', hosted(READING)),
    shows: '打开名单',
    act: async (page) => {
      await button(page, '打开名单').click()
      await words(page, '候补第 1').waitFor()
      await button(page, '加上').click()
      await words(page, '账号代码是 8 个字母和数字').waitFor()
    },
  },
  { ...host, name: 'sign-in-sheet', path: about('sheet', hosted(READING)), shows: '共 60 行' },
  {
    ...secretary,
    name: 'class-requests-none',
    path: 'packages/league/class-requests/index?organisation=SH-X01-2',
    shows: '没有等认定的团课',
  },
  { ...district, name: 'season-none', path: 'packages/league/season/index?organisation=SH', shows: '个青年爱里已办' },
  {
    ...officer,
    name: 'words-none',
    path: 'packages/league/words/index?organisation=SH-X01',
    shows: '没有等审核的文字',
  },
]

/** What hosts ask of others, and what follows. Looked at last: it stays told. */
export const hostLaterScreens: readonly Screen[] = [
  { ...host, name: 'event-desk-asked', path: about('desk', askedBranch), shows: '等答复' },
  {
    ...secretary,
    name: 'branch-class',
    path: after('packages/league/branch/index?organisation=SH-X01-2', askedBranch),
    shows: '认定团课',
  },
  {
    ...secretary,
    name: 'class-requests',
    path: after('packages/league/class-requests/index?organisation=SH-X01-2', askedBranch),
    shows: '1 场活动请你认定为团课',
    act: async (page) => {
      await open(page, '怎样做一名团员')
      await words(page, '申请计').waitFor()
    },
  },
  {
    ...officer,
    name: 'nominations-class',
    path: after('packages/league/nominations/index?organisation=SH-X01', askedCommittee),
    shows: '认定团课',
  },
  { ...host, name: 'event-desk-announced', path: about('desk', announced), shows: '今天已经发过一条' },
  {
    ...district,
    name: 'words',
    path: after('packages/league/words/index?organisation=SH', askedBranch, announced),
    shows: '段文字等你看',
  },
  {
    ...district,
    name: 'words-one',
    path: after('packages/league/words/index?organisation=SH', askedBranch),
    shows: '段文字等你看',
    act: async (page) => {
      await open(page, '怎样做一名团员')
      await words(page, '别人可以看吗').waitFor()
    },
  },
  {
    ...district,
    name: 'overview-words',
    path: after('packages/league/overview/index?organisation=SH', askedBranch),
    shows: '看活动文字',
  },
  {
    ...district,
    name: 'season',
    path: after('packages/league/season/index?organisation=SH', plannedSeason),
    shows: '已排 5',
  },
  {
    ...district,
    name: 'season-venue',
    path: after('packages/league/season/index?organisation=SH', plannedSeason),
    shows: '已排 5',
    act: async (page) => {
      await open(page, '大学西路')
      await words(page, '这个青年爱里的全部活动').waitFor()
    },
  },
  { ...host, name: 'event-desk-cancelled', path: about('desk', cancelledClass), shows: '活动已经取消' },
]
