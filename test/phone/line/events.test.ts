import type { Phone } from '../phone'
import { atDesktop, BUILD_MS, openPersona, startWorld, tellStory, type World } from './world'

/**
 * An event whose places are taken, as several people live it on their phones: a list of three, a reply that is lost, a hurried tap,
 * a place that is given back, offered and taken, and a host who moves the event.
 */

const EVENT = '周末读书会'
const EVENT_PAGE = 'packages/event/event/index'
const HOUR = 3_600_000

const step = tellStory()

let world: World
let holder: Phone
let first: Phone
let second: Phone
let third: Phone

beforeAll(async () => {
  world = await startWorld(true)
}, BUILD_MS)
afterAll(() => world.close())

const as = (persona: string): Promise<Phone> => openPersona(world, persona)

/** Opens the event from the list of what is on. */
async function open(phone: Phone): Promise<void> {
  await phone.tap('活动', { exact: true })
  await phone.waitFor(EVENT)
  await phone.tap(EVENT)
  await phone.waitPath(EVENT_PAGE)
}

/** The event's id, and where everybody stands with it, in the order of arrival. */
async function standings(): Promise<{ readonly event: string; readonly states: readonly string[] }> {
  const { db } = world.api.district()
  const rows = await db
    .selectFrom('registration as r')
    .innerJoin('event as e', 'e.id', 'r.event_id')
    .innerJoin('event_words as w', 'w.hash', 'e.words_hash')
    .select(['r.event_id', 'r.state', 'w.body'])
    .orderBy('r.arrival')
    .execute()
  const mine = rows.filter(({ body }) => (body.title ?? '').startsWith(EVENT))
  return { event: mine[0]?.event_id ?? '', states: mine.map(({ state }) => state) }
}

const registering = /\/registration$/

describe('a list of three', () => {
  step('one waits already', async () => {
    first = await as('申请人·甲')
    await open(first)
    await first.waitFor('候补第 1 位')
  })

  step('tapped in a hurry, it is once', async () => {
    second = await as('申请人·乙')
    await open(second)
    await second.waitFor('候补参加')
    await Promise.all([second.tap('候补参加'), second.tap('候补参加', { allowDisabled: true })])
    await second.waitFor('候补第 2 位')
    expect((await standings()).states).toEqual(['registered', 'registered', 'registered', 'waiting', 'waiting'])
  })

  step('its reply lost and the app closed, it is once and said as it is', async () => {
    third = await as('申请人·子')
    await open(third)
    await third.waitFor('候补参加')
    // The app repeats twice by itself what is safe to repeat.
    third.loseReplies(3, registering)
    await third.tap('候补参加')
    await third.waitFor('再点一次就好')
    await third.tap('候补参加')
    await third.waitFor('候补第 3 位')
    await third.restart()
    await open(third)
    await third.waitFor('候补第 3 位')
    expect((await standings()).states).toEqual([
      ...['registered', 'registered', 'registered'],
      ...['waiting', 'waiting', 'waiting'],
    ])
  })

  step('without a network the page says so, and nothing is lost when it is back', async () => {
    const visitor = await as('申请人·壬')
    await open(visitor)
    await visitor.waitFor('候补参加')
    await visitor.offline()
    await visitor.tap('候补参加')
    await visitor.waitFor('连不上服务')
    await visitor.online()
    await visitor.tap('候补参加')
    await visitor.waitFor('候补第 4 位')
    await visitor.tap('退出候补')
    await visitor.waitFor('候补参加')
    expect((await standings()).states.at(-1)).toBe('cancelled')
    visitor.assertClean()
  })
})

