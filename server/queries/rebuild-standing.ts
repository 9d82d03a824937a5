import { sql, type Kysely } from 'kysely'
import type { DistrictTables, StandingTable } from '../database/tables'

/**
 * Where everybody stands, worked out from the facts alone: the last fact about a person's affiliation, the day of `activist`, and
 * nothing for who was erased. What `standing` must be equal to; a test compares them.
 */
export async function standingFromFacts(db: Kysely<DistrictTables>): Promise<readonly StandingTable[]> {
  const { rows } = await sql<StandingTable>`
    select p.id as person_id,
           case when e.erased then null else a.organisation end as organisation,
           case when e.erased then 'none' else coalesce(a.act, 'none') end as affiliation,
           case when e.erased then null else a.on_day end as affiliation_on,
           case when e.erased then null else s.on_day end as activist_on
      from person p
      left join lateral (
        select act, organisation, on_day from affiliation where person_id = p.id order by no desc limit 1
      ) a on true
      left join lateral (
        select on_day from step where person_id = p.id and step = 'activist' order by no desc limit 1
      ) s on true
      cross join lateral (select exists (select 1 from erasure where person_id = p.id) as erased) e
     order by p.id`.execute(db)
  return rows
}
