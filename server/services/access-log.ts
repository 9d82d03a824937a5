import { sql } from 'kysely'
import type { Asker } from '#domain/access/decide'
import type { AccessReason } from '#domain/access/reasons'
import type { HeldRole } from '#domain/access/roles'
import type { AccessLogTable } from '../database/tables'
import type { SignedIn } from '../context'
import { factId } from './ids'

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

/** Logs that somebody of an event's team read who has come; who was looked at within the hour isn't logged again. */
export async function logAttendanceLook(
  context: SignedIn,
  authority: Parameters<typeof logAccess>[1],
  people: readonly string[],
): Promise<void> {
  if (people.length === 0) return
  const known = await context.district.db
    .selectFrom('access_log')
    .select('about_person')
    .where('about_person', '=', sql<string>`any(${[...people]}::uuid[])`)
    .where('by_person', '=', authority.asker.person)
    .where('what', '=', 'attendance')
    .where('at', '>', new Date(context.now - LOOK_MS))
    .execute()
  const looked = new Set(known.map((row) => row.about_person))
  const fresh = people.filter((person) => !looked.has(person))
  await logAccess(context, authority, 'attendance', fresh)
}
