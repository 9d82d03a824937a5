import { tick } from '../../../server/jobs/tick'
import { addDays, localDate, localDateAt, type Instant } from '#domain/time'
import { inspect, type Inspector } from '../kit/inspect'
import type { Somebody } from '../kit/people'
import { caller, newRequestId, startApi, type TestApi } from '../support'
import {
  answerOffer,
  cancel,
  DAY,
  HOUR,
  inboxOf,
  mineOf,
  newHost,
  newYouth,
  published,
  register,
  setStatus,
  termsOf,
} from './scene'

/** Places, the waiting list, offers and messages, as people get them over HTTP and on a real database. */

let api: TestApi
let second: TestApi
let seen: Inspector
let host: Somebody
let start: number

beforeAll(async () => {
  api = await startApi()
  second = await startApi({ database: api.database, now: api.now() })
  seen = await inspect(api.database)
  start = api.now()
  host = await newHost(api)
})
afterEach(() => {
  api.setNow(start)
  second.setNow(start)
})
afterAll(async () => {
  await seen.end()
  await second.close()
  await api.close()
})

const later = async (ms: number): Promise<void> => {
  api.setNow(api.now() + ms)
  await tick(api.deps, api.now() as Instant)
}

describe('a place', () => {
  it('is taken in one step, said with the event, and given back without a mark a day before', async () => {
    const event = await published(api, host)
    const youth = await newYouth(api)
    const got = await register(youth, event)
    expect([got.status, got.body]).toMatchObject([
      201,
      { mine: { state: 'registered', place: null, cancelMarks: false } },
    ])
    expect((await register(youth, event)).body).toMatchObject({ status: 422, code: 'already-registered' })
    expect((await cancel(youth, event)).body).toMatchObject({ mine: { state: 'cancelled', late: false } })
    // Registering again works.
    expect((await register(youth, event)).body).toMatchObject({ mine: { state: 'registered' } })
    api.setNow(start + 2 * DAY + HOUR)
    expect(await mineOf(youth, event)).toMatchObject({ cancelMarks: true })
    expect((await cancel(youth, event)).body).toMatchObject({ mine: { state: 'cancelled', late: true } })
  })

  it.each([
    ['until the deadline', -1, 'registered'],
    ['not at it', 0, 'registration-closed'],
  ])('can be had %s', async (_words, after, expected) => {
    const event = await published(api, host)
    const youth = await newYouth(api)
    api.setNow(start + 3 * DAY - HOUR + after)
    const { body } = await register(youth, event)
    expect(
      (body as { code?: string; mine?: { state: string } }).code ?? (body as { mine: { state: string } }).mine.state,
    ).toBe(expected)
  })

  it('is not for who is elsewhere at that time, and says where', async () => {
    const one = await published(api, host)
    const other = await published(api, host, {
      spot: '二楼',
      start: start + 3 * DAY + 2 * HOUR,
      end: start + 3 * DAY + 4 * HOUR,
    })
    const youth = await newYouth(api)
    await register(youth, one)
    expect((await register(youth, other)).body).toMatchObject({
      code: 'time-clash',
      facts: { event: one, minutes: 30, rule: 'event.travel' },
    })
    const { body } = await youth.call('GET', `/v1/me/events/${other}`)
    expect(body).toMatchObject({ doors: [{ role: 'attendee', to: null, closed: { code: 'time-clash' } }] })
  })

  it('of a volunteer needs a guardian’s consent under 18, and says from which day not', async () => {
    const event = await published(api, host, { kind: 'volunteering', volunteerPlaces: 1, volunteerMinutes: 120 })
    const minor = await newYouth(api, '未成年', '2009-08-17')
    expect((await register(minor, event, 'volunteer')).body).toMatchObject({
      code: 'guardian-consent-needed',
      facts: { below: 18, from: '2027-08-17' },
    })
    expect((await register(minor, event)).status).toBe(201)
  })

  it('is nobody’s before the event is published, nor is the event', async () => {
    const drafted = await host.call('POST', '/v1/venues/V01/events', termsOf(api))
    const { event } = drafted.body as { event: string }
    const youth = await newYouth(api)
    expect((await register(youth, event)).status).toBe(404)
    expect((await youth.call('GET', `/v1/events/${event}`)).status).toBe(404)
    await setStatus(host, event, 'publish')
    expect((await youth.call('GET', `/v1/events/${event}`)).status).toBe(200)
    expect((await setStatus(host, event, 'unpublish')).status).toBe(201)
    expect((await youth.call('GET', `/v1/events/${event}`)).status).toBe(404)
  })
})

