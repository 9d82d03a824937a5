import { stepStart, stepAt } from '#domain/checkin/code'
import type { Instant } from '#domain/time'
import { linkOf, MINUTE, newEvening, shown, type Device } from '../../server/checkin/scene'
import type { MeReply } from '#contract/me'
import { asPersona } from '../../server/support'
import type { Phone } from '../phone'
import { BUILD_MS, openPersona, startWorld, tellStory, type World } from './world'

/**
 * Checking in on phones, at a door with and without a network: the built mini-program against the API on a real database. The desk's
 * codes are made from the keys that the API gave its host.
 */
const CHECK_IN = 'pages/check-in/index'
const UPLOAD = '/v1/me/check-ins'

let world: World
let evening: Device
/** How far the evening has gone on, by the server's clock and every phone's. */
let passed = 0
/** Each phone with how far it had gone on when it was opened. */
const phones = new Map<Phone, number>()

beforeAll(async () => {
  world = await startWorld(true)
  evening = await newEvening(world.api)
  // In the middle of a step, so that no code turns under a test.
  world.api.setNow(stepStart(stepAt(world.api.now() as Instant)) + 7000)
}, BUILD_MS)
afterAll(() => world.close())
afterEach(() => {
  for (const phone of phones.keys()) phone.assertClean()
})

function mine(phone: Phone): Phone {
  phones.set(phone, passed)
  return phone
}
const as = async (persona: string) => mine(await openPersona(world, persona))

/** Minutes go by, at the server and on every phone. */
function pass(minutes: number): void {
  passed += minutes
  world.api.setNow(world.api.now() + minutes * MINUTE)
  for (const [phone, opened] of phones) world.late(phone, passed - opened)
}

const code = (direction: 'in' | 'out' = 'in') => linkOf(evening, direction, world.api.now())

/** Bytes of page data that an act costs until `done` is seen. */
async function weigh(phone: Phone, act: () => Promise<unknown>, done: string): Promise<number> {
  phone.resetStats()
  await act()
  await phone.waitFor(done)
  await phone.settle()
  return phone.stats().setData.bytes
}

/** From wherever the phone is: by the middle of the bar. */
async function door(phone: Phone): Promise<void> {
  await phone.tap('签到')
  await phone.waitPath(CHECK_IN)
}

async function scan(phone: Phone, text = code()): Promise<void> {
  phone.nextScan(text)
  await phone.tap('扫码签到')
}

interface Fact {
  readonly id: string
  readonly person_id: string
  readonly direction: string
  readonly way: string
  readonly flags: readonly string[]
}

/** What the server knows. */
async function facts(event = evening.event): Promise<readonly Fact[]> {
  return world.api
    .district()
    .db.selectFrom('check_in')
    .select(['id', 'person_id', 'direction', 'way', 'flags'])
    .where('event_id', '=', event)
    .execute()
}

/** What has arrived since: the server's clock stands, so that no order tells. */
async function since(before: readonly Fact[]): Promise<readonly Fact[]> {
  const known = new Set(before.map(({ id }) => id))
  return (await facts()).filter(({ id }) => !known.has(id))
}

const step = tellStory()

let first: Phone
let second: Phone

