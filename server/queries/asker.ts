import { sql, type Kysely } from 'kysely'
import type { Asker } from '#domain/access/decide'
import type { HeldRole } from '#domain/access/roles'
import type { DistrictTables } from '../database/tables'

/** The person behind an account with the roles that weren't revoked; null when there is none in this district. */
export async function askerOf(db: Kysely<DistrictTables>, account: string): Promise<Asker | null> {
  const row = await db
    .selectFrom('person_account as pa')
    .leftJoin('role_grant as g', (join) =>
      join
        .onRef('g.person_id', '=', 'pa.person_id')
        .on(({ not, exists, selectFrom }) =>
          not(exists(selectFrom('role_revocation as r').select('r.id').whereRef('r.grant_id', '=', 'g.id'))),
        ),
    )
    .select([
      'pa.person_id as person',
      sql<
        HeldRole[]
      >`coalesce(json_agg(json_build_object('role', g.role, 'organisation', g.organisation, 'until', g.until, 'venue', g.venue)
        order by g.at, g.id) filter (where g.id is not null), '[]')`.as('roles'),
    ])
    .where('pa.account_id', '=', account)
    .groupBy('pa.person_id')
    .executeTakeFirst()
  return row ?? null
}
