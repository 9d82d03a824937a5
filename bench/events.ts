import { randomUUID } from 'node:crypto'
import path from 'node:path'
import pg from 'pg'
import { addDays, localDateAt, type Instant } from '#domain/time'
import { districtLogin } from '../server/database/district-login'
import { tokenHash } from '../server/services/tokens'
import { loadDistricts } from '../server/districts'
import { createTestDatabase, startTestCluster } from '../test/support/cluster'
import { startApi } from '../test/server/support'
import { startWechatStandin } from '../test/standins/wechat'
import { connect, startApiProcess, type Connection } from './lib/api-process'
import { eventOn, fillEvents } from './lib/fill-events'
import { fill } from './lib/fill'
import { drive, driveInTurns } from './lib/load'
import { APP_ID, benchPerson } from './lib/people'
import { record, replay } from './lib/replay'
import { runBench, say } from './lib/run'
import type { Closers } from './lib/stand'
import { median, quantile, type Sample } from './lib/statistics'

/**
 * `npm run bench:events`: what is on in a week and in a month with 100 thousand past events beside a thousand (p50 by p50, in
 * turns), and registrations a second for one event with 10 connections beside the same statements through bare pg. `--quick`
 * is a look, not a measurement.
 */
const CONNECTIONS = 10
const DISTRICT = 'saihan'
const quick = process.argv.includes('--quick')
const PAST = { small: 1000, large: quick ? 10_000 : 100_000 }
const ROUNDS = quick ? 2 : 5
const LIST_REQUESTS = quick ? 400 : 1000
/** Registrations for one event; each round has an event of its own. */
const REGISTRATIONS = quick ? 200 : 400
const PEOPLE = 1000

interface Stand {
  readonly url: string
  readonly phones: readonly Connection[]
}

async function main(closers: Closers): Promise<void> {
  const cluster = await startTestCluster({ durable: true })
  closers.push(() => cluster.stop())
  const pack = loadDistricts(path.resolve(__dirname, '../districts')).find(({ slug }) => slug === DISTRICT)
  if (!pack) throw new Error(`There is no district ${DISTRICT}.`)
  const standin = await startWechatStandin({ appId: APP_ID, secret: 'bench' })
  closers.push(() => standin.stop())
  const now = Date.now() as Instant

  const stand = async (past: number): Promise<Stand> => {
    const database = await createTestDatabase({ demo: false })
    await fill(database.superuserUrl, { pack, people: PEOPLE, withLedger: 10, now })
    await fillEvents(database.superuserUrl, { pack, past, now })
    const api = await startApiProcess({ databaseUrl: database.apiUrl, wechatUrl: standin.url })
    closers.push(() => api.stop())
    const phones = Array.from({ length: CONNECTIONS }, () => connect(api.address))
    for (const phone of phones) closers.push(() => phone.close())
    return { url: database.apiUrl, phones }
  }
  const small = await stand(PAST.small)
  const large = await stand(PAST.large)

  const today = localDateAt(now)
  const ask = (days: number) => (of: Stand) => (caller: number) =>
    get(of, caller, `/v1/events?from=${addDays(today, days === 7 ? 0 : -14)}&to=${addDays(today, days === 7 ? 6 : 27)}`)
  const growth: Record<'week' | 'month', number[]> = { week: [], month: [] }
  const p50: Record<'week' | 'month', number[]> = { week: [], month: [] }
  const rates: { readonly api: number; readonly peer: number }[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [kind, days] of [
      ['week', 7],
      ['month', 42],
    ] as const) {
      const load = { callers: CONNECTIONS, requests: LIST_REQUESTS, limit: 8000 }
      const [one, other] = await driveInTurns(load, ask(days)(small), ask(days)(large))
      if (round > 0) {
        growth[kind].push(at50(other) / at50(one))
        p50[kind].push(at50(other))
      }
    }
    const rate = await registrations(large, {
      event: eventOn(2 + round, 0),
      peer: eventOn(2 + round, 1),
      other: eventOn(2 + round, 2),
    })
    if (round > 0) rates.push(rate)
  }
  const past = PAST.large.toLocaleString('en')
  say(
    `events of a week, ${past} past ones by ${PAST.small}: p50 by p50  ${median(growth.week).toFixed(2)} (goal ≤ 1.2; p50 ${median(p50.week).toFixed(2)} ms)`,
  )
  say(
    `events of six weeks, the same                        ${median(growth.month).toFixed(2)} (goal ≤ 1.2; p50 ${median(p50.month).toFixed(2)} ms)`,
  )
  say(
    `registrations a second for one event, ${CONNECTIONS} connections: API ${median(rates.map(({ api }) => api)).toFixed(0)}, ` +
      `the same statements through bare pg ${median(rates.map(({ peer }) => peer)).toFixed(0)}, ` +
      `ratio ${median(rates.map(({ api, peer }) => api / peer)).toFixed(2)}`,
  )
  if (quick) say('--quick: a look, not a measurement')
}