describe('the waiting list', () => {
  it('moves in the order of arrival; an offer is answered, declined or runs out, and who left isn’t offered again', async () => {
    const event = await published(api, host, { attendeePlaces: 1 })
    const [holder, first, second_, third] = await Promise.all([1, 2, 3, 4].map(() => newYouth(api)))
    if (!holder || !first || !second_ || !third) throw new Error('four')
    await register(holder, event)
    for (const youth of [first, second_, third]) await register(youth, event)
    expect(await Promise.all([first, second_, third].map(async (one) => (await mineOf(one, event))?.place))).toEqual([
      1, 2, 3,
    ])
    // Freed: the next has it held for twelve hours, and is told.
    await cancel(holder, event)
    expect(await mineOf(first, event)).toMatchObject({ state: 'offered', until: api.now() + 12 * HOUR })
    expect(await inboxOf(first, event)).toEqual(['place-offered'])
    expect(await mineOf(second_, event)).toMatchObject({ state: 'waiting', place: 1 })
    // Who comes new doesn't overtake who waits, nor who is asked.
    const late = await newYouth(api)
    expect((await register(late, event)).body).toMatchObject({ mine: { state: 'waiting', place: 3 } })
    // Declined: the next at once.
    await answerOffer(first, event, false)
    expect(await inboxOf(first, event)).toEqual(['place-offered ✓'])
    expect(await mineOf(second_, event)).toMatchObject({ state: 'offered' })
    // Run out by time alone.
    await later(12 * HOUR - 1)
    expect(await mineOf(second_, event)).toMatchObject({ state: 'offered' })
    await later(1)
    expect(await mineOf(second_, event)).toMatchObject({ state: 'expired' })
    expect(await inboxOf(second_, event)).toEqual(['offer-expired', 'place-offered ✓'])
    expect((await answerOffer(second_, event, true)).body).toMatchObject({ code: 'no-offer' })
    expect(await mineOf(third, event)).toMatchObject({ state: 'offered' })
    expect((await answerOffer(third, event, true)).body).toMatchObject({ mine: { state: 'registered' } })
    expect(await mineOf(first, event)).toMatchObject({ state: 'declined' })
  })

  it('takes no more people than places, however they come: 300 at once, each sent twice to two processes', async () => {
    const event = await published(api, host, { attendeePlaces: 100 })
    const youths = await inBatches(300, () => newYouth(api))
    const sent = youths.map((youth) => ({ youth, requestId: newRequestId() }))
    const answers = await Promise.all(
      sent.map(async ({ youth, requestId }) => {
        const there = { ...youth, ...caller(second, youth.token, youth.district) }
        const [one, two] = await Promise.all([
          register(youth, event, 'attendee', requestId),
          register(there, event, 'attendee', requestId),
        ])
        expect([one.status, two.status]).toEqual([201, 201])
        return one
      }),
    )
    expect(answers).toHaveLength(300)
    const rows = await seen.query<{ state: string; arrival: number }>(
      `select state, arrival from saihan.registration where event_id = '${event}' order by arrival`,
    )
    expect(rows.map(({ arrival }) => arrival)).toEqual(Array.from({ length: 300 }, (_, n) => n + 1))
    expect(rows.filter(({ state }) => state === 'registered').map(({ arrival }) => arrival)).toEqual(
      Array.from({ length: 100 }, (_, n) => n + 1),
    )
    expect(rows.filter(({ state }) => state === 'waiting')).toHaveLength(200)
    const [facts] = await seen.query<{ n: number }>(
      `select count(*)::int as n from saihan.event_act where event_id = '${event}' and person_id is not null`,
    )
    expect(facts?.n).toBe(300)
  }, 120_000)
})

