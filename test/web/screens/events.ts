import type { Page } from 'playwright-core'
import type { TestApi } from '../../server/support'
import { button, choose, words } from '../hands'
import type { Screen } from '../screen'
import { cancelledEvent, cancelledTalk, eventOf, movedPoems, offeredToA } from '../stage'

const EVENTS = 'pages/events/index'

/** The address of an event of the demo's season, by the beginning of its title, once what it needs has happened. */
function event(title: string, before?: (api: TestApi) => Promise<void>) {
  return async (api: TestApi): Promise<string> => {
    await before?.(api)
    return `packages/event/event/index?event=${await eventOf(api, title)}`
  }
}

/** An address once something has happened. */
function after(path: string, before: (api: TestApi) => Promise<void>) {
  return async (api: TestApi): Promise<string> => {
    await before(api)
    return path
  }
}

async function openMonth(page: Page): Promise<void> {
  await button(page, '看月').click()
  await words(page, '月历').waitFor()
  await words(page, '更新').waitFor()
}

const READING = '周末读书会'
const MY_EVENTS = 'packages/event/mine/index'
const INBOX = 'packages/event/inbox/index'

/** What is on, as anyone sees it. */
export const openEventScreens: readonly Screen[] = [
  { name: 'events', persona: null, path: EVENTS, shows: '更新' },
  {
    name: 'events-week',
    persona: null,
    path: EVENTS,
    shows: '更新',
    act: async (page) => {
      await button(page, '后一周').click()
      await words(page, '亲子绘本时间').waitFor()
    },
  },
  {
    name: 'events-month',
    persona: null,
    path: EVENTS,
    shows: '更新',
    act: async (page) => {
      await openMonth(page)
      await page.getByRole('button', { name: '1 场活动' }).and(page.locator(':visible')).nth(1).click()
    },
  },
  // By its own address, as a link or a reload opens it.
  { name: 'events-month-today', persona: null, path: 'packages/event/month/index', shows: '更新' },
  {
    name: 'events-month-filtered',
    persona: null,
    path: EVENTS,
    shows: '更新',
    act: async (page) => {
      await page.getByRole('radio', { name: '志愿服务' }).and(page.locator(':visible')).click()
      await page.locator('select:visible').selectOption({ label: '榆林镇' })
      await openMonth(page)
      await words(page, '只看志愿服务、榆林镇').waitFor()
    },
  },
  {
    name: 'events-month-offline',
    persona: null,
    path: EVENTS,
    shows: '更新',
    act: async (page) => {
      await page.route('**/v1/events*', (route) => route.abort())
      await openMonth(page)
      await words(page, '没有连上服务').waitFor()
    },
  },
  {
    name: 'events-month-unknown',
    persona: null,
    path: EVENTS,
    shows: '更新',
    act: async (page) => {
      await page.route('**/v1/events*', (route) => route.abort())
      await button(page, '看月').click()
      for (const times of [1, 2, 3]) {
        await words(page, times === 1 ? '月历' : '本月').waitFor()
        await button(page, '后一月').click()
      }
      await words(page, '连不上服务').waitFor()
    },
  },
  {
    name: 'events-filtered',
    persona: null,
    path: EVENTS,
    shows: '更新',
    act: async (page) => {
      await page.getByRole('radio', { name: '志愿服务' }).and(page.locator(':visible')).click()
      await page.locator('select:visible').selectOption({ label: '榆林镇' })
      await words(page, '陪老人读报').waitFor()
    },
  },
  {
    name: 'events-none',
    persona: null,
    path: EVENTS,
    shows: '更新',
    act: async (page) => {
      await page.getByRole('radio', { name: '团课' }).and(page.locator(':visible')).click()
      await page.locator('select:visible').selectOption({ label: '榆林镇' })
      await words(page, '没有符合的活动').waitFor()
    },
  },
  {
    name: 'events-offline',
    persona: null,
    path: EVENTS,
    shows: '更新',
    act: async (page) => {
      await page.route('**/v1/**', (route) => route.abort())
      await page.reload()
      await words(page, '没有连上服务').waitFor()
    },
  },
  { name: 'event-guest', persona: null, path: event('科幻读书会'), shows: '名额和规定' },
  { name: 'event-over', persona: null, path: event('村里的读书角'), shows: '活动已经结束' },
]

/** Where the personas stand with the demo's season. */
export const youthEventScreens: readonly Screen[] = [
  { name: 'events-town', persona: '申请人·甲', path: EVENTS, shows: '更新' },
  { name: 'event-registered', persona: '申请人·辛', path: event(READING), shows: '取消报名' },
  {
    name: 'event-cancel',
    persona: '申请人·辛',
    path: event(READING),
    shows: '取消报名',
    act: async (page) => {
      await button(page, '取消报名').click()
      await words(page, '取消报名？').waitFor()
    },
  },
  { name: 'event-roles', persona: '申请人·子', path: event('亲子绘本时间'), shows: '报名参加' },
  {
    name: 'event-roles-chosen',
    persona: '申请人·子',
    path: event('亲子绘本时间'),
    shows: '报名参加',
    act: async (page) => {
      await choose(page, '以什么身份来', '志愿者')
      await button(page, '报名做志愿者').waitFor()
    },
  },
  { name: 'event-class', persona: '积极分子·癸', path: event('团史小课堂'), shows: '报名参加' },
  { name: 'event-guardian', persona: '申请人·甲', path: event('整理公共书架'), shows: '监护人' },
  { name: 'event-guardian-other', persona: '申请人·甲', path: event('亲子绘本时间'), shows: '监护人' },
  { name: 'event-profile', persona: '团支书·丙', path: event('科幻读书会'), shows: '填写我的资料' },
  { name: 'event-waiting', persona: '申请人·甲', path: event(READING), shows: '候补第' },
  { name: 'my-events', persona: '申请人·辛', path: MY_EVENTS, shows: '要去的' },
  { name: 'my-events-waiting', persona: '申请人·甲', path: MY_EVENTS, shows: '过去的' },
  { name: 'my-events-none', persona: '申请人·壬', path: MY_EVENTS, shows: '还没有要去的活动' },
  { name: 'my-events-guest', persona: null, path: MY_EVENTS, shows: '还没有登录' },
  { name: 'inbox-none', persona: '申请人·壬', path: INBOX, shows: '还没有消息' },
]

/** After further acts of the hosts and of others. */
export const laterEventScreens: readonly Screen[] = [
  { name: 'event-offered', persona: '申请人·甲', path: event(READING, offeredToA), shows: '接受，我要去' },
  { name: 'event-full', persona: '积极分子·癸', path: event(READING, offeredToA), shows: '候补参加' },
  { name: 'event-moved', persona: '申请人·辛', path: event('晚间读诗', movedPoems), shows: '时间或地点改过' },
  {
    name: 'event-cancelled',
    persona: '申请人·辛',
    path: async (api) => `packages/event/event/index?event=${await cancelledEvent(api)}`,
    shows: '活动取消了',
  },
  {
    name: 'inbox',
    persona: '申请人·辛',
    path: async (api) => {
      await movedPoems(api)
      await cancelledTalk(api)
      return INBOX
    },
    shows: '活动取消了',
  },
  { name: 'inbox-offer', persona: '申请人·甲', path: after(INBOX, offeredToA), shows: '请你答复' },
  { name: 'mine-unsettled', persona: '申请人·甲', path: after('pages/mine/index', offeredToA), shows: '条要看' },
]
