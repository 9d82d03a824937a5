import type { Instant } from '#domain/time'
import { tick } from '../../../server/jobs/tick'
import { createTestDatabase, type TestDatabase } from '../../support/cluster'
import { inspect, waitingBackend, type Inspector } from '../kit/inspect'
import type { Somebody } from '../kit/people'
import { ask, startProcess, type ApiProcess } from '../kit/process'
import { random } from '../kit/random'
import { newRequestId, startApi, type TestApi } from '../support'
import { cancel, HOUR, newHost, newYouth, published, register } from './scene'

/**
 * A real API process, killed with -9 between a cancellation and its offer, or while it looks what is due: started again, it offers
 * each freed place exactly once, in the order of arrival, and tells of it once.
 */

let database: TestDatabase
/** Only to make people and events: nobody ticks here. */
let api: TestApi
let seen: Inspector
let host: Somebody
const running = new Set<ApiProcess>()

/** Each test starts processes of its own, which on a busy machine takes its time. */
jest.setTimeout(120_000)

beforeAll(async () => {
  database = await createTestDatabase({ demo: true })
  seen = await inspect(database)
  // A first process tells the personas' story and does what is due in it: later ones have only what the tests leave to them.
  const first = await start()
  await settled()
  await first.kill()
  api = await startApi({ database, now: Date.now() })
  host = await newHost(api)
})
afterEach(async () => {
  await Promise.all([...running].map((one) => one.kill()))
  running.clear()
})
afterAll(async () => {
  await seen.end()
  await api.close()
  await database.drop()
})

async function start(): Promise<ApiProcess> {
  const started = await startProcess(database)
  running.add(started)
  return started
}

/** Until nothing is due any more. */
async function settled(): Promise<void> {
  await until(async () => (await seen.query('select 1 from saihan.event where due_at <= now()')).length === 0)
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 10))
}

/** A killed process's backend ends when it wants to answer; what it hadn't committed is gone with it. */
function gone(backend: number): Promise<void> {
  return until(async () => (await seen.query('select 1 from pg_stat_activity where pid = $1', [backend])).length === 0)
}

/** Everybody's standing, in the order of arrival. */
async function states(event: string): Promise<readonly string[]> {
  const rows = await seen.query<{ state: string }>(
    'select state from saihan.registration where event_id = $1 order by arrival',
    [event],
  )
  return rows.map(({ state }) => state)
}

/** The people that were offered a place, as the facts and as the inboxes say, in the order of the facts. */
async function offers(event: string): Promise<{ readonly made: readonly string[]; readonly told: readonly string[] }> {
  const made = await seen.query<{ person_id: string }>(
    `select person_id from saihan.event_act where event_id = $1 and act = 'offered' order by no`,
    [event],
  )
  const told = await seen.query<{ person_id: string }>(
    `select person_id from saihan.inbox where event_id = $1 and kind = 'place-offered' order by no`,
    [event],
  )
  const people = (rows: readonly { person_id: string }[]) => rows.map(({ person_id: person }) => person)
  return { made: people(made), told: people(told) }
}

/** An event with one place and who has it, and two who wait for it. */
async function fullEvent(): Promise<{ readonly event: string; readonly people: readonly Somebody[] }> {
  const event = await published(api, host, { attendeePlaces: 1 })
  const people = [await newYouth(api), await newYouth(api), await newYouth(api)]
  for (const youth of people) await register(youth, event)
  return { event, people }
}

const giveBack = (where: ApiProcess, { token }: Somebody, event: string, requestId: string) =>
  ask(where, 'POST', `/v1/me/events/${event}/cancellation`, token, { requestId })

/** What a cancellation writes after the event's own row, in this order: its facts and the offer's, standings, messages, the remembered request. */
const WRITES = [
  ['event_act', 'insert into "event_act"'],
  ['registration', 'insert into "registration"'],
  ['inbox', 'insert into inbox'],
  ['request', 'insert into "request"'],
] as const

it.each(WRITES)(
  'killed before a cancellation has written to %s: neither is there, then both, once',
  async (table, statement) => {
    const { event, people } = await fullEvent()
    const [holder, first] = people as [Somebody, Somebody]
    const requestId = newRequestId()
    const dying = await start()
    await settled()
    const blocker = await inspect(database)
    await blocker.query('begin')
    await blocker.query(`lock table saihan.${table} in share mode`)
    const cut = giveBack(dying, holder, event, requestId).catch(() => 'no answer')
    const backend = await waitingBackend(seen, statement)
    await dying.kill()
    expect(await cut).toBe('no answer')
    await blocker.query('rollback')
    await blocker.end()
    await gone(backend)
    expect(await states(event)).toEqual(['registered', 'waiting', 'waiting'])
    const again = await start()
    for (let sent = 0; sent < 2; sent++) {
      expect(await giveBack(again, holder, event, requestId)).toMatchObject({ status: 201 })
    }
    expect(await states(event)).toEqual(['cancelled', 'offered', 'waiting'])
    expect(await offers(event)).toEqual({ made: [first.person], told: [first.person] })
  },
)

