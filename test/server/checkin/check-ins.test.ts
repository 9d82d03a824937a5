import type { CheckInReply } from '#contract/check-in'
import { lettersOf, stepAt, twoDigits } from '#domain/checkin/code'
import type { Instant } from '#domain/time'
import { cancel, DAY, HOUR, newYouth, register, setStatus } from '../events/scene'
import { inspect, type Inspector } from '../kit/inspect'
import { newPerson, signIn, type Somebody } from '../kit/people'
import { call, newRequestId, startApi, type TestApi } from '../support'
import { checkInBody, come, linkOf, MINUTE, newEvening, openDesk, scan, send, shown, type Device } from './scene'

/** Checking in with one's own phone: at once and late, right and wrong, known and new. */

let api: TestApi
let seen: Inspector
let door: Device
let youth: Somebody

beforeAll(async () => {
  api = await startApi()
  seen = await inspect(api.database)
  door = await newEvening(api)
})
beforeEach(async () => {
  youth = await newYouth(api)
})
afterAll(async () => {
  await seen.end()
  await api.close()
})

const factsOf = (person: string) =>
  seen.query<{ direction: string; way: string; at: Date; flags: string[]; desk: number }>(
    'select direction, way, at, flags, desk from saihan.check_in where person_id = $1 order by arrived_at, id',
    [person],
  )

/** Runs with the clock elsewhere. */
async function later<T>(by: number, act: () => Promise<T>): Promise<T> {
  const now = api.now()
  api.setNow(now + by)
  try {
    return await act()
  } finally {
    api.setNow(now)
  }
}

const codeOf = ({ body }: { body: unknown }) => (body as { code?: string }).code

describe('at once', () => {
  it('records who scans what the desk shows, and says when and how to go', async () => {
    await register(youth, door.event)
    const got = await scan(api, youth, door)
    expect([got.status, got.body]).toEqual([
      201,
      expect.objectContaining({
        direction: 'in',
        way: 'scan',
        at: Math.floor(api.now() / 15_000) * 15_000,
        flags: [],
        again: null,
        role: 'attendee',
        registered: true,
        newcomer: null,
        checkOutUntil: door.end + 120 * MINUTE,
        leastMinutes: 72,
      }),
    ])
    expect((got.body as CheckInReply).card.id).toBe(door.event)
    expect(await factsOf(youth.person)).toMatchObject([{ direction: 'in', way: 'scan', flags: [], desk: 1 }])
  })

  it('records who goes', async () => {
    await register(youth, door.event)
    await come(api, youth, door)
    const got = await later(HOUR, () => scan(api, youth, door, 'out'))
    expect(got.body).toMatchObject({ direction: 'out', flags: [], again: null })
    expect((await factsOf(youth.person)).map(({ direction }) => direction)).toEqual(['in', 'out'])
  })

  it('keeps a second scan as a fact and says since when they have been there', async () => {
    const first = await come(api, youth, door)
    const got = await later(5 * MINUTE, () => scan(api, youth, door))
    expect(got.body).toMatchObject({ again: first.at })
    expect(await factsOf(youth.person)).toHaveLength(2)
  })

  it.each(['in', 'out'] as const)('takes the digits under the code: %s', async (direction) => {
    const { digits } = shown(door, direction, api.now())
    const got = await send(api, youth, { digits, event: door.event })
    expect(got.body).toMatchObject({ direction, way: 'typed' })
    // Also when nobody said which event they are of: one is on.
    expect((await send(api, youth, { digits })).body).toMatchObject({
      direction,
      way: 'typed',
      card: { id: door.event },
    })
  })

  it('asks which event is meant when two show the same digits, unless one has a place at only one of them', async () => {
    const other = await newEvening(api, {}, door.host)
    const { code, digits } = sameDigits(door, other)
    await seen.query('update saihan.event set code = $1 where id = $2', [code, other.event])
    expect(codeOf(await send(api, youth, { digits }))).toBe('event-not-named')
    expect((await send(api, youth, { digits, event: other.event })).body).toMatchObject({ card: { id: other.event } })
    await register(youth, door.event)
    expect((await send(api, youth, { digits })).body).toMatchObject({ card: { id: door.event }, registered: true })
    await setStatus(other.host, other.event, 'cancel')
  })

  /** A short code under which another event's desks show digits that one of the door's shows, too. */
  function sameDigits(one: Device, other: Device) {
    const steps = [-15_000, 0, 15_000].map((away) => api.now() + away)
    const all = (device: Device) =>
      (['in', 'out'] as const).flatMap((direction) => steps.map((at) => shown(device, direction, at).digits))
    const digits = new Set(all(one))
    for (let n = 0; ; n++) {
      const code = lettersOf(n, 6)
      const same = all({ ...other, code }).find((shows) => digits.has(shows))
      if (same !== undefined) return { code, digits: same }
    }
  }

  it('takes a link as WeChat hands it over, and the code alone', async () => {
    const link = linkOf(door, 'in', api.now())
    expect((await send(api, youth, { code: encodeURIComponent(link) })).status).toBe(201)
    expect((await send(api, youth, { code: shown(door, 'in', api.now()).code })).status).toBe(201)
  })

  it('lets who has no place in, as an attendee, flagged for a person to look at', async () => {
    expect((await scan(api, youth, door)).body).toMatchObject({ registered: false, flags: ['not-registered'] })
    await register(youth, door.event)
    await cancel(youth, door.event)
    expect((await scan(api, youth, door)).body).toMatchObject({ role: 'attendee', flags: ['cancelled'] })
    // The host by their own desk.
    expect((await scan(api, door.host, door)).body).toMatchObject({ code: 'declaration-needed' })
  })
})

