import type pg from 'pg'
import type { Secrets } from './data-dir'
import { codeOf } from './errors'
import { scramVerifier } from './scram'

export const DATABASE = 'aili'
/** Owns the database and what the migrations make in it; makes the districts' roles. No superuser. */
export const OWNER_ROLE = 'aili_owner'
/** The API's own login. Owns nothing; beyond CONNECT it has what the migrations grant. */
export const API_ROLE = 'aili_api'

/**
 * Makes the two logins and the empty database where they are missing. Each step is whole or not there, so a start that
 * was killed in between is simply continued by the next one.
 *
 * @param superuser a connection to the database `postgres`
 * @param connect opens a superuser connection to another database
 */
export async function ensureRolesAndDatabase(
  superuser: pg.Client,
  connect: (database: string) => Promise<pg.Client>,
  secrets: Secrets,
): Promise<void> {
  await ensureRole(superuser, OWNER_ROLE, 'login createrole', secrets.owner)
  await ensureRole(superuser, API_ROLE, 'login', secrets.api)
  const { rowCount } = await superuser.query('select 1 from pg_database where datname = $1', [DATABASE])
  if (rowCount === 0) {
    await superuser.query(`create database ${DATABASE} owner ${OWNER_ROLE} template template0`)
  }
  // PostgreSQL lets every login into every database and lets it make temporary tables there.
  await superuser.query('revoke all on database postgres, template1 from public')
  await superuser.query(`revoke all on database ${DATABASE} from public`)
  await superuser.query(`grant connect on database ${DATABASE} to ${API_ROLE}`)
  const inside = await connect(DATABASE)
  try {
    await inside.query('revoke all on schema public from public')
  } finally {
    await inside.end()
  }
}

async function ensureRole(superuser: pg.Client, role: string, rights: string, password: string): Promise<void> {
  const { rowCount } = await superuser.query('select 1 from pg_roles where rolname = $1', [role])
  if (rowCount !== 0) return
  try {
    await superuser.query(`create role ${role} ${rights} password '${scramVerifier(password)}'`)
  } catch (error) {
    // 42710: somebody made it in between, with the same secrets.
    if (codeOf(error) !== '42710') throw error
  }
}