/** Registrations of everybody for one event through the API; then the same statements for another, through bare pg. */
async function registrations(
  { url, phones }: Stand,
  { event, peer, other }: { readonly event: string; readonly peer: string; readonly other: string },
): Promise<{ readonly api: number; readonly peer: number }> {
  let next = 1
  const load = { callers: CONNECTIONS, requests: REGISTRATIONS, limit: 60_000 }
  const api = await drive(load, (caller) => {
    const { token } = benchPerson(next++)
    return (
      phones[caller]?.ask('POST', `/v1/me/events/${event}/registration`, {
        expect: 201,
        headers: { authorization: `Bearer ${token}` },
        body: { requestId: randomUUID(), role: 'attendee' },
      }) ?? Promise.resolve()
    )
  })

  // One registration, in this process, to know the statements.
  const first = benchPerson(0)
  const requestId = randomUUID()
  const here = await startApi({ database: { apiUrl: url } as never, now: Date.now() })
  const recording = await record(() =>
    here.app.inject({
      method: 'POST',
      url: `/v1/me/events/${other}/registration`,
      headers: { authorization: `Bearer ${first.token}` },
      payload: { requestId, role: 'attendee' },
    }),
  )
  await Promise.all(here.pools.map((pool) => pool.end()))
  // As the API has them: one login for sessions, one for the district. Both may read what they need through the district's.
  const pool = new pg.Pool({ connectionString: districtUrl(url), max: CONNECTIONS })
  const platform = new pg.Pool({ connectionString: inSchema(url, 'platform'), max: CONNECTIONS })
  // An error of a statement is told by the statement.
  for (const one of [pool, platform]) one.on('error', () => undefined)
  let number = 2
  let who = 1
  const sample = await drive(load, async () => {
    const somebody = benchPerson(who++)
    const [of, mine] = [new Map<unknown, unknown>(), randomUUID()]
    for (const [from, to] of [
      [first.person, somebody.person],
      [first.account, somebody.account],
      [requestId, mine],
      [other, peer],
    ] as const)
      of.set(from, to)
    const hash = tokenHash(first.token)
    const client = await pool.connect()
    const session = await platform.connect()
    try {
      const recast = {
        of: (value: unknown) =>
          Buffer.isBuffer(value) && value.equals(hash)
            ? tokenHash(somebody.token)
            : typeof value === 'string' && value.endsWith(`:${first.account}`)
              ? value.replace(first.account, somebody.account)
              : of.get(value),
        next: () => ++number,
      }
      const sessions = recording.filter(({ text }) => /"(session|attempt)"/.test(text))
      await replay(session, sessions, { ...recast, next: () => number })
      await replay(
        client,
        recording.filter((one) => !sessions.includes(one)),
        recast,
      )
    } finally {
      client.release()
      session.release()
    }
  })
  await pool.end()
  await platform.end()
  return { api: api.latencies.length / api.seconds, peer: sample.latencies.length / sample.seconds }
}

function districtUrl(url: string): string {
  return inSchema(districtLogin(url, DISTRICT).url, DISTRICT)
}

function inSchema(url: string, schema: string): string {
  const login = new URL(url)
  login.searchParams.set('options', `-c search_path=${schema}`)
  return login.toString()
}

function get({ phones }: Stand, caller: number, url: string): Promise<Buffer> {
  const phone = phones[caller]
  if (!phone) throw new RangeError('There is no such caller.')
  return phone.ask('GET', url, { expect: 200, headers: { 'x-district': DISTRICT } })
}

const at50 = ({ latencies }: Sample): number => quantile(latencies, 0.5)

runBench(main)
