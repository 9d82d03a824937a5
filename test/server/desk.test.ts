import type { DeskCodeReply, SessionReply } from '#contract/session'
import { addDays, localDateAt, type Instant } from '#domain/time'
import { tick } from '../../server/jobs/tick'
import { revokeRole } from '../../server/services/roles'
import { inspect, type Inspector } from './kit/inspect'
import { giveOffice, must, newPerson, signIn, type Somebody } from './kit/people'
import { comparable, send } from './kit/routes'
import { call, caller, newRequestId, startApi, type Answer, type Caller, type TestApi } from './support'

/** Digits that a phone shows open a desktop: for an office, within minutes, once; and what was opened closes by itself. */

const BRANCH = 'SH-X01-2'
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

let api: TestApi
/** Another process on the same database. */
let second: TestApi
let seen: Inspector
let start: number

beforeAll(async () => {
  api = await startApi()
  second = await startApi({ database: api.database, now: api.now() })
  seen = await inspect(api.database)
  start = api.now()
})
beforeEach(async () => {
  setNow(start)
  await seen.query('delete from platform.attempt')
})
afterAll(async () => {
  await seen.end()
  await second.close()
  await api.close()
})

function setNow(at: number): void {
  api.setNow(at)
  second.setNow(at)
}

interface Holder extends Somebody {
  /** As its owner reads it in 我的. */
  readonly code: string
  readonly grant: string
}

/** Somebody in office, signed in on a phone. */
async function holder(until?: string): Promise<Holder> {
  const somebody = await newPerson(api)
  const office = { role: 'branch-secretary', organisation: BRANCH, ...(until === undefined ? {} : { until }) } as const
  const grant = await giveOffice(api, somebody.person, office)
  const [account] = await seen.query<{ code: string }>('select code from platform.account where id = $1', [
    somebody.account,
  ])
  return { ...somebody, code: account?.code ?? '', grant }
}

async function digitsOf(phone: Caller): Promise<string> {
  return (must(201, 201, await phone.call('POST', '/v1/me/desk-codes')).body as DeskCodeReply).digits
}

const type = (account: string, digits: string, where = api, district = 'saihan'): Promise<Answer> =>
  call(where, 'POST', '/v1/sessions/desk', { body: { account, digits }, district })

/** Other digits than these. */
const wrong = (digits: string, by = 1) => String((Number(digits) + by) % 1_000_000).padStart(6, '0')

/** A desktop that was just opened. */
async function openDesk(of: Holder, where = api): Promise<Caller & SessionReply> {
  const session = must(201, 201, await type(of.code, await digitsOf(of), where)).body as SessionReply
  return { ...session, ...caller(where, session.token) }
}

const statusOf = async (who: Caller, url = `/v1/organisations/${BRANCH}/people`) => (await who.call('GET', url)).status

function expectRefused(got: Answer): void {
  expect(got.body).toEqual({
    type: 'about:blank',
    title: 'Unprocessable Entity',
    status: 422,
    code: 'desk-code-refused',
    facts: {},
  })
}

