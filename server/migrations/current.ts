import { sql, type Kysely } from 'kysely'
import type { PlatformTables } from '../database/tables'
import type { District } from '../deps'
import { DISTRICT_MIGRATIONS, PLATFORM_MIGRATIONS } from './names'

const UNDEFINED_TABLE = '42P01'
const HOW = 'start once with MIGRATION_DATABASE_URL to bring it up to date'

/**
 * What a database lacks of what this code and these packs need, as a sentence for the operator; null when nothing.
 * For a start that may not migrate.
 */
export async function whatIsMissing(
  platform: Kysely<PlatformTables>,
  districts: readonly District[],
): Promise<string | null> {
  if (!(await hasApplied(platform, Object.keys(PLATFORM_MIGRATIONS)))) return `The database isn't migrated: ${HOW}.`
  const known = new Set((await platform.selectFrom('district').select('slug').execute()).map((row) => row.slug))
  for (const district of districts) {
    if (!known.has(district.slug)) return `The database doesn't know the district ${district.slug}: ${HOW}.`
    if (!(await hasApplied(district.db, Object.keys(DISTRICT_MIGRATIONS)))) {
      return `The schema of ${district.slug} isn't migrated: ${HOW}.`
    }
    const pack = await district.db
      .selectFrom('policy_version')
      .select('version')
      .where('version', '=', district.policy.version)
      .executeTakeFirst()
    if (!pack) return `The policy pack of ${district.slug} (version ${district.policy.version}) isn't loaded: ${HOW}.`
  }
  return null
}

async function hasApplied<T>(db: Kysely<T>, names: readonly string[]): Promise<boolean> {
  try {
    const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db)
    const applied = new Set(rows.map((row) => row.name))
    return names.every((name) => applied.has(name))
  } catch (error) {
    if ((error as { code?: string }).code === UNDEFINED_TABLE) return false
    throw error
  }
}
