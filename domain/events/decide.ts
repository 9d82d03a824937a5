import { ageOn, localDateAt, reachesAge, type Instant, type LocalDate } from '../time'
import { valueOf, type PolicyPack } from '../policy/policy'
import { clashes, travelBetween, type HeldTime } from './clash'
import { addMinutes, type EventRole, type LeagueEvent } from './event'
import { freePlaces, listClosesAt, offerEnd, placesLeft } from './places'
import { grant, refuse, type EventDecision, type EventRefusal } from './refusal'
import { isLive, type EventCounts, type Registration, type RegistrationAct } from './registration'
import type { EventRules } from './rules'

/** What somebody wants of an event. `add` is a host's, `offer` and `expire` are time's (`tickEvent`), the others the person's own. */
export type RegistrationClaim =
  | { readonly act: 'register' | 'add'; readonly role: EventRole }
  | { readonly act: 'offer' | 'expire' | 'accept' | 'decline' | 'cancel' }

/** What is asked, beside the claim; everything read under the event's lock. */
export interface RegistrationGuards {
  readonly event: LeagueEvent
  readonly counts: EventCounts
  /** The person's standing with the event; null = they never registered. */
  readonly mine: Registration | null
  /** Of who waits: how many wait for the same role and came before. */
  readonly ahead: number
  /** null = no profile. */
  readonly birthDate: LocalDate | null
  /** All places that the person holds at events that are published; read under the person's lock. */
  readonly others: readonly HeldTime[]
}

interface Question extends RegistrationGuards {
  readonly policy: PolicyPack
  readonly rules: EventRules
  readonly now: Instant
}

/**
 * The one decision about places: what may be recorded in answer to a claim. No other way leads to a place, so capacity (people
 * registered and places offered) can't be exceeded. What it grants has to be recorded before the lock is given back, and
 * `tickEvent` asked what follows.
 */
export function decideRegistration(
  claim: RegistrationClaim,
  guards: RegistrationGuards,
  policy: PolicyPack,
  rules: EventRules,
  now: Instant,
): EventDecision<RegistrationAct> {
  const question: Question = { ...guards, policy, rules, now }
  const closed = statusRefusal(guards.event)
  if (closed) return refuse(closed)
  if (claim.act === 'expire') return expire(question)
  // From the start on it is about who came, not about who will.
  const { start } = guards.event.terms
  if (now >= start) return refuse({ code: 'event-started', facts: { start } })
  switch (claim.act) {
    case 'register':
      return register(claim.role, question)
    case 'add':
      return add(claim.role, question)
    case 'offer':
      return offer(question)
    case 'accept':
      return accept(question)
    case 'decline':
      return offered(guards.mine) ? grant({ act: 'declined' }) : refuse({ code: 'no-offer', facts: {} })
    case 'cancel':
      return cancel(question)
  }
}

/** What registering for a role leads to, for whoever it is: a place, a number on the list, or the reason why the door is closed. */
export function doorOf(
  role: EventRole,
  { event, counts }: Pick<RegistrationGuards, 'event' | 'counts'>,
  rules: EventRules,
  now: Instant,
): EventDecision<'place' | 'list'> {
  const { terms } = event
  const closed = statusRefusal(event)
  if (closed) return refuse(closed)
  if (now >= terms.start) return refuse({ code: 'event-started', facts: { start: terms.start } })
  if (now >= terms.deadline) return refuse({ code: 'registration-closed', facts: { deadline: terms.deadline } })
  if (terms.places[role] === null) return refuse({ code: 'role-not-offered', facts: { role } })
  // Who comes new doesn't overtake who waits.
  if (placesLeft(terms, counts, role) > 0) return grant('place')
  const listClosed = listClosesAt(terms, rules)
  return now < listClosed ? grant('list') : refuse(full(role, event, listClosed))
}

function statusRefusal({ status }: LeagueEvent): EventRefusal | null {
  if (status === 'draft') return { code: 'event-not-published', facts: {} }
  return status === 'cancelled' ? { code: 'event-cancelled', facts: {} } : null
}

function full(role: EventRole, { terms }: LeagueEvent, listClosed: Instant | null): EventRefusal {
  return { code: 'event-full', facts: { role, places: terms.places[role] ?? 0, listClosed } }
}

/** A standing that can still be answered, left or lost. */
function live(mine: Registration | null): Registration | null {
  return mine && isLive(mine) ? mine : null
}

/** The end of an offer that somebody holds. */
function offered(mine: Registration | null): { readonly until: Instant } | null {
  return mine?.state === 'offered' && mine.until !== null ? { until: mine.until } : null
}

function register(role: EventRole, question: Question): EventDecision<RegistrationAct> {
  const { counts, rules, now } = question
  const mine = live(question.mine)
  // Before everything that may have closed since: who is on it is told so.
  if (mine) return refuse({ code: 'already-registered', facts: { role: mine.role, state: mine.state } })
  const door = doorOf(role, question, rules, now)
  if (!door.ok) return door
  // Also asked of who would wait: a place that can't be taken would be offered for nothing.
  const refusal = personRefusal(role, question, 'self')
  if (refusal) return refuse(refusal)
  return grant({ act: door.value === 'place' ? 'registered' : 'waiting', role, arrival: counts.arrivals + 1 })
}

