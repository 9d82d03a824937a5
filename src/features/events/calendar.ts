import { addDays, daysBetween, weekdayOf, type LocalDate } from '#domain/time'

/** Days in a row, both ends included. */
export interface Span {
  readonly from: LocalDate
  readonly to: LocalDate
}

/** How many days one looks ahead, those of today's week counted: they are asked for, kept and drawn at once. */
const AHEAD = 28

/** The Monday of a day's week. */
export function mondayOf(day: LocalDate): LocalDate {
  return addDays(day, 1 - weekdayOf(day))
}

/** The weeks ahead, from the Monday of today's on. */
export function aheadOf(today: LocalDate): Span {
  const from = mondayOf(today)
  return { from, to: addDays(from, AHEAD - 1) }
}

/** The weeks of a span that begins on a Monday, seven days each. */
export function weeksOf({ from, to }: Span): readonly (readonly LocalDate[])[] {
  const weeks = Math.ceil((daysBetween(from, to) + 1) / 7)
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (__, day) => addDays(from, week * 7 + day)),
  )
}

/** A day as a part of a span; null = it lies outside. */
export function isIn({ from, to }: Span, day: LocalDate): boolean {
  return from <= day && day <= to
}
