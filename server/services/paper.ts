import type { Occupation } from '#domain/profile/occupation'
import type { LocalDate } from '#domain/time'
import type { SignedIn } from '../context'
import type { PersonFacts, Words } from '../queries/person-facts'
import type { Trx } from './acts'

/** What the paper says about the applicant. */
export interface PaperSays {
  readonly birthDate: LocalDate
  readonly occupation: Occupation | undefined
}

/**
 * What the paper says decides from now on: the applicant's own words give way to it.
 * @returns what they had said before, to be kept beside the act: it comes back should the act be taken back
 */
export async function confirmFromPaper(
  trx: Trx,
  context: SignedIn,
  target: PersonFacts,
  { birthDate, occupation }: PaperSays,
  corrected?: string,
): Promise<Words> {
  await trx
    .updateTable('profile')
    .set({
      birth_date: birthDate,
      birth_confirmed_on: context.today,
      updated_at: new Date(context.now),
      ...(occupation === undefined ? {} : { occupation }),
    })
    .where('person_id', '=', target.person)
    .execute()
  const before = corrected === undefined ? undefined : target.texts.get(corrected)?.said
  const said = before ?? target.facts.birthDate
  return { ...(said ? { said } : {}), ...(occupation === undefined ? {} : { occupation }) }
}

/** The paper was another one's, or none: what the person had said holds again, unconfirmed, and they can change it. */
export async function forgetPaper(trx: Trx, context: SignedIn, target: PersonFacts, act: string): Promise<void> {
  const said = target.texts.get(act)?.said
  await trx
    .updateTable('profile')
    .set({
      birth_confirmed_on: null,
      updated_at: new Date(context.now),
      ...(said === undefined ? {} : { birth_date: said }),
    })
    .where('person_id', '=', target.person)
    .execute()
}
