import type { Page } from 'playwright-core'
import type { TestApi } from '../../server/support'
import { button, choose, field, fill, words } from '../hands'
import type { Screen } from '../screen'
import { approvedE, declinedG, newest, personOf, returnedD, talkedWithD } from '../stage'

const BRANCH = 'packages/league/branch/index?organisation=SH-X01-2'
const CLASS_OF_MANY = 'packages/league/class-of-many/index?organisation=SH-X01-2'
const secretary = { persona: '团支书·丙' } as const

/** The address of a screen about somebody, once what it needs has happened. */
function about(screen: string, persona: string, before?: (api: TestApi) => Promise<void>) {
  return async (api: TestApi): Promise<string> => {
    await before?.(api)
    return `packages/league/${screen}/index?person=${await personOf(api, persona)}`
  }
}

/** The address of one of somebody's requirements. */
function requirement(persona: string, rule: string) {
  return async (api: TestApi): Promise<string> => `${await about('requirement', persona)(api)}&rule=${rule}`
}

/** The address under which one of somebody's entries or acts is corrected. */
function correction(
  screen: string,
  persona: string,
  what: Parameters<typeof newest>[2],
  before?: (api: TestApi) => Promise<void>,
) {
  const name = what === 'applied' || what === 'talked' ? 'act' : 'entry'
  return async (api: TestApi): Promise<string> => {
    const path = await about(screen, persona, before)(api)
    return `${path}&${name}=${await newest(api, persona, what)}`
  }
}

/** Taps a button that has to be answered by words. */
function answered(name: string, answer: string) {
  return async (page: Page): Promise<void> => {
    await button(page, name).click()
    await words(page, answer).waitFor()
  }
}

const PAPER = { 谁收的: '团支书·丙', 申请书上写的出生日期: '2010-08-21' }
const CLASS = { 学了什么: '第五、六课（示例）', 谁可以作证: '讲师团·一' }