describe('the digits', () => {
  it('are six, for who holds an office, and open a desktop that may do what the office may', async () => {
    const secretary = await holder()
    const reply = must(201, 201, await secretary.call('POST', '/v1/me/desk-codes')).body as DeskCodeReply
    expect(reply.digits).toMatch(/^\d{6}$/)
    expect(reply.expires).toBe(start + 5 * MINUTE)
    const opened = await type(secretary.code, reply.digits)
    expect(opened.status).toBe(201)
    const session = opened.body as SessionReply
    expect(session).toEqual({ token: session.token, district: 'saihan', expires: start + 8 * HOUR })
    const desk = caller(api, session.token)
    expect(await statusOf(desk)).toBe(200)
    const mine = async (who: Caller) => (await who.call('GET', '/v1/me')).body
    expect(await mine(desk)).toEqual(await mine(secretary))
  })

  it('are not shown to who holds none, or none any more, nor by the desktop that they open', async () => {
    const ask = async (who: Caller) => (await who.call('POST', '/v1/me/desk-codes')).body
    const noOffice = { status: 422, code: 'no-office', facts: {} }
    expect(await ask(await newPerson(api))).toMatchObject(noOffice)
    expect(await ask(await holder('2026-03-02'))).toMatchObject(noOffice)
    const revoked = await holder()
    await revokeRole(api.district().db, revoked.grant, start as Instant)
    expect(await ask(revoked)).toMatchObject(noOffice)
    const lastDay = await holder('2026-03-03')
    expect(await ask(lastDay)).toHaveProperty('digits')
    expect(await ask(await openDesk(await holder()))).toMatchObject({ status: 422, code: 'phone-only', facts: {} })
  })

  it.each([
    ['a millisecond before five minutes', 5 * MINUTE - 1, 201],
    ['after five minutes', 5 * MINUTE, 422],
  ])('%s: %i ms, %i', async (_what, after, status) => {
    const secretary = await holder()
    const digits = await digitsOf(secretary)
    setNow(start + after)
    expect((await type(secretary.code, digits)).status).toBe(status)
  })

  it('may be typed wrong twice; the third time they have to be right', async () => {
    const secretary = await holder()
    const digits = await digitsOf(secretary)
    expectRefused(await type(secretary.code, wrong(digits, 1)))
    expectRefused(await type(secretary.code, wrong(digits, 2)))
    expect((await type(secretary.code, digits)).status).toBe(201)
  })

  it('are dead after three wrong tries, counted across two processes and whatever the answer', async () => {
    const secretary = await holder()
    const digits = await digitsOf(secretary)
    expectRefused(await type(secretary.code, wrong(digits, 1)))
    expectRefused(await type(secretary.code, wrong(digits, 2), second))
    expectRefused(await type(secretary.code, wrong(digits, 3)))
    for (const where of [api, second]) expectRefused(await type(secretary.code, digits, where))
    expect(
      await seen.query('select tries_left from platform.desk_code where account_id = $1', [secretary.account]),
    ).toEqual([{ tries_left: 0 }])
    // The phone shows new ones, with three tries again.
    const others = await digitsOf(secretary)
    expect((await type(secretary.code, others)).status).toBe(201)
  })

  it('three wrong tries at once in two processes are three', async () => {
    const secretary = await holder()
    const digits = await digitsOf(secretary)
    const tries = Array.from({ length: 12 }, (_, n) => type(secretary.code, wrong(digits, n + 1), n % 2 ? api : second))
    for (const got of await Promise.all(tries)) expectRefused(got)
    expectRefused(await type(secretary.code, digits))
  })

  it('open once', async () => {
    const secretary = await holder()
    const digits = await digitsOf(secretary)
    expect((await type(secretary.code, digits)).status).toBe(201)
    expectRefused(await type(secretary.code, digits))
  })

  it('typed at once on several desktops, in two processes, open one', async () => {
    for (let round = 0; round < 10; round += 1) {
      const secretary = await holder()
      const digits = await digitsOf(secretary)
      const got = await Promise.all([
        type(secretary.code, digits),
        type(secretary.code, digits, second),
        type(secretary.code, digits),
      ])
      expect(got.map(({ status }) => status).sort()).toEqual([201, 422, 422])
      expect(
        await seen.query(`select 1 from platform.session where account_id = $1 and kind = 'desk'`, [secretary.account]),
      ).toHaveLength(1)
    }
  })

  it('are killed by new ones', async () => {
    const secretary = await holder()
    const old = await digitsOf(secretary)
    let digits = await digitsOf(secretary)
    // One in a million.
    if (digits === old) digits = await digitsOf(secretary)
    expectRefused(await type(secretary.code, old))
    expect((await type(secretary.code, digits)).status).toBe(201)
  })

  it.each([
    ['revoked', (of: Holder) => revokeRole(api.district().db, of.grant, api.now() as Instant), undefined],
    ['ended at midnight', async () => setNow(Date.parse('2026-03-04T00:01:00+08:00')), '2026-03-03'],
  ] as const)('open nothing for an office that was %s meanwhile', async (_what, meanwhile, until) => {
    setNow(Date.parse('2026-03-03T23:58:00+08:00'))
    const secretary = await holder(until)
    const digits = await digitsOf(secretary)
    await meanwhile(secretary)
    expectRefused(await type(secretary.code, digits))
  })

  it('belong to the district of the phone', async () => {
    const secretary = await holder()
    const digits = await digitsOf(secretary)
    expectRefused(await type(secretary.code, digits, api, 'moxian'))
    // Nor does asking there use up a try here.
    for (let n = 0; n < 5; n += 1) expectRefused(await type(secretary.code, digits, api, 'moxian'))
    expect((await type(secretary.code, digits)).status).toBe(201)
  })

  it('tell an unknown account like a wrong number: byte for byte', async () => {
    const secretary = await holder()
    const digits = await digitsOf(secretary)
    const youth = await newPerson(api)
    const [account] = await seen.query<{ code: string }>('select code from platform.account where id = $1', [
      youth.account,
    ])
    const ask = async (body: object) =>
      comparable(
        await send(api, {
          method: 'POST',
          url: '/v1/sessions/desk',
          headers: { 'x-district': 'saihan' },
          payload: body,
        }),
      )
    const unknown = await ask({ account: 'ZZZZ-ZZZZ', digits })
    expect(unknown.status).toBe(422)
    const without = await holder()
    for (const body of [
      { account: secretary.code, digits: wrong(digits) },
      { account: account?.code, digits },
      { account: without.code, digits },
    ]) {
      expect(await ask(body)).toEqual(unknown)
    }
  })

  it('lie in no table as they are, and no table and no log tells the token that they opened', async () => {
    const secretary = await holder()
    // Digits that nothing else is likely to hold by chance.
    const digits = await digitsOf(secretary)
    const [row] = await seen.query<{ code: string }>(
      `select encode(code_hmac, 'hex') as code from platform.desk_code where account_id = $1`,
      [secretary.account],
    )
    expect(row?.code).toMatch(/^[0-9a-f]{64}$/)
    const rows = await seen.query<{ text: string }>(
      'select t::text as text from platform.desk_code t where account_id = $1',
      [secretary.account],
    )
    expect(rows[0]?.text).not.toContain(`"${digits}"`)
    expect(rows[0]?.text.split(',')).not.toContain(digits)
    expectRefused(await type(secretary.code, wrong(digits)))
    const { token } = must(201, 201, await type(secretary.code, digits)).body as SessionReply
    expect(await seen.find([token])).toEqual([])
    const log = [...api.logged, ...second.logged].join('\n')
    expect(log).toContain('/v1/sessions/desk')
    expect([token, digits, wrong(digits), row?.code ?? '-', secretary.code].filter((one) => log.includes(one))).toEqual(
      [],
    )
  })

  it('are cleared away when their time is over, and go with the account', async () => {
    const [stays, goes] = [await holder(), await holder()]
    await digitsOf(stays)
    await digitsOf(goes)
    const rows = async ({ account }: Holder) =>
      (await seen.query('select 1 from platform.desk_code where account_id = $1', [account])).length
    await tick(api.deps, (start + 5 * MINUTE - 1) as Instant)
    expect(await rows(stays)).toBe(1)
    must(204, 204, await goes.call('DELETE', '/v1/me', { requestId: newRequestId() }))
    expect(await rows(goes)).toBe(0)
    await tick(api.deps, (start + 5 * MINUTE) as Instant)
    expect(await rows(stays)).toBe(0)
  })
})

