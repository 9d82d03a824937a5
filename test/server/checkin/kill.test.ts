import { createTestDatabase, type TestDatabase } from '../../support/cluster'
import { inspect, type Inspector } from '../kit/inspect'
import { newPerson, type Somebody } from '../kit/people'
import { startProcess, type ApiProcess } from '../kit/process'
import { newRequestId, startApi, type TestApi } from '../support'
import { linkOf, newEvening, type Device } from './scene'

/** 500 phones at one door, the API killed with -9 in the middle: every check-in that was acknowledged is there, once. */

const PHONES = 500
const CLIENTS = 10

interface CheckIn {
  readonly by: Somebody
  readonly body: Readonly<Record<string, unknown>>
  /** The answer, once there is one. */
  raw?: string
}

let database: TestDatabase
let api: TestApi
let seen: Inspector
let running: ApiProcess | undefined

beforeAll(async () => {
  database = await createTestDatabase({ demo: true })
  api = await startApi({ database, now: Date.now() })
  seen = await inspect(database)
})
afterAll(async () => {
  await running?.kill()
  await seen.end()
  await api.close()
  await database.drop()
})

/** The answer; undefined when there is none, because the process has died. */
async function deliver(
  { url }: ApiProcess,
  { by, body }: CheckIn,
): Promise<{ status: number; raw: string } | undefined> {
  try {
    const response = await fetch(`${url}/v1/me/check-ins`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${by.token}`,
        'content-type': 'application/json',
        'x-phone-time': String(Date.now()),
      },
      body: JSON.stringify(body),
    })
    return { status: response.status, raw: await response.text() }
  } catch {
    return undefined
  }
}

async function phonesAt(door: Device): Promise<readonly CheckIn[]> {
  const phones: CheckIn[] = []
  for (let n = 0; n < PHONES; n++) {
    const by = await newPerson(api)
    const at = Date.now()
    const body = {
      requestId: newRequestId(),
      code: linkOf(door, 'in', at),
      digits: null,
      event: null,
      at,
      offset: null,
    }
    phones.push({ by, body: { ...body, declared: true } })
  }
  return phones
}

it('loses none that was acknowledged and has none twice', async () => {
  const door = await newEvening(api)
  const phones = await phonesAt(door)
  running = await startProcess(database)
  const answered = () => phones.filter(({ raw }) => raw !== undefined).length
  const everybody = async (process: ApiProcess, killAt: number | null): Promise<void> => {
    const waiting = phones.filter(({ raw }) => raw === undefined)
    let killed: Promise<void> | undefined
    const client = async (): Promise<void> => {
      for (let phone = waiting.shift(); phone; phone = waiting.shift()) {
        const got = await deliver(process, phone)
        if (!got) return
        expect([got.status, got.status === 201 ? '' : got.raw]).toEqual([201, ''])
        phone.raw = got.raw
        if (killAt !== null && answered() >= killAt) killed ??= process.kill()
      }
    }
    await Promise.all(Array.from({ length: CLIENTS }, client))
    await killed
  }
  for (const killAt of [100, 300]) {
    await everybody(running, killAt)
    // Something was under way.
    expect(answered()).toBeGreaterThanOrEqual(killAt)
    expect(answered()).toBeLessThan(PHONES)
    const stored = await seen.query<{ request_id: string }>('select request_id from saihan.check_in')
    const ids = new Set(stored.map((row) => row.request_id))
    expect(phones.filter(({ raw, body }) => raw !== undefined && !ids.has(String(body.requestId)))).toEqual([])
    running = await startProcess(database)
  }
  await everybody(running, null)
  expect(answered()).toBe(PHONES)
  // All of them once more, in another process: the same bytes, and nothing new.
  for (const phone of phones) expect((await deliver(running, phone))?.raw).toBe(phone.raw)
  const rows = await seen.query<{ people: number; facts: number; requests: number }>(
    `select count(distinct c.person_id)::int as people, count(*)::int as facts,
            (select count(*)::int from saihan.request where request_id = any($2::uuid[])) as requests
       from saihan.check_in c where c.event_id = $1`,
    [door.event, phones.map(({ body }) => body.requestId)],
  )
  expect(rows).toEqual([{ people: PHONES, facts: PHONES, requests: PHONES }])
}, 180_000)