/** What a branch secretary sees. */
export const branchScreens: readonly Screen[] = [
  { ...secretary, name: 'branch', path: BRANCH, shows: '今天要办' },
  {
    ...secretary,
    name: 'branch-affiliation',
    path: BRANCH,
    shows: '今天要办',
    act: async (page) => {
      await page
        .getByRole('button', { name: /申请人·乙/ })
        .first()
        .click()
      await words(page, '你只看得到姓名').waitFor()
    },
  },
  {
    ...secretary,
    name: 'loading',
    path: BRANCH,
    shows: '今天要办',
    act: async (page) => {
      await page.route('**/v1/organisations/*/people', () => undefined)
      await page.reload()
      await page.getByRole('status', { name: '正在加载' }).waitFor()
    },
  },
  {
    name: 'branch-empty',
    persona: '团支书·丑',
    path: async (api) => {
      await declinedG(api)
      return 'packages/league/branch/index?organisation=SH-X03-1'
    },
    shows: '还没有人',
  },
  { name: 'branch-refused', persona: '申请人·甲', path: BRANCH, shows: '看不了这一页' },
  { ...secretary, name: 'person-submitted', path: about('person', 'applicant-c'), shows: '和本人看到的一样' },
  { ...secretary, name: 'person-applied', path: about('person', 'applicant-d'), shows: '和本人看到的一样' },
  { ...secretary, name: 'person-nominated', path: about('person', 'applicant-e'), shows: '和本人看到的一样' },
  { ...secretary, name: 'person-training', path: about('person', 'applicant-a'), shows: '和本人看到的一样' },
  { ...secretary, name: 'person-ready', path: about('person', 'applicant-f'), shows: '和本人看到的一样' },
  {
    ...secretary,
    name: 'person-requirement',
    path: requirement('applicant-a', 'class-hours'),
    shows: '更正这一条',
  },
  {
    ...secretary,
    name: 'person-requirement-recommendation',
    path: requirement('applicant-d', 'admission.ways'),
    shows: '更正这一条',
  },
  { ...secretary, name: 'person-requirement-unknown', path: requirement('applicant-a', 'none'), shows: '没有这个条件' },
  { ...secretary, name: 'paper', path: about('paper', 'applicant-c'), shows: '申请书上写的出生日期' },
  {
    ...secretary,
    name: 'paper-errors',
    path: about('paper', 'applicant-c'),
    shows: '申请书上写的出生日期',
    act: answered('确认收到', '请填写是谁收的'),
  },
  {
    ...secretary,
    name: 'paper-filled',
    path: about('paper', 'applicant-c'),
    shows: '申请书上写的出生日期',
    act: (page) => fill(page, PAPER),
  },
  {
    ...secretary,
    name: 'paper-other-birth-date',
    path: about('paper', 'applicant-c'),
    shows: '申请书上写的出生日期',
    act: async (page) => {
      await fill(page, { ...PAPER, 申请书上写的出生日期: '2010-08-12' })
      await answered('确认收到', '再看一眼申请书')(page)
    },
  },
  {
    ...secretary,
    name: 'talk-errors',
    path: about('talk', 'applicant-d'),
    shows: '谈了什么',
    act: answered('记录谈话', '请填写是谁谈的'),
  },
  {
    ...secretary,
    name: 'talk-filled',
    path: about('talk', 'applicant-d'),
    shows: '谈了什么',
    act: (page) => fill(page, { 谁谈的: '团支书·丙', 谈了什么: '谈入团动机、学习情况和志愿服务（示例）' }),
  },
  {
    ...secretary,
    name: 'class-hours-errors',
    path: about('class-hours', 'applicant-a'),
    shows: '上课的日期',
    act: answered('登记', '请填写学了什么'),
  },
  {
    ...secretary,
    name: 'class-hours-filled',
    path: about('class-hours', 'applicant-a'),
    shows: '上课的日期',
    act: (page) => fill(page, CLASS),
  },
  {
    ...secretary,
    name: 'volunteer-hours-errors',
    path: about('volunteer-hours', 'applicant-a'),
    shows: '服务的日期',
    act: answered('登记', '请填写时长'),
  },
  {
    ...secretary,
    name: 'volunteer-hours-filled',
    path: about('volunteer-hours', 'applicant-a'),
    shows: '服务的日期',
    act: (page) => fill(page, { 时长: '2.5', 做了什么: '社区图书整理（示例）', 谁可以作证: '社区志愿者站（示例）' }),
  },
  {
    ...secretary,
    name: 'civics-errors',
    path: about('civics', 'applicant-a'),
    shows: '考评的日期',
    act: answered('登记', '请选择等级'),
  },
  {
    ...secretary,
    name: 'civics-filled',
    path: about('civics', 'applicant-a'),
    shows: '考评的日期',
    act: async (page) => {
      await choose(page, '等级', '优')
      await fill(page, { 哪个学期: '高二下学期（示例）' })
    },
  },
  {
    ...secretary,
    name: 'correction-errors',
    path: correction('class-hours', 'applicant-a', 'class-hours'),
    shows: '为什么更正',
    act: answered('更正', '请写下更正的原因'),
  },
  {
    ...secretary,
    name: 'correction-volunteer-hours',
    path: correction('volunteer-hours', 'applicant-a', 'volunteer-hours'),
    shows: '为什么更正',
  },
  {
    ...secretary,
    name: 'correction-civics',
    path: correction('civics', 'applicant-a', 'grade'),
    shows: '为什么更正',
  },
  {
    ...secretary,
    name: 'strike',
    path: correction('class-hours', 'applicant-a', 'class-hours'),
    shows: '为什么更正',
    act: async (page) => {
      await fill(page, { 为什么更正: '登记重了（示例）' })
      await answered('作废这一条', '这一条不再计入')(page)
    },
  },
  {
    ...secretary,
    name: 'correction-paper',
    path: correction('paper', 'applicant-d', 'applied'),
    shows: '为什么更正',
  },
  { ...secretary, name: 'class-of-many', path: CLASS_OF_MANY, shows: '谁上了这次团课' },
  {
    ...secretary,
    name: 'class-of-many-errors',
    path: CLASS_OF_MANY,
    shows: '谁上了这次团课',
    act: answered('登记', '请先选上过这次团课的人'),
  },
  {
    ...secretary,
    name: 'class-of-many-filled',
    path: CLASS_OF_MANY,
    shows: '谁上了这次团课',
    act: async (page) => {
      await page.getByRole('checkbox', { name: /全选/ }).click()
      await fill(page, CLASS)
    },
  },
]

