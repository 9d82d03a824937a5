import type { EventCard } from '#contract/event'
import { daysOf, type EventKind } from '#domain/events/event'
import { listClosesAt } from '#domain/events/places'
import type { RuleValues } from '#domain/policy/policy'
import { localDateAt, startOfDay, type Instant, type LocalDate } from '#domain/time'
import {
  creditWords,
  EVENT_KIND_NAMES,
  eventTimeWords,
  eventTitle,
  placesWords,
  whereWords,
} from '../../text/event-cards'

/** An event as its card shows it. */
export interface CardView {
  readonly id: string
  readonly kind: EventKind
  readonly kindName: string
  readonly title: string
  /** When and where, a line each. */
  readonly lines: string
  readonly places: string
  /** `open`: there are places; `full`: none at the moment; `shut`: it is too late to ask. */
  readonly tone: 'open' | 'full' | 'shut'
  readonly gives: string
}

/** The part of an event's times that the functions of the rules take. */
export function timesOf({ start, end }: Pick<EventCard, 'start' | 'end'>) {
  return { start: start as Instant, end: end as Instant }
}

/** When a waiting list closes. */
export type ListRules = Pick<RuleValues, 'event.offer-end'>

/** What a card says at a moment. */
export function cardView(card: EventCard, rules: ListRules, now: Instant): CardView {
  const { id, kind, phase, roles } = card
  const { start, end } = timesOf(card)
  const list = now < listClosesAt({ start }, rules)
  return {
    id,
    kind,
    kindName: EVENT_KIND_NAMES[kind],
    title: eventTitle(kind, card.title),
    lines: `${eventTimeWords(start, end, now)}\n${whereWords(card)}`,
    places: placesWords(phase, roles, list),
    tone: phase !== 'open' ? 'shut' : roles.some(({ left }) => left > 0) ? 'open' : 'full',
    gives: creditWords(kind, roles),
  }
}

/** What is on from a day on. Of today what is over already is left out: one looks for what comes. */
export function eventsFrom(cards: readonly EventCard[], day: LocalDate, now: Instant): readonly EventCard[] {
  const since = day === localDateAt(now) ? now : startOfDay(day)
  return cards.filter(({ end }) => end > since)
}

/** How many events there are on each day; one that goes past midnight is on both. */
export function countsByDay(cards: readonly EventCard[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const card of cards) for (const day of daysOf(timesOf(card))) counts[day] = (counts[day] ?? 0) + 1
  return counts
}
