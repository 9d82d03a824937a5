import type { Transaction } from 'kysely'
import { localDate, parseLocalDate, type LocalDate } from '#domain/time'
import type { ActReply, AffiliationAnswerBody } from '#contract/person'
import type { DistrictTables } from '../database/tables'
import type { SignedIn } from '../context'
import { HttpProblem, refusal } from '../problem'
import type { PersonFacts } from '../queries/person-facts'
import { factId } from './ids'
import { once } from './once'
import { authoriseOverPerson, loadAuthorised, lockPerson, type Authority, type OfficeRoute } from './person'

export type Trx = Transaction<DistrictTables>
type Body = { readonly requestId: string }

/** An office's act on a person: rights, lock, the person's facts, then what the act decides and writes. */
export function actOnPerson(
  context: SignedIn,
  route: OfficeRoute,
  path: readonly string[],
  body: Body,
  perform: (trx: Trx, authority: Authority, target: PersonFacts) => Promise<ActReply>,
): Promise<ActReply> {
  const person = path[0] ?? ''
  const begin = async (trx: Trx) => {
    const authority = await authoriseOverPerson(context, route, person, trx)
    await lockPerson(trx, person)
    return authority
  }
  const act = { requestId: body.requestId, route: [route, ...path].join(' '), body }
  return once(context, act, begin, async (trx, authority) =>
    perform(trx, authority, await loadAuthorised(trx, authority)),
  )
}

/** A branch secretary says whether a person belongs to the branch. */
export function answerAffiliation(context: SignedIn, person: string, body: AffiliationAnswerBody): Promise<ActReply> {
  const route = 'POST /v1/people/:person/affiliation-confirmations'
  return actOnPerson(context, route, [person], body, async (trx, { asker }, { standing }) => {
    if (standing.affiliation !== 'claimed' || !standing.organisation)
      throw refusal({ code: 'affiliation-not-pending', facts: {} })
    const act = body.belongs ? 'confirmed' : 'declined'
    const id = factId(context.now)
    await trx
      .insertInto('affiliation')
      .values({
        id,
        person_id: person,
        no: await nextNo(trx, 'affiliation', person),
        act,
        organisation: standing.organisation,
        by_person: asker.person,
        at: new Date(context.now),
        on_day: context.today,
        policy: context.district.policy.version,
      })
      .execute()
    await trx
      .updateTable('standing')
      .set({ affiliation: act, affiliation_on: context.today })
      .where('person_id', '=', person)
      .execute()
    return { id }
  })
}

/** The next number of a person's stream; the person's lock is held. */
export async function nextNo(
  trx: Trx,
  stream: 'affiliation' | 'step' | 'ledger' | 'grade',
  person: string,
): Promise<number> {
  const { last } = await trx
    .selectFrom(stream)
    .select(({ fn }) => fn.max<number | null>('no').as('last'))
    .where('person_id', '=', person)
    .executeTakeFirstOrThrow()
  return (last ?? 0) + 1
}

/** Whether the organisation of a person is known, as the rules ask for it. */
export function affiliationOf({ facts }: PersonFacts): 'none' | 'claimed' | 'confirmed' {
  return facts.affiliation?.state ?? 'none'
}

/** A day that the schema let through by its form; 30 February is bad input, not a refusal of the rules. */
export function dayOf(text: string, field: string): LocalDate {
  if (!parseLocalDate(text)) throw new HttpProblem(400, 'invalid-input', { field: `/${field}` })
  return localDate(text)
}