describe('the host', () => {
  it('moves an event: people are told, and may leave late without a mark', async () => {
    const event = await published(api, host)
    const youth = await newYouth(api)
    await register(youth, event)
    api.setNow(start + 2 * DAY + 2 * HOUR)
    expect(await mineOf(youth, event)).toMatchObject({ cancelMarks: true, movedSince: false })
    const [row] = await seen.query<{ title: string }>(
      `select w.body->>'title' as title from saihan.event e join saihan.event_words w on w.hash = e.words_hash where e.id = '${event}'`,
    )
    const from = start + 3 * DAY
    const moved = termsOf(api, { title: row?.title, start: from + HOUR, end: from + 3 * HOUR, deadline: from - HOUR })
    expect((await host.call('PUT', `/v1/events/${event}`, moved)).status).toBe(200)
    expect(await inboxOf(youth, event)).toEqual(['moved'])
    expect(await mineOf(youth, event)).toMatchObject({ cancelMarks: false, movedSince: true })
    const { body } = await youth.call('GET', `/v1/events/${event}`)
    expect(body).toMatchObject({
      event: { moved: { start: from, end: from + 2 * HOUR }, card: { start: from + HOUR } },
    })
    expect((await cancel(youth, event)).body).toMatchObject({ mine: { state: 'left', late: false } })
  })

  it('cancels: everybody is told once; unpublishing is only for an event nobody registered for', async () => {
    const event = await published(api, host, { attendeePlaces: 1 })
    const [one, two] = [await newYouth(api), await newYouth(api)]
    await register(one, event)
    await register(two, event)
    expect((await setStatus(host, event, 'unpublish')).body).toMatchObject({
      code: 'people-registered',
      facts: { people: 2 },
    })
    expect((await setStatus(host, event, 'cancel')).status).toBe(201)
    for (const youth of [one, two]) expect(await inboxOf(youth, event)).toEqual(['cancelled'])
    expect((await register(await newYouth(api), event)).body).toMatchObject({ code: 'event-cancelled' })
    const list = await one.call('GET', '/v1/events?from=2026-03-01&to=2026-03-31')
    expect((list.body as { events: { id: string }[] }).events.map(({ id }) => id)).not.toContain(event)
    expect((await one.call('GET', `/v1/events/${event}`)).body).toMatchObject({
      event: { card: { phase: 'cancelled' } },
    })
  })

  it('says one thing a day to all, without links and numbers, and it is read once a person let it through', async () => {
    const event = await published(api, host)
    const youth = await newYouth(api)
    await register(youth, event)
    const say = (text: string) =>
      host.call('POST', `/v1/events/${event}/announcements`, { requestId: newRequestId(), text })
    expect((await say('加我微信 13800000000')).body).toMatchObject({ code: 'announcement-has-phone' })
    expect((await say('看 www.example.com')).body).toMatchObject({ code: 'announcement-has-link' })
    expect((await say('请带水杯')).status).toBe(201)
    expect((await say('还有一句')).body).toMatchObject({ code: 'announced-today' })
    // WeChat couldn't be asked: nobody reads it before a person has.
    expect(await inboxOf(youth, event)).toEqual([])
  })

  it('reads by role how many people a change may take nothing from', async () => {
    const event = await published(api, host, { attendeePlaces: 1 })
    const [one, two, three] = [await newYouth(api), await newYouth(api), await newYouth(api)]
    for (const youth of [one, two, three]) await register(youth, event)
    await cancel(one, event)
    const none = { registered: 0, offered: 0, waiting: 0 }
    expect((await host.call('GET', `/v1/events/${event}/desk`)).body).toMatchObject({
      counts: { attendee: { registered: 0, offered: 1, waiting: 1 }, volunteer: none },
    })
  })

  it('finds every earlier event of the venue: each answer says where the one before it is', async () => {
    const venue = 'V19'
    const there = await newHost(api, venue)
    const begin = async (days: number, publish = true) => {
      const now = start - (days + 4) * DAY
      api.setNow(now)
      const drafted = await there.call('POST', `/v1/venues/${venue}/events`, termsOf(api, { spot: `第 ${days} 天前` }))
      const { event } = drafted.body as { event: string }
      if (publish) await setStatus(there, event, 'publish')
      api.setNow(start)
      return event
    }
    const made = [await begin(700), await begin(70), await begin(30)]
    await begin(65, false)
    const found: string[] = []
    let to: string | null = localDateAt(start as Instant)
    for (let asked = 0; to !== null && asked < 5; asked++) {
      const from: string = addDays(localDate(to), -61)
      const got = await there.call('GET', `/v1/venues/${venue}/events?from=${from}&to=${to}`)
      const body = got.body as { events: { card: { id: string; phase: string } }[]; earlier: string | null }
      found.unshift(...body.events.filter(({ card }) => card.phase !== 'draft').map(({ card }) => card.id))
      to = body.earlier
    }
    expect(to).toBeNull()
    expect(found).toEqual(expect.arrayContaining(made))
    expect(new Set(found).size).toBe(found.length)
  })

  it('is nobody elsewhere', async () => {
    const event = await published(api, host)
    const other = await newHost(api, 'V02')
    for (const path of [
      `/v1/events/${event}/desk`,
      `/v1/events/${event}/registrations`,
      '/v1/venues/V01/events?from=2026-03-01&to=2026-03-02',
    ]) {
      expect([path, (await other.call('GET', path)).status]).toEqual([path, 404])
    }
    expect((await setStatus(other, event, 'cancel')).status).toBe(404)
  })
})

