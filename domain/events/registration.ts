import type { Instant } from '../time'
import { EVENT_ROLES, type EventRole } from './event'

/** What happens between an event and a person, as part of the event's append-only stream. */
export type RegistrationAct =
  /** `arrival`: the number taken under the event's lock; it is the order of the waiting list. */
  | { readonly act: 'registered' | 'waiting' | 'added'; readonly role: EventRole; readonly arrival: number }
  /** A freed place is theirs until then, if the event doesn't begin before (`offerEnd`). */
  | { readonly act: 'offered'; readonly until: Instant }
  | { readonly act: 'accepted' | 'declined' | 'expired' }
  /** `late`: a place given back so late that it leaves a mark (`event.cancel-free`). */
  | { readonly act: 'cancelled'; readonly late: boolean }
  /** Given back because the event was moved after they had taken it: without a mark, however late. */
  | { readonly act: 'left' }

export type RegistrationFact = RegistrationAct & {
  readonly no: number
  readonly at: Instant
  readonly person: string
}

/** `registered` has a place; `offered` has one held for them; `waiting` is on the list; the others are gone from it. */
export type RegistrationState = 'registered' | 'waiting' | 'offered' | 'declined' | 'expired' | 'cancelled' | 'left'

/** One person's standing with an event: there is one a person, so that registering again works. */
export interface Registration {
  readonly person: string
  readonly role: EventRole
  readonly state: RegistrationState
  readonly arrival: number
  /** The number and the moment of the fact that made it so. */
  readonly no: number
  readonly since: Instant
  /** Of an offer: until when it was promised. */
  readonly until: Instant | null
  /** The last place was given back late. */
  readonly late: boolean
  /** A host put them on, they didn't do it themselves. */
  readonly byHost: boolean
}

/** Everybody's standing with an event, and the last number of arrival that was given. */
export interface Roll {
  readonly arrivals: number
  readonly registrations: readonly Registration[]
}

export const EMPTY_ROLL: Roll = { arrivals: 0, registrations: [] }

const STATE: Readonly<Record<RegistrationAct['act'], RegistrationState>> = {
  registered: 'registered',
  waiting: 'waiting',
  added: 'registered',
  offered: 'offered',
  accepted: 'registered',
  declined: 'declined',
  expired: 'expired',
  cancelled: 'cancelled',
  left: 'left',
}

/**
 * A standing after one more fact. Throws RangeError when the fact needs one that isn't there: the stream is broken. An update of
 * one row, so that it can be kept as a projection.
 */
export function withRegistrationFact(before: Registration | null, fact: RegistrationFact): Registration {
  const { person, no, at: since, act } = fact
  if (act === 'registered' || act === 'waiting' || act === 'added') {
    const { role, arrival } = fact
    return { person, role, state: STATE[act], arrival, no, since, until: null, late: false, byHost: act === 'added' }
  }
  if (!before) throw new RangeError(`nobody can have ${act} who never registered`)
  return {
    ...before,
    state: STATE[act],
    no,
    since,
    until: act === 'offered' ? fact.until : null,
    late: act === 'cancelled' && fact.late,
  }
}

/** The roll after one more fact. */
export function withFact(roll: Roll, fact: RegistrationFact): Roll {
  const place = roll.registrations.findIndex(({ person }) => person === fact.person)
  const registration = withRegistrationFact(roll.registrations[place] ?? null, fact)
  const registrations = roll.registrations.slice()
  registrations[place === -1 ? registrations.length : place] = registration
  return { arrivals: Math.max(roll.arrivals, registration.arrival), registrations }
}

/** Derives the roll from an event's registration facts, which come in the order of the stream. */
export function rollOf(facts: readonly RegistrationFact[]): Roll {
  return facts.reduce(withFact, EMPTY_ROLL)
}

/** Whether a standing holds a place, an offer or a number on the list. */
export function isLive({ state }: Pick<Registration, 'state'>): boolean {
  return state === 'registered' || state === 'offered' || state === 'waiting'
}

/** The live ones, in the order of arrival. */
export function liveOf(roll: Roll): readonly Registration[] {
  return roll.registrations.filter(isLive).sort((a, b) => a.arrival - b.arrival)
}

/** How many people hold a place of a role, how many are offered one, how many wait. An offer holds its place. */
export interface RoleCount {
  readonly registered: number
  readonly offered: number
  readonly waiting: number
}

/** The counters of an event, kept as a projection so that registering needs nobody's rows but one's own. */
export interface EventCounts extends Readonly<Record<EventRole, RoleCount>> {
  readonly arrivals: number
}

export function countsOf(roll: Roll): EventCounts {
  const count = (role: EventRole): RoleCount => {
    const of = (state: RegistrationState) =>
      roll.registrations.filter((one) => one.role === role && one.state === state).length
    return { registered: of('registered'), offered: of('offered'), waiting: of('waiting') }
  }
  return { arrivals: roll.arrivals, attendee: count('attendee'), volunteer: count('volunteer') }
}

/** Everybody with a live standing. */
export function peopleOf(counts: EventCounts): number {
  return EVENT_ROLES.reduce((sum, role) => {
    const { registered, offered, waiting } = counts[role]
    return sum + registered + offered + waiting
  }, 0)
}

/** Who waits for a role, in the order of arrival. */
export function waitingFor(roll: Roll, role: EventRole): readonly Registration[] {
  return liveOf(roll).filter((one) => one.role === role && one.state === 'waiting')
}

/** How many wait for the same role and came before; all of them for who isn't waiting for it. */
export function aheadOf(roll: Roll, role: EventRole, mine: Registration | null): number {
  const waiting = waitingFor(roll, role)
  const place = waiting.findIndex(({ person }) => person === mine?.person)
  return place === -1 ? waiting.length : place
}
