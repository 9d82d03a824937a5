import type { Instant } from '../time'
import { phaseOf, type EventAct, type LeagueEvent } from './event'
import { offerEnd } from './places'
import { liveOf, type Registration, type RegistrationFact, type RegistrationState, type Roll } from './registration'
import type { EventRules } from './rules'

/** What somebody is told. No sentence: src/text words it from the event as it stands then. */
export type MessageKind =
  | 'place-offered'
  | 'offer-expired'
  | 'list-closed'
  | 'moved'
  | 'cancelled'
  | 'reminder'
  /** A host has put them on. */
  | 'added'
  /** The host's word to all. */
  | 'announcement'
  /** The organisation's answer, to the host who asked it to name the event a class. */
  | 'class-answered'

/** One line of somebody's inbox, written with its fact. There is never a second one of the same event, fact and person. */
export interface Message {
  readonly to: string
  readonly kind: MessageKind
  readonly event: string
  /** The number of the fact that it follows from, in the event's stream. */
  readonly no: number
  /** Where it leads: the event's page, or the host's desk for it. */
  readonly link: 'event' | 'desk'
  /** Until when it can be answered; null = there is nothing to answer. */
  readonly until: Instant | null
}

/** Who is told of an act: by the standing they have when it is recorded. */
const AUDIENCE: Readonly<
  Partial<Record<EventAct['act'], { readonly kind: MessageKind; readonly states: readonly RegistrationState[] }>>
> = {
  moved: { kind: 'moved', states: ['registered', 'offered', 'waiting'] },
  cancelled: { kind: 'cancelled', states: ['registered', 'offered', 'waiting'] },
  announced: { kind: 'announcement', states: ['registered'] },
  reminded: { kind: 'reminder', states: ['registered'] },
  'list-closed': { kind: 'list-closed', states: ['waiting'] },
}

/** Who is told what of something that was done to an event, in the order of arrival. `event` and `roll` as they are with the fact. */
export function messagesOfEvent(
  { act, no }: { readonly act: EventAct['act']; readonly no: number },
  event: LeagueEvent,
  roll: Roll,
): readonly Message[] {
  if (act === 'class-named' || act === 'class-refused') {
    const { by } = event.naming
    return by === null ? [] : [{ to: by, kind: 'class-answered', event: event.id, no, link: 'desk', until: null }]
  }
  const audience = AUDIENCE[act]
  if (!audience) return []
  return liveOf(roll)
    .filter(({ state }) => audience.states.includes(state))
    .map(({ person: to }) => ({ to, kind: audience.kind, event: event.id, no, link: 'event', until: null }))
}

/** Who is told what of a registration: what somebody did themselves they see, what happened to them they are told. */
export function messagesOfRegistration(
  fact: RegistrationFact,
  event: LeagueEvent,
  rules: EventRules,
): readonly Message[] {
  const message = (kind: MessageKind, until: Instant | null): readonly Message[] => [
    { to: fact.person, kind, event: event.id, no: fact.no, link: 'event', until },
  ]
  switch (fact.act) {
    case 'offered':
      return message('place-offered', offerEnd(fact.until, event.terms, rules))
    case 'expired':
      return message('offer-expired', null)
    case 'added':
      return message('added', null)
    case 'registered':
    case 'waiting':
    case 'accepted':
    case 'declined':
    case 'cancelled':
    case 'left':
      return []
  }
}

/**
 * Whether a message has settled itself, opened or not: an offer once it is answered or over, and what was said of an event that is
 * over or won't be. The others settle by being opened. `mine`: the reader's standing with the event.
 */
export function isSettled(
  { kind, no }: Pick<Message, 'kind' | 'no'>,
  event: LeagueEvent,
  mine: Registration | null,
  rules: EventRules,
  now: Instant,
): boolean {
  switch (kind) {
    case 'place-offered':
      if (event.status !== 'published' || mine?.state !== 'offered' || mine.no !== no || mine.until === null)
        return true
      return now >= offerEnd(mine.until, event.terms, rules)
    case 'moved':
    case 'reminder':
    case 'added':
    case 'announcement': {
      const phase = phaseOf(event, now)
      return phase === 'over' || phase === 'cancelled'
    }
    case 'offer-expired':
    case 'list-closed':
    case 'cancelled':
    case 'class-answered':
      return false
  }
}
