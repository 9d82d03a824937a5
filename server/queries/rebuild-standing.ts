import type { Kysely, Selectable } from 'kysely'
import { applicationOf, type ApplicationAct } from '#domain/application/acts'
import { localDate } from '#domain/time'
import type { DistrictTables, StandingTable } from '../database/tables'

/** What the projection holds of somebody's application. */
export type ApplicationStanding = Pick<
  Selectable<StandingTable>,
  'application' | 'application_since' | 'applied_on' | 'activist_on'
>

/** Where an application stands, as the projection holds it: states and days, no verdict. */
export function standingOfActs(acts: readonly ApplicationAct[]): ApplicationStanding {
  const { state, since, applied, activist } = applicationOf(acts)
  return {
    application: state,
    application_since: state === 'none' ? null : since,
    applied_on: applied?.on ?? null,
    activist_on: activist?.on ?? null,
  }
}

/**
 * Where everybody stands, worked out from the facts alone: the last fact about a person's affiliation, the acts of their
 * application, and nothing for who was erased. What `standing` must be equal to; a test compares them.
 */
export async function standingFromFacts(db: Kysely<DistrictTables>): Promise<readonly Selectable<StandingTable>[]> {
  const [people, affiliations, steps, erasures] = await Promise.all([
    db.selectFrom('person').select('id').orderBy('id').execute(),
    db.selectFrom('affiliation').select(['person_id', 'act', 'organisation', 'on_day']).orderBy('no').execute(),
    db.selectFrom('step').selectAll().orderBy('no').execute(),
    db.selectFrom('erasure').select('person_id').execute(),
  ])
  // In order: a later fact about the same person takes the place of the earlier one.
  const affiliationOf = new Map(affiliations.map((row) => [row.person_id, row]))
  const actsOf = new Map<string, ApplicationAct[]>()
  for (const row of steps) {
    actsOf.set(row.person_id, [
      ...(actsOf.get(row.person_id) ?? []),
      {
        id: row.id,
        act: row.step,
        on: localDate(row.on_day),
        since: localDate(row.since),
        way: row.way,
        onPaper: row.step === 'activist' && row.paper_seen,
        people: row.people,
        corrects: row.corrects,
        voided: row.voided,
      },
    ])
  }
  const erased = new Set(erasures.map((row) => row.person_id))
  return people.map(({ id }) => {
    const gone = erased.has(id)
    const affiliation = gone ? undefined : affiliationOf.get(id)
    return {
      person_id: id,
      organisation: affiliation?.organisation ?? null,
      affiliation: affiliation?.act ?? 'none',
      affiliation_on: affiliation?.on_day ?? null,
      ...standingOfActs(gone ? [] : (actsOf.get(id) ?? [])),
    }
  })
}
