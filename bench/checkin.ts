import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { codeLink, stepAt } from '#domain/checkin/code'
import { deskCode } from '#domain/checkin/mac'
import type { Instant } from '#domain/time'
import { derivedKey } from '../server/database/district-login'
import { loadDistricts } from '../server/districts'
import { deskKey, mac } from '../server/services/checkin/keys'
import { tokenHash } from '../server/services/tokens'
import { startApi } from '../test/server/support'
import { startWechatStandin } from '../test/standins/wechat'
import { createTestDatabase, startTestCluster, type TestDatabase } from '../test/support/cluster'
import { connect, startApiProcess } from './lib/api-process'
import { fill } from './lib/fill'
import { eventOn, fillEvents } from './lib/fill-events'
import { drive } from './lib/load'
import { APP_ID, benchPerson } from './lib/people'
import { findPgbench, runPgbench } from './lib/pgbench'
import { record, type Recording } from './lib/replay'
import { runBench, say } from './lib/run'
import type { Closers } from './lib/stand'
import { median, quantile, type Sample } from './lib/statistics'

/**
 * `npm run bench:checkin`: check-ins a second at one door and their p99, 10 connections, by the same statements under pgbench in the same run; then
 * 1,000 phones within 60 seconds, of which none may be lost. `--quick` is a look, not a measurement.
 */
const CONNECTIONS = 10
const DISTRICT = 'saihan'
const quick = process.argv.includes('--quick')
const ROUNDS = quick ? 2 : 5
/** Check-ins a round, each of somebody else. */
const CHECK_INS = quick ? 500 : 2000
const RUSH = { phones: quick ? 200 : 1000, seconds: quick ? 10 : 60 }
const GOAL = 0.5
const ORIGIN = 'https://aili.example'

/** A door: what its desk for coming shows, and its event. */
interface Door {
  readonly event: string
  readonly link: () => string
}

async function main(closers: Closers): Promise<void> {
  const pgbench = await findPgbench()
  const cluster = await startTestCluster({ durable: true })
  closers.push(() => cluster.stop())
  const pack = loadDistricts(path.resolve(__dirname, '../districts')).find(({ slug }) => slug === DISTRICT)
  if (!pack) throw new Error(`There is no district ${DISTRICT}.`)
  const standin = await startWechatStandin({ appId: APP_ID, secret: 'bench' })
  closers.push(() => standin.stop())
  const now = Date.now() as Instant
  const database = await createTestDatabase({ demo: false })
  const people = 2 + (ROUNDS + 1) * CHECK_INS * 2 + RUSH.phones
  await fill(database.superuserUrl, { pack, people, withLedger: 10, now })
  await fillEvents(database.superuserUrl, { pack, past: 1000, now })
  const door = await openDoor(database, now)
  const api = await startApiProcess({ databaseUrl: database.apiUrl, wechatUrl: standin.url })
  closers.push(() => api.stop())
  const phones = Array.from({ length: CONNECTIONS }, () => connect(api.address))
  for (const phone of phones) closers.push(() => phone.close())

  // The first two people show which statements a check-in is.
  const script = scriptOf(await recordOne(database, door), door)
  let next = 2
  const checkIn = (who: number, from = phones[who % CONNECTIONS]) =>
    from?.ask('POST', '/v1/me/check-ins', {
      expect: 201,
      headers: { authorization: `Bearer ${benchPerson(who).token}`, 'x-phone-time': String(Date.now()) },
      body: bodyOf(door),
    }) ?? Promise.reject(new RangeError('There is no such phone.'))

  const rounds: { readonly ours: Sample; readonly peer: Sample | null }[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    const load = { callers: CONNECTIONS, requests: CHECK_INS, limit: 120_000 }
    const ours = await drive(load, (caller) => checkIn(next++, phones[caller]))
    const peer =
      pgbench === null
        ? null
        : await runPgbench({
            pgbench,
            url: database.superuserUrl,
            searchPath: `${DISTRICT},platform`,
            script,
            clients: CONNECTIONS,
            transactions: CHECK_INS / CONNECTIONS,
            variables: { first: next, each: CHECK_INS / CONNECTIONS, n: -1 },
          })
    next += CHECK_INS
    if (round > 0) rounds.push({ ours, peer })
  }
  report(rounds)
  const rush = await rushAt(next, (who) => checkIn(who, connectOnce(api.address, closers)))
  const there = await count(database, door, next, RUSH.phones)
  say(
    `${RUSH.phones} phones within ${RUSH.seconds} s at one door: ${there} check-ins there, ${RUSH.phones - there} lost (goal 0); ` +
      `p50 ${quantile(rush, 0.5).toFixed(1)} ms, p99 ${quantile(rush, 0.99).toFixed(1)} ms, slowest ${quantile(rush, 1).toFixed(1)} ms`,
  )
  if (there !== RUSH.phones) process.exitCode = 1
  if (quick) say('--quick: a look, not a measurement')
}

