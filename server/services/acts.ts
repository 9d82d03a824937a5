import type { Transaction } from 'kysely'
import { needsReason } from '#domain/access/reasons'
import { addDaysToInstant, localDate, parseLocalDate, type LocalDate } from '#domain/time'
import type { ActReply } from '#contract/person'
import type { DistrictTables } from '../database/tables'
import type { SignedIn } from '../context'
import { HttpProblem } from '../problem'
import type { PersonFacts } from '../queries/person-facts'
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
  return once(context, act, begin, async (trx, authority) => {
    const target = await loadAuthorised(trx, authority)
    try {
      return await perform(trx, authority, target)
    } catch (error) {
      throw await withoutFacts(trx, context, authority, target, error)
    }
  })
}

/**
 * A refusal's facts speak of the person: of a minor an office above the branch learns them only after it has opened the row with
 * a reason, which is logged. Otherwise an act that can only fail would tell a birthday without a trace.
 */
async function withoutFacts(
  trx: Trx,
  context: SignedIn,
  { asker, by, person }: Authority,
  { facts }: PersonFacts,
  problem: unknown,
): Promise<unknown> {
  if (!(problem instanceof HttpProblem) || problem.status !== 422) return problem
  if (!needsReason(by.role, facts.birthDate, context.today)) return problem
  const opened = await trx
    .selectFrom('access_log')
    .select('id')
    .where('about_person', '=', person)
    .where('by_person', '=', asker.person)
    .where('what', '=', 'path')
    .where('at', '>', new Date(addDaysToInstant(context.now, -1)))
    .executeTakeFirst()
  return opened ? problem : new HttpProblem(problem.status, problem.code)
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
