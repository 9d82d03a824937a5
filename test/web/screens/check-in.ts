import type { TestApi } from '../../server/support'
import { button, field, words } from '../hands'
import type { Screen } from '../screen'
import { closed, onNow, shownLink } from '../stage-desk'

const CHECK_IN = 'pages/check-in/index'
const OWN_CODE = 'packages/event/own-code/index'
const MY_EVENTS = 'packages/event/mine/index'

const registered = { persona: '申请人·壬' } as const
/** Who has given no name yet. */
const newcomer = { persona: '团支书·丙' } as const

/** What the desk shows, for a screen that is reached from another one. */
let link = ''

/** The page as the code's link opens it: of now, or of so many minutes ago. */
function byLink(direction: 'in' | 'out', ago = 0) {
  return async (api: TestApi): Promise<string> =>
    `${CHECK_IN}?q=${encodeURIComponent(await shownLink(api, direction, ago))}`
}

/** Checking in on one's own phone, at the evening that is on. */
export const checkInScreens: readonly Screen[] = [
  { name: 'check-in', persona: null, path: CHECK_IN, shows: '扫码签到' },
  {
    name: 'check-in-first',
    persona: null,
    path: CHECK_IN,
    shows: '扫码签到',
    act: async (page) => {
      await button(page, '扫码签到').click()
      await words(page, '第一次签到').waitFor()
    },
  },
  {
    ...registered,
    name: 'check-in-digits',
    path: async (api) => (await onNow(api), MY_EVENTS),
    shows: '要去的',
    act: async (page) => {
      await page.evaluate((hash) => (location.hash = hash), `#/${CHECK_IN}`)
      await button(page, '扫不了？输入六位数字').click()
      await field(page, '六位数字').fill('12')
      await button(page, '签到').click()
      await words(page, '请输入签到码下面的六位数字').waitFor()
    },
  },
  {
    ...registered,
    name: 'check-in-saved',
    path: async (api) => {
      link = await shownLink(api, 'in')
      return MY_EVENTS
    },
    shows: '要去的',
    act: async (page) => {
      await page.route('**/v1/me/check-ins', (route) => route.abort())
      await page.evaluate((hash) => (location.hash = hash), `#/${CHECK_IN}?q=${encodeURIComponent(link)}`)
      await words(page, '已保存，联网后确认').waitFor()
    },
  },
  { ...registered, name: 'check-in-accepted', path: byLink('in'), shows: '已签到' },
  { ...registered, name: 'check-in-refused', path: byLink('in', 20), shows: '没有签成' },
  { ...registered, name: 'check-out', path: byLink('out'), shows: '已签退' },
  {
    ...newcomer,
    name: 'check-in-newcomer',
    path: byLink('in'),
    shows: '第一次签到',
    act: async (page) => {
      await button(page, '我已满 14 周岁，同意').click()
      await words(page, '欢迎第一次来').waitFor()
    },
  },
  { ...registered, name: 'own-code', path: OWN_CODE, shows: '给组织者扫' },
  { name: 'own-code-guest', persona: null, path: OWN_CODE, shows: '还没有登录' },
  {
    ...registered,
    name: 'event-at-the-door',
    path: async (api) => `packages/event/event/index?event=${await onNow(api)}`,
    shows: '去签到',
  },
  { ...registered, name: 'my-events-been', path: MY_EVENTS, shows: '去过的' },
]

/** Once the evening is closed. */
export const checkInLaterScreens: readonly Screen[] = [
  { ...registered, name: 'my-events-credited', path: async (api) => (await closed(api), MY_EVENTS), shows: '去过的' },
]