describe('time', () => {
  it('reminds once a day before and once two hours before, and tells who still waits that it is over', async () => {
    const event = await published(api, host, { attendeePlaces: 1 })
    const [one, two] = [await newYouth(api), await newYouth(api)]
    await register(one, event)
    await register(two, event)
    await later(2 * DAY - 1)
    expect(await inboxOf(one, event)).toEqual([])
    await later(1)
    await later(0)
    expect(await inboxOf(one, event)).toEqual(['reminder'])
    await later(DAY - 2 * HOUR)
    expect(await inboxOf(one, event)).toEqual(['reminder', 'reminder'])
    expect(await inboxOf(two, event)).toEqual([])
    await later(30 * 60_000)
    expect(await inboxOf(two, event)).toEqual(['list-closed'])
  })

  it('moves the same event from several processes once', async () => {
    const event = await published(api, host, { attendeePlaces: 1 })
    const [holder, waiting] = [await newYouth(api), await newYouth(api)]
    await register(holder, event)
    await register(waiting, event)
    api.setNow(start + 2 * DAY)
    second.setNow(api.now())
    await Promise.all([api, second, api, second].map((one) => tick(one.deps, one.now() as Instant)))
    expect(await inboxOf(holder, event)).toEqual(['reminder'])
  })
})

describe('who is erased', () => {
  it('leaves a place to the next', async () => {
    const event = await published(api, host, { attendeePlaces: 1 })
    const [leaver, waiting] = [await newYouth(api), await newYouth(api)]
    await register(leaver, event)
    await register(waiting, event)
    expect((await leaver.call('DELETE', '/v1/me', { requestId: newRequestId() })).status).toBe(204)
    expect(await mineOf(waiting, event)).toMatchObject({ state: 'offered' })
    const [lines] = await seen.query<{ n: number }>(
      `select count(*)::int as n from saihan.inbox where person_id = '${leaver.person}'`,
    )
    expect(lines?.n).toBe(0)
  })
})

async function inBatches<T>(count: number, make: () => Promise<T>): Promise<readonly T[]> {
  const made: T[] = []
  while (made.length < count) made.push(...(await Promise.all(Array.from({ length: 20 }, make))))
  return made
}
