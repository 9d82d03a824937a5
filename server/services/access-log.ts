import type { AccessReason } from '#domain/access/reasons'
import type { SignedIn } from '../context'
import { factId } from './ids'
import type { Authority } from './person'

/** Logs that an office opened something about people: one insert, however many they are. */
export async function logAccess(
  context: SignedIn,
  { asker, by }: Pick<Authority, 'asker' | 'by'>,
  what: 'list' | 'path',
  people: readonly string[],
  reason: AccessReason | null = null,
): Promise<void> {
  if (people.length === 0) return
  await context.district.db
    .insertInto('access_log')
    .values(
      people.map((about) => ({
        id: factId(context.now),
        by_person: asker.person,
        role: by.role,
        organisation: by.organisation,
        what,
        about_person: about,
        at: new Date(context.now),
        reason,
      })),
    )
    .execute()
}
