import { sql, type Kysely } from 'kysely'
import type { LedgerEntry } from '#domain/hours/ledger'
import { localDate, type LocalDate } from '#domain/time'
import type { PathFacts } from '#domain/path/class-hours'
import type { DistrictTables, StandingTable } from '../database/tables'

/** The words beside a ledger entry. */
export interface EntryTexts {
  readonly content: string
  readonly witness: string
  readonly reason: string | null
}

/** One person with everything that a path is computed from, and the words beside it. */
export interface PersonFacts {
  readonly person: string
  readonly name: string | null
  readonly standing: StandingTable
  readonly facts: PathFacts
  readonly texts: ReadonlyMap<string, EntryTexts>
}

interface Row extends StandingTable {
  readonly name: string | null
  readonly birth_date: string | null
  readonly entries: readonly (LedgerEntry & { readonly texts: Record<string, string> | null })[]
}

type Which =
  | { readonly account: string }
  | { readonly person: string }
  /** Everyone with a profile whose organisation is, or is said to be, one of these. */
  | { readonly organisations: readonly string[] }

/** People with their facts, in one query; sorted by name (pinyin) where there are several. */
export async function personFacts(db: Kysely<DistrictTables>, which: Which): Promise<readonly PersonFacts[]> {
  const base = db
    .selectFrom('standing as s')
    .leftJoin('profile as p', 'p.person_id', 's.person_id')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('ledger as l')
          .leftJoin('fact_text as t', 't.fact_id', 'l.id')
          .select(
            sql<Row['entries'] | null>`json_agg(json_build_object(
              'id', l.id, 'requirement', l.requirement, 'amount', l.amount, 'on', l.on_day, 'origin', l.origin, 'mode', l.mode,
              'since', l.since, 'acceptedOn', l.accepted_on, 'corrects', l.corrects, 'texts', t.body) order by l.no)`.as(
              'entries',
            ),
          )
          .whereRef('l.person_id', '=', 's.person_id')
          .as('e'),
      (join) => join.onTrue(),
    )
    .select([
      's.person_id',
      's.organisation',
      's.affiliation',
      's.affiliation_on',
      's.activist_on',
      'p.name',
      'p.birth_date',
      sql<Row['entries']>`coalesce(e.entries, '[]')`.as('entries'),
    ])
  const rows = await (
    'account' in which
      ? base.innerJoin('person_account as pa', 'pa.person_id', 's.person_id').where('pa.account_id', '=', which.account)
      : 'person' in which
        ? base.where('s.person_id', '=', which.person)
        : base
            .where('s.organisation', 'in', which.organisations.length > 0 ? which.organisations : [''])
            .where('s.affiliation', 'in', ['claimed', 'confirmed'])
            .where('p.person_id', 'is not', null)
            .orderBy(sql`p.name collate "zh-x-icu"`)
            .orderBy('s.person_id')
  ).execute()
  return rows.map(toPersonFacts)
}

function toPersonFacts(row: Row): PersonFacts {
  const { affiliation, affiliation_on: since } = row
  return {
    person: row.person_id,
    name: row.name,
    standing: {
      person_id: row.person_id,
      organisation: row.organisation,
      affiliation,
      affiliation_on: since,
      activist_on: row.activist_on,
    },
    facts: {
      affiliation:
        (affiliation === 'claimed' || affiliation === 'confirmed') && since
          ? { state: affiliation, since: localDate(since) }
          : null,
      activistOn: dayOrNull(row.activist_on),
      birthDate: dayOrNull(row.birth_date),
      entries: row.entries.map(({ texts: _, ...entry }) => entry),
    },
    texts: new Map(
      row.entries.flatMap(({ id, texts }) =>
        texts
          ? [[id, { content: texts.content ?? '', witness: texts.witness ?? '', reason: texts.reason ?? null }]]
          : [],
      ),
    ),
  }
}

function dayOrNull(day: string | null): LocalDate | null {
  return day === null ? null : localDate(day)
}