describe('a desktop', () => {
  it.each([
    ['is open a millisecond before it was idle for eight hours', 8 * HOUR - 1, 200],
    ['is closed after eight idle hours', 8 * HOUR, 401],
  ])('%s', async (_what, after, status) => {
    const desk = await openDesk(await holder())
    setNow(start + after)
    expect(await statusOf(desk)).toBe(status)
  })

  it('stays open while it is used: eight hours from the last time', async () => {
    const desk = await openDesk(await holder())
    setNow(start + 7 * HOUR)
    expect(await statusOf(desk)).toBe(200)
    setNow(start + 15 * HOUR - 1)
    expect(await statusOf(desk)).toBe(200)
    // Prolonged in the one process, known in the other.
    setNow(start + 23 * HOUR - 2)
    expect(await statusOf(caller(second, desk.token))).toBe(200)
    setNow(start + 31 * HOUR)
    expect(await statusOf(desk)).toBe(401)
  })

  it('isn’t written about at every request, and ends a minute early at most for that', async () => {
    const desk = await openDesk(await holder())
    const expires = async () =>
      (
        await seen.query<{ at: Date }>(
          `select expires_at as at from platform.session where token_hash = sha256(convert_to($1, 'UTF8'))`,
          [desk.token],
        )
      )[0]?.at.getTime()
    setNow(start + MINUTE - 1)
    expect(await statusOf(desk)).toBe(200)
    expect(await expires()).toBe(start + 8 * HOUR)
    setNow(start + MINUTE)
    expect(await statusOf(desk)).toBe(200)
    expect(await expires()).toBe(start + MINUTE + 8 * HOUR)
  })

  it('is closed on the day on which any session is, however much it is used', async () => {
    const secretary = await holder()
    const desk = await openDesk(secretary)
    const last = start + 30 * DAY
    for (let at = start; at < last; at += 6 * HOUR) {
      setNow(at)
      expect([at, await statusOf(desk)]).toEqual([at, 200])
    }
    setNow(last - 1)
    expect(await statusOf(desk)).toBe(200)
    setNow(last)
    expect(await statusOf(desk)).toBe(401)
  })

  it('is nobody’s once the office is gone: at the next request', async () => {
    const secretary = await holder()
    const desk = await openDesk(secretary)
    expect(await statusOf(desk, '/v1/me')).toBe(200)
    await revokeRole(api.district().db, secretary.grant, start as Instant)
    expect(await statusOf(desk, '/v1/me')).toBe(401)
    // The phone is still its owner's.
    expect(await statusOf(secretary, '/v1/me')).toBe(200)

    const ending = await holder('2026-03-03')
    const other = await openDesk(ending)
    const midnight = Date.parse('2026-03-04T00:00:00+08:00')
    // Used in between, so that it isn't closed for being idle.
    for (let at = start; at < midnight; at += 5 * HOUR) {
      setNow(at)
      expect(await statusOf(other, '/v1/me')).toBe(200)
    }
    setNow(midnight - 1)
    expect(await statusOf(other, '/v1/me')).toBe(200)
    setNow(midnight)
    expect(await statusOf(other, '/v1/me')).toBe(401)
    expect(localDateAt(midnight as Instant)).toBe(addDays(localDateAt(start as Instant), 1))
  })

  it('closes with the phone that opened it, and with it digits that nobody has typed; its own closing closes itself only', async () => {
    const secretary = await holder()
    const [one, other] = [await openDesk(secretary), await openDesk(secretary)]
    const otherPhone = await signIn(api, secretary)
    must(204, 204, await one.call('DELETE', '/v1/sessions/current'))
    expect(await Promise.all([one, other, secretary].map((who) => statusOf(who, '/v1/me')))).toEqual([401, 200, 200])
    const digits = await digitsOf(secretary)
    must(204, 204, await secretary.call('DELETE', '/v1/sessions/current'))
    expect(await Promise.all([secretary, other].map((who) => statusOf(who, '/v1/me')))).toEqual([401, 401])
    expectRefused(await type(secretary.code, digits))
    // Another phone of the same person is a phone of its own.
    expect(await statusOf(otherPhone, '/v1/me')).toBe(200)
  })

  it('closes with the account', async () => {
    const secretary = await holder()
    const desk = await openDesk(secretary)
    must(204, 204, await secretary.call('DELETE', '/v1/me', { requestId: newRequestId() }))
    expect(await statusOf(desk, '/v1/me')).toBe(401)
    expect(await seen.query('select 1 from platform.session where account_id = $1', [secretary.account])).toEqual([])
  })

  it('in a demo lives by the demo’s clock', async () => {
    const demo = await startApi()
    const somebody = await newPerson(demo, { office: { role: 'branch-secretary', organisation: BRANCH } })
    const { account } = (await somebody.call('GET', '/v1/me')).body as { account: { code: string } }
    const shown = must(201, 201, await somebody.call('POST', '/v1/me/desk-codes')).body as DeskCodeReply
    const opened = must(201, 201, await type(account.code, shown.digits, demo)).body as SessionReply
    const desk = caller(demo, opened.token)
    must(200, 200, await somebody.call('PUT', '/v1/demo/clock', { offset: 8 * HOUR - 1 }))
    expect(await statusOf(desk, '/v1/me')).toBe(200)
    must(200, 200, await somebody.call('PUT', '/v1/demo/clock', { offset: 16 * HOUR }))
    expect(await statusOf(desk, '/v1/me')).toBe(401)
    await demo.close()
  })
})
