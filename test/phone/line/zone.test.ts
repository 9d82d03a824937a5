import { addDays, localDate, startOfDay } from '#domain/time'
import type { Phone } from '../phone'
import { atDesktop, BUILD_MS, openPersona, startWorld, tellStory, type World } from './world'

/**
 * Events around midnight, on phones of one person at home and abroad, one of them with a clock that is more than a day wrong: days,
 * times and deadlines are those of +08:00 everywhere, and word for word the same.
 */

const ZONES = ['Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Kiritimati'] as const
const MINUTE = 60_000
/** A day of the strip, as a screen reader says it. */
const DAY = /，周./
/** The demo's first day, a Monday. */
const MONDAY = localDate('2026-03-02')
const TUESDAY = addDays(MONDAY, 1)
const SUNDAY = addDays(MONDAY, 6)

const step = tellStory()

let world: World
let phones: readonly Phone[]

beforeAll(async () => {
  world = await startWorld(true)
}, BUILD_MS)
afterAll(() => world.close())

/** A moment of a day at +08:00. */
const at = (day: string, hour: number, minute = 0): number => startOfDay(localDate(day)) + (hour * 60 + minute) * MINUTE

/** An event in the host's venue, published, its words let through. */
async function publish(title: string, start: number, end: number, deadline: number): Promise<string> {
  const host = await atDesktop(world, 'host')
  const { event } = (await host('POST', '/v1/venues/V01/events', {
    requestId: crypto.randomUUID(),
    ...{ kind: 'reading', title, notes: '', spot: null, start, end, deadline },
    ...{ attendeePlaces: 5, volunteerPlaces: null, volunteerMinutes: null },
  })) as { event: string }
  await host('POST', `/v1/events/${event}/status`, { requestId: crypto.randomUUID(), act: 'publish' })
  const office = await atDesktop(world, 'district')
  const { words } = (await office('GET', '/v1/organisations/SH/words')) as { words: { id: string }[] }
  for (const { id } of words) {
    await office('POST', `/v1/organisations/SH/words/${id}/answer`, { requestId: crypto.randomUUID(), yes: true })
  }
  return event
}

/** Does the same on every phone, and gives what all of them show: the same words. */
async function everywhere(act: (phone: Phone) => Promise<unknown>): Promise<Phone> {
  const [home, ...abroad] = phones
  if (!home) throw new Error('no phones')
  for (const phone of phones) await act(phone)
  for (const phone of abroad) {
    expect([phone.name, phone.text()]).toEqual([phone.name, home.text()])
    expect([phone.name, phone.labels()]).toEqual([phone.name, home.labels()])
  }
  return home
}

/** The day of the strip that is chosen, in the words of a screen reader. */
function chosenDay(phone: Phone): string | undefined {
  return phone.touchables().find(({ name, selected }) => selected && DAY.test(name))?.name
}

const week = (phone: Phone) => phone.labels().filter((label) => DAY.test(label))

