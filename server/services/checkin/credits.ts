import { sql, type Kysely, type Selectable } from 'kysely'
import type { CheckIn } from '#domain/checkin/check-in'
import { creditOf, type AttendanceCredit } from '#domain/checkin/credit'
import { shownCredit, standingOfEvent, type Standing } from '#domain/checkin/crediting'
import { checkInRulesOf } from '#domain/checkin/rules'
import type { LedgerEntry } from '#domain/hours/ledger'
import { localDate, type Instant, type LocalDate } from '#domain/time'
import type { DistrictTables, LedgerTable } from '../../database/tables'
import type { Context } from '../../context'
import type { LoadedSheet } from './sheet-of'

type Db = Kysely<DistrictTables>

/** What was under way while the event was being closed says an earlier time, and has the flag all the same. */
const UNDER_WAY_MS = 60_000

/** Whether an upload came after an event was closed, and not before an earlier close. */
export function isLate({ flags, arrived }: CheckIn, closed: Instant): boolean {
  return flags.includes('after-close') && arrived > closed - UNDER_WAY_MS
}

/** Whether something of somebody's came after an event was closed. */
export function cameLate(uploads: readonly CheckIn[], person: string, closed: Instant | null): boolean {
  return closed !== null && uploads.some((one) => one.person === person && isLate(one, closed))
}

/** What everybody who came is credited, or would be, with the reason where it is nothing or less. */
export async function shownCredits(
  { district }: Context,
  { event, sheet, uploads }: LoadedSheet,
): Promise<ReadonlyMap<string, AttendanceCredit>> {
  const { db, policy } = district
  const people = sheet.attendances.map(({ person }) => person)
  const standings = sheet.closed === null ? new Map<string, Standing>() : await standingsOf(db, event.id)
  const births = await birthDates(db, people)
  const rules = checkInRulesOf(policy)
  return new Map(
    sheet.attendances.map((one) => {
      const { person } = one
      const shown = shownCredit(creditOf(one, event, policy, rules), {
        event,
        sheet,
        person,
        standing: standings.get(person) ?? NOTHING,
        late: cameLate(uploads, person, sheet.closed),
        birthDate: births.get(person) ?? null,
      })
      return [person, shown] as const
    }),
  )
}

const NOTHING: Standing = { minutes: null, tenths: null, corrected: false }

async function birthDates(db: Db, people: readonly string[]): Promise<ReadonlyMap<string, LocalDate>> {
  const rows = await db
    .selectFrom('profile')
    .select(['person_id', 'birth_date'])
    .where('person_id', '=', sql<string>`any(${[...people]}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.person_id, localDate(row.birth_date)]))
}

/** What stands of the entries that an event's closes have written, by person. */
async function standingsOf(db: Db, event: string): Promise<ReadonlyMap<string, Standing>> {
  const rows = await db
    .selectFrom('ledger as l')
    .selectAll('l')
    .where(({ eb, selectFrom }) =>
      eb('l.person_id', 'in', selectFrom('ledger').select('person_id').where('event_id', '=', event)),
    )
    // Those of the event, and whatever may correct one of them.
    .where(({ or, eb }) => or([eb('l.event_id', '=', event), eb('l.corrects', 'is not', null)]))
    .orderBy('l.person_id')
    .orderBy('l.no')
    .execute()
  const byPerson = new Map<string, Selectable<LedgerTable>[]>()
  for (const row of rows) byPerson.set(row.person_id, [...(byPerson.get(row.person_id) ?? []), row])
  return new Map(
    Array.from(byPerson, ([person, mine]) => {
      const ofEvent = new Set(mine.filter((row) => row.event_id === event).map(({ id }) => id))
      return [person, standingOfEvent(mine.map(entryOfRow), ofEvent)] as const
    }),
  )
}

/** An entry of its row. */
function entryOfRow(row: Selectable<LedgerTable>): LedgerEntry {
  return {
    id: row.id,
    requirement: row.requirement,
    amount: row.amount,
    on: localDate(row.on_day),
    origin: row.origin,
    mode: row.mode,
    since: localDate(row.since),
    acceptedOn: row.accepted_on === null ? null : localDate(row.accepted_on),
    corrects: row.corrects,
  }
}
