import type { Instant } from '../time'
import type { PolicyPack } from '../policy/policy'
import { minutesMax, tenthsMax } from './credits'
import { EVENT_ROLES, isMove, lengthOf, type EventAct, type EventTerms, type LeagueEvent } from './event'
import { grant, refuse, type EventDecision, type EventRefusal } from './refusal'
import { peopleOf, type EventCounts } from './registration'
import type { EventRules } from './rules'

/** What a host, or an organisation that is asked, wants to do to an event. */
export type EventClaim =
  | { readonly act: 'draft' | 'change'; readonly terms: EventTerms }
  | { readonly act: 'publish' | 'unpublish' | 'cancel' }
  /** `by`: the person who asks. */
  | { readonly act: 'ask-class'; readonly organisation: string; readonly tenths: number; readonly by: string }
  /** `by`: the person who answers for the organisation. */
  | { readonly act: 'answer-class'; readonly yes: boolean; readonly by: string }

/** What is asked, beside the claim; everything read under the event's lock. */
export interface EventGuards {
  /** null = it doesn't exist yet. */
  readonly event: LeagueEvent | null
  readonly counts: EventCounts
  /** Somebody has checked in. */
  readonly checkedIn: boolean
  /** The codes of the district's venues. */
  readonly venues: readonly string[]
}

/** Whether something may be done to an event, and as what it is recorded. After it, `tickEvent` says what follows. */
export function decideEvent(
  claim: EventClaim,
  guards: EventGuards,
  policy: PolicyPack,
  rules: EventRules,
  now: Instant,
): EventDecision<EventAct> {
  const { event } = guards
  if (claim.act === 'draft') {
    if (event) return outOfOrder('drafted', event)
    const refusal = termsRefusal(claim.terms, guards, policy, rules)
    return refusal ? refuse(refusal) : grant({ act: 'drafted', terms: claim.terms })
  }
  if (!event) return outOfOrder(RECORDED[claim.act], null)
  if (event.status === 'cancelled') return refuse({ code: 'event-cancelled', facts: {} })
  const { start } = event.terms
  if (event.status === 'published' && now >= start) return refuse({ code: 'event-started', facts: { start } })
  switch (claim.act) {
    case 'change':
      return change(claim.terms, event, guards, policy, rules, now)
    case 'publish':
      return publish(event, guards, policy, rules, now)
    case 'unpublish':
      return unpublish(event, guards.counts)
    case 'cancel':
      return grant({ act: 'cancelled' })
    case 'ask-class':
      return askClass(claim, event, policy)
    case 'answer-class':
      return answerClass(claim, event, policy)
  }
}

/** As what a claim would be recorded, for a refusal that names it. */
const RECORDED = {
  change: 'revised',
  publish: 'published',
  unpublish: 'unpublished',
  cancel: 'cancelled',
  'ask-class': 'class-asked',
  'answer-class': 'class-named',
} as const

function outOfOrder(act: EventAct['act'], event: LeagueEvent | null): EventDecision<never> {
  return refuse({ code: 'event-out-of-order', facts: { act, status: event?.status ?? 'none' } })
}

function publish(
  event: LeagueEvent,
  guards: EventGuards,
  policy: PolicyPack,
  rules: EventRules,
  now: Instant,
): EventDecision<EventAct> {
  if (event.status !== 'draft') return outOfOrder('published', event)
  // Asked again: a venue or a limit may be another one since the draft.
  const refusal = termsRefusal(event.terms, guards, policy, rules) ?? pastRefusal(event.terms, now)
  if (refusal) return refuse(refusal)
  if (event.terms.deadline <= now) return refuse({ code: 'deadline-in-past', facts: { now } })
  return grant({ act: 'published' })
}

function unpublish(event: LeagueEvent, counts: EventCounts): EventDecision<EventAct> {
  if (event.status !== 'published') return outOfOrder('unpublished', event)
  const people = peopleOf(counts)
  return people > 0 ? refuse({ code: 'people-registered', facts: { people } }) : grant({ act: 'unpublished' })
}

function change(
  terms: EventTerms,
  event: LeagueEvent,
  guards: EventGuards,
  policy: PolicyPack,
  rules: EventRules,
  now: Instant,
): EventDecision<EventAct> {
  if (sameTerms(terms, event.terms)) return refuse({ code: 'event-unchanged', facts: {} })
  const refusal = termsRefusal(terms, guards, policy, rules)
  if (refusal) return refuse(refusal)
  const moved = terms.start !== event.terms.start || terms.end !== event.terms.end
  // By the planned times people are credited who have come already.
  if (moved && guards.checkedIn) return refuse({ code: 'times-fixed', facts: {} })
  const { state } = event.naming
  // What somebody registered for, and what an organisation was asked to name a class, stays what it is.
  const fixed = peopleOf(guards.counts) > 0 || state === 'asked' || state === 'named'
  if (fixed && terms.kind !== event.terms.kind) return refuse({ code: 'kind-fixed', facts: {} })
  if (event.status === 'draft') return grant({ act: 'revised', terms })
  const late = pastRefusal(terms, now) ?? promiseRefusal(terms, event.terms, guards.counts)
  if (late) return refuse(late)
  // A deadline that lies in the past closes registration early; that is a host's to do.
  return grant({ act: isMove(event.terms, terms) ? 'moved' : 'adjusted', terms })
}

