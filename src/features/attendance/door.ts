import type { EventCard } from '#contract/event'
import type { CheckInRules } from '#domain/checkin/rules'
import { addMinutes } from '#domain/events/event'
import type { Instant } from '#domain/time'

/** What is to be done at the door of an event now. */
export type Door =
  /** From then on the desk can be opened. */
  | { readonly kind: 'not-yet'; readonly from: Instant }
  | { readonly kind: 'desk' }
  /** The event is over: what is missing, then the close. */
  | { readonly kind: 'close-out' }

/** What a host of a published event does next at its door; null = nothing: it is a draft, or off. */
export function doorOf(
  { phase, start, end }: Pick<EventCard, 'phase' | 'start' | 'end'>,
  { before }: CheckInRules['check-in.keys'],
  now: Instant,
): Door | null {
  if (phase === 'draft' || phase === 'cancelled') return null
  const from = addMinutes(start as Instant, -before)
  if (now < from) return { kind: 'not-yet', from }
  return now < end ? { kind: 'desk' } : { kind: 'close-out' }
}
