import { chown } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { findBinaries } from './binaries'
import {
  clusterFolder,
  findServer,
  initialise,
  isInitialised,
  launch,
  shutDown,
  type Cluster,
  type RunningServer,
} from './cluster'
import { explainFileError, prepareDataDir, readSecrets, type Secrets } from './data-dir'
import { DatabaseStartError, codeOf } from './errors'
import { API_ROLE, DATABASE, OWNER_ROLE, ensureRolesAndDatabase } from './roles'
import { assertReachable, serverUser } from './server-user'

/** A PostgreSQL of our own, running. The URLs hold passwords: never print them. */
export interface EmbeddedDatabase {
  readonly host: string
  readonly port: number
  readonly superuserUrl: string
  /** The login of the migrations. */
  readonly ownerUrl: string
  /** The login of the API. */
  readonly apiUrl: string
  /** Whether it was found running, left by a process that was killed. */
  readonly adopted: boolean
  /** Whether this call made the data folder. */
  readonly created: boolean
  /** Resolves when PostgreSQL goes away without `stop` having been called. */
  readonly lost: Promise<void>
  /** Stops PostgreSQL; close the pools first. Safe to call twice. */
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  /** DATA_DIR, absolute. */
  readonly dataDir: string
  readonly log: (line: string) => void
  /** False only for tests. */
  readonly durable?: boolean
  /** Ends a start that is under way. */
  readonly signal?: AbortSignal
}

const HOST = '127.0.0.1'
/** Any number, the same in every version of this program; means something in the database `postgres` only. */
const OWNERSHIP_LOCK = 7_208_311
/** How long a server that is going away, or the lock of a process that was just killed, may take. */
const PATIENCE_MS = 10_000
const LOCK_PATIENCE_MS = 1000

/**
 * Starts PostgreSQL on this data folder, or takes over one that outlived its process, and becomes its only owner until
 * `stop`. Makes the folder, the secrets, the logins and the empty database where they are missing; a start that was
 * killed at any point is continued by the next one.
 *
 * Ownership is an advisory lock held by one connection: it is free the moment its holder dies, whatever the way.
 *
 * @throws DatabaseStartError with one sentence (already running, no permission, unsupported system ...)
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const { dataDir, log, signal } = options
  const { cluster, secrets } = await prepare(options)
  try {
    const created = !(await isInitialised(dataDir))
    if (created) {
      log('making the database (first start only)')
      await initialise(cluster, secrets.superuser, signal)
    }
    const { server, lock, adopted } = await own(cluster, secrets, log, signal)
    try {
      const url = urls(server, secrets)
      await ensureRolesAndDatabase(lock, (database) => connect(server, secrets, database), secrets)
      return { ...url, adopted, created, ...lifeOf(cluster, lock) }
    } catch (error) {
      await shutDown(cluster)
      throw error
    }
  } catch (error) {
    throw await explainFileError(error, dataDir)
  }
}

/**
 * For tools beside the server (granting a role): uses the PostgreSQL that runs on this data, without owning it, or
 * starts it for as long as the tool takes. `stop` leaves a server alone that somebody else owns.
 */
export async function useEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const server = await findServer(options.dataDir)
  if (server?.status !== 'ready') return startEmbedded(options)
  const secrets = await readSecrets(options.dataDir)
  const probe = await connect(server, secrets, 'postgres')
  const { rows } = await probe.query<{ owned: boolean }>(
    `select exists (select from pg_locks where locktype = 'advisory' and objid = $1 and granted) as owned`,
    [OWNERSHIP_LOCK],
  )
  await probe.end()
  if (rows[0]?.owned !== true) return startEmbedded(options)
  return {
    ...urls(server, secrets),
    adopted: false,
    created: false,
    lost: new Promise(() => undefined),
    stop: () => Promise.resolve(),
  }
}

async function prepare(options: EmbeddedOptions): Promise<{ cluster: Cluster; secrets: Secrets }> {
  const { dataDir, log } = options
  const binaries = await findBinaries()
  await prepareDataDir(dataDir)
  const user = await serverUser(dataDir, log)
  // PostgreSQL's user must be able to enter the folder, which nobody but its owner can.
  if ('uid' in user) await chown(dataDir, user.uid, user.gid)
  await assertReachable(user, dataDir, binaries)
  return {
    cluster: { dataDir, binaries, user, durable: options.durable ?? true },
    secrets: await readSecrets(dataDir),
  }
}

