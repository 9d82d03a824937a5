import type { Instant } from '../time'
import { addMinutes, type EventRole, type EventTerms } from './event'
import type { EventCounts } from './registration'
import type { EventRules } from './rules'

type OfferRules = Pick<EventRules, 'event.offer-end'>

/** Places of a role that nobody has and nobody is offered; below 0 never. */
export function freePlaces({ places }: Pick<EventTerms, 'places'>, counts: EventCounts, role: EventRole): number {
  const { registered, offered } = counts[role]
  return Math.max(0, (places[role] ?? 0) - registered - offered)
}

/** Places that a newcomer can have: those that nobody waits for. What a card shows as left. */
export function placesLeft(terms: Pick<EventTerms, 'places'>, counts: EventCounts, role: EventRole): number {
  return Math.max(0, freePlaces(terms, counts, role) - counts[role].waiting)
}

/** The moment at which the last offer ends. */
function lastOfferEnd({ start }: Pick<EventTerms, 'start'>, rules: OfferRules): Instant {
  return addMinutes(start, -rules['event.offer-end'].beforeStart)
}

/** The moment from which no place is offered any more, and nobody can join the list. Moves with the event. */
export function listClosesAt(terms: Pick<EventTerms, 'start'>, rules: OfferRules): Instant {
  return addMinutes(lastOfferEnd(terms, rules), -rules['event.offer-end'].least)
}

/** When an offer that was promised until `until` ends, as the event stands now: a move may shorten it, or give back what the old start had cut. */
export function offerEnd(until: Instant, terms: Pick<EventTerms, 'start'>, rules: EventRules): Instant {
  return Math.min(until, lastOfferEnd(terms, rules)) as Instant
}
