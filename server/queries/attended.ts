import { sql } from 'kysely'
import { sheetOf, type Attendance, type AttendanceFact, type Sheet } from '#domain/checkin/attendance'
import type { CheckIn } from '#domain/checkin/check-in'
import type { EventRole, LeagueEvent } from '#domain/events/event'

/** An event to which somebody came, with all that it says of them; as the query below gives it. */
export interface Attended {
  readonly event: string
  /** The LeagueEvent without its id. */
  readonly state: Omit<LeagueEvent, 'id'>
  /** '' where its words mustn't be read. */
  readonly title: string
  readonly role: EventRole | null
  readonly uploads: readonly CheckIn[]
  /** What was done about them, and closing and reopening; with the reason that was given. */
  readonly acts: readonly (AttendanceFact & { readonly reason: string | null })[]
  /** The entries of the ledger that its closes have written for them. */
  readonly ofEvent: readonly string[]
}

const millis = (column: string) => sql.raw(`(extract(epoch from ${column}) * 1000)::bigint`)

/**
 * The events to which the person of `s` came, newest last; a part of a query over `standing s`. `unclosed`: only those whose close this
 * person still waits for. Who never came costs one look into an index.
 */
export function attended({ unclosed }: { readonly unclosed: boolean }) {
  const waiting = unclosed
    ? sql`and e.status = 'published' and (e.closed_at is null or s.person_id = (select a.by_person from attendance_act a
        where a.event_id = e.id and a.act = 'closed' order by a.no desc limit 1))`
    : sql``
  return sql<readonly Attended[] | null>`(select json_agg(json_build_object(
    'event', e.id, 'state', e.state, 'title', case when w.checked = 'refused' then '' else w.body ->> 'title' end,
    'role', (select r.role from registration r
      where r.event_id = e.id and r.person_id = s.person_id and r.state = 'registered'),
    'uploads', (select json_agg(json_build_object('requestId', c.request_id, 'person', c.person_id, 'direction', c.direction,
      'way', c.way, 'desk', c.desk, 'at', ${millis('c.at')}, 'arrived', ${millis('c.arrived_at')}, 'by', c.by_person,
      'flags', c.flags)) from check_in c where c.event_id = e.id and c.person_id = s.person_id),
    'acts', coalesce((select json_agg(json_build_object('no', a.no, 'act', a.act, 'person', a.person_id, 'by', a.by_person,
      'at', ${millis('a.at')}, 'in', ${millis('a.in_at')}, 'out', ${millis('a.out_at')}, 'reason', (
        select t.body ->> 'reason' from fact_text t where t.fact_id = a.id)) order by a.no) from attendance_act a
      where a.event_id = e.id and (a.person_id = s.person_id and a.act <> 'team-set' or a.act in ('closed', 'reopened'))), '[]'),
    'ofEvent', coalesce((select json_agg(l.id) from ledger l where l.person_id = s.person_id and l.event_id = e.id), '[]'))
    order by e.start_at, e.id)
    from event e join event_words w on w.hash = e.words_hash
   where e.id in (select m.event_id from check_in m where m.person_id = s.person_id) ${waiting})`
}

/** How somebody stands with an event to which they came, as its sheet has it. */
export function sheetOfOne({ uploads, acts, role }: Attended): {
  readonly sheet: Sheet
  readonly attendance: Attendance
} {
  const person = uploads[0]?.person ?? ''
  const sheet = sheetOf(uploads, acts, new Map(role === null ? [] : [[person, role]]))
  const attendance = sheet.attendances.find((one) => one.person === person)
  if (!attendance) throw new RangeError('who came has come')
  return { sheet, attendance }
}
