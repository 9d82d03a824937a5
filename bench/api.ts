import { availableParallelism } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { PathReply } from '#contract/path'
import type { SessionReply } from '#contract/session'
import { loadDistricts, type DistrictPack } from '../server/districts'
import { createTestDatabase, startTestCluster, type TestDatabase } from '../test/support/cluster'
import { startWechatStandin, type WechatStandin } from '../test/standins/wechat'
import { connect, startApiProcess, type Connection } from './lib/api-process'
import { drive } from './lib/load'
import { makePeers, type Peers } from './lib/peers'
import { APP_ID, benchPerson, ENTRIES, fill, type BenchPerson } from './lib/people'
import { median, quantile, type Sample } from './lib/statistics'
import { keeps, table, type Line } from './lib/table'

/**
 * `npm run bench:api`: sign-in and path, over HTTP with 10 connections, beside the same SQL through bare pg in the same
 * run. The API runs in a process of its own; PostgreSQL is the embedded one, durable (a commit waits for the disk).
 * A figure is the median of the rounds' figures and a ratio the median of the rounds' ratios, so that a moment in which the
 * machine does something else spoils one round. `--quick` is a look, not a measurement: less of everything.
 */
const CONNECTIONS = 10
/** p99 of the API by p50 of the same SQL; p50 of a path by p50 with a hundredth of the rows. */
const GOAL = { peer: 5, growth: 1.2 } as const
const DISTRICT = 'saihan'

const quick = process.argv.includes('--quick')
/** Rows of the ledger, without mine. */
const LEDGER = quick ? { small: 10_000, large: 100_000 } : { small: 10_000, large: 1_000_000 }
const ROUNDS = quick ? 3 : 7
/** After these milliseconds no further round is begun; fewer than asked for are reported as what they are. */
const BUDGET_MS = 180_000
/** A round's requests of a kind end here, however few: on a busy machine all of it must end some time, too. */
const LIMIT_MS = 4000
/** A round's requests of a kind. One address may sign in 600 times in ten minutes. */
const PATHS = { callers: CONNECTIONS, requests: quick ? 500 : 1500, limit: LIMIT_MS }
const SIGN_INS = { callers: CONNECTIONS, requests: quick ? 200 : 500, limit: LIMIT_MS }
const SCHOOL = '127.0.0.1'
/** On Linux all of 127.0.0.0/8 is this machine's: each caller has an address of its own, as people have. */
const addresses =
  process.platform === 'linux' ? Array.from({ length: CONNECTIONS }, (_, caller) => `127.0.0.${caller + 2}`) : null

/** One database with the API on it and the same SQL beside it. */
interface Stand {
  readonly database: TestDatabase
  readonly people: number
  readonly peers: Peers
  /** A connection a caller. */
  readonly phones: readonly Connection[]
  /** All from one address, which is what a school looks like. */
  readonly school: readonly Connection[]
  readonly standin: WechatStandin
}

/** `path`: each caller asks for their own, again and again; `anyone`: each time for somebody else's, all in turn. */
type Kind =
  | 'path'
  | 'path-peer'
  | 'anyone'
  | 'large-path'
  | 'large-path-peer'
  | 'large-path-prepared'
  | 'large-anyone'
  | 'sign-in'
  | 'sign-in-peer'
  | 'school'
  | 'school-peer'

type Closers = (() => Promise<void> | void)[]

async function main(closers: Closers): Promise<void> {
  const started = performance.now()
  say(`starting PostgreSQL (durable)`)
  const cluster = await startTestCluster({ durable: true })
  closers.push(() => cluster.stop())
  const pack = loadDistricts(path.resolve(__dirname, '../districts')).find(({ slug }) => slug === DISTRICT)
  if (!pack) throw new Error(`There is no district ${DISTRICT}.`)
  const standin = await startWechatStandin({ appId: APP_ID, secret: 'bench' })
  closers.push(() => standin.stop())
  const small = await makeStand(pack, standin, LEDGER.small, closers)
  const large = await makeStand(pack, standin, LEDGER.large, closers)
  await Promise.all([assertPath(small), assertPath(large)])

  const kinds = kindsOf(small, large)
  const rounds: ReadonlyMap<Kind, Sample>[] = []
  say(`measuring: a round to warm up, then ${ROUNDS}`)
  const elapsed = (): number => performance.now() - started
  for (let round = 0; round <= ROUNDS && (rounds.length === 0 || elapsed() < BUDGET_MS); round += 1) {
    // There and back, so that a machine that grows slower or faster doesn't favour one of two that are compared.
    const order = round % 2 === 0 ? kinds : [...kinds].reverse()
    const samples = new Map<Kind, Sample>()
    for (const [kind, measure] of order) samples.set(kind, await measure())
    if (round > 0) rounds.push(samples)
  }
  process.stdout.write(`\n${report(rounds)}\n\n`)
  say(
    `${CONNECTIONS} connections, ${rounds.length} rounds, ${availableParallelism()} cores, Node ${process.versions.node}, ` +
      `${(elapsed() / 1000).toFixed(0)} s in all${quick ? '; --quick: a look, not a measurement' : ''}`,
  )
}