describe('a place', () => {
  step('that is held says 已报名; giving it back is confirmed', async () => {
    holder = await as('申请人·庚')
    await open(holder)
    await holder.waitFor('已报名')
    holder.nextModal('cancel')
    await holder.tap('取消报名')
    expect(holder.see('已报名')).toBe(true)
    // Tapping what says 已报名 does nothing: it is no button.
    expect(holder.touchables().filter(({ name }) => name.includes('已报名'))).toEqual([])
    await holder.tap('取消报名')
    await holder.waitFor('你取消了报名')
  })

  step('is offered to who came first, in the inbox, and declined', async () => {
    await first.restart()
    await first.tap('我的', { exact: true })
    await first.tap(/消息/)
    await first.waitFor('有名额了，请你答复')
    await first.tap('有名额了，请你答复')
    await first.waitPath(EVENT_PAGE)
    await first.waitFor('接受，我要去')
    await first.tap('让给下一位')
    await first.waitFor('候补参加')
  })

  step('then to the next, who takes it', async () => {
    await second.restart()
    await open(second)
    await second.waitFor('接受，我要去')
    await second.tap('接受，我要去')
    await second.waitFor('已报名')
    expect((await standings()).states).toEqual([
      ...['cancelled', 'registered', 'registered'],
      ...['declined', 'registered', 'waiting', 'cancelled'],
    ])
  })
})

describe('the host moves it', () => {
  step('people are told what it is now and what it was, and may leave', async () => {
    const { event } = await standings()
    const host = await atDesktop(world, 'host')
    const { terms } = (await host('GET', `/v1/events/${event}/desk`)) as { terms: { start: number; end: number } }
    const later = { ...terms, start: terms.start + HOUR, end: terms.end + HOUR }
    await host('PUT', `/v1/events/${event}`, { requestId: crypto.randomUUID(), ...later })
    await second.restart()
    await second.tap('我的', { exact: true })
    await second.tap(/消息/)
    await second.waitFor('活动改了时间或地点')
    await second.tap('活动改了时间或地点')
    await second.waitPath(EVENT_PAGE)
    await second.waitFor('15:00–17:00')
    expect(second.see('14:00')).toBe(true)
    expect(second.see('不方便可以退出，不留记录')).toBe(true)
    await second.tap('取消报名')
    await second.waitFor('候补参加')
    // What is opened and has nothing to answer is settled.
    await third.restart()
    await third.tap('我的', { exact: true })
    await third.tap(/消息/)
    await third.waitFor('有名额了，请你答复')
    for (const phone of [holder, first, second, third]) phone.assertClean()
  })
})

it('a phone that is months late learns what day it is from the first answer, and asks for that week', async () => {
  const late = await world.open('late', { clockOffset: world.api.now() - Date.now() + 100 * 24 * HOUR })
  await late.tap('活动', { exact: true })
  await late.waitFor('晚间读诗')
  expect(late.see('3月2日–8日')).toBe(true)
  late.assertClean()
})

describe('without a network', () => {
  const OFFLINE = '没有连上服务，先看上次的内容'
  let reader: Phone

  step('the weeks ahead, and what of a month lies in them, are there; what isn’t says so', async () => {
    reader = await world.open('reader')
    await reader.tap('活动', { exact: true })
    await reader.waitFor('晚间读诗')
    await reader.offline()
    await reader.restart()
    await reader.tap('活动', { exact: true })
    await reader.waitFor(OFFLINE)
    await reader.tap('后一周')
    expect(reader.see('亲子绘本时间')).toBe(true)
    await reader.tap('看月')
    await reader.waitFor(OFFLINE)
    expect(reader.see('陪老人读报')).toBe(true)
    await reader.tap(/^13$/)
    expect(reader.see('这一天没有活动')).toBe(true)
    // The last of the kept weeks ends on 29 March.
    await reader.tap(/^30$/)
    expect(reader.see('看不到这一天有没有活动')).toBe(true)
    await reader.tap('后一月')
    await reader.waitFor('2026年4月')
    await reader.tap('后一月')
    await reader.waitFor('连不上服务')
    expect(reader.title()).toBe('月历')
  })

  step('and it comes with the network, by itself', async () => {
    await reader.online()
    await reader.waitFor('这一天没有活动')
    expect(reader.see('2026年5月')).toBe(true)
    reader.assertClean()
  })

  step('what narrows the list narrows the month', async () => {
    await reader.back()
    await reader.tap('团课', { exact: true })
    await reader.tap('看月')
    await reader.waitFor('只看团课')
    await reader.tap(/^4$/, { nth: 0 })
    expect(reader.see('这一天没有符合的活动')).toBe(true)
    await reader.tap('看全部活动')
    await reader.waitGone('只看团课')
    await reader.tap(/^4$/, { nth: 0 })
    await reader.waitFor(EVENT)
    reader.assertClean()
  })
})
