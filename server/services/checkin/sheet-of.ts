import type { Kysely, Selectable } from 'kysely'
import { sheetOf, type AttendanceAct, type AttendanceFact, type Sheet } from '#domain/checkin/attendance'
import type { CheckIn } from '#domain/checkin/check-in'
import { teamOf, type Team } from '#domain/checkin/team'
import type { EventRole, LeagueEvent } from '#domain/events/event'
import type { Instant } from '#domain/time'
import type { AttendanceActTable, CheckInTable, DistrictTables } from '../../database/tables'
import { eventOfRow } from '../events/stream'

type Db = Kysely<DistrictTables>

/** All that is known of who was at an event. */
export interface LoadedSheet {
  readonly event: LeagueEvent
  readonly sheet: Sheet
  readonly uploads: readonly CheckIn[]
  readonly acts: readonly AttendanceFact[]
  /** Of who holds a place. */
  readonly roles: ReadonlyMap<string, EventRole>
  /** Who holds a place, in the order of arrival. */
  readonly registered: readonly string[]
  readonly team: Team
}

/** Reads an event's attendance and folds it. Under the event's lock it is final: every check-in waits for that lock. */
export async function loadSheet(db: Db, row: { readonly id: string; readonly state: unknown }): Promise<LoadedSheet> {
  const uploads = await db.selectFrom('check_in').selectAll().where('event_id', '=', row.id).execute()
  const acts = await db.selectFrom('attendance_act').selectAll().where('event_id', '=', row.id).orderBy('no').execute()
  const places = await db
    .selectFrom('registration')
    .select(['person_id', 'role'])
    .where('event_id', '=', row.id)
    .where('state', '=', 'registered')
    .orderBy('arrival')
    .execute()
  const made = await db
    .selectFrom('event_act')
    .select('by_person')
    .where('event_id', '=', row.id)
    .where('no', '=', 1)
    .executeTakeFirst()
  const roles = new Map(places.map(({ person_id: person, role }) => [person, role]))
  const facts = acts.map(attendanceFact)
  const checkIns = uploads.map(checkInOfRow)
  return {
    event: eventOfRow(row),
    sheet: sheetOf(checkIns, facts, roles),
    uploads: checkIns,
    acts: facts,
    roles,
    registered: places.map(({ person_id: person }) => person),
    team: teamOf(made?.by_person ?? '', facts),
  }
}

/** An upload of its row. */
export function checkInOfRow(row: Selectable<CheckInTable>): CheckIn {
  return {
    requestId: row.request_id,
    person: row.person_id,
    direction: row.direction,
    way: row.way,
    desk: row.desk,
    at: row.at.getTime() as Instant,
    arrived: row.arrived_at.getTime() as Instant,
    by: row.by_person,
    flags: row.flags,
  }
}

/** What a host did, of its row. */
export function attendanceFact(row: Selectable<AttendanceActTable>): AttendanceFact {
  return { ...actOfRow(row), no: row.no, at: row.at.getTime() as Instant, by: row.by_person }
}

function actOfRow(row: Selectable<AttendanceActTable>): AttendanceAct {
  switch (row.act) {
    case 'desk-opened':
      return {
        act: row.act,
        desk: given(row, 'desk'),
        direction: given(row, 'direction'),
        device: given(row, 'device'),
      }
    case 'desk-revoked':
      return { act: row.act, desk: given(row, 'desk') }
    case 'team-set':
      return { act: row.act, person: given(row, 'person_id'), team: row.team }
    case 'heads-counted':
      return { act: row.act, heads: given(row, 'heads'), guests: given(row, 'guests') }
    case 'times-set':
      return {
        act: row.act,
        person: given(row, 'person_id'),
        in: given(row, 'in_at').getTime() as Instant,
        out: given(row, 'out_at').getTime() as Instant,
      }
    case 'confirmed':
    case 'struck':
    case 'restored':
      return { act: row.act, person: given(row, 'person_id') }
    case 'closed':
    case 'reopened':
    case 'handed-over':
      return { act: row.act }
  }
}

/** What a fact of its kind has. */
function given<K extends keyof Selectable<AttendanceActTable>>(
  row: Selectable<AttendanceActTable>,
  column: K,
): NonNullable<Selectable<AttendanceActTable>[K]> {
  const value = row[column]
  if (value === null) throw new RangeError(`${row.act} without ${column}: ${row.id}`)
  return value
}