async function makeStand(pack: DistrictPack, standin: WechatStandin, rows: number, closers: Closers): Promise<Stand> {
  const people = Math.ceil(rows / ENTRIES) + 1
  say(`filling a ledger: ${people} people with ${ENTRIES} entries each`)
  const database = await createTestDatabase({ demo: false })
  await fill(database.superuserUrl, { district: DISTRICT, people, policy: pack.policy.version, now: Date.now() })
  const peers = await makePeers(database.apiUrl, pack, CONNECTIONS)
  closers.push(() => peers.close())
  const api = await startApiProcess({ databaseUrl: database.apiUrl, wechatUrl: standin.url })
  closers.push(() => api.stop())
  const connections = (from: (caller: number) => string | undefined): readonly Connection[] =>
    Array.from({ length: CONNECTIONS }, (_, caller) => {
      const connection = connect(api.address, from(caller))
      closers.push(() => connection.close())
      return connection
    })
  return {
    database,
    people,
    peers,
    phones: connections((caller) => addresses?.[caller]),
    school: connections(() => undefined),
    standin,
  }
}

function kindsOf(small: Stand, large: Stand): readonly (readonly [Kind, () => Promise<Sample>])[] {
  const own = addresses
  return [
    ['path', () => drive(PATHS, (caller) => askPath(small, caller, self(small, caller)))],
    ['large-path', () => drive(PATHS, (caller) => askPath(large, caller, self(large, caller)))],
    ['path-peer', () => drive(PATHS, (caller) => small.peers.path(self(small, caller)))],
    ['large-path-peer', () => drive(PATHS, (caller) => large.peers.path(self(large, caller)))],
    ['large-path-prepared', () => drive(PATHS, (caller) => large.peers.path(self(large, caller), 'prepared'))],
    ['anyone', () => drive(PATHS, (caller) => askPath(small, caller, anyone(small)))],
    ['large-anyone', () => drive(PATHS, (caller) => askPath(large, caller, anyone(large)))],
    ...(own
      ? ([
          ['sign-in', () => signIns(large, (caller) => signIn(large, large.phones, caller))],
          ['sign-in-peer', () => signIns(large, (caller) => large.peers.signIn(anyone(large), own[caller] ?? SCHOOL))],
        ] as const)
      : []),
    ['school', () => signIns(large, (caller) => signIn(large, large.school, caller))],
    ['school-peer', () => signIns(large, () => large.peers.signIn(anyone(large), SCHOOL))],
  ]
}

async function askPath(stand: Stand, caller: number, { token }: BenchPerson): Promise<Buffer> {
  const headers = { authorization: `Bearer ${token}` }
  return phone(stand.phones, caller).ask('GET', '/v1/me/path', { expect: 200, headers })
}

async function signIn(stand: Stand, phones: readonly Connection[], caller: number): Promise<void> {
  const code = stand.standin.issueCode(anyone(stand).openid)
  const reply = await phone(phones, caller).ask('POST', '/v1/sessions', {
    expect: 201,
    headers: { 'x-district': DISTRICT },
    body: { code },
  })
  if ((JSON.parse(reply.toString('utf8')) as SessionReply).token.length !== 43)
    throw new Error('A sign-in gave no token.')
}

/** Sign-ins with fresh attempt counters: the limit isn't what is measured. */
async function signIns(stand: Stand, act: (caller: number) => Promise<unknown>): Promise<Sample> {
  const client = new pg.Client({ connectionString: stand.database.superuserUrl })
  await client.connect()
  await client.query('delete from platform.attempt')
  await client.end()
  return drive(SIGN_INS, act)
}

/** What is measured is an answer: all of one person's entries, counted. */
async function assertPath(stand: Stand): Promise<void> {
  const reply = JSON.parse((await askPath(stand, 0, self(stand, 0))).toString('utf8')) as PathReply
  const [hours] = reply.requirements
  const counted = hours?.entries.filter(({ fate, texts }) => fate === 'counted' && texts !== null).length
  if (counted !== ENTRIES || hours?.state !== 'met')
    throw new Error('A path of the benchmark is not what it should be.')
}

