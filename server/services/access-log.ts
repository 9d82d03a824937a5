import { sql } from 'kysely'
import type { AccessReason } from '#domain/access/reasons'
import type { SignedIn } from '../context'
import { factId } from './ids'
import type { Authority } from './person'

/** Logs that an office opened something about people: one insert, however many they are. */
export async function logAccess(
  context: SignedIn,
  { asker, by }: Pick<Authority, 'asker' | 'by'>,
  what: 'list' | 'path' | 'registrations',
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
