import { Migrator, type Kysely, type Migration } from 'kysely'
import { kyselyFor, makePool } from '../../../server/database/connect'
import type { DistrictTables } from '../../../server/database/tables'
import { loadPack } from '../../../server/migrations/load-pack'
import { DISTRICT_MIGRATIONS, PLATFORM_MIGRATIONS } from '../../../server/migrations/names'
import { openDatabase } from '../../../server/migrations/open-database'
import { readSettings } from '../../../server/settings'
import { TEMPLATE_NOW, testDistricts, type TestDatabase } from '../../support/cluster'
import { startApi, type TestApi } from '../support'

type AnyTables = Record<string, Record<string, unknown>>

/** The last migrations of a version. */
export interface Version {
  readonly platform: string
  readonly district: string
}

/** Makes of a database what an earlier version's migrations made of it. */
export async function backTo({ ownerUrl }: TestDatabase, version: Version): Promise<void> {
  const packs = testDistricts()
  const owner = makePool({ url: ownerUrl, schema: 'platform', max: 1 })
  for (const schema of ['platform', ...packs.map(({ slug }) => slug)]) {
    await owner.query(`drop schema ${schema} cascade`)
    await owner.query(`create schema ${schema}`)
  }
  await owner.end()
  await migrateTo(ownerUrl, 'platform', PLATFORM_MIGRATIONS, version.platform, async (db) => {
    await db
      .insertInto('installation')
      .values({ demo: true, created_at: new Date(TEMPLATE_NOW) })
      .execute()
    await db.insertInto('demo_clock').values({ offset_ms: 0 }).execute()
    await db
      .insertInto('district')
      .values(packs.map(({ slug }) => ({ slug, seeded_at: null })))
      .execute()
  })
  for (const pack of packs) {
    await migrateTo(ownerUrl, pack.slug, DISTRICT_MIGRATIONS, version.district, (db) =>
      loadPack(db as unknown as Kysely<DistrictTables>, pack, TEMPLATE_NOW),
    )
  }
}

async function migrateTo(
  url: string,
  schema: string,
  migrations: Readonly<Record<string, Migration>>,
  name: string,
  fill: (db: Kysely<AnyTables>) => Promise<void>,
): Promise<void> {
  const db = kyselyFor<AnyTables>(makePool({ url, schema, max: 1 }))
  const provider = { getMigrations: () => Promise.resolve({ ...migrations }) }
  const { error } = await new Migrator({ db, provider, migrationTableSchema: schema }).migrateTo(name)
  if (error) throw error as Error
  await fill(db)
  await db.destroy()
}

/** Starts this version on a database that an earlier one left. */
export async function takeOver(database: TestDatabase): Promise<TestApi> {
  const env = { DATABASE_URL: database.apiUrl, MIGRATION_DATABASE_URL: database.ownerUrl, DEMO: '1' }
  const settings = readSettings(env, { cwd: '/srv/aili' })
  const packs = testDistricts()
  const open = await openDatabase({ settings, packs, now: TEMPLATE_NOW, log: () => undefined })
  await open.close()
  return startApi({ database })
}