describe('with a network', () => {
  step('a scan says 已签到, when and how to check out', async () => {
    first = await as('申请人·甲')
    await door(first)
    await scan(first)
    await first.waitFor('已签到')
    expect(first.text()).toContain('离开时记得签退')
    expect(first.text()).toContain('至少在场')
    expect(await facts()).toMatchObject([{ direction: 'in', way: 'scan', flags: ['not-registered'] }])
    expect(first.text()).toContain('没有报名')
    await first.tap('知道了')
    await first.waitFor('扫码签到')
    expect(first.storage['check-ins']).toBeUndefined()
  })

  step('a bad code says why at once, and the next scan works', async () => {
    await scan(first, 'https://example.com/menu')
    await first.waitFor('这不是签到码')
    await scan(first, linkOf(evening, 'in', world.api.now() - 10 * MINUTE))
    await first.waitFor('没有签成')
    expect(first.text()).toContain('这个码扫到时已经换过了')
    first.nextScan(code())
    await first.tap('再扫一次')
    await first.waitFor('以最早的为准')
    await first.tap('知道了')
  })

  step('six digits do the same', async () => {
    second = await as('申请人·壬')
    await door(second)
    await second.tap('输入六位数字')
    await second.fill('六位数字', '12')
    await second.tap('签到', { exact: true })
    await second.waitFor('请输入签到码下面的六位数字')
    await second.fill('六位数字', shown(evening, 'in', world.api.now()).digits)
    await second.tap('签到', { exact: true })
    await second.waitFor('已签到')
    await second.tap('知道了')
  })
})

describe('without one', () => {
  step(
    'a scan is kept; after the app was closed and the network is back it is sent, and its outcome told',
    async () => {
      const before = await facts()
      await second.offline()
      await scan(second, code('out'))
      await second.waitFor('已保存，联网后确认')
      await second.restart()
      await second.waitFor('签到 1')
      pass(20)
      await second.online()
      await door(second)
      await second.waitFor('已签退')
      expect(await since(before)).toMatchObject([{ direction: 'out', way: 'scan' }])
      expect((await since(before))[0]?.flags).toContain('late')
      // Told until it is read.
      await second.restart()
      await door(second)
      await second.waitFor('已签退')
      await second.tap('知道了')
      await second.waitGone('已签退')
    },
  )

  step('digits are kept, too, and found by the phone’s clock however wrong it is', async () => {
    const before = await facts()
    const phone = await as('申请人·庚')
    await door(phone)
    await phone.offline()
    await phone.tap('输入六位数字')
    await phone.fill('六位数字', shown(evening, 'in', world.api.now()).digits)
    await phone.tap('签到', { exact: true })
    await phone.waitFor('已保存，联网后确认')
    pass(30)
    await phone.online()
    await phone.waitFor('已签到')
    expect((await since(before)).map(({ way }) => way)).toEqual(['typed'])
    expect((await since(before))[0]?.flags).toContain('typed-late')
  })

  step('what one only looked at from another screen is told by the bar', async () => {
    const phone = await as('积极分子·癸')
    await door(phone)
    await phone.offline()
    await scan(phone)
    await phone.waitFor('已保存')
    await phone.back()
    await phone.waitFor('签到 1')
    await phone.online()
    await door(phone)
    await phone.waitFor('已确认')
  })
})

describe('what goes wrong', () => {
  step('a reply that is lost: sent again, recorded once', async () => {
    const before = await facts()
    const phone = await as('申请人·子')
    await door(phone)
    phone.loseReplies(5, UPLOAD)
    await scan(phone)
    await phone.waitFor('已保存，联网后确认')
    expect(await since(before)).toHaveLength(1)
    phone.loseReplies(0)
    await phone.hide()
    await phone.show()
    await phone.waitFor('已签到')
    expect(await since(before)).toHaveLength(1)
  })

  step('another’s queue: asked about at the sign-out, sent by nobody else, and by oneself later', async () => {
    const before = await facts()
    const phone = await as('申请人·辛')
    await door(phone)
    await phone.offline()
    await scan(phone)
    await phone.waitFor('已保存')
    await phone.back()
    await phone.tap('我的', { exact: true })
    phone.nextModal('cancel')
    await phone.tap('退出登录')
    expect(phone.modals.at(-1)?.title).toBe('还有 1 条签到没有上传')
    await phone.tap('退出登录')
    await phone.waitFor('还没有登录')
    await phone.online()
    const sign = async (persona: string) => {
      await phone.tap('登录', { exact: true })
      await phone.waitFor('登录之前，先看这几句')
      await phone.tap('同意并登录')
      await phone.tap(persona)
      await phone.waitFor('账号代码')
    }
    await sign('申请人·乙')
    await door(phone)
    await phone.waitFor('还有 1 条是用别的账号签的')
    const { body } = await (await asPersona(world.api, 'applicant-b')).call('GET', '/v1/me')
    const others = async () => (await since(before)).filter((one) => one.person_id === (body as MeReply).person)
    expect(await others()).toEqual([])
    await phone.back()
    await phone.tap('退出登录')
    await phone.waitFor('还没有登录')
    await sign('申请人·辛')
    await door(phone)
    await phone.waitFor('已签到')
    expect([await since(before), await others()]).toMatchObject([[{ way: 'scan' }], []])
  })
})

