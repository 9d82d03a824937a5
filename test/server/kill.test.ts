import { addDays, localDate } from '#domain/time'
import { createTestDatabase, type TestDatabase } from '../support/cluster'
import { inspect, type Inspector } from './kit/inspect'
import { ask, startProcess, type ApiProcess } from './kit/process'
import { classHours } from './kit/people'

/** A real process, killed with -9 while it writes: what it acknowledged is there, once. */

const CLIENTS = 8
const ACTS = 200

interface Act {
  readonly body: Record<string, unknown>
  /** The id of its fact, once an answer has come. */
  id?: string
}

let database: TestDatabase
let seen: Inspector
let running: ApiProcess | undefined
beforeAll(async () => {
  database = await createTestDatabase({ demo: true })
  seen = await inspect(database)
})
afterAll(async () => {
  await running?.kill()
  await seen.end()
  await database.drop()
})

async function signIn(api: ApiProcess, persona: string): Promise<string> {
  const { body } = await ask(api, 'POST', '/v1/sessions/demo', undefined, { persona })
  return (body as { token: string }).token
}

it('loses nothing acknowledged and does nothing twice, killed again and again', async () => {
  running = await startProcess(database)
  // A token outlives the process that gave it.
  const secretary = await signIn(running, 'secretary')
  const youth = await signIn(running, 'applicant-a')
  const { person } = (await ask(running, 'GET', '/v1/me', youth)).body as { person: string }
  const url = `/v1/people/${person}/class-hours`
  const [start] = await seen.query<{ n: number }>('select count(*)::int as n from saihan.ledger')
  // A day each: no day holds more than a few.
  const acts: Act[] = Array.from({ length: ACTS }, (_, n) => ({
    body: classHours({ content: `第${String(n)}课`, on: addDays(localDate('2025-01-01'), n) }),
  }))

  /** Sends what has no answer yet until the process is gone; calls `onAnswer` with each answer. */
  const deliver = async (api: ApiProcess, onAnswer: () => void): Promise<void> => {
    const waiting = acts.filter((act) => act.id === undefined)
    const client = async (): Promise<void> => {
      for (let act = waiting.shift(); act; act = waiting.shift()) {
        const answer = await ask(api, 'POST', url, secretary, act.body).catch(() => undefined)
        if (!answer) return
        expect([answer.status, answer.status === 201 ? undefined : answer.body]).toEqual([201, undefined])
        act.id = (answer.body as { id: string }).id
        onAnswer()
      }
    }
    await Promise.all(Array.from({ length: CLIENTS }, client))
  }
  const answered = () => acts.filter((act) => act.id !== undefined).length

  for (const killAt of [30, 100]) {
    const api = running
    let killed: Promise<void> | undefined
    await deliver(api, () => {
      if (answered() === killAt) killed = api.kill()
    })
    await killed
    // Something was under way: the end came in the middle.
    expect(answered()).toBeGreaterThanOrEqual(killAt)
    expect(answered()).toBeLessThan(ACTS)
    const stored = await seen.query<{ id: string }>('select id from saihan.ledger')
    const ids = new Set(stored.map((row) => row.id))
    expect(acts.filter((act) => act.id !== undefined && !ids.has(act.id))).toEqual([])
    running = await startProcess(database)
  }
  await deliver(running, () => undefined)
  expect(answered()).toBe(ACTS)

  // All of them once more, in another process: the same ids, and nothing new.
  const again = await Promise.all(
    acts.map(async ({ body }) => ask(running as ApiProcess, 'POST', url, secretary, body)),
  )
  expect(again.map(({ body }) => (body as { id: string }).id)).toEqual(acts.map(({ id }) => id))
  expect(new Set(acts.map(({ id }) => id)).size).toBe(ACTS)
  const [end] = await seen.query<{ n: number }>('select count(*)::int as n from saihan.ledger')
  expect((end?.n ?? 0) - (start?.n ?? 0)).toBe(ACTS)
  const texts = await seen.query<{ n: number }>(
    `select count(*)::int as n from saihan.fact_text where body->>'content' like '第%课' and body->>'witness' = '团支书·丙' and fact_id = any($1::uuid[])`,
    [acts.map(({ id }) => id)],
  )
  expect(texts[0]?.n).toBe(ACTS)
  // The story of the personas, too, was told once, whatever was killed.
  const told = await seen.query('select seeded_at from platform.district where slug = $1 and seeded_at is not null', [
    'saihan',
  ])
  expect(told).toHaveLength(1)
}, 120_000)
