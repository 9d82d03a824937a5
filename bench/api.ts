import { availableParallelism } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { loadDistricts } from '../server/districts'
import { startTestCluster } from '../test/support/cluster'
import { startWechatStandin } from '../test/standins/wechat'
import { askList, askOverview, askPath, assertAnswers, signIn } from './lib/asks'
import { drive, driveInTurns, type Load } from './lib/load'
import { APP_ID } from './lib/people'
import { report, type Kind, type Round } from './lib/report'
import { runBench, say } from './lib/run'
import { anyone, makeStand, self, type Closers, type Size, type Stand } from './lib/stand'
import type { Sample } from './lib/statistics'

/**
 * `npm run bench:api`: path, branch list, district overview and sign-in, over HTTP with 10 connections, beside the same SQL
 * through bare pg in the same run. The API runs in a process of its own; PostgreSQL is the embedded one, durable (a commit
 * waits for the disk). A round measures everything once, so that a moment in which the machine does something else spoils
 * one round. `--quick` is a look, not a measurement: less of everything.
 */
const CONNECTIONS = 10
const DISTRICT = 'saihan'

const quick = process.argv.includes('--quick')
/** A district, and one with a hundredth of it. */
const SIZES: { readonly small: Size; readonly large: Size } = {
  small: { people: 1000, ledger: 10_000 },
  large: quick ? { people: 10_000, ledger: 100_000 } : { people: 100_000, ledger: 1_000_000 },
}
const ROUNDS = quick ? 3 : 7
/** A round that would end after so many milliseconds isn't begun; fewer than asked for are reported as what they are. */
const BUDGET_MS = 230_000
/** A round's requests of a kind, which end after `limit` milliseconds however few they are: all of it must end some time. */
const PATHS: Load = { callers: CONNECTIONS, requests: quick ? 500 : 1000, limit: 2000 }
const LISTS: Load = { callers: CONNECTIONS, requests: quick ? 100 : 200, limit: 2500 }
const OVERVIEWS: Load = { callers: CONNECTIONS, requests: quick ? 100 : 200, limit: 2500 }
/** One address may sign in 600 times in ten minutes. */
const SIGN_INS: Load = { callers: CONNECTIONS, requests: quick ? 200 : 400, limit: 2000 }
/** One caller, who waits for nobody else: what an answer takes, without the queue for two cores. */
const ALONE: Load = { callers: 1, requests: quick ? 50 : 200, limit: 1000 }
const SCHOOL = '127.0.0.1'
/** On Linux all of 127.0.0.0/8 is this machine's: each caller has an address of its own, as people have. */
const addresses =
  process.platform === 'linux' ? Array.from({ length: CONNECTIONS }, (_, caller) => `127.0.0.${caller + 2}`) : null

async function main(closers: Closers): Promise<void> {
  const started = performance.now()
  const elapsed = (): number => performance.now() - started
  const since = (): string => `${(elapsed() / 1000).toFixed(0)} s`
  say(`starting PostgreSQL (durable)`)
  const cluster = await startTestCluster({ durable: true })
  closers.push(() => cluster.stop())
  const pack = loadDistricts(path.resolve(__dirname, '../districts')).find(({ slug }) => slug === DISTRICT)
  if (!pack) throw new Error(`There is no district ${DISTRICT}.`)
  const standin = await startWechatStandin({ appId: APP_ID, secret: 'bench' })
  closers.push(() => standin.stop())
  const stand = async (size: Size): Promise<Stand> => {
    say(`${since()}: making a district of ${size.people} people, with ${size.ledger} rows in the ledger`)
    const addressOf = (caller: number): string | undefined => addresses?.[caller]
    const made = await makeStand({ pack, standin, size, connections: CONNECTIONS, addressOf }, closers)
    await assertAnswers(made)
    return made
  }
  const small = await stand(SIZES.small)
  const large = await stand(SIZES.large)

  const measurements = measurementsOf(small, large)
  const rounds: Round[] = []
  say(`${since()}: measuring: a round to warm up, then ${ROUNDS}`)
  let longest = 0
  for (let round = 0; round <= ROUNDS && (rounds.length === 0 || elapsed() + longest < BUDGET_MS); round += 1) {
    const begun = elapsed()
    // There and back, so that a machine that grows slower or faster doesn't favour one of two that are compared.
    const order = round % 2 === 0 ? measurements : [...measurements].reverse()
    const samples = new Map<Kind, Sample>()
    for (const measure of order) for (const [kind, sample] of await measure()) samples.set(kind, sample)
    if (round > 0) rounds.push(samples)
    longest = Math.max(longest, elapsed() - begun)
  }
  process.stdout.write(`\n${report(rounds, SIZES)}\n\n`)
  const buffers = await asSuperuser(large, (client) => client.query<Buffers>('show shared_buffers'))
  say(
    `${CONNECTIONS} connections, ${rounds.length} rounds, ${availableParallelism()} cores, Node ${process.versions.node}, ` +
      `shared_buffers ${buffers.rows[0]?.shared_buffers ?? '?'}, ${since()} in all${quick ? '; --quick: a look, not a measurement' : ''}`,
  )
}

