import type { Instant } from '#domain/time'

/** What goes into somebody's own calendar. */
export interface CalendarEntry {
  readonly id: string
  readonly title: string
  readonly start: Instant
  readonly end: Instant
  readonly where: string
}