function report(rounds: readonly { readonly ours: Sample; readonly peer: Sample | null }[]): void {
  const rate = ({ latencies, seconds }: Sample) => latencies.length / seconds
  const p99 = ({ latencies }: Sample) => quantile(latencies, 0.99)
  const ours = rounds.map((round) => round.ours)
  const what = `check-ins at one door, ${CONNECTIONS} connections: ${median(ours.map(rate)).toFixed(0)} a second, p99 ${median(ours.map(p99)).toFixed(1)} ms`
  const both = rounds.flatMap(({ ours: mine, peer }) => (peer ? [{ mine, peer }] : []))
  if (both.length === 0) {
    say(what)
    say('The ratio is left out: there is no pgbench here (Debian: apt-get install postgresql-contrib).')
    return
  }
  say(
    `${what}; the same statements under pgbench ${median(both.map(({ peer }) => rate(peer))).toFixed(0)} a second, ` +
      `p99 ${median(both.map(({ peer }) => p99(peer))).toFixed(1)} ms; ratio ${median(both.map(({ mine, peer }) => rate(mine) / rate(peer))).toFixed(2)} (goal ≥ ${GOAL})`,
  )
}

/** One event is on now, with its desks open. */
async function openDoor(database: TestDatabase, now: Instant): Promise<Door> {
  const event = eventOn(0, 0)
  const [start, end] = [now - 10 * 60_000, now + 2 * 3_600_000]
  const by = benchPerson('secretary').person
  const code = await asSuperuser(database, async (client) => {
    const { rows } = await client.query<{ code: string }>(
      `update ${DISTRICT}.event set start_at = to_timestamp($2 / 1000.0), end_at = to_timestamp($3 / 1000.0),
              state = jsonb_set(jsonb_set(state, '{terms,start}', to_jsonb($2::bigint)), '{terms,end}', to_jsonb($3::bigint))
        where id = $1 returning code`,
      [event, start, end],
    )
    for (const [desk, direction] of [
      [1, 'in'],
      [2, 'out'],
    ]) {
      await client.query(
        `insert into ${DISTRICT}.desk (event_id, desk, direction, device, by_person, opened_at)
         values ($1, $2, $3, gen_random_uuid(), $4, now())`,
        [event, desk, direction, by],
      )
    }
    return rows[0]?.code ?? ''
  })
  const key = deskKey({ requestKey: derivedKey(database.apiUrl, 'request') }, event, 1)
  const shown = () => deskCode(mac, key, { event: code, desk: 1, direction: 'in' }, stepAt(Date.now() as Instant)).code
  return { event, link: () => codeLink(ORIGIN, shown()) }
}

function bodyOf(door: Door): Record<string, unknown> {
  const at = Date.now()
  return { requestId: randomUUID(), code: door.link(), digits: null, event: null, at, offset: null, declared: false }
}