describe('at 23:50', () => {
  step('the strip is this week’s, and today is chosen', async () => {
    await publish('守夜读书（示例）', at(TUESDAY, 0, 30), at(TUESDAY, 2), at(TUESDAY, 0, 5))
    await publish('连夜读书（示例）', at(TUESDAY, 23), at(TUESDAY, 24) + 60 * MINUTE, at(TUESDAY, 0))
    // Clocks in Los Angeles go from 02:00 to 03:00 in this hour.
    await publish('周日读书（示例）', at(SUNDAY, 17, 30), at(SUNDAY, 18, 30), at(SUNDAY, 17))
    world.pass(0, 11 * 60 + 50)
    phones = await Promise.all(ZONES.map((zone) => openPersona(world, '申请人·乙', { zone, name: `乙 in ${zone}` })))
    const wrong = phones[2]
    if (wrong) world.late(wrong, 26 * 60)
    const home = await everywhere(async (phone) => {
      await phone.restart()
      await phone.tap('活动', { exact: true })
      await phone.waitFor('守夜读书')
    })
    expect(home.see('3月2日–8日')).toBe(true)
    expect(week(home).map((label) => label.replace(/，\d+ 场活动$/, ''))).toEqual([
      ...['3月2日，周一', '3月3日，周二', '3月4日，周三', '3月5日，周四'],
      ...['3月6日，周五', '3月7日，周六', '3月8日，周日'],
    ])
    for (const phone of phones) expect(chosenDay(phone)).toBe('3月2日，周一，1 场活动')
    expect(home.see('明天 00:30–02:00')).toBe(true)
    // One that goes past midnight is on both days.
    expect(home.see('明天 23:00 – 3月4日 周三 01:00')).toBe(true)
  })

  step('another day is chosen by its own name, and today again', async () => {
    const sunday = await everywhere(async (phone) => {
      await phone.tap('3月8日')
      await phone.waitFor('周日读书')
    })
    for (const phone of phones) expect(chosenDay(phone)).toMatch(/^3月8日，周日/)
    expect(sunday.see('3月8日 周日 17:30–18:30')).toBe(true)
    await everywhere(async (phone) => {
      await phone.tap('今天', { exact: true })
      await phone.waitFor('守夜读书')
    })
    for (const phone of phones) expect(chosenDay(phone)).toBe('3月2日，周一，1 场活动')
  })

  step('an event says its day, its times and its deadline, and is registered for', async () => {
    const home = await everywhere(async (phone) => {
      await phone.tap('守夜读书')
      await phone.waitFor('报名参加')
    })
    expect(home.see('明天 00:30–02:00')).toBe(true)
    expect(home.text()).toMatch(/报名截止\s*明天 00:05/)
    await home.tap('报名参加')
    await everywhere(async (phone) => {
      await phone.pullDown()
      await phone.waitFor('已报名')
    })
  })

  step('goes into every phone’s calendar as the same moment', async () => {
    for (const phone of phones) {
      await phone.tap('加入日历')
      const [call] = phone.calls.filter(({ api }) => api === 'addPhoneCalendar')
      expect(call?.options).toMatchObject({
        title: '守夜读书（示例）',
        startTime: at(TUESDAY, 0, 30) / 1000,
        endTime: String(at(TUESDAY, 2) / 1000),
      })
    }
  })
})

describe('at 00:10', () => {
  step('an event that was tomorrow’s is today’s, and its deadline is over', async () => {
    world.pass(0, 20)
    const wrong = phones[2]
    if (wrong) world.late(wrong, 26 * 60)
    const home = await everywhere(async (phone) => {
      await phone.hide()
      await phone.show()
      await phone.waitFor('今天 00:30–02:00')
    })
    expect(home.text()).toMatch(/报名截止\s*今天 00:05/)
    const later = await everywhere(async (phone) => {
      await phone.back()
      await phone.waitFor('连夜读书')
    })
    expect(later.see('今天 00:30–02:00')).toBe(true)
    expect(later.see('今天 23:00 – 明天 01:00')).toBe(true)
    expect(later.see('报名已截止')).toBe(true)
  })

  step('today is Tuesday, of the same week', async () => {
    const home = await everywhere(async (phone) => {
      await phone.restart()
      await phone.tap('活动', { exact: true })
      await phone.waitFor('守夜读书')
    })
    expect(home.see('3月2日–8日')).toBe(true)
    for (const phone of phones) expect(chosenDay(phone)).toBe('3月3日，周二，3 场活动')
  })

  step('my events and the reminder say so too', async () => {
    const mine = await everywhere(async (phone) => {
      await phone.tap('我的', { exact: true })
      await phone.tap('我的活动')
      await phone.waitFor('守夜读书')
    })
    expect(mine.see('今天 00:30–02:00')).toBe(true)
    const inbox = await everywhere(async (phone) => {
      await phone.back()
      await phone.tap(/消息/)
      await phone.waitFor('活动快到了')
    })
    expect(inbox.see('“守夜读书（示例）”：今天 00:30–02:00')).toBe(true)
    expect(inbox.see('3月2日 23:50')).toBe(true)
    for (const phone of phones) phone.assertClean()
  })
})
