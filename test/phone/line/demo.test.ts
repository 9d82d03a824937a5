import type { Phone } from '../phone'
import { BUILD_MS, openPerson, startWorld, tellStory, type World } from './world'

const PERSONAS = [
  ...['申请人·甲', '申请人·乙', '申请人·庚', '申请人·辛', '申请人·壬', '积极分子·癸', '申请人·子'],
  ...['团支书·丙', '团委干部·丁', '区团委·戊', '团支书·丑'],
]

/** The demo in the built mini-program: personas instead of people, and a clock that everybody may move. */
const FIRST_SCREEN = 20 * 1024
const TAP = 2 * 1024

const step = tellStory()

let world: World
let phone: Phone

beforeAll(async () => {
  world = await startWorld(true)
}, BUILD_MS)
afterAll(() => world.close())

/** Bytes of page data that an act of the person costs, all of its setData calls together. */
async function bytesOf(act: () => Promise<void>): Promise<number> {
  phone.resetStats()
  await act()
  await phone.settle()
  return phone.stats().setData.bytes
}

/** The day that the demo's clock shows. */
function shownDay(): string {
  const [, year, month, day] = /现在是 (\d+)年(\d+)月(\d+)日/.exec(phone.text()) ?? []
  return [year, month?.padStart(2, '0'), day?.padStart(2, '0')].join('-')
}

describe('the demo', () => {
  step('its first screen is light', async () => {
    phone = await world.open('visitor')
    expect(phone.see('从想加入，到成为一名团员')).toBe(true)
    const { calls, bytes } = phone.stats().setData
    expect(calls).toBeGreaterThan(0)
    expect(bytes).toBeLessThanOrEqual(FIRST_SCREEN)
  })

  step('one signs in as a persona, after the privacy text', async () => {
    await phone.tap('登录，看看我的进度')
    await phone.waitFor('登录之前，先看这几句')
    await phone.tap('同意并登录')
    await phone.waitFor('这是演示，选一个身份')
    for (const name of PERSONAS) expect([name, phone.see(name)]).toEqual([name, true])
    await phone.tap('申请人·甲')
    await phone.waitPath('pages/path/index')
    await phone.waitFor('4 / 8 学时')
    expect(phone.labels()).toContain('已计入 4，待认定 0，需要 8 学时')
    // The ring is drawn as far: a style reaches the page.
    expect(phone.html()).toContain('--reach: 180deg')
    expect(phone.see('还差 4 学时')).toBe(true)
    await phone.tap('团课学习')
    await phone.waitFor('不计入：成为积极分子之前')
    await phone.back()
    // A package of pages is there without a network before any of them was opened: a tab has it fetched.
    await phone.offline()
    await phone.tap('做成一张图分享')
    await phone.waitPath('packages/membership/share/index')
    await phone.back()
    await phone.online()
    // Nobody's WeChat was asked.
    expect(world.wechat.requests).toHaveLength(0)
  })

  step('the signed-in path opens light, too', async () => {
    phone.resetStats()
    await phone.restart()
    await phone.waitFor('4 / 8 学时')
    await phone.settle()
    expect(phone.stats().setData.bytes).toBeLessThanOrEqual(FIRST_SCREEN)
  })

  step('the clock moves from 我的, for everybody, and only forward', async () => {
    await phone.tap('我的', { exact: true })
    await phone.waitFor('演示时钟')
    const before = shownDay()
    await phone.tap('往前 1 天')
    await phone.waitFor((text) => text.includes('现在是') && shownDay() !== before)
    const next = new Date(`${before}T00:00:00Z`)
    next.setUTCDate(next.getUTCDate() + 1)
    expect(shownDay()).toBe(next.toISOString().slice(0, 10))

    const other = await world.open('other')
    await other.tap('登录，看看我的进度')
    await other.tap('同意并登录')
    await other.tap('申请人·乙')
    await other.waitPath('pages/path/index')
    // Two days after the claim, as the story tells it, and one more.
    await other.waitFor('等团支书，第 4 天')
    other.assertClean()
  })

  step('a picked day is reached by 拨过去', async () => {
    const to = new Date(`${shownDay()}T00:00:00Z`)
    to.setUTCDate(to.getUTCDate() + 12)
    const day = to.toISOString().slice(0, 10)
    await phone.pick('拨到哪一天', day)
    await phone.tap('拨过去')
    await phone.waitFor((text) => text.includes('现在是') && shownDay() === day)
    expect(phone.see('往前 1 天')).toBe(true)
  })

  step('a persona isn’t signed in again by itself', async () => {
    await world.api.deps.platform.deleteFrom('session').execute()
    await phone.pullDown()
    await phone.waitFor('登录已经过期')
    expect(world.wechat.requests).toHaveLength(0)
    expect(JSON.stringify(phone.storage)).not.toContain('申请人')
  })

  step('taps cost little', async () => {
    await phone.tap('登录', { exact: true })
    await phone.tap('同意并登录')
    await phone.tap('团支书·丙')
    await phone.waitPath('pages/mine/index')
    await phone.waitFor('我的支部')
    await phone.tap('我的支部')
    await phone.waitFor('申请人·乙')
    await openPerson(phone, '申请人·甲')
    await phone.tap('登记团课')
    await phone.waitFor('上课的日期')
    const costs = {
      typing: await bytesOf(() => phone.fill('学了什么', '第五课')),
      'picking a day': await bytesOf(() => phone.pick('怎么上的', '线上')),
      'sending with an empty field': await bytesOf(() => phone.tap('登记', { exact: true })),
    }
    for (const [what, bytes] of Object.entries(costs)) expect([what, bytes <= TAP, bytes]).toEqual([what, true, bytes])
    expect(phone.see('请填写谁可以作证')).toBe(true)
    phone.assertClean()
  })
})
