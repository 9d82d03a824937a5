import { ACT, countAttempt, DESK_CODES, SIGN_IN, type Limit } from '../../server/services/limits'
import { inspect } from './kit/inspect'
import { classHours, newPerson } from './kit/people'
import { call, startApi, type TestApi } from './support'

/** Limits that limit: counted before the rule is asked, for all processes, whatever the answer. */

let api: TestApi
let other: TestApi
beforeAll(async () => {
  api = await startApi()
  other = await startApi({ database: api.database, now: api.now() })
})
afterAll(async () => {
  await other.close()
  await api.close()
})

const windowStart = (limit: Limit) => new Date(Math.floor(api.now() / limit.window) * limit.window)

/** Spends a limit but for `left`. */
async function spend(limit: Limit, who: string, left: number): Promise<void> {
  await api.deps.platform
    .insertInto('attempt')
    .values({ key: `${limit.name}:${who}`, window_start: windowStart(limit), count: limit.most - left })
    .onConflict((conflict) => conflict.columns(['key', 'window_start']).doUpdateSet({ count: limit.most - left }))
    .execute()
}

const signIn = (on: TestApi) => call(on, 'POST', '/v1/sessions/demo', { body: { persona: 'nobody' } })

it('sign-ins are counted also when they fail, across two processes; the next one is told when', async () => {
  await spend(SIGN_IN, '127.0.0.1', 2)
  expect((await signIn(api)).status).toBe(404)
  expect((await signIn(other)).status).toBe(404)
  for (const on of [api, other]) {
    const refused = await signIn(on)
    expect(refused.body).toMatchObject({ status: 429, code: 'too-many' })
    const { retryAfter } = (refused.body as { facts: { retryAfter: number } }).facts
    expect(refused.headers['retry-after']).toBe(String(retryAfter))
    expect(retryAfter).toBeGreaterThan(0)
    expect(retryAfter).toBeLessThanOrEqual(SIGN_IN.window / 1000)
  }
  // Another address doesn't feel it.
  const elsewhere = await api.app.inject({
    method: 'POST',
    url: '/v1/sessions/demo',
    headers: { 'x-district': 'saihan', 'x-forwarded-for': '127.0.0.1' },
    payload: { persona: 'nobody' },
    remoteAddress: '203.0.113.7',
  })
  expect(elsewhere.statusCode).toBe(404)
  // In the next window it is over; and moving the demo's clock would not have helped.
  const now = api.now()
  api.setNow(now + SIGN_IN.window)
  expect((await signIn(api)).status).toBe(404)
  api.setNow(now)
})

it('acts are counted by account: what is refused counts, another account doesn’t feel it, reading isn’t counted', async () => {
  const branch = 'SH-X01-2'
  const secretary = await newPerson(api, { office: { role: 'branch-secretary', organisation: branch } })
  const colleague = await newPerson(api, { office: { role: 'branch-secretary', organisation: branch } })
  const nobody = '/v1/people/3f2b8c1d-9a4e-4d77-8b1a-0c5e6f7a8b9c/class-hours'
  await spend(ACT, secretary.account, 2)
  expect((await secretary.call('POST', nobody, classHours())).status).toBe(404)
  expect((await secretary.call('POST', nobody, { not: 'a body' })).status).toBe(400)
  expect((await secretary.call('POST', nobody, classHours())).body).toMatchObject({ code: 'too-many' })
  expect((await colleague.call('POST', nobody, classHours())).status).toBe(404)
  expect((await secretary.call('GET', '/v1/me')).status).toBe(200)
})

it('digits for a desktop are counted by account, also across two processes; signing in with them by address', async () => {
  const secretary = await newPerson(api, { office: { role: 'branch-secretary', organisation: 'SH-X01-2' } })
  const colleague = await newPerson(api, { office: { role: 'branch-secretary', organisation: 'SH-X01-2' } })
  const ask = (on: TestApi, { token } = secretary) => call(on, 'POST', '/v1/me/desk-codes', { token })
  await spend(DESK_CODES, secretary.account, 2)
  expect((await ask(api)).status).toBe(201)
  expect((await ask(other)).status).toBe(201)
  expect((await ask(other)).body).toMatchObject({ status: 429, code: 'too-many' })
  expect((await ask(api)).body).toMatchObject({ status: 429, code: 'too-many' })
  expect((await ask(api, colleague)).status).toBe(201)
  // Who has no office is told so and uses up nothing.
  const youth = await newPerson(api)
  await spend(DESK_CODES, youth.account, 0)
  expect((await ask(api, youth)).body).toMatchObject({ status: 422, code: 'no-office' })

  const now = api.now()
  api.setNow(now + 2 * SIGN_IN.window)
  await spend(SIGN_IN, '127.0.0.1', 1)
  const desk = () => call(api, 'POST', '/v1/sessions/desk', { body: { account: 'AAAA-AAAA', digits: '000000' } })
  expect((await desk()).body).toMatchObject({ status: 422, code: 'desk-code-refused' })
  expect((await desk()).body).toMatchObject({ status: 429, code: 'too-many' })
  api.setNow(now)
})

it('many at once, in two processes, pass exactly as often as the limit says', async () => {
  const limit: Limit = { name: 'test', most: 50, window: 3_600_000 }
  const tries = Array.from({ length: 120 }, (_, index) =>
    countAttempt((index % 2 ? api : other).deps, limit, 'somebody'),
  )
  const passed = (await Promise.allSettled(tries)).filter((one) => one.status === 'fulfilled')
  expect(passed).toHaveLength(50)
  const seen = await inspect(api.database)
  expect(await seen.query(`select count from platform.attempt where key = 'test:somebody'`)).toEqual([{ count: 120 }])
  await seen.end()
})
