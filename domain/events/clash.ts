import { addMinutes, samePlace, type EventTerms } from './event'
import type { EventRules } from './rules'

/** Time that somebody has promised: a place at an event that is published. */
export interface HeldTime extends Pick<EventTerms, 'venue' | 'spot' | 'start' | 'end'> {
  readonly event: string
}

/** The way between two events, in minutes: none within one place (`event.travel`). */
export function travelBetween(
  a: Pick<EventTerms, 'venue' | 'spot'>,
  b: Pick<EventTerms, 'venue' | 'spot'>,
  rules: EventRules,
): number {
  return samePlace(a, b) ? 0 : rules['event.travel'].minutes
}

/** Whether one person can't be at both. Where the way between them just fits, they don't clash. */
export function clashes(a: Omit<HeldTime, 'event'>, b: Omit<HeldTime, 'event'>, rules: EventRules): boolean {
  const minutes = travelBetween(a, b, rules)
  return a.start < addMinutes(b.end, minutes) && b.start < addMinutes(a.end, minutes)
}
