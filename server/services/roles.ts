import type { Kysely } from 'kysely'
import type { Role } from '#domain/access/roles'
import type { Instant } from '#domain/time'
import type { DistrictTables, RoleGrantTable } from '../database/tables'
import { factId } from './ids'

/** A role that was given and not taken back. */
export interface GrantedRole {
  readonly id: string
  readonly role: Role
  readonly organisation: string
  readonly until: string
  readonly venue: string | null
}

/** The roles of a person that weren't revoked, ended ones included. */
export function grantedRoles(db: Kysely<DistrictTables>, person: string): Promise<readonly GrantedRole[]> {
  return db
    .selectFrom('role_grant as g')
    .select(['g.id', 'g.role', 'g.organisation', 'g.until', 'g.venue'])
    .where('g.person_id', '=', person)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('role_revocation as r').select('r.id').whereRef('r.grant_id', '=', 'g.id'))),
    )
    .orderBy('g.at')
    .execute()
}

/** Gives a role. Rights are read from these rows at every request: it holds from the next one on. */
export async function grantRole(
  db: Kysely<DistrictTables>,
  grant: {
    readonly person: string
    readonly role: Role
    readonly organisation: string
    readonly until: string
    readonly venue?: string | null
  },
  by: RoleGrantTable['granted_by'],
  now: Instant,
): Promise<string> {
  const id = factId(now)
  await db
    .insertInto('role_grant')
    .values({
      id,
      person_id: grant.person,
      role: grant.role,
      organisation: grant.organisation,
      until: grant.until,
      venue: grant.venue ?? null,
      granted_by: by,
      at: new Date(now),
    })
    .execute()
  return id
}

/** Takes a role back: a fact that names the grant. Dead at the next request, on every device. */
export async function revokeRole(db: Kysely<DistrictTables>, grantId: string, now: Instant): Promise<void> {
  await db
    .insertInto('role_revocation')
    .values({ id: factId(now), grant_id: grantId, revoked_by: 'operator', at: new Date(now) })
    .onConflict((conflict) => conflict.column('grant_id').doNothing())
    .execute()
}