async function own(
  cluster: Cluster,
  secrets: Secrets,
  log: (line: string) => void,
  signal: AbortSignal | undefined,
): Promise<{ server: RunningServer; lock: pg.Client; adopted: boolean }> {
  const mine: { launched: boolean } = { launched: false }
  const reached = await reach(cluster, secrets, log, signal, mine).catch(async (error: unknown) => {
    // What this start has launched and can't use must not stay behind.
    if (mine.launched) await shutDown(cluster)
    throw error
  })
  if (await takeLock(reached.lock)) return { ...reached, adopted: !mine.launched }
  await reached.lock.end()
  throw new DatabaseStartError(
    `Already running on this data (DATA_DIR ${cluster.dataDir}): stop the other one or choose another DATA_DIR.`,
  )
}

/** A superuser connection to the PostgreSQL of this folder, started here if none runs. */
async function reach(
  cluster: Cluster,
  secrets: Secrets,
  log: (line: string) => void,
  signal: AbortSignal | undefined,
  mine: { launched: boolean },
): Promise<{ server: RunningServer; lock: pg.Client }> {
  let since = Date.now()
  while (Date.now() - since < PATIENCE_MS) {
    signal?.throwIfAborted()
    let server = await findServer(cluster.dataDir)
    if (!server) {
      server = await launch(cluster, log)
      mine.launched = server !== undefined
    }
    // One that was left behind may be recovering, for as long as that takes.
    if (server?.status === 'starting') since = Date.now()
    if (server?.status !== 'ready') {
      await sleep(50)
      continue
    }
    try {
      return { server, lock: await connect(server, secrets, 'postgres') }
    } catch (error) {
      if (codeOf(error) === '28P01') {
        throw new DatabaseStartError(
          `The PostgreSQL in ${clusterFolder(cluster.dataDir)} does not take the password in secrets.json: put the right file back.`,
        )
      }
      // Going away just now (57P03, ECONNREFUSED ...): look again.
      await sleep(50)
    }
  }
  throw new DatabaseStartError(
    `PostgreSQL on DATA_DIR ${cluster.dataDir} neither starts nor answers: another one may still be stopping; try again.`,
  )
}

async function takeLock(client: pg.Client): Promise<boolean> {
  for (const since = Date.now(); ;) {
    const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [
      OWNERSHIP_LOCK,
    ])
    if (rows[0]?.taken === true) return true
    if (Date.now() - since > LOCK_PATIENCE_MS) return false
    await sleep(50)
  }
}

function lifeOf(cluster: Cluster, lock: pg.Client): Pick<EmbeddedDatabase, 'lost' | 'stop'> {
  let stopping: Promise<void> | undefined
  const lost = new Promise<void>((resolve) => {
    lock.once('end', () => {
      if (!stopping) resolve()
    })
  })
  // The lock is kept until the server is gone: released earlier, the next start would adopt a dying server.
  const stop = (): Promise<void> => (stopping ??= shutDown(cluster))
  return { lost, stop }
}

async function connect(server: RunningServer, secrets: Secrets, database: string): Promise<pg.Client> {
  const client = new pg.Client({
    host: HOST,
    port: server.port,
    user: 'postgres',
    password: secrets.superuser,
    database,
    application_name: 'aili owner',
    connectionTimeoutMillis: 5000,
    keepAlive: true,
    // Anything, or pg takes PGOPTIONS from the operator's shell.
    options: '-c search_path=pg_catalog',
  })
  // A broken connection tells itself by 'end' too; without this listener it would end the process.
  client.on('error', () => undefined)
  await client.connect()
  return client
}

function urls(server: RunningServer, secrets: Secrets) {
  // The passwords are base64url and need no escaping.
  const url = (role: string, password: string, database: string) =>
    `postgres://${role}:${password}@${HOST}:${server.port}/${database}`
  return {
    host: HOST,
    port: server.port,
    superuserUrl: url('postgres', secrets.superuser, DATABASE),
    ownerUrl: url(OWNER_ROLE, secrets.owner, DATABASE),
    apiUrl: url(API_ROLE, secrets.api, DATABASE),
  }
}
