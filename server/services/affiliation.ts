import { applicationOf } from '#domain/application/acts'
import type { ActReply, AffiliationAnswerBody } from '#contract/person'
import type { Context, SignedIn } from '../context'
import type { AffiliationTable } from '../database/tables'
import { refusal } from '../problem'
import { actOnPerson, nextNo, type Trx } from './acts'
import { addAct } from './application'
import { factId } from './ids'

/** Appends what was said or answered about where a person belongs, and brings the projection up to date. @returns the fact's id */
export async function addAffiliation(
  trx: Trx,
  context: Context,
  said: Pick<AffiliationTable, 'act' | 'organisation'> & { readonly person: string; readonly by: string },
): Promise<string> {
  const { person, by, act, organisation } = said
  const id = factId(context.now)
  await trx
    .insertInto('affiliation')
    .values({
      id,
      person_id: person,
      no: await nextNo(trx, 'affiliation', person),
      act,
      organisation,
      by_person: by,
      at: new Date(context.now),
      on_day: context.today,
      policy: context.district.policy.version,
    })
    .execute()
  await trx
    .updateTable('standing')
    .set({ organisation, affiliation: act, affiliation_on: context.today })
    .where('person_id', '=', person)
    .execute()
  return id
}

/** What the branch before is told of a nomination that a move ended. */
const MOVED = '转到本支部，由本支部重新推荐'

/**
 * A branch secretary says whether a person belongs to the branch. Who comes with another branch's nomination is taken over
 * with paper and talk, but nominated anew: the committee must not approve what this branch never decided.
 */
export function answerAffiliation(context: SignedIn, person: string, body: AffiliationAnswerBody): Promise<ActReply> {
  const route = 'POST /v1/people/:person/affiliation-confirmations'
  return actOnPerson(context, route, [person], body, async (trx, { asker }, target) => {
    const { standing, facts } = target
    if (standing.affiliation !== 'claimed' || !standing.organisation)
      throw refusal({ code: 'affiliation-not-pending', facts: {} })
    const act = body.belongs ? 'confirmed' : 'declined'
    const { organisation } = standing
    const id = await addAffiliation(trx, context, { person, by: asker.person, act, organisation })
    const { state, nominated } = applicationOf(facts.acts)
    if (body.belongs && state === 'nominated' && nominated) {
      const from = await trx.selectFrom('step').select('organisation').where('id', '=', nominated.id).executeTakeFirst()
      if (from?.organisation !== standing.organisation) {
        const returned = { act: 'returned', on: context.today, by: asker.person } as const
        await addAct(trx, context, target, returned, { why: MOVED })
      }
    }
    return { id }
  })
}
