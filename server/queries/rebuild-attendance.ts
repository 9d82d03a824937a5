import type { Kysely, Selectable } from 'kysely'
import type { DistrictTables, DeskTable } from '../database/tables'

/** What is kept of an event's attendance beside its facts. */
export interface RebuiltAttendance {
  readonly closed_at: Date | null
  readonly handed_over_at: Date | null
  readonly desks: readonly Selectable<DeskTable>[]
}

/**
 * Where every event's attendance stands and which desks it has, worked out from the acts alone. What `event` and `desk` must be equal to; a
 * test compares them. An event without acts isn't among them.
 */
export async function attendanceFromFacts(db: Kysely<DistrictTables>): Promise<ReadonlyMap<string, RebuiltAttendance>> {
  const rows = await db.selectFrom('attendance_act').selectAll().orderBy('event_id').orderBy('no').execute()
  const rebuilt = new Map<string, RebuiltAttendance>()
  for (const row of rows) {
    const before = rebuilt.get(row.event_id) ?? { closed_at: null, handed_over_at: null, desks: [] }
    rebuilt.set(row.event_id, withAct(before, row))
  }
  return rebuilt
}

function withAct(before: RebuiltAttendance, row: Selectable<DistrictTables['attendance_act']>): RebuiltAttendance {
  switch (row.act) {
    case 'closed':
      return { ...before, closed_at: row.at }
    case 'reopened':
      return { ...before, closed_at: null, handed_over_at: null }
    case 'handed-over':
      return { ...before, handed_over_at: row.at }
    case 'desk-opened': {
      const { desk, direction, device, by_person: by } = row
      if (desk === null || direction === null || device === null || by === null) {
        throw new RangeError(`desk-opened without its desk: ${row.id}`)
      }
      const opened = { event_id: row.event_id, desk, direction, device, by_person: by, opened_at: row.at }
      return { ...before, desks: [...before.desks, { ...opened, revoked_at: null }] }
    }
    case 'desk-revoked':
      return {
        ...before,
        desks: before.desks.map((one) => (one.desk === row.desk ? { ...one, revoked_at: row.at } : one)),
      }
    case 'team-set':
    case 'heads-counted':
    case 'times-set':
    case 'confirmed':
    case 'struck':
    case 'restored':
      return before
  }
}
