import { sql } from 'kysely'
import type { Asker } from '#domain/access/decide'
import type { AccessReason } from '#domain/access/reasons'
import type { HeldRole } from '#domain/access/roles'
import type { Instant } from '#domain/time'
import type { AccessLogTable } from '../database/tables'
import type { SignedIn } from '../context'
import { factId, factIdOf } from './ids'

/** Logs that an office opened something about people: one insert, however many they are. */
export async function logAccess(
  context: SignedIn,
  { asker, by }: { readonly asker: Asker; readonly by: Pick<HeldRole, 'role' | 'organisation'> },
  what: AccessLogTable['what'],
  people: readonly string[],
  reason: AccessReason | null = null,
): Promise<void> {
  if (people.length === 0) return
  // As lists: one statement text however many they are.
  const ids = people.map(() => factId(context.now))
  await sql`
    insert into access_log (id, by_person, role, organisation, what, about_person, at, reason)
    select row.id, ${asker.person}::uuid, ${by.role}::text, ${by.organisation}::text, ${what}::text, row.about,
           ${new Date(context.now)}::timestamptz, ${reason}::text
      from unnest(${ids}::uuid[], ${[...people]}::uuid[]) as row (id, about)`.execute(context.district.db)
}

/** A screen that is read again every few seconds is one look an hour. */
const LOOK_MS = 3_600_000

/** Logs that somebody of an event's team read who has come: one row a person and hour, however often and by how many processes at once. */
export async function logAttendanceLook(
  context: SignedIn,
  { asker, by }: Parameters<typeof logAccess>[1],
  people: readonly string[],
): Promise<void> {
  if (people.length === 0) return
  const hour = (Math.floor(context.now / LOOK_MS) * LOOK_MS) as Instant
  const ids = people.map((person) => factIdOf(hour, `attendance ${asker.person} ${person}`))
  await sql`
    insert into access_log (id, by_person, role, organisation, what, about_person, at)
    select row.id, ${asker.person}::uuid, ${by.role}::text, ${by.organisation}::text, 'attendance', row.about,
           ${new Date(context.now)}::timestamptz
      from unnest(${ids}::uuid[], ${[...people]}::uuid[]) as row (id, about)
        on conflict do nothing`.execute(context.district.db)
}