function sameTerms(a: EventTerms, b: EventTerms): boolean {
  return (
    !isMove(a, b) &&
    a.kind === b.kind &&
    a.words === b.words &&
    a.deadline === b.deadline &&
    a.volunteerMinutes === b.volunteerMinutes &&
    EVENT_ROLES.every((role) => a.places[role] === b.places[role])
  )
}

function pastRefusal({ start }: EventTerms, now: Instant): EventRefusal | null {
  return start <= now ? { code: 'event-in-past', facts: { now } } : null
}

/** Whether terms make sense in themselves. */
function termsRefusal(
  terms: EventTerms,
  { venues }: EventGuards,
  policy: PolicyPack,
  rules: EventRules,
): EventRefusal | null {
  const { start, end, deadline } = terms
  if (!venues.includes(terms.venue)) return { code: 'venue-unknown', facts: {} }
  if (lengthOf(terms) < 1) return { code: 'event-times-invalid', facts: {} }
  const { minutes: longest } = rules['event.length-max']
  if (end - start > longest * 60_000) {
    return { code: 'event-too-long', facts: { maximum: longest, rule: 'event.length-max' } }
  }
  if (deadline > start) return { code: 'deadline-after-start', facts: { latest: start } }
  return placesRefusal(terms, rules) ?? creditRefusal(terms, policy)
}

function placesRefusal({ places }: EventTerms, rules: EventRules): EventRefusal | null {
  const maximum = rules['event.places-max']
  for (const role of EVENT_ROLES) {
    const count = places[role]
    if (count !== null && !isWhole(count, 1, maximum)) {
      return { code: 'places-out-of-range', facts: { role, minimum: 1, maximum, rule: 'event.places-max' } }
    }
  }
  return EVENT_ROLES.every((role) => places[role] === null) ? { code: 'places-missing', facts: {} } : null
}

/** Volunteer minutes go to volunteers, and no further than the planned length (domain.md, section 4). */
function creditRefusal(terms: EventTerms, policy: PolicyPack): EventRefusal | null {
  if (terms.volunteerMinutes === null) return null
  if (terms.places.volunteer === null) return { code: 'credit-without-volunteers', facts: {} }
  const maximum = minutesMax(terms, policy)
  return isWhole(terms.volunteerMinutes, 1, maximum)
    ? null
    : { code: 'credit-out-of-range', facts: { minimum: 1, maximum } }
}

function isWhole(value: number, minimum: number, maximum: number): boolean {
  return Number.isInteger(value) && value >= minimum && value <= maximum
}

/** What those who are there have been promised: their places, and what it gives as long as it is long enough for that. */
function promiseRefusal(terms: EventTerms, before: EventTerms, counts: EventCounts): EventRefusal | null {
  for (const role of EVENT_ROLES) {
    const { registered, offered, waiting } = counts[role]
    const minimum = Math.max(registered + offered, waiting > 0 ? 1 : 0)
    if ((terms.places[role] ?? 0) < minimum) return { code: 'places-taken', facts: { role, minimum } }
  }
  const { registered, offered, waiting } = counts.volunteer
  const minimum = Math.min(before.volunteerMinutes ?? 0, lengthOf(terms))
  return registered + offered + waiting > 0 && (terms.volunteerMinutes ?? 0) < minimum
    ? { code: 'credit-promised', facts: { minimum } }
    : null
}

function tenthsRefusal(tenths: number, event: LeagueEvent, policy: PolicyPack): EventRefusal | null {
  const maximum = tenthsMax(event.terms, policy)
  return isWhole(tenths, 1, maximum)
    ? null
    : { code: 'class-out-of-range', facts: { minimum: 1, maximum, rule: 'class-hours.minutes' } }
}

/** A request can be made again after a no, and with another amount; not while it waits, nor after a yes. */
function askClass(
  { organisation, tenths, by }: Extract<EventClaim, { act: 'ask-class' }>,
  event: LeagueEvent,
  policy: PolicyPack,
): EventDecision<EventAct> {
  const { state } = event.naming
  if (state === 'asked' || state === 'named') return refuse({ code: 'class-already-asked', facts: {} })
  const refusal = tenthsRefusal(tenths, event, policy)
  return refusal ? refuse(refusal) : grant({ act: 'class-asked', organisation, tenths, by })
}

/** Whether the answerer acts for the organisation that was asked, the permission table says. */
function answerClass(
  { yes, by }: Extract<EventClaim, { act: 'answer-class' }>,
  event: LeagueEvent,
  policy: PolicyPack,
): EventDecision<EventAct> {
  const { state, tenths, by: host } = event.naming
  if (state !== 'asked' || tenths === null) return refuse({ code: 'class-not-asked', facts: {} })
  if (by === host) return refuse({ code: 'own-class-request', facts: {} })
  if (!yes) return grant({ act: 'class-refused' })
  // The event may have become shorter since it was asked.
  const refusal = tenthsRefusal(tenths, event, policy)
  return refusal ? refuse(refusal) : grant({ act: 'class-named' })
}