/** The statements of the second check-in of this process, whose connections are there by then; as person 1 sends them. */
async function recordOne(database: TestDatabase, door: Door): Promise<{ recording: Recording; requestId: string }> {
  const here = await startApi({ database, now: Date.now() })
  try {
    const send = async (who: number): Promise<string> => {
      const body = bodyOf(door)
      const got = await here.app.inject({
        method: 'POST',
        url: '/v1/me/check-ins',
        headers: { authorization: `Bearer ${benchPerson(who).token}`, 'x-phone-time': String(Date.now()) },
        payload: body,
      })
      if (got.statusCode !== 201) throw new Error(got.body)
      return String(body.requestId)
    }
    await send(0)
    let requestId = ''
    const recording = await record(async () => {
      requestId = await send(1)
    })
    return { recording, requestId }
  } finally {
    await here.app.close()
    await Promise.all(here.pools.map((pool) => pool.end()))
  }
}

/** A recording as a script of pgbench's: somebody else each time, with a request of their own. */
function scriptOf({ recording, requestId }: { recording: Recording; requestId: string }, { event }: Door): string {
  const { account, token } = benchPerson(1)
  const theirs = `md5('account ' || :i)::uuid`
  const hash = `sha256(convert_to(rtrim(translate(encode(sha256(convert_to('token ' || :i, 'UTF8')), 'base64'), '+/', '-_'), '='), 'UTF8'))`
  const text = (value: string) => `'${value.replaceAll("'", "''").replaceAll('":', '": ')}'`
  const one = (value: unknown): string => {
    if (value === null || value === undefined) return 'null'
    if (value === account) return theirs
    if (value === requestId) return `md5('request ' || :i)::uuid`
    if (Buffer.isBuffer(value)) {
      return value.equals(tokenHash(token)) ? hash : `'\\x${value.toString('hex')}'::bytea`
    }
    if (value instanceof Date) return `to_timestamp(${value.getTime() / 1000})`
    if (Array.isArray(value)) return `array[${value.map(one).join(', ')}]`
    if (typeof value !== 'string') return JSON.stringify(value)
    if (value.endsWith(`:${account}`)) return `'${value.slice(0, -account.length - 1)}' || chr(58) || (${theirs})::text`
    // Ids of facts go on in time.
    if (UUID.test(value) && value !== event) return 'uuidv7()'
    return text(value)
  }
  const statements = recording.map(({ text: sent, values }) =>
    sent.replace(/\$(\d+)/g, (_, n: string) => `(${one(values[Number(n) - 1])})`),
  )
  return [`\\set n :n + 1`, `\\set i :first + :client_id * :each + :n`, ...statements.map((sent) => `${sent};`)].join(
    '\n',
  )
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Everybody comes at some moment of the time, each on a connection of their own; latencies, sorted. */
async function rushAt(first: number, act: (who: number) => Promise<unknown>): Promise<readonly number[]> {
  const latencies = await Promise.all(
    Array.from({ length: RUSH.phones }, async (_, n) => {
      await sleep(Math.random() * RUSH.seconds * 1000)
      const before = performance.now()
      await act(first + n)
      return performance.now() - before
    }),
  )
  return latencies.sort((a, b) => a - b)
}

function connectOnce(address: string, closers: Closers) {
  const phone = connect(address)
  closers.push(() => phone.close())
  return phone
}

async function count(database: TestDatabase, { event }: Door, first: number, many: number): Promise<number> {
  const people = Array.from({ length: many }, (_, n) => benchPerson(first + n).person)
  return asSuperuser(database, async (client) => {
    const { rows } = await client.query<{ n: number }>(
      `select count(distinct person_id)::int as n from ${DISTRICT}.check_in where event_id = $1 and person_id = any($2)`,
      [event, people],
    )
    return rows[0]?.n ?? 0
  })
}

async function asSuperuser<T>(database: TestDatabase, act: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: database.superuserUrl })
  await client.connect()
  try {
    return await act(client)
  } finally {
    await client.end()
  }
}

runBench(main)
