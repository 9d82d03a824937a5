import type { Insertable } from 'kysely'
import { applicationOf } from '#domain/application/acts'
import { decideClassHours, decideCorrection, type ClassHourGuards } from '#domain/hours/class-hours'
import { decideVolunteerCorrection, decideVolunteerHours } from '#domain/hours/volunteer-hours'
import type { LedgerEntry } from '#domain/hours/ledger'
import type {
  ActReply,
  ClassHoursBody,
  ClassHoursOfManyBody,
  ClassHoursOfManyReply,
  CorrectionBody,
  VolunteerCorrectionBody,
  VolunteerHoursBody,
} from '#contract/person'
import type { LedgerTable } from '../database/tables'
import type { SignedIn } from '../context'
import { grantedOr, notFound } from '../problem'
import { personFacts, type PersonFacts } from '../queries/person-facts'
import { actOnPerson, affiliationOf, dayOf, nextNo, type Trx } from './acts'
import { factId, isUuid } from './ids'
import { once } from './once'
import { authoriseOverOrganisation, lockPeople } from './person'
import { keepText, salted, type SaltedText } from './texts'

/** A branch secretary records class hours that a person took. */
export function recordClassHours(context: SignedIn, person: string, body: ClassHoursBody): Promise<ActReply> {
  return actOnPerson(context, 'POST /v1/people/:person/class-hours', [person], body, async (trx, { asker }, target) => {
    const claim = { tenths: body.tenths, on: dayOf(body.on, 'on') }
    grantedOr(decideClassHours(claim, classHourGuards(target), context.district.policy, context.today))
    return addEntry(trx, context, target, { by: asker.person, ...classOf(body), corrects: null }, wordsOf(body))
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
    const entry = entryOf(target, entryId)
    const { policy } = context.district
    const { amount: tenths, on, mode } = classOf(body)
    const claim = { tenths, on, mode, sameWords: hasSameWords(target, entryId, body) }
    grantedOr(decideCorrection(entry, target.facts.entries, claim, classHourGuards(target), policy, context.today))
    return addEntry(trx, context, target, { by: asker.person, ...classOf(body), corrects: entryId }, wordsOf(body))
  })
}

/**
 * A branch secretary records one class for many of the branch: each person's own entry, all in one transaction. A refusal of
 * one (too young on that day, another branch by now) holds up nobody else; it is answered by name.
 */
export function recordClassOfMany(
  context: SignedIn,
  code: string,
  body: ClassHoursOfManyBody,
): Promise<ClassHoursOfManyReply> {
  const route = 'POST /v1/organisations/:organisation/class-hours'
  const people = [...new Set(body.people)]
  const begin = async (trx: Trx) => {
    const authority = await authoriseOverOrganisation(context, route, code, trx)
    await lockPeople(trx, people, code)
    return authority
  }
  const act = { requestId: body.requestId, route: `${route} ${code}`, body }
  return once(context, act, begin, async (trx, { asker }) => {
    const claim = { tenths: body.tenths, on: dayOf(body.on, 'on') }
    const targets = new Map((await personFacts(trx, { people })).map((target) => [target.person, target]))
    const reply: ClassHoursOfManyReply = { recorded: [], refused: [] }
    for (const person of people) {
      const target = targets.get(person)
      if (person === asker.person) {
        reply.refused.push({ person, code: 'own-row' })
      } else if (!target || !isMemberOf(target, code)) {
        reply.refused.push({ person, code: 'not-found' })
      } else {
        const decision = decideClassHours(claim, classHourGuards(target), context.district.policy, context.today)
        if (decision.ok) {
          const hours = { by: asker.person, ...classOf(body), corrects: null }
          const { id } = await addEntry(trx, context, target, hours, wordsOf(body))
          reply.recorded.push({ person, id })
        } else {
          reply.refused.push({ person, code: decision.refusal.code })
        }
      }
    }
    return reply
  })
}

