import { addMinutes, lengthOf, type EventTerms } from '../events/event'
import type { Instant } from '../time'
import type { CheckInRules } from './rules'

/** From when and until when one can check in and out. */
export function checkInWindow(
  { start, end }: { readonly start: Instant; readonly end: Instant },
  rules: Pick<CheckInRules, 'check-in.window'>,
): { readonly from: Instant; readonly until: Instant } {
  const { before, after } = rules['check-in.window']
  return { from: addMinutes(start, -before), until: addMinutes(end, after) }
}

/** The least time that somebody has to be there, whole minutes; shown before. */
export function leastMinutes(
  { terms }: { readonly terms: Pick<EventTerms, 'start' | 'end'> },
  rules: Pick<CheckInRules, 'check-in.share'>,
): number {
  return Math.ceil((lengthOf(terms) * rules['check-in.share'].percent) / 100)
}
