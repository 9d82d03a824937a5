import type { Kysely } from 'kysely'
import pg from 'pg'
import { makeDistrict, type District } from '../deps'
import type { DistrictPack } from '../districts'
import { whatIsMissing } from './current'
import { migrateAll } from './migrate'
import { assertStamp, SettingsError, type ExternalDatabase, type Settings } from '../settings'
import { kyselyFor, makePool } from '../database/connect'
import { derivedKey, districtLogin } from '../database/district-login'
import { startEmbedded, useEmbedded } from '../database/embedded'
import { DatabaseStartError, codeOf } from '../database/errors'
import type { PlatformTables } from '../database/tables'

/** The database of one process: migrated, its stamp agreed with the settings, one pool a login. */
export interface OpenDatabase {
  /** The stamp. */
  readonly demo: boolean
  readonly platform: Kysely<PlatformTables>
  readonly districts: ReadonlyMap<string, District>
  /** Key of the HMAC that remembers a request's body: the same for all processes on this database. */
  readonly requestKey: string
  /** The login of the migrations, if this process has it. Holds a password. */
  readonly ownerUrl: string | undefined
  /** In words, for the operator: without passwords. */
  readonly where: string
  /** Resolves when our own PostgreSQL goes away by itself; never for an external one, whose pools reconnect. */
  readonly lost: Promise<void>
  /** Closes the pools, then stops PostgreSQL if it is ours. */
  close(): Promise<void>
}

export interface OpenOptions {
  readonly settings: Settings
  readonly packs: readonly DistrictPack[]
  /** Epoch milliseconds, for the rows that say when they were made. */
  readonly now: number
  readonly log: (line: string) => void
  readonly signal?: AbortSignal
  /** 'tool': a command beside a running server; it shares that server's PostgreSQL. By default this is the server. */
  readonly as?: 'server' | 'tool'
}

interface Logins {
  readonly apiUrl: string
  readonly ownerUrl: string | undefined
  readonly where: string
  readonly lost: Promise<void>
  stop(): Promise<void>
}

/** SQL as we write it works from here on. */
const OLDEST_POSTGRESQL = 150_000

/**
 * Starts or reaches PostgreSQL, checks the stamp, migrates when it may, and makes the pools.
 *
 * @throws DatabaseStartError or SettingsError with one sentence
 */
export async function openDatabase(options: OpenOptions): Promise<OpenDatabase> {
  const { settings } = options
  const logins = settings.database ? await external(settings.database) : await embedded(options)
  try {
    const demo = await prepare(options, logins)
    const open = { ...makePools(options.packs, logins, demo), ownerUrl: logins.ownerUrl, where: logins.where }
    try {
      const missing = await whatIsMissing(open.platform, [...open.districts.values()])
      if (missing !== null) throw new SettingsError(missing)
      return open
    } catch (error) {
      await open.close()
      throw error
    }
  } catch (error) {
    await logins.stop()
    throw error
  }
}

async function embedded(options: OpenOptions): Promise<Logins> {
  const { settings, log, signal } = options
  const start = options.as === 'tool' ? useEmbedded : startEmbedded
  const found = await start({ dataDir: settings.dataDir, log, ...(signal ? { signal } : {}) })
  if (found.adopted) log('found PostgreSQL still running after the last run was killed, and took it over')
  return {
    apiUrl: found.apiUrl,
    ownerUrl: found.ownerUrl,
    where: settings.dataDir,
    lost: found.lost,
    stop: () => found.stop(),
  }
}

async function external(database: ExternalDatabase): Promise<Logins> {
  await withClient('DATABASE_URL', database.url, async (client) => {
    const { rows } = await client.query<{ version: number; superuser: boolean }>(
      `select current_setting('server_version_num')::int as version, rolsuper as superuser
         from pg_roles where rolname = current_user`,
    )
    if ((rows[0]?.version ?? 0) < OLDEST_POSTGRESQL) {
      throw new DatabaseStartError(
        'DATABASE_URL leads to a PostgreSQL older than 15, which this program does not know.',
      )
    }
    if (rows[0]?.superuser === true) {
      throw new SettingsError('DATABASE_URL uses a superuser: the API needs a login that owns nothing.')
    }
  })
  const { host, pathname } = new URL(database.url)
  return {
    apiUrl: database.url,
    ownerUrl: database.migrationUrl,
    where: `${host}${pathname}`,
    lost: new Promise(() => undefined),
    stop: () => Promise.resolve(),
  }
}