/** A branch secretary records service that a person did: date, content, witness. */
export function recordVolunteerHours(context: SignedIn, person: string, body: VolunteerHoursBody): Promise<ActReply> {
  const route = 'POST /v1/people/:person/volunteer-hours'
  return actOnPerson(context, route, [person], body, async (trx, { asker }, target) => {
    const claim = { minutes: body.minutes, on: dayOf(body.on, 'on') }
    const guards = { affiliation: affiliationOf(target), entries: target.facts.entries }
    grantedOr(decideVolunteerHours(claim, guards, context.district.policy, context.today))
    return addEntry(trx, context, target, { by: asker.person, ...serviceOf(body), corrects: null }, wordsOf(body))
  })
}

/** A branch secretary corrects volunteer hours by a new entry that names the wrong one; 0 minutes strike it. */
export function correctVolunteerHours(
  context: SignedIn,
  person: string,
  entryId: string,
  body: VolunteerCorrectionBody,
): Promise<ActReply> {
  const route = 'POST /v1/people/:person/volunteer-hours/:entry/corrections'
  return actOnPerson(context, route, [person, entryId], body, async (trx, { asker }, target) => {
    const entry = entryOf(target, entryId)
    const { policy } = context.district
    const claim = {
      minutes: body.minutes,
      on: dayOf(body.on, 'on'),
      sameWords: hasSameWords(target, entryId, body),
    }
    const guards = { affiliation: affiliationOf(target), entries: target.facts.entries }
    grantedOr(decideVolunteerCorrection(entry, target.facts.entries, claim, guards, policy, context.today))
    return addEntry(trx, context, target, { by: asker.person, ...serviceOf(body), corrects: entryId }, wordsOf(body))
  })
}

/** What the rules about a class are asked with. */
export function classHourGuards(target: PersonFacts): ClassHourGuards {
  return {
    activistOn: applicationOf(target.facts.acts).activist?.on ?? null,
    birthDate: target.facts.birthDate,
    affiliation: affiliationOf(target),
    entries: target.facts.entries,
  }
}

/** Who isn't confirmed in the branch is nobody to it, whoever they are elsewhere. */
function isMemberOf({ name, standing }: PersonFacts, code: string): boolean {
  return name !== null && standing.organisation === code && standing.affiliation === 'confirmed'
}

type NewEntry = Pick<LedgerEntry, 'requirement' | 'amount' | 'on' | 'mode' | 'corrects'> & { readonly by: string }
type Described = { readonly content: string; readonly witness: string; readonly reason?: string }

function classOf({ tenths, on, mode }: ClassHoursBody | ClassHoursOfManyBody) {
  return { requirement: 'class-hours' as const, amount: tenths, on: dayOf(on, 'on'), mode }
}

function serviceOf({ minutes, on }: VolunteerHoursBody) {
  return { requirement: 'volunteer-hours' as const, amount: minutes, on: dayOf(on, 'on'), mode: 'in-person' as const }
}

function wordsOf({ content, witness, reason }: Described): SaltedText {
  return salted({ content, witness, ...(reason === undefined ? {} : { reason }) })
}

function entryOf(target: PersonFacts, id: string): LedgerEntry {
  const entry = isUuid(id) ? target.facts.entries.find((one) => one.id === id) : undefined
  if (!entry) throw notFound()
  return entry
}

function hasSameWords(target: PersonFacts, id: string, { content, witness }: Described): boolean {
  const before = target.texts.get(id)
  return before?.content === content && before.witness === witness
}

async function addEntry(
  trx: Trx,
  context: SignedIn,
  { person }: PersonFacts,
  entry: NewEntry,
  text: SaltedText,
): Promise<ActReply> {
  const id = factId(context.now)
  const row: Insertable<LedgerTable> = {
    id,
    person_id: person,
    no: await nextNo(trx, 'ledger', person),
    requirement: entry.requirement,
    amount: entry.amount,
    on_day: entry.on,
    origin: entry.corrects ? 'adjustment' : 'recorded',
    mode: entry.mode,
    since: context.today,
    // The branch secretary has the right to accept, so what is recorded is accepted with it.
    accepted_on: context.today,
    corrects: entry.corrects,
    text_hash: text.hash,
    by_person: entry.by,
    at: new Date(context.now),
    policy: context.district.policy.version,
  }
  await trx.insertInto('ledger').values(row).execute()
  await keepText(trx, id, person, text)
  return { id }
}
