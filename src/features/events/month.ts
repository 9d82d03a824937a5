import type { EventCard, EventsReply } from '#contract/event'
import { daysOf } from '#domain/events/event'
import { addDays, addMonths, startOfMonth, type Instant, type LocalDate } from '#domain/time'
import { NetworkProblem } from '../../platform/problem'
import type { Answer } from '../../platform/queries'
import { timesOf } from './card'
import { mondayOf, type Span } from './calendar'
import type { AheadReply } from './use-ahead'

/** The whole weeks in which a month lies. */
export function monthSpan(day: LocalDate): Span {
  const first = startOfMonth(day)
  const last = addDays(startOfMonth(addMonths(first, 1)), -1)
  return { from: mondayOf(first), to: addDays(mondayOf(last), 6) }
}

/** The day to begin with in a month: today in this one, else its first. */
export function dayToBegin(month: LocalDate, today: LocalDate): LocalDate {
  return startOfMonth(month) === startOfMonth(today) ? today : startOfMonth(month)
}

/** What is on on a day; what goes past midnight is on both. */
export function eventsOn(cards: readonly EventCard[], day: LocalDate): readonly EventCard[] {
  return cards.filter((card) => daysOf(timesOf(card)).includes(day))
}

/**
 * What is known of a span: its answer, or, where no network brings one, what the device kept of the weeks ahead. Days outside
 * `from` and `to` are not known.
 */
export function knownOf<Q extends Pick<Answer<EventsReply>, 'data' | 'at' | 'problem'>>(
  asked: Q,
  span: Span,
  kept: AheadReply | undefined,
): Omit<Q, 'data' | 'at'> & { readonly data: AheadReply | undefined; readonly at: Instant | undefined } {
  const { data, at, problem } = asked
  if (data) return { ...asked, data: { ...data, ...span }, at }
  const stands = problem instanceof NetworkProblem && kept && kept.from <= span.to && kept.to >= span.from
  return stands ? { ...asked, data: kept, at: kept.asOf as Instant } : { ...asked, data: undefined, at }
}