async function prepare(options: OpenOptions, logins: Logins): Promise<boolean> {
  const { settings, packs, now, log, signal } = options
  const { apiUrl, ownerUrl } = logins
  const url = ownerUrl ?? apiUrl
  const stamp = await withClient(ownerUrl === undefined ? 'DATABASE_URL' : 'MIGRATION_DATABASE_URL', url, readStamp)
  // Before anything is written: a contradiction must leave the database as it is.
  if (stamp !== undefined || ownerUrl !== undefined) assertStamp(settings, { demo: stamp ?? settings.demo })
  signal?.throwIfAborted()
  if (ownerUrl !== undefined) {
    const migrated = await migrateAll({ ownerUrl, apiUrl, demo: settings.demo, districts: packs, now, log }).catch(
      (error: unknown) => {
        if (codeOf(error) !== '42501') throw error
        throw new DatabaseStartError(
          `MIGRATION_DATABASE_URL: the login lacks a right that migrating needs (${(error as Error).message}): it must own the database and may make roles.`,
        )
      },
    )
    assertStamp(settings, migrated)
    return migrated.demo
  }
  if (stamp !== undefined) return stamp
  throw new SettingsError(
    'The database that DATABASE_URL leads to is not up to date: set MIGRATION_DATABASE_URL, the login that owns its tables.',
  )
}

function makePools(
  packs: readonly DistrictPack[],
  logins: Logins,
  demo: boolean,
): Omit<OpenDatabase, 'ownerUrl' | 'where'> {
  // Made now, connected on first use, closed when idle: districts × pool × processes must stay under PostgreSQL's limit.
  const platform = kyselyFor<PlatformTables>(
    makePool({ url: logins.apiUrl, schema: 'platform', name: 'aili platform' }),
  )
  const districts = new Map(
    packs.map((pack) => {
      const pool = makePool({
        url: districtLogin(logins.apiUrl, pack.slug).url,
        schema: pack.slug,
        name: `aili ${pack.slug}`,
      })
      return [pack.slug, makeDistrict(pack, kyselyFor(pool))]
    }),
  )
  let closing: Promise<void> | undefined
  const close = async (): Promise<void> => {
    await Promise.all([platform, ...[...districts.values()].map((district) => district.db)].map((db) => db.destroy()))
    await logins.stop()
  }
  return {
    demo,
    platform,
    districts,
    requestKey: derivedKey(logins.apiUrl, 'request'),
    lost: logins.lost,
    close: () => (closing ??= close()),
  }
}

/** The stamp, or undefined for a database that was never migrated (or that this login sees nothing of). */
async function readStamp(client: pg.Client): Promise<boolean | undefined> {
  const { rows: found } = await client.query<{ readable: boolean | null }>(
    `select has_table_privilege(c.oid, 'select') as readable
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'platform' and c.relname = 'installation' and has_schema_privilege(n.oid, 'usage')`,
  )
  if (found[0]?.readable !== true) return undefined
  const { rows } = await client.query<{ demo: boolean }>('select demo from platform.installation')
  return rows[0]?.demo
}

async function withClient<T>(name: string, url: string, act: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
  } catch (error) {
    throw unreachable(name, url, error)
  }
  try {
    return await act(client)
  } finally {
    await client.end()
  }
}

/** Says why there is no connection without repeating what holds a password. */
function unreachable(name: string, url: string, error: unknown): DatabaseStartError {
  const { host, username } = new URL(url)
  const code = codeOf(error)
  switch (code) {
    case '28P01':
    case '28000':
      return new DatabaseStartError(`${name}: ${host} refuses the login ${decodeURIComponent(username)}.`)
    case '3D000':
      return new DatabaseStartError(`${name}: ${host} has no such database.`)
    case '42501':
      return new DatabaseStartError(
        `${name}: the login ${decodeURIComponent(username)} may not connect to that database.`,
      )
    default:
      return new DatabaseStartError(`${name}: no PostgreSQL answers at ${host} (${code ?? 'no reason given'}).`)
  }
}
