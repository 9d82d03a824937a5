import type { Instant } from '#domain/time'

export const MINUTE = 60_000

/** Whole minutes until an instant, a begun one counted; 0 once it is over. */
export function minutesLeft(until: Instant, now: Instant): number {
  return Math.max(0, Math.ceil((until - now) / MINUTE))
}