describe('a bad code says why, and the next scan works', () => {
  const refusedAs = async (code: string, sent: Parameters<typeof send>[2]) => {
    const got = await send(api, youth, sent)
    expect([got.status, codeOf(got)]).toEqual([422, code])
    expect(await factsOf(youth.person)).toEqual([])
  }
  const now = () => api.now()

  it.each([
    ['something else', () => 'https://example.com/q/x'],
    ['a person’s own', () => `P${'2'.repeat(8)}${lettersOf(stepAt(api.now() as Instant), 6)}${'2'.repeat(13)}`],
  ])('%s', async (_what, code) => {
    await refusedAs('code-unreadable', { code: code() })
    expect((await scan(api, youth, door)).status).toBe(201)
  })

  it('neither code nor digits', () => refusedAs('code-unreadable', {}))

  it('of another event, of another desk, of the other direction, with another MAC', async () => {
    const other = await newEvening(api)
    const [ours, theirs] = [shown(door, 'in', now()).code, shown(other, 'in', now()).code]
    // The fields of one, the MAC of another.
    await refusedAs('code-wrong', { code: theirs.slice(0, 15) + ours.slice(15) })
    await refusedAs('code-wrong', { code: ours.slice(0, 8) + 'O' + ours.slice(9) })
    await refusedAs('code-wrong', { code: ours.slice(0, 7) + '3' + ours.slice(8) })
    await refusedAs('code-wrong', { code: ours.slice(0, 7) + 'Z' + ours.slice(8) })
    await refusedAs('code-wrong', { code: ours.slice(0, -1) + (ours.endsWith('2') ? '3' : '2') })
    await refusedAs('code-wrong', { code: `E${lettersOf(1, 6)}${ours.slice(7)}` })
    expect((await scan(api, youth, door)).status).toBe(201)
  })

  it('an hour old, scanned now; and one that isn’t shown yet', async () => {
    await refusedAs('code-expired', { code: linkOf(door, 'in', now() - HOUR) })
    await refusedAs('code-from-future', { code: linkOf(door, 'in', now() + MINUTE) })
    // The step before and the one after are the network's.
    for (const at of [now() - 15_000, now() + 15_000])
      expect((await send(api, youth, { code: linkOf(door, 'in', at) })).status).toBe(201)
  })

  it('wrong digits, and another event’s', async () => {
    const other = await newEvening(api)
    await refusedAs('digits-wrong', { digits: shown(other, 'in', now()).digits, event: door.event })
    await refusedAs('digits-wrong', { digits: shown(door, 'in', now() - HOUR).digits, event: door.event })
    await refusedAs('digits-wrong', { digits: shown(door, 'in', now()).digits, event: newRequestId() })
  })

  it('before the door opens, and after it', async () => {
    const tomorrow = await newEvening(api, {
      start: now() + 10 * HOUR,
      end: now() + 12 * HOUR,
      deadline: now() + HOUR,
    })
    await refusedAs('check-in-not-open', { code: linkOf(tomorrow, 'in', now()) })
    await later(14 * HOUR + MINUTE, () => refusedAs('check-in-over', { code: linkOf(tomorrow, 'out', now()) }))
    await later(14 * HOUR, async () => {
      expect((await send(api, youth, { code: linkOf(tomorrow, 'out', now()) })).status).toBe(201)
    })
  })

  it('of an event that was cancelled', async () => {
    const off = await newEvening(api)
    expect((await setStatus(off.host, off.event, 'cancel')).status).toBe(201)
    await refusedAs('event-cancelled', { code: linkOf(off, 'in', now()) })
  })
})

