import { Migrator, type Kysely, type Migration } from 'kysely'
import pg from 'pg'
import type { DistrictPack } from '../districts'
import { kyselyFor, makePool } from '../database/connect'
import { districtLogin } from '../database/district-login'
import { scramVerifier } from '../database/scram'
import { DISTRICT_TABLES_BY_KIND, type DistrictTables, type PlatformTables } from '../database/tables'
import { loadPack } from './load-pack'
import { DISTRICT_MIGRATIONS, PLATFORM_MIGRATIONS } from './names'

export interface MigrateOptions {
  /** The login that owns the schemas. */
  readonly ownerUrl: string
  /** The API's login; the districts' logins are derived from it. */
  readonly apiUrl: string
  /** What a database without a stamp is stamped as. */
  readonly demo: boolean
  readonly districts: readonly DistrictPack[]
  /** Epoch milliseconds, for the rows that say when they were made. */
  readonly now: number
  readonly log?: (line: string) => void
}

/**
 * Brings a database to today's form: schemas, tables, the districts' roles and rights, the packs. Forward only, once,
 * whatever is killed in between and however many start at once; each run is safe to repeat.
 *
 * @returns the stamp that the database has (which may not be the one asked for: a stamp is never changed)
 */
export async function migrateAll(options: MigrateOptions): Promise<{ readonly demo: boolean }> {
  const client = new pg.Client({ connectionString: options.ownerUrl })
  await client.connect()
  try {
    // One at a time: creating roles isn't covered by the migrator's own lock.
    await client.query(`select pg_advisory_lock(hashtext('aili:migrate'))`)
    const demo = await migratePlatform(client, options)
    for (const district of options.districts) await migrateDistrict(client, options, district)
    return { demo }
  } finally {
    await client.end()
  }
}

async function migratePlatform(client: pg.Client, options: MigrateOptions): Promise<boolean> {
  await client.query('create schema if not exists platform')
  const db = kyselyFor<PlatformTables>(makePool({ url: options.ownerUrl, schema: 'platform', max: 1 }))
  try {
    await migrateTo(db, PLATFORM_MIGRATIONS, 'platform', options.log)
    await db
      .insertInto('installation')
      .values({ demo: options.demo, created_at: new Date(options.now) })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    const { demo } = await db.selectFrom('installation').select('demo').executeTakeFirstOrThrow()
    if (demo)
      await db
        .insertInto('demo_clock')
        .values({ offset_ms: 0 })
        .onConflict((c) => c.doNothing())
        .execute()
    const api = identifier(new URL(options.apiUrl).username)
    await client.query(`grant usage on schema platform to ${api}`)
    await client.query(`grant select on all tables in schema platform to ${api}`)
    await client.query(
      `grant insert, update, delete on platform.account, platform.session, platform.attempt, platform.desk_code to ${api}`,
    )
    await client.query(`grant update on platform.district to ${api}`)
    if (demo) await client.query(`grant update on platform.demo_clock to ${api}`)
    return demo
  } finally {
    await db.destroy()
  }
}

async function migrateDistrict(client: pg.Client, options: MigrateOptions, district: DistrictPack): Promise<void> {
  const { slug } = district
  const login = districtLogin(options.apiUrl, slug)
  const role = identifier(login.role)
  const exists = await client.query('select 1 from pg_roles where rolname = $1', [login.role])
  // Always set again: it is derived from the API's own password, which may have changed.
  const verb = exists.rowCount === 0 ? 'create' : 'alter'
  await client.query(`${verb} role ${role} login password '${scramVerifier(login.password)}'`)
  await client.query(
    `do $$ begin execute format('grant connect on database %I to ${role}', current_database()); end $$`,
  )
  await client.query(`create schema if not exists ${identifier(slug)}`)
  const db = kyselyFor<DistrictTables>(makePool({ url: options.ownerUrl, schema: slug, max: 1 }))
  try {
    await migrateTo(db, DISTRICT_MIGRATIONS, slug, options.log)
    await loadPack(db, district, options.now)
  } finally {
    await db.destroy()
  }
  await client.query(`grant usage on schema ${identifier(slug)} to ${role}`)
  const tables = (kind: keyof typeof DISTRICT_TABLES_BY_KIND) =>
    DISTRICT_TABLES_BY_KIND[kind].map((table) => `${identifier(slug)}.${identifier(table)}`).join(', ')
  await client.query(`grant select on ${tables('reference')}, ${identifier(slug)}.kysely_migration to ${role}`)
  await client.query(`grant select, insert on ${tables('facts')} to ${role}`)
  await client.query(`grant select, insert, update, delete on ${tables('personal')}, ${tables('work')} to ${role}`)
  await client.query('insert into platform.district (slug) values ($1) on conflict do nothing', [slug])
}

async function migrateTo<T>(
  db: Kysely<T>,
  migrations: Readonly<Record<string, Migration>>,
  schema: string,
  log?: (line: string) => void,
): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve({ ...migrations }) },
    migrationTableSchema: schema,
  })
  const { error, results } = await migrator.migrateToLatest()
  for (const result of results ?? []) log?.(`${schema}: ${result.migrationName} ${result.status.toLowerCase()}`)
  if (error) throw error instanceof Error ? error : new Error(`Migrating ${schema} failed.`)
}

function identifier(name: string): string {
  return pg.escapeIdentifier(name)
}
