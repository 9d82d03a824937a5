import { createTestDatabase, type TestDatabase } from '../../support/cluster'
import { tick } from '../../../server/jobs/tick'
import type { Instant } from '#domain/time'
import { inspect, waitingBackend, type Inspector } from '../kit/inspect'
import { startApi, type TestApi } from '../support'
import { newHost, newYouth, published, register } from './scene'

/**
 * A process that dies between a cancellation and its offer: the two are one transaction, so either neither is there, and the
 * cancellation is sent again, or both are. And a freed place that nobody offered (a row put so by hand) is offered once by whoever ticks.
 */

let database: TestDatabase
let api: TestApi
let seen: Inspector

beforeAll(async () => {
  database = await createTestDatabase({ demo: true })
  api = await startApi({ database })
  seen = await inspect(database)
})
afterAll(async () => {
  await seen.end()
  await api.close()
  await database.drop()
})

it('offers a freed place once, when the backend was killed in the middle of giving it back', async () => {
  const host = await newHost(api)
  for (let round = 0; round < 5; round++) {
    const event = await published(api, host, { attendeePlaces: 1 })
    const [holder, first, second] = [await newYouth(api), await newYouth(api), await newYouth(api)]
    for (const youth of [holder, first, second]) await register(youth, event)
    // The server's own connection is cut while it holds the event's lock and waits to write its facts.
    const blocker = await inspect(database)
    await blocker.query('begin')
    await blocker.query(`lock table saihan.event_act in share mode`)
    const requestId = crypto.randomUUID()
    const send = () => holder.call('POST', `/v1/me/events/${event}/cancellation`, { requestId })
    const cut = send()
    const backend = await waitingBackend(seen, 'insert into "event_act"')
    await seen.query('select pg_terminate_backend($1)', [backend])
    await blocker.query('rollback')
    await blocker.end()
    expect((await cut).status).toBeGreaterThanOrEqual(500)
    const states = () =>
      seen.query<{ state: string }>(
        `select state from saihan.registration where event_id = '${event}' order by arrival`,
      )
    expect((await states()).map(({ state }) => state)).toEqual(['registered', 'waiting', 'waiting'])
    expect((await send()).status).toBe(201)
    await Promise.all([tick(api.deps, api.now() as Instant), tick(api.deps, api.now() as Instant)])
    expect((await states()).map(({ state }) => state)).toEqual(['cancelled', 'offered', 'waiting'])
    const [offers] = await seen.query<{ n: number }>(
      `select count(*)::int as n from saihan.event_act where event_id = '${event}' and act = 'offered'`,
    )
    expect(offers?.n).toBe(1)
  }
})