it('killed after a cancellation was committed and before it was answered: both are there, and sent again it is the same', async () => {
  const { event, people } = await fullEvent()
  const [holder, first] = people as [Somebody, Somebody]
  const requestId = newRequestId()
  const dying = await start()
  await settled()
  const [before, after] = [await inspect(database), await inspect(database)]
  await before.query('begin')
  await before.query('lock table saihan.request in share mode')
  const cut = giveBack(dying, holder, event, requestId).catch(() => 'no answer')
  await waitingBackend(seen, 'insert into "request"')
  // Had as soon as the act is committed: the answer, which is read afterwards, then waits for this.
  await after.query('begin')
  const committed = after.query('lock table saihan.event in access exclusive mode')
  await waitingBackend(seen, 'lock table saihan.event')
  await before.query('rollback')
  await committed
  const backend = await waitingBackend(seen, 'select')
  await dying.kill()
  expect(await cut).toBe('no answer')
  await after.query('rollback')
  await gone(backend)
  await Promise.all([before.end(), after.end()])
  expect(await states(event)).toEqual(['cancelled', 'offered', 'waiting'])
  const again = await start()
  expect(await giveBack(again, holder, event, requestId)).toMatchObject({
    status: 201,
    body: { mine: { state: 'cancelled' } },
  })
  await settled()
  expect(await states(event)).toEqual(['cancelled', 'offered', 'waiting'])
  expect(await offers(event)).toEqual({ made: [first.person], told: [first.person] })
})

it.each(WRITES.slice(0, 3))(
  'killed while an offer runs out, before it has written to %s: two that start again make the next offer once',
  async (table, statement) => {
    // Thirteen hours ago the place was given back, and offered for twelve.
    const now = api.now()
    api.setNow(now - 13 * HOUR)
    const { event, people } = await fullEvent()
    const [holder, first, second] = people as [Somebody, Somebody, Somebody]
    await cancel(holder, event)
    api.setNow(now)
    expect(await states(event)).toEqual(['cancelled', 'offered', 'waiting'])
    const blocker = await inspect(database)
    await blocker.query('begin')
    await blocker.query(`lock table saihan.${table} in share mode`)
    const dying = await start()
    const backend = await waitingBackend(seen, statement)
    await dying.kill()
    await blocker.query('rollback')
    await blocker.end()
    await gone(backend)
    expect(await states(event)).toEqual(['cancelled', 'offered', 'waiting'])
    await Promise.all([start(), start()])
    await settled()
    expect(await states(event)).toEqual(['cancelled', 'expired', 'offered'])
    const both = [first.person, second.person]
    expect(await offers(event)).toEqual({ made: both, told: both })
    // Nothing is left to do for whoever looks again.
    await tick(api.deps, Date.now() as Instant)
    expect(await offers(event)).toEqual({ made: both, told: both })
  },
)

const EVENTS = 6
const PLACES = 8
const WAITING = 10
const KILLS = 5
const CLIENTS = 8

interface GivenBack {
  readonly event: string
  readonly holder: Somebody
  readonly requestId: string
  answered: boolean
}

it('killed again and again among many cancellations: each freed place is offered once, in the order of arrival', async () => {
  const pick = random(20_261_201)
  const waiting = new Map<string, readonly string[]>()
  const acts: GivenBack[] = []
  for (let made = 0; made < EVENTS; made++) {
    const event = await published(api, host, { attendeePlaces: PLACES, spot: `${String(made)}号厅` })
    const people: Somebody[] = []
    while (people.length < PLACES + WAITING) people.push(await newYouth(api))
    for (const youth of people) await register(youth, event)
    waiting.set(
      event,
      people.slice(PLACES).map(({ person }) => person),
    )
    for (const holder of people.slice(0, PLACES)) {
      acts.splice(pick(acts.length + 1), 0, { event, holder, requestId: newRequestId(), answered: false })
    }
  }
  const answered = () => acts.filter((act) => act.answered).length

  /** Sends what has no answer yet until the process is gone. */
  const deliver = async (where: ApiProcess, onAnswer: () => void): Promise<void> => {
    const open = acts.filter((act) => !act.answered)
    const client = async (): Promise<void> => {
      for (let act = open.shift(); act; act = open.shift()) {
        const got = await giveBack(where, act.holder, act.event, act.requestId).catch(() => undefined)
        if (!got) return
        expect(got).toMatchObject({ status: 201 })
        act.answered = true
        onAnswer()
      }
    }
    await Promise.all(Array.from({ length: CLIENTS }, client))
  }

  for (let kill = 0; kill < KILLS; kill++) {
    const dying = await start()
    const killAt = answered() + 1 + pick(6)
    let killed: Promise<void> | undefined
    await deliver(dying, () => {
      if (answered() < killAt || killed) return
      killed = new Promise((resolve) => setTimeout(resolve, pick(12))).then(() => dying.kill())
    })
    await killed
    expect(answered()).toBeLessThan(acts.length)
    // What is committed is committed together, and what was acknowledged is.
    const facts = await seen.query<{ cancelled: number; offered: number }>(
      `select count(*) filter (where act = 'cancelled')::int as cancelled, count(*) filter (where act = 'offered')::int as offered
         from saihan.event_act where event_id = any($1::uuid[]) group by event_id`,
      [[...waiting.keys()]],
    )
    for (const { cancelled, offered } of facts) expect(offered).toBe(cancelled)
    expect(facts.reduce((sum, { cancelled }) => sum + cancelled, 0)).toBeGreaterThanOrEqual(answered())
  }
  const last = await start()
  await deliver(last, () => undefined)
  await settled()
  expect(answered()).toBe(acts.length)
  for (const [event, people] of waiting) {
    const first = people.slice(0, PLACES)
    expect(await offers(event)).toEqual({ made: first, told: first })
    expect(await states(event)).toEqual([
      ...Array<string>(PLACES).fill('cancelled'),
      ...Array<string>(PLACES).fill('offered'),
      ...Array<string>(WAITING - PLACES).fill('waiting'),
    ])
  }
})
