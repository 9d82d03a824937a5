import { newYouth, register } from '../events/scene'
import { inspect, type Inspector } from '../kit/inspect'
import { signIn, type Somebody } from '../kit/people'
import { newRequestId, startApi, type TestApi } from '../support'
import { checkInBody, linkOf, newEvening, send, shown, type Device } from './scene'
import { eraseAccount } from '../../../server/services/erasure'
import { contextOf } from '../kit/people'

/** One requestId is one check-in, however often, from however many phones and through however many processes it comes; and digits can't be tried out. */

let api: TestApi
/** Another process on the same database. */
let second: TestApi
let seen: Inspector
let door: Device

beforeAll(async () => {
  api = await startApi()
  second = await startApi({ database: api.database, now: api.now() })
  seen = await inspect(api.database)
  door = await newEvening(api)
})
afterAll(async () => {
  await seen.end()
  await second.close()
  await api.close()
})

const link = () => linkOf(door, 'in', api.now())
const factsOf = (...people: readonly Somebody[]) =>
  seen.query<{ person_id: string; request_id: string }>(
    'select person_id, request_id from saihan.check_in where person_id = any($1::uuid[])',
    [people.map(({ person }) => person)],
  )

it('100 clients with one requestId, of two accounts on two phones each, are two facts and two answers', async () => {
  const [one, other] = [await newYouth(api), await newYouth(api)]
  await register(one, door.event)
  const phones = [one, await signIn(api, one), other, await signIn(api, other)]
  const body = checkInBody(api, { code: link() })
  const answers = await Promise.all(
    Array.from({ length: 100 }, async (_, n) => {
      const phone = phones[n % 4]
      if (!phone) throw new Error('no phone')
      const { status, raw } = await send(n % 3 === 0 ? second : api, phone, {}, body)
      return `${phone.person} ${String(status)} ${raw}`
    }),
  )
  const distinct = [...new Set(answers)]
  expect(distinct.map((answer) => answer.slice(37, 40))).toEqual(['201', '201'])
  expect((await factsOf(one, other)).map((fact) => fact.person_id).sort()).toEqual([one.person, other.person].sort())
})

it('the same answer comes back much later, when the code is long over; another body under its id is refused', async () => {
  const youth = await newYouth(api)
  const body = checkInBody(api, { code: link() })
  const first = await send(api, youth, {}, body)
  const now = api.now()
  for (const at of [now + 3_600_000, now + 60 * 3_600_000]) {
    api.setNow(at)
    expect((await send(api, youth, {}, body)).raw).toBe(first.raw)
  }
  api.setNow(now)
  for (const more of [{ at: now + 1 }, { declared: true }, { code: linkOf(door, 'out', now) }])
    expect((await send(api, youth, {}, { ...body, ...more })).body).toMatchObject({
      status: 409,
      code: 'request-id-reused',
    })
  expect(await factsOf(youth)).toHaveLength(1)
})

it('a refusal isn’t remembered: what was refused is decided anew', async () => {
  const youth = await newYouth(api)
  const body = checkInBody(api, { code: linkOf(door, 'in', api.now() + 60_000) })
  expect((await send(api, youth, {}, body)).status).toBe(422)
  api.setNow(api.now() + 60_000)
  expect((await send(api, youth, {}, body)).status).toBe(201)
  api.setNow(api.now() - 60_000)
})

it('sent while the account is being erased it is either a fact or a 401, and nothing is remembered of who is gone', async () => {
  for (let round = 0; round < 10; round++) {
    const youth = await newYouth(api)
    const sent = Array.from({ length: 6 }, () => send(api, youth, { code: link() }))
    const [answers] = await Promise.all([Promise.all(sent), eraseAccount(contextOf(api), youth.account, 'own-request')])
    for (const { status } of answers) expect([201, 401]).toContain(status)
    expect(await factsOf(youth)).toHaveLength(answers.filter(({ status }) => status === 201).length)
    expect(await seen.query('select from saihan.request where actor = $1', [youth.account])).toEqual([])
  }
})

describe('typed digits', () => {
  const typed = (on: TestApi, who: Somebody, digits: string, event: string | null = door.event) =>
    send(on, who, { digits, event })
  const right = () => shown(door, 'in', api.now()).digits
  /** Six digits that no desk shows. */
  const wrong = (n: number) => {
    const all = [-15_000, 0, 15_000].flatMap((away) =>
      (['in', 'out'] as const).map((direction) => shown(door, direction, api.now() + away).digits),
    )
    const digits = String(n).padStart(6, '0')
    return all.includes(digits) ? '999999' : digits
  }

  it('can be tried ten times an event, counted across two processes, also when all come at once', async () => {
    const youth = await newYouth(api)
    const tries = await Promise.all(
      Array.from({ length: 30 }, (_, n) => typed(n % 2 === 0 ? api : second, youth, wrong(n))),
    )
    const codes = tries.map(({ body }) => (body as { code: string }).code)
    expect(codes.filter((code) => code === 'digits-wrong')).toHaveLength(10)
    expect(codes.filter((code) => code === 'too-many')).toHaveLength(20)
    // Then not even the right ones; scanning isn't limited, nor is another event or another person.
    expect(await typed(api, youth, right())).toMatchObject({ status: 429 })
    expect((await send(second, youth, { code: link() })).status).toBe(201)
    expect((await typed(api, await newYouth(api), right())).status).toBe(201)
    const other = await newEvening(api)
    const { digits } = shown(other, 'in', api.now())
    expect((await typed(api, youth, digits, other.event)).status).toBe(201)
  })

  it('kept on a phone count as well: saying that they were typed earlier gives no new tries', async () => {
    const youth = await newYouth(api)
    for (let n = 0; n < 10; n++) {
      const at = api.now() - n * 60_000
      expect((await send(api, youth, { digits: wrong(n), event: door.event, at })).status).toBe(422)
    }
    const late = await send(api, youth, { digits: right(), event: door.event, at: api.now() - 60_000 })
    expect(late).toMatchObject({ status: 429, body: { code: 'too-many' } })
  })

  it('that were taken are answered again however often they come', async () => {
    const youth = await newYouth(api)
    const body = checkInBody(api, { digits: right(), event: door.event, requestId: newRequestId() })
    const first = await send(api, youth, {}, body)
    expect(first.status).toBe(201)
    for (let n = 0; n < 15; n++) expect((await send(api, youth, {}, body)).raw).toBe(first.raw)
  })
})