type Measurement = () => Promise<readonly (readonly [Kind, Sample])[]>

function measurementsOf(small: Stand, large: Stand): readonly Measurement[] {
  const own = addresses
  const one =
    (kind: Kind, measure: () => Promise<Sample>): Measurement =>
    async () => [[kind, await measure()]]
  const turns =
    (kind: Kind, kindOfLarge: Kind, act: (stand: Stand, caller: number) => Promise<unknown>): Measurement =>
    async () => {
      const samples = await driveInTurns(
        PATHS,
        (caller) => act(small, caller),
        (caller) => act(large, caller),
      )
      return [
        [kind, samples[0]],
        [kindOfLarge, samples[1]],
      ]
    }
  return [
    one('path', () => drive(PATHS, (caller) => askPath(small, caller, self(small, caller)))),
    one('path-peer', () => drive(PATHS, (caller) => small.peers.path(self(small, caller)))),
    one('large-path', () => drive(PATHS, (caller) => askPath(large, caller, self(large, caller)))),
    one('large-path-peer', () => drive(PATHS, (caller) => large.peers.path(self(large, caller)))),
    one('large-path-prepared', () => drive(PATHS, (caller) => large.peers.path(self(large, caller), 'prepared'))),
    turns('mine', 'large-mine', (stand, caller) => askPath(stand, caller, self(stand, caller))),
    turns('anyone', 'large-anyone', (stand, caller) => askPath(stand, caller, anyone(stand))),
    turns('mine-query', 'large-mine-query', (stand, caller) => stand.peers.path(self(stand, caller))),
    one('list', () => drive(LISTS, (caller) => askList(large, caller))),
    one('list-peer', () => drive(LISTS, () => large.peers.list())),
    one('list-query', () => drive(LISTS, () => large.peers.list('query'))),
    one('overview', () => drive(OVERVIEWS, (caller) => askOverview(large, caller))),
    one('overview-peer', () => drive(OVERVIEWS, () => large.peers.overview())),
    ...(own
      ? [
          one('sign-in', () => signIns(large, (caller) => signIn(large, large.phones, caller))),
          one('sign-in-peer', () =>
            signIns(large, (caller) => large.peers.signIn(anyone(large), own[caller] ?? SCHOOL)),
          ),
        ]
      : []),
    one('school', () => signIns(large, (caller) => signIn(large, large.school, caller))),
    one('school-peer', () => signIns(large, () => large.peers.signIn(anyone(large), SCHOOL))),
    one('path-alone', () => drive(ALONE, (caller) => askPath(large, caller, anyone(large)))),
    one('path-alone-peer', () => drive(ALONE, () => large.peers.path(anyone(large)))),
    one('list-alone', () => drive(ALONE, (caller) => askList(large, caller))),
    one('list-alone-peer', () => drive(ALONE, () => large.peers.list())),
    one('overview-alone', () => drive(ALONE, (caller) => askOverview(large, caller))),
    one('overview-alone-peer', () => drive(ALONE, () => large.peers.overview())),
  ]
}

/** Sign-ins with fresh attempt counters: the limit isn't what is measured. */
async function signIns(stand: Stand, act: (caller: number) => Promise<unknown>): Promise<Sample> {
  await asSuperuser(stand, (client) => client.query('delete from platform.attempt'))
  return drive(SIGN_INS, act)
}

/** Decides how many of a large district's rows are read from PostgreSQL's own memory. */
interface Buffers {
  readonly shared_buffers: string
}

async function asSuperuser<T>(stand: Stand, act: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: stand.database.superuserUrl })
  await client.connect()
  try {
    return await act(client)
  } finally {
    await client.end()
  }
}

runBench(main)
