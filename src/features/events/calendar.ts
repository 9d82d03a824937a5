import { addDays, addMonths, daysBetween, startOfMonth, weekdayOf, type LocalDate } from '#domain/time'

/** Days in a row, both ends included. */
export interface Span {
  readonly from: LocalDate
  readonly to: LocalDate
}

/** How many days a week's view looks ahead, its own seven counted. */
const AHEAD = 28

function mondayOf(day: LocalDate): LocalDate {
  return addDays(day, 1 - weekdayOf(day))
}

/** What a week's view asks for: from its Monday on, so that every day of the week has the same answer. */
export function weekSpan(day: LocalDate): Span {
  const from = mondayOf(day)
  return { from, to: addDays(from, AHEAD - 1) }
}

/** The whole weeks in which a month lies. */
export function monthSpan(day: LocalDate): Span {
  const first = startOfMonth(day)
  const last = addDays(startOfMonth(addMonths(first, 1)), -1)
  return { from: mondayOf(first), to: addDays(mondayOf(last), 6) }
}

/** The days of a span; of a week's only the week. */
export function daysIn({ from, to }: Span, most = 42): readonly LocalDate[] {
  return Array.from({ length: Math.min(most, daysBetween(from, to) + 1) }, (_, at) => addDays(from, at))
}