describe('how much page data it sends', () => {
  step('little on the first screen, and at a tap no more than two kilobytes', async () => {
    const phone = await as('团支书·丑')
    const weights: Record<string, number> = {}
    weights.opened = await weigh(phone, () => door(phone), '扫码签到')
    weights.declared = await weigh(phone, () => phone.tap('扫码签到'), '第一次签到')
    phone.nextScan('https://example.com/menu')
    weights.bad = await weigh(phone, () => phone.tap('我已满 14 周岁，同意'), '这不是签到码')
    weights.typing = await weigh(phone, () => phone.tap('输入六位数字'), '输入六位数字')
    weights.back = await weigh(phone, () => phone.tap('返回'), '扫码签到')
    await phone.offline()
    weights.saved = await weigh(phone, () => scan(phone), '已保存，联网后确认')
    weights.confirmed = await weigh(phone, () => phone.online(), '已签到')
    weights.read = await weigh(phone, () => phone.tap('知道了'), '扫码签到')
    phone.nextScan(linkOf(evening, 'in', world.api.now() - 10 * MINUTE))
    weights.refused = await weigh(phone, () => phone.tap('扫码签到'), '没有签成')
    if (process.env.WEIGHTS) console.log(weights)
    const heavier = Object.entries(weights).filter(([what, bytes]) => bytes > (what === 'opened' ? 8 : 2) * 1024)
    expect(heavier).toEqual([])
  })
})

describe('a newcomer', () => {
  step('checks in first: one consent and one tap; a name can follow', async () => {
    const phone = mine(await world.open('newcomer'))
    await door(phone)
    await phone.tap('扫码签到')
    await phone.waitFor('第一次签到')
    phone.nextScan(code())
    await phone.tap('我已满 14 周岁，同意')
    await phone.waitFor('已签到')
    expect(phone.labels().some((label) => /^新朋友，给组织者看这两个数字：\d\d$/.test(label))).toBe(true)
    await phone.waitFor('欢迎第一次来')
    await phone.tap('现在填写资料')
    await phone.waitFor('所在的团支部')
  })

  step('also on the first opening without a network', async () => {
    const before = await facts()
    const phone = mine(await world.open('newcomer-offline', { online: false }))
    await door(phone)
    await phone.tap('扫码签到')
    phone.nextScan(code())
    await phone.tap('我已满 14 周岁，同意')
    await phone.waitFor('已保存，联网后确认')
    const digits = /(?:^|\n)(\d\d)(?:\n|$)/.exec(phone.text())?.[1]
    expect(digits).toBeDefined()
    await phone.restart()
    pass(5)
    await phone.online()
    await door(phone)
    await phone.waitFor('已签到')
    expect(await since(before)).toHaveLength(1)
  })

  step('by the link in the code: WeChat’s own scanner opens the app with it', async () => {
    const phone = mine(await world.open('newcomer-by-link', { path: `${CHECK_IN}?q=${encodeURIComponent(code())}` }))
    await phone.waitFor('第一次签到')
    await phone.tap('我已满 14 周岁，同意')
    await phone.waitFor('已签到')
  })
})
