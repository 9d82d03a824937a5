import { sql, type Kysely } from 'kysely'
import type { Role } from '#domain/access/roles'
import type { DistrictTables } from '../database/tables'

/** What an office opened about somebody on one day: however often, one row. */
export interface AccessRow {
  readonly day: string
  readonly role: Role
  readonly organisation: string
  readonly what: 'list' | 'path' | 'registrations' | 'attendance'
  readonly reason: string | null
}

/** So many rows of a kind at most: some years of several offices every day. */
const MOST = 2000

/**
 * Who opened what about a person, newest first, a row a day. Each kind is asked for apart: who looks at a list
 * every day doesn't push out who opened the row once.
 */
export async function accessesTo(db: Kysely<DistrictTables>, person: string): Promise<readonly AccessRow[]> {
  const of = async (what: AccessRow['what']): Promise<readonly AccessRow[]> => {
    const { rows } = await sql<AccessRow>`
      select distinct (((at at time zone 'UTC') + interval '8 hours')::date) as day, role, organisation, what, reason
        from access_log where about_person = ${person} and what = ${what}
       order by 1 desc, 2, 3, 5 limit ${MOST}`.execute(db)
    return rows
  }
  const kinds = await Promise.all((['path', 'list', 'registrations', 'attendance'] as const).map(of))
  return kinds.flat().sort((a, b) => (a.day === b.day ? 0 : a.day < b.day ? 1 : -1))
}