/** What a branch secretary sees after more has happened. Looked at last: what is told here stays told. */
export const branchLaterScreens: readonly Screen[] = [
  {
    ...secretary,
    name: 'class-of-many-result',
    path: CLASS_OF_MANY,
    shows: '谁上了这次团课',
    act: async (page) => {
      await page.getByRole('checkbox', { name: /全选/ }).click()
      // On that day one of them has had a class already, and a day holds no more than eight.
      await fill(page, { ...CLASS, 上课的日期: '2026-01-15' })
      await page.getByLabel('学时', { exact: true }).fill('8')
      await page.getByRole('button', { name: /^给 \d+ 人登记$/ }).click()
      await words(page, '没有登记的 1 人').waitFor()
    },
  },
  {
    ...secretary,
    name: 'nomination-errors',
    path: about('nomination', 'applicant-d', talkedWithD),
    shows: '推荐的方式',
    act: answered('提交推荐', '请选择推荐的方式'),
  },
  {
    ...secretary,
    name: 'nomination-filled',
    path: about('nomination', 'applicant-d', talkedWithD),
    shows: '推荐的方式',
    act: async (page) => {
      await choose(page, '推荐的方式', '推优入团')
      await fill(page, {
        支部有多少名团员: '28',
        会议记录: '到会 24 人，支委会 5 人讨论，一致同意推荐（示例）',
      })
    },
  },
  {
    ...secretary,
    name: 'correction-talk',
    path: correction('talk', 'applicant-d', 'talked', talkedWithD),
    shows: '为什么更正',
    act: async (page) => {
      await fill(page, { 为什么更正: '写错了谈话的人（示例）' })
      await answered('撤销这一步', '回到它之前')(page)
    },
  },
  {
    ...secretary,
    name: 'correction-not-last',
    path: correction('paper', 'applicant-d', 'applied', talkedWithD),
    shows: '只能先撤销最后一步',
  },
  {
    ...secretary,
    name: 'nomination-again',
    path: about('nomination', 'applicant-d', returnedD),
    shows: '上次团委退回的原因',
  },
  {
    ...secretary,
    name: 'person-returned',
    path: about('person', 'applicant-d', returnedD),
    shows: '团委退回的原因',
  },
  {
    ...secretary,
    name: 'mentors-errors',
    path: about('mentors', 'applicant-e', approvedE),
    shows: '从哪一天起',
    act: answered('定下培养联系人', '请填写培养联系人的姓名'),
  },
  {
    ...secretary,
    name: 'mentors-filled',
    path: about('mentors', 'applicant-e', approvedE),
    shows: '从哪一天起',
    act: async (page) => {
      await field(page, '培养联系人一').fill('联系人·一')
      await field(page, '培养联系人二').fill('联系人·二')
      const chosen = page.getByRole('radiogroup', { name: '是团员还是党员' })
      await chosen.nth(0).getByRole('radio', { name: '团员' }).check()
      await chosen.nth(1).getByRole('radio', { name: '党员' }).check()
    },
  },
  { ...secretary, name: 'branch-overdue', place: 'later', path: BRANCH, shows: '今天要办' },
]
