import type { ApplicationAct } from '#domain/application/acts'
import { decideAct, type ActClaim, type ApplicationGuards } from '#domain/application/decide'
import type { ApplicationBody, WithdrawalBody } from '#contract/application'
import type { ActReply } from '#contract/person'
import type { SignedIn } from '../context'
import { grantedOr, lostRace } from '../problem'
import { personFacts, type PersonFacts, type Words } from '../queries/person-facts'
import { standingOfActs } from '../queries/rebuild-standing'
import { affiliationOf, nextNo, type Trx } from './acts'
import { factId } from './ids'
import { once } from './once'
import { lockOneself } from './person'
import { keepText, salted } from './texts'

/** Submits one's application in the app. It counts once the branch has the paper. */
export function submitApplication(context: SignedIn, body: ApplicationBody): Promise<ActReply> {
  return actOnOneself(context, 'POST /v1/me/application', body, async (trx, me) => {
    decide(context, me, { act: 'submitted', on: context.today })
    await trx.updateTable('profile').set({ occupation: body.occupation }).where('person_id', '=', me.person).execute()
    const words: Words = body.words.trim() === '' ? {} : { words: body.words.trim() }
    const { id } = await addAct(trx, context, me, { act: 'submitted', on: context.today, by: me.person }, words)
    return { id }
  })
}

/** Withdraws one's application; a new one may follow. */
export function withdrawApplication(context: SignedIn, body: WithdrawalBody): Promise<ActReply> {
  return actOnOneself(context, 'POST /v1/me/application/withdrawal', body, async (trx, me) => {
    decide(context, me, { act: 'withdrawn', on: context.today })
    // Nobody could correct the paper's birth date any more: from here on it is the person's own again.
    await trx.updateTable('profile').set({ birth_confirmed_on: null }).where('person_id', '=', me.person).execute()
    const { id } = await addAct(trx, context, me, { act: 'withdrawn', on: context.today, by: me.person }, {})
    return { id }
  })
}

function actOnOneself(
  context: SignedIn,
  route: string,
  body: { readonly requestId: string },
  perform: (trx: Trx, me: PersonFacts) => Promise<ActReply>,
): Promise<ActReply> {
  const begin = (trx: Trx) => lockOneself(context, trx)
  return once(context, { requestId: body.requestId, route, body }, begin, async (trx, person) => {
    const me = (await personFacts(trx, { person }))[0]
    if (!me) throw lostRace()
    return perform(trx, me)
  })
}

/** What the rules about an act are asked with. */
export function guardsOf(target: PersonFacts): ApplicationGuards {
  const { birthDate, acts } = target.facts
  return { affiliation: affiliationOf(target), birthDate, acts }
}

/** Asks the rules about an act as of today. @throws their refusal */
export function decide(context: SignedIn, target: PersonFacts, claim: ActClaim): void {
  grantedOr(decideAct(claim, guardsOf(target), context.district.policy, context.today))
}

/** An act as a service writes it. */
export type NewAct = Pick<ApplicationAct, 'act' | 'on'> &
  Partial<Pick<ApplicationAct, 'way' | 'onPaper' | 'people' | 'corrects' | 'voided'>> & { readonly by: string }

/** Appends an act with its words and brings the projection up to date; the person's lock is held. */
export async function addAct(
  trx: Trx,
  context: SignedIn,
  target: PersonFacts,
  { act, on, way = null, onPaper = false, people = null, corrects = null, voided = false, by }: NewAct,
  words: Words,
  earlier: readonly ApplicationAct[] = target.facts.acts,
): Promise<ActReply & { readonly acts: readonly ApplicationAct[] }> {
  const { person } = target
  const id = factId(context.now)
  const text = Object.keys(words).length === 0 ? null : salted(words)
  await trx
    .insertInto('step')
    .values({
      id,
      person_id: person,
      no: await nextNo(trx, 'step', person),
      step: act,
      on_day: on,
      way,
      paper_seen: onPaper,
      people,
      corrects,
      voided,
      organisation: target.standing.organisation,
      text_hash: text?.hash ?? null,
      by_person: by,
      at: new Date(context.now),
      policy: context.district.policy.version,
    })
    .execute()
  if (text) await keepText(trx, id, person, text)
  const acts = [...earlier, { id, act, on, since: context.today, way, onPaper, people, corrects, voided }]
  await trx.updateTable('standing').set(standingOfActs(acts)).where('person_id', '=', person).execute()
  return { id, acts }
}
