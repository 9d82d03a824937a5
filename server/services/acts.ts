import type { Selectable, Transaction } from 'kysely'
import { decideActivist } from '#domain/application/activist'
import { decideClassHours, decideCorrection, type ClassHourGuards } from '#domain/hours/class-hours'
import type { LedgerEntry } from '#domain/hours/ledger'
import { localDate, parseLocalDate } from '#domain/time'
import type { ActivistBody, ActReply, AffiliationAnswerBody, ClassHoursBody, CorrectionBody } from '#contract/person'
import type { DistrictTables, LedgerTable } from '../database/tables'
import type { SignedIn } from '../context'
import { grantedOr, HttpProblem, notFound, refusal } from '../problem'
import type { PersonFacts } from '../queries/person-facts'
import { factId, isUuid } from './ids'
import { once } from './once'
import { authoriseOverPerson, loadAuthorised, lockPerson, type Authority, type OfficeRoute } from './person'
import { keepText, salted, type SaltedText } from './texts'

type Trx = Transaction<DistrictTables>
type Body = { readonly requestId: string }

/** An office's act on a person: rights, lock, the person's facts, then what the act decides and writes. */
function actOnPerson(
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

/** A branch secretary records class hours that a person took. */
export function recordClassHours(context: SignedIn, person: string, body: ClassHoursBody): Promise<ActReply> {
  return actOnPerson(context, 'POST /v1/people/:person/class-hours', [person], body, async (trx, { asker }, target) => {
    const claim = { tenths: body.tenths, on: dayOf(body.on, 'on') }
    grantedOr(decideClassHours(claim, guardsOf(target), context.district.policy, context.today))
    const text = salted({ content: body.content, witness: body.witness })
    return addClassHours(trx, context, { person, by: asker.person, ...claim, mode: body.mode, corrects: null }, text)
  })
}

/** A branch secretary corrects class hours by a new entry that names the wrong one; 0 tenths strikes it. */
export function correctClassHours(
  context: SignedIn,
  person: string,
  entryId: string,
  body: CorrectionBody,
): Promise<ActReply> {
  const route = 'POST /v1/people/:person/class-hours/:entry/corrections'
  return actOnPerson(context, route, [person, entryId], body, async (trx, { asker }, target) => {
    const entry = isUuid(entryId) ? target.facts.entries.find((one) => one.id === entryId) : undefined
    if (!entry) throw notFound()
    const before = target.texts.get(entryId)
    const sameWords = before?.content === body.content && before.witness === body.witness
    const claim = { tenths: body.tenths, on: dayOf(body.on, 'on'), mode: body.mode, sameWords }
    const { policy } = context.district
    grantedOr(decideCorrection(entry, target.facts.entries, claim, guardsOf(target), policy, context.today))
    const text = salted({ content: body.content, witness: body.witness, reason: body.reason })
    const { tenths, on, mode } = claim
    return addClassHours(trx, context, { person, by: asker.person, tenths, on, mode, corrects: entryId }, text)
  })
}

/** A committee's officer records that a person became 入团积极分子 on paper. */
export function recordActivist(context: SignedIn, person: string, body: ActivistBody): Promise<ActReply> {
  return actOnPerson(context, 'POST /v1/people/:person/activist', [person], body, async (trx, { asker }, target) => {
    const record = { on: dayOf(body.on, 'on'), way: body.way, paperSeen: body.paperSeen }
    grantedOr(decideActivist(record, guardsOf(target), context.district.policy, context.today))
    const text = salted({ approvedBy: body.approvedBy })
    const id = factId(context.now)
    await trx
      .insertInto('step')
      .values({
        id,
        person_id: person,
        no: await nextNo(trx, 'step', person),
        step: 'activist',
        on_day: record.on,
        way: record.way,
        paper_seen: record.paperSeen,
        text_hash: text.hash,
        by_person: asker.person,
        at: new Date(context.now),
        policy: context.district.policy.version,
      })
      .execute()
    await keepText(trx, id, person, text)
    await trx.updateTable('standing').set({ activist_on: record.on }).where('person_id', '=', person).execute()
    return { id }
  })
}

interface NewClassHours {
  readonly person: string
  readonly by: string
  readonly tenths: number
  readonly on: string
  readonly mode: LedgerEntry['mode']
  readonly corrects: string | null
}

async function addClassHours(trx: Trx, context: SignedIn, hours: NewClassHours, text: SaltedText): Promise<ActReply> {
  const id = factId(context.now)
  const row: Selectable<LedgerTable> = {
    id,
    person_id: hours.person,
    no: await nextNo(trx, 'ledger', hours.person),
    requirement: 'class-hours',
    amount: hours.tenths,
    on_day: hours.on,
    origin: hours.corrects ? 'adjustment' : 'recorded',
    mode: hours.mode,
    since: context.today,
    // The branch secretary has the right to accept, so what is recorded is accepted with it.
    accepted_on: context.today,
    corrects: hours.corrects,
    text_hash: text.hash,
    by_person: hours.by,
    at: new Date(context.now),
    policy: context.district.policy.version,
  }
  await trx.insertInto('ledger').values(row).execute()
  await keepText(trx, id, hours.person, text)
  return { id }
}

/** The next number of a person's stream; the person's lock is held. */
export async function nextNo(trx: Trx, stream: 'affiliation' | 'step' | 'ledger', person: string): Promise<number> {
  const { last } = await trx
    .selectFrom(stream)
    .select(({ fn }) => fn.max<number | null>('no').as('last'))
    .where('person_id', '=', person)
    .executeTakeFirstOrThrow()
  return (last ?? 0) + 1
}

function guardsOf({ facts }: PersonFacts): ClassHourGuards {
  return { activistOn: facts.activistOn, birthDate: facts.birthDate, affiliation: facts.affiliation?.state ?? 'none' }
}

/** A day that the schema let through by its form; 30 February is bad input, not a refusal of the rules. */
function dayOf(text: string, field: string) {
  if (!parseLocalDate(text)) throw new HttpProblem(400, 'invalid-input', { field: `/${field}` })
  return localDate(text)
}
