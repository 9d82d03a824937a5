import type { EventCard, EventsReply, MyEventsReply } from '#contract/event'
import { eventCode } from '#domain/checkin/code'
import type { CheckInRules } from '#domain/checkin/rules'
import { checkInWindow } from '#domain/checkin/window'
import type { Instant } from '#domain/time'

/** What the phone last heard of events, also without a network: mine first. */
export interface KnownEvents {
  readonly mine: readonly EventCard[]
  readonly others: readonly EventCard[]
}

/** Puts together what is kept of my events and of what is on. */
export function knownEvents(mine: MyEventsReply | undefined, week: EventsReply | undefined): KnownEvents {
  const cards = (mine?.registrations ?? [])
    .filter(({ mine: { state } }) => state === 'registered')
    .map(({ card }) => card)
  const ids = new Set(cards.map(({ id }) => id))
  return { mine: cards, others: (week?.events ?? []).filter(({ id }) => !ids.has(id)) }
}

/** The event that a code is of, if the phone has heard of it. */
export function eventOfCode({ mine, others }: KnownEvents, code: string): EventCard | null {
  return [...mine, ...others].find(({ id }) => eventCode(id) === code) ?? null
}

/** The event with this id, if the phone has heard of it. */
export function eventOfId({ mine, others }: KnownEvents, id: string): EventCard | null {
  return [...mine, ...others].find((card) => card.id === id) ?? null
}

/** Whether one can check in to an event now. */
export function isOn(card: EventCard, rules: Pick<CheckInRules, 'check-in.window'>, now: Instant): boolean {
  const { from, until } = checkInWindow({ start: card.start as Instant, end: card.end as Instant }, rules)
  return card.phase !== 'cancelled' && now >= from && now <= until
}

/** Those to which one can check in now: mine first. */
export function eventsOn(
  { mine, others }: KnownEvents,
  rules: Pick<CheckInRules, 'check-in.window'>,
  now: Instant,
): readonly EventCard[] {
  return [...mine, ...others].filter((card) => isOn(card, rules, now))
}
