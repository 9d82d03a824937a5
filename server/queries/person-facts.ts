import { sql, type Kysely, type Selectable } from 'kysely'
import type { ApplicationAct } from '#domain/application/acts'
import type { GradeEntry } from '#domain/civics/grades'
import type { LedgerEntry } from '#domain/hours/ledger'
import type { PathFacts } from '#domain/path/facts'
import type { Occupation } from '#domain/profile/occupation'
import { localDate, type LocalDate } from '#domain/time'
import type { DistrictTables, StandingTable } from '../database/tables'
import { attended, type Attended } from './attended'

/** The words beside a fact, by what each is. */
export type Words = Readonly<Record<string, string>>

/** One person with everything that a path is computed from, and the words beside it. */
export interface PersonFacts {
  readonly person: string
  readonly name: string | null
  readonly standing: Pick<StandingTable, 'organisation' | 'affiliation'>
  readonly facts: PathFacts
  /** By the fact's id. */
  readonly texts: ReadonlyMap<string, Words>
  /** The events to which they came and whose close they wait for; where all are asked for, all. */
  readonly attended: readonly Attended[]
}

interface Row {
  readonly person_id: string
  readonly organisation: string | null
  readonly affiliation: Selectable<StandingTable>['affiliation']
  readonly affiliation_on: string | null
  readonly name: string | null
  readonly birth_date: string | null
  readonly occupation: Occupation | null
  readonly acts: readonly ApplicationAct[]
  readonly entries: readonly LedgerEntry[]
  readonly grades: readonly GradeEntry[]
  readonly texts: Readonly<Record<string, Words>>
  readonly attended: readonly Attended[]
}

type Which =
  | { readonly account: string; readonly attended?: 'all' }
  | { readonly person: string }
  | { readonly people: readonly string[] }
  /** Everyone with a profile whose organisation is, or is said to be, one of these. */
  | {
      readonly organisations: readonly string[]
      readonly only?: 'nominated' | undefined
      /** Without those whose organisation hasn't answered yet. */
      readonly confirmed?: boolean
      /** So many at most, the first by name. The words beside the facts aren't read for a list. */
      readonly most?: number
    }

/** More than any list shows. */
const MOST = 1000

const ACTS = sql<Row['acts'] | null>`(select json_agg(json_build_object(
  'id', f.id, 'act', f.step, 'on', f.on_day, 'since', f.since, 'way', f.way,
  'onPaper', f.step = 'activist' and f.paper_seen, 'people', f.people, 'corrects', f.corrects, 'voided', f.voided)
  order by f.no) from step f where f.person_id = s.person_id)`
const ENTRIES = sql<Row['entries'] | null>`(select json_agg(json_build_object(
  'id', l.id, 'requirement', l.requirement, 'amount', l.amount, 'on', l.on_day, 'origin', l.origin, 'mode', l.mode,
  'since', l.since, 'acceptedOn', l.accepted_on, 'corrects', l.corrects)
  order by l.no) from ledger l where l.person_id = s.person_id)`
const GRADES = sql<Row['grades'] | null>`(select json_agg(json_build_object(
  'id', g.id, 'grade', g.grade, 'on', g.on_day, 'since', g.since, 'corrects', g.corrects)
  order by g.no) from grade g where g.person_id = s.person_id)`
const TEXTS = sql<
  Row['texts'] | null
>`(select json_object_agg(t.fact_id, t.body) from fact_text t where t.person_id = s.person_id)`

const UNCLOSED = attended({ unclosed: true })
const ALL_ATTENDED = attended({ unclosed: false })

/** People with their facts, in one query; sorted by name (pinyin) where there are several. */
export async function personFacts(db: Kysely<DistrictTables>, which: Which): Promise<readonly PersonFacts[]> {
  const base = db
    .selectFrom('standing as s')
    .leftJoin('profile as p', 'p.person_id', 's.person_id')
    .select([
      's.person_id',
      's.organisation',
      's.affiliation',
      's.affiliation_on',
      'p.name',
      'p.birth_date',
      'p.occupation',
      sql<Row['acts']>`coalesce(${ACTS}, '[]')`.as('acts'),
      sql<Row['entries']>`coalesce(${ENTRIES}, '[]')`.as('entries'),
      sql<Row['grades']>`coalesce(${GRADES}, '[]')`.as('grades'),
      sql<Row['attended']>`coalesce(${'account' in which && which.attended ? ALL_ATTENDED : UNCLOSED}, '[]')`.as(
        'attended',
      ),
      sql<Row['texts']>`coalesce(${'organisations' in which ? sql`null::json` : TEXTS}, '{}')`.as('texts'),
    ])
  const narrowed = () => {
    if ('account' in which) {
      return base.where(({ eb, selectFrom }) =>
        eb(
          's.person_id',
          '=',
          selectFrom('person_account').select('person_id').where('account_id', '=', which.account),
        ),
      )
    }
    if ('person' in which) return base.where('s.person_id', '=', which.person)
    // One statement text however many they are.
    if ('people' in which) return base.where('s.person_id', '=', sql<string>`any(${[...which.people]}::uuid[])`)
    const belonging = base
      .where('s.organisation', '=', sql<string>`any(${[...which.organisations]}::text[])`)
      // Who isn't confirmed is known by their name, not by where their application stands.
      .where('s.affiliation', 'in', which.confirmed || which.only ? ['confirmed'] : ['claimed', 'confirmed'])
      .where('p.person_id', 'is not', null)
      .orderBy(sql`p.name collate "zh-x-icu"`)
      .orderBy('s.person_id')
      .limit(which.most ?? MOST)
    return which.only === undefined ? belonging : belonging.where('s.application', '=', which.only)
  }
  return (await narrowed().execute()).map(toPersonFacts)
}

function toPersonFacts(row: Row): PersonFacts {
  const { affiliation, affiliation_on: since } = row
  return {
    person: row.person_id,
    name: row.name,
    standing: { organisation: row.organisation, affiliation },
    facts: {
      birthDate: dayOrNull(row.birth_date),
      occupation: row.occupation,
      affiliation:
        (affiliation === 'claimed' || affiliation === 'confirmed') && since
          ? { state: affiliation, since: localDate(since) }
          : null,
      acts: row.acts,
      entries: row.entries,
      grades: row.grades,
    },
    texts: new Map(Object.entries(row.texts)),
    attended: row.attended,
  }
}

function dayOrNull(day: string | null): LocalDate | null {
  return day === null ? null : localDate(day)
}