/** By a host: also after the deadline, and for who waits once nobody is before them. */
function add(role: EventRole, question: Question): EventDecision<RegistrationAct> {
  const { event, counts, rules, now } = question
  const mine = live(question.mine)
  const waits = mine?.state === 'waiting' && mine.role === role
  if (mine && !waits) return refuse({ code: 'already-registered', facts: { role: mine.role, state: mine.state } })
  if (event.terms.places[role] === null) return refuse({ code: 'role-not-offered', facts: { role } })
  const refusal = personRefusal(role, question, 'host')
  if (refusal) return refuse(refusal)
  const free = freePlaces(event.terms, counts, role)
  if (free === 0) return refuse(full(role, event, null))
  // Once nothing is offered any more, the host sees who stands at the door.
  const ahead = now < listClosesAt(event.terms, rules) ? (waits ? question.ahead : counts[role].waiting) : 0
  if (ahead >= free) return refuse({ code: 'waiting-first', facts: { role, ahead } })
  return grant({ act: 'added', role, arrival: counts.arrivals + 1 })
}

/** The next on the list, while a place is free and there is time to answer. */
function offer({ event, counts, mine, ahead, rules, now }: Question): EventDecision<RegistrationAct> {
  if (mine?.state !== 'waiting') return refuse({ code: 'not-registered', facts: {} })
  const { role } = mine
  const since = listClosesAt(event.terms, rules)
  if (now >= since) return refuse({ code: 'list-closed', facts: { since, rule: 'event.offer-end' } })
  if (ahead > 0) return refuse({ code: 'waiting-first', facts: { role, ahead } })
  if (freePlaces(event.terms, counts, role) === 0) return refuse(full(role, event, null))
  return grant({ act: 'offered', until: addMinutes(now, rules['event.offer-within'].minutes) })
}

function expire({ event, mine, rules, now }: Question): EventDecision<RegistrationAct> {
  const held = offered(mine)
  if (!held) return refuse({ code: 'no-offer', facts: {} })
  const until = offerEnd(held.until, event.terms, rules)
  return now < until ? refuse({ code: 'offer-running', facts: { until } }) : grant({ act: 'expired' })
}

function accept(question: Question): EventDecision<RegistrationAct> {
  const { event, mine, rules, now } = question
  const held = offered(mine)
  if (!mine || !held) return refuse({ code: 'no-offer', facts: {} })
  const until = offerEnd(held.until, event.terms, rules)
  if (now >= until) return refuse({ code: 'offer-expired', facts: { until, rule: 'event.offer-within' } })
  // Asked anew: since then they may have taken a place elsewhere.
  const refusal = personRefusal(mine.role, question, 'self')
  return refusal ? refuse(refusal) : grant({ act: 'accepted' })
}

function cancel({ event, mine, rules, now }: Question): EventDecision<RegistrationAct> {
  switch (mine?.state) {
    case 'registered': {
      if (event.moved && event.moved.no > mine.no) return grant({ act: 'left' })
      const freeUntil = addMinutes(event.terms.start, -rules['event.cancel-free'].minutes)
      // Who was put on by a host has promised nothing.
      return grant({ act: 'cancelled', late: now >= freeUntil && !mine.byHost })
    }
    case 'waiting':
      return grant({ act: 'cancelled', late: false })
    // The offer came while they were leaving.
    case 'offered':
      return grant({ act: 'declined' })
    default:
      return refuse({ code: 'not-registered', facts: {} })
  }
}

/**
 * What hangs on the person: the account's age, a guardian's consent for who would volunteer (注册志愿者管理办法, Q; who lives on
 * an income of their own at 16 or 17 isn't known here), and their time. A host isn't told a birthday or other plans.
 */
function personRefusal(
  role: EventRole,
  { event, birthDate, others, policy, rules, now }: Question,
  asker: 'self' | 'host',
): EventRefusal | null {
  const today = localDateAt(now)
  const own = asker === 'self'
  if (birthDate === null && own) return { code: 'profile-missing', facts: {} }
  const minimum = valueOf(policy, 'account.age-min')
  if (birthDate !== null && ageOn(birthDate, today, valueOf(policy, 'age.birthday-counts')) < minimum) {
    return { code: 'under-age', facts: { minimum } }
  }
  if (role === 'volunteer') {
    const below = rules['volunteer.guardian-below']
    // Of age by law, so the birthday counts whatever the pack says. No known birth date: treated as a minor.
    const from = birthDate === null ? null : reachesAge(birthDate, below, true)
    if (from === null || today < from) {
      const facts = { below, from: own ? from : null, rule: 'volunteer.guardian-below' } as const
      return { code: 'guardian-consent-needed', facts }
    }
  }
  const other = others.find((held) => held.event !== event.id && clashes(held, event.terms, rules))
  if (!other) return null
  const minutes = travelBetween(other, event.terms, rules)
  const facts = own
    ? { event: other.event, start: other.start, end: other.end, minutes }
    : { event: null, start: null, end: null, minutes: 0 }
  return { code: 'time-clash', facts: { ...facts, rule: 'event.travel' } }
}