function report(rounds: readonly ReadonlyMap<Kind, Sample>[]): string {
  const have = (kind: Kind): boolean => rounds.every((round) => round.has(kind))
  const thousands = (rows: number): string => (rows >= 1_000_000 ? `${rows / 1_000_000} M` : `${rows / 1000} k`)
  const medians = (kind: Kind) => ({
    peer50: over(rounds, (round) => quantile(round(kind).latencies, 0.5)),
    peer99: over(rounds, (round) => quantile(round(kind).latencies, 0.99)),
  })
  const beside = (what: string, kind: Kind, peer: Kind): Line => ({
    ...figures(rounds, what, kind),
    ...medians(peer),
    ratio: over(rounds, (round) => quantile(round(kind).latencies, 0.99) / quantile(round(peer).latencies, 0.5)),
  })
  const growth = (what: string, kind: Kind, before: Kind): Line => ({
    ...figures(rounds, what, kind),
    ...medians(before),
    ratio: over(rounds, (round) => quantile(round(kind).latencies, 0.5) / quantile(round(before).latencies, 0.5)),
  })
  const { peer: goal } = GOAL
  const small = thousands(LEDGER.small)
  const large = thousands(LEDGER.large)
  const lines: readonly Line[] = [
    { ...beside(`path, ledger of ${small}: p99 by bare pg's p50`, 'path', 'path-peer'), goal },
    { ...beside(`path, ledger of ${large}: p99 by bare pg's p50`, 'large-path', 'large-path-peer'), goal },
    beside(`path, ledger of ${large}: p99 by prepared pg's p50`, 'large-path', 'large-path-prepared'),
    { ...growth(`path, mine, ${large} by ${small}: p50 by p50`, 'large-path', 'path'), goal: GOAL.growth },
    { ...growth(`path, anyone's, ${large} by ${small}: p50 by p50`, 'large-anyone', 'anyone'), goal: GOAL.growth },
    growth(`its query through bare pg, mine, ${large} by ${small}`, 'large-path-peer', 'path-peer'),
    ...(have('sign-in')
      ? [{ ...beside("sign-in, an address each: p99 by bare pg's p50", 'sign-in', 'sign-in-peer'), goal }]
      : []),
    { ...beside("sign-in, one address for all: p99 by bare pg's p50", 'school', 'school-peer'), goal },
  ]
  const missed = lines.filter((line) => !keeps(line)).length
  return `${table(lines)}\n\n${missed === 0 ? 'All goals are kept.' : `Goals missed: ${missed}.`}`
}

function figures(rounds: readonly ReadonlyMap<Kind, Sample>[], what: string, kind: Kind): Line {
  return {
    what,
    n: rounds.reduce((sum, round) => sum + sampleOf(round, kind).latencies.length, 0),
    p50: over(rounds, (round) => quantile(round(kind).latencies, 0.5)),
    p99: over(rounds, (round) => quantile(round(kind).latencies, 0.99)),
    perSecond: over(rounds, (round) => round(kind).latencies.length / round(kind).seconds),
  }
}

/** The median over the rounds of a figure of one round. */
function over(rounds: readonly ReadonlyMap<Kind, Sample>[], figure: (round: (kind: Kind) => Sample) => number): number {
  return median(rounds.map((round) => figure((kind) => sampleOf(round, kind))))
}

function sampleOf(round: ReadonlyMap<Kind, Sample>, kind: Kind): Sample {
  const sample = round.get(kind)
  if (!sample) throw new Error(`A round lacks ${kind}.`)
  return sample
}

/** A person a caller, spread over all of them. */
function self(stand: Stand, caller: number): BenchPerson {
  return benchPerson(Math.floor((caller * stand.people) / CONNECTIONS))
}

function anyone(stand: Stand): BenchPerson {
  return benchPerson(Math.floor(Math.random() * stand.people))
}

function phone(phones: readonly Connection[], caller: number): Connection {
  const connection = phones[caller]
  if (!connection) throw new RangeError(`There is no connection ${caller}.`)
  return connection
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** Takes everything away again in the opposite order, whatever happened. */
async function run(): Promise<void> {
  const closers: Closers = []
  const interrupted = new Promise<never>((_, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => reject(new Error(`Ended by ${signal}.`)))
  })
  try {
    await Promise.race([main(closers), interrupted])
  } finally {
    for (const close of closers.reverse()) await close()
  }
}

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exitCode = 1
})