describe('kept on the phone', () => {
  it('is believed for as long as the phone kept it, also when its clock is wrong by a day', async () => {
    for (const skew of [0, DAY, -DAY, 90 * MINUTE, -90 * MINUTE]) {
      const who = await newYouth(api)
      await register(who, door.event)
      const at = api.now()
      const body = checkInBody(api, { code: linkOf(door, 'in', at), at: at + skew })
      const got = await later(20 * HOUR, () => send(api, who, { sentAt: api.now() + skew }, body))
      expect([skew, got.body]).toEqual([
        skew,
        expect.objectContaining({ at: Math.floor(at / 15_000) * 15_000, flags: ['late'] }),
      ])
    }
  })

  it('is refused after 48 hours, and not before', async () => {
    const at = api.now()
    const body = (id: string) => ({ ...checkInBody(api, { code: linkOf(door, 'in', at), at }), requestId: id })
    const [one, other] = [newRequestId(), newRequestId()].map(body)
    await later(48 * HOUR + MINUTE, async () =>
      expect(await send(api, youth, {}, other)).toMatchObject({ status: 422, body: { code: 'upload-too-late' } }),
    )
    await later(48 * HOUR - MINUTE, async () =>
      expect(await send(api, youth, {}, one)).toMatchObject({
        status: 201,
        body: { flags: ['late', 'not-registered'] },
      }),
    )
  })

  it('weighs more when the same session spoke to the server in between, and not by checking in', async () => {
    await register(youth, door.event)
    const at = api.now()
    const late = () => checkInBody(api, { code: linkOf(door, 'in', at), at })
    const [first, second, third] = [late(), late(), late()]
    await later(HOUR, async () => {
      expect((await send(api, youth, {}, first)).body).toMatchObject({ flags: ['late'] })
    })
    await later(2 * HOUR, async () => {
      expect((await send(api, youth, {}, second)).body).toMatchObject({ flags: ['late'] })
      await youth.call('GET', '/v1/me')
      // Everything is sent when the network returns: that isn't in between.
      expect((await send(api, youth, {}, third)).body).toMatchObject({ flags: ['late'] })
    })
    const again = late()
    const other = await signIn(api, youth)
    await later(3 * HOUR, async () => {
      expect((await send(api, youth, {}, again)).body).toMatchObject({ flags: ['late', 'late-online'] })
      // Another phone of theirs was silent.
      expect((await send(api, other, {}, late())).body).toMatchObject({ flags: ['late'] })
    })
  })

  it('of digits is found by the phone’s clock, right or set right, and flagged', async () => {
    await register(youth, door.event)
    const at = api.now()
    const { digits } = shown(door, 'in', at)
    const kept = (more: object) => ({
      ...checkInBody(api, { digits, event: door.event, ...more }),
      requestId: newRequestId(),
    })
    const right = kept({ at })
    const skewed = kept({ at: at + DAY, offset: -DAY })
    const unnamed = kept({ at, event: null })
    const silent = kept({ at, event: null })
    await later(3 * HOUR, async () => {
      const flags = ['late', 'typed-late']
      expect((await send(api, youth, {}, right)).body).toMatchObject({ flags })
      expect((await send(api, youth, { sentAt: null }, skewed)).body).toMatchObject({ flags })
      expect((await send(api, youth, {}, unnamed)).body).toMatchObject({ flags, card: { id: door.event } })
      // A phone that says nothing of its clock is taken at its word, and flagged.
      expect((await send(api, youth, { sentAt: null }, silent)).body).toMatchObject({ flags })
      expect(codeOf(await send(api, youth, {}, kept({ at: at + HOUR })))).toBe('digits-wrong')
    })
  })

  it('by a desk that was taken over before is flagged from that moment', async () => {
    const evening = await newEvening(api)
    const [before, after] = [api.now(), api.now() + 10 * MINUTE]
    for (const who of [youth, evening.host]) await register(who, evening.event)
    await later(5 * MINUTE, () => openDesk(evening.host, evening.event, { takeOver: true }))
    await later(20 * MINUTE, async () => {
      const old = (at: number) => send(api, youth, { code: linkOf(evening, 'in', at), at })
      expect((await old(before)).body).toMatchObject({ flags: ['late'] })
      expect((await old(after)).body).toMatchObject({ flags: ['late', 'desk-revoked'] })
    })
  })

  it('meets a registration that was given back since: recorded and flagged', async () => {
    const evening = await newEvening(api)
    await register(youth, evening.event)
    const body = checkInBody(api, { code: linkOf(evening, 'in', api.now()) })
    await cancel(youth, evening.event)
    const got = await later(HOUR, () => send(api, youth, {}, body))
    expect(got.body).toMatchObject({ flags: ['late', 'cancelled'], registered: false })
  })

  it('an unreadable phone clock is none', async () => {
    for (const time of ['x', '-1', '1e3', '99999999999999', '4102444800001', '1.5', '']) {
      const got = await call(api, 'POST', '/v1/me/check-ins', {
        token: youth.token,
        body: checkInBody(api, { code: linkOf(door, 'in', api.now()) }),
        headers: { 'x-phone-time': time },
      })
      expect([time, got.status]).toEqual([time, 201])
    }
  })
})

describe('a newcomer', () => {
  it('says first that they are 14 or older; then shows two digits, for seven days', async () => {
    const newcomer = await newPerson(api)
    expect(codeOf(await scan(api, newcomer, door))).toBe('declaration-needed')
    const body = checkInBody(api, { code: linkOf(door, 'in', api.now()), declared: true })
    const got = await send(api, newcomer, {}, body)
    expect(got.body).toMatchObject({
      role: 'attendee',
      flags: ['not-registered'],
      newcomer: { digits: twoDigits(String(body.requestId)), until: api.now() + 7 * DAY },
    })
    // They have said so: going needs no second time.
    expect((await scan(api, newcomer, door, 'out')).status).toBe(201)
  })
})
