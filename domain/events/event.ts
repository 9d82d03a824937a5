import { addDays, daysBetween, localDateAt, startOfDay, type Instant, type LocalDate } from '../time'

/** 读书会, 团课, 志愿服务, 其他. */
export const EVENT_KINDS = ['reading', 'league-class', 'volunteering', 'other'] as const

export type EventKind = (typeof EVENT_KINDS)[number]

/** 参加者 and 志愿者: at one event some attend and some serve, each with places of their own. */
export const EVENT_ROLES = ['attendee', 'volunteer'] as const

export type EventRole = (typeof EVENT_ROLES)[number]

/** What a host says about an event. */
export interface EventTerms {
  readonly kind: EventKind
  /** The hash of its words (title, what to bring), which lie beside the fact. */
  readonly words: string
  /** The code of a venue of the pack. */
  readonly venue: string
  /** The hash of the words that say where, when it isn't simply the venue; another hash is another place. */
  readonly spot: string | null
  readonly start: Instant
  readonly end: Instant
  /** Registering is possible before this moment, not at it. */
  readonly deadline: Instant
  /** null = the event has nobody in this role. */
  readonly places: Readonly<Record<EventRole, number | null>>
  /** What a volunteer is credited, whole minutes; null = nothing. */
  readonly volunteerMinutes: number | null
}

/** What is done to an event, as an append-only stream; its state is derived from it. */
export type EventAct =
  /** `revised`: as long as it isn't published. */
  | { readonly act: 'drafted' | 'revised'; readonly terms: EventTerms }
  | { readonly act: 'published' | 'unpublished' | 'cancelled' }
  /** Another time or place, after publishing: people are told and may leave without a mark. */
  | { readonly act: 'moved'; readonly terms: EventTerms }
  /** Other words, another deadline or number of places, more credit: nobody has to be told. */
  | { readonly act: 'adjusted'; readonly terms: EventTerms }
  /** The host asks an organisation to name it a class of so many tenths of a 学时. `by`: the host, who hears the answer. */
  | { readonly act: 'class-asked'; readonly organisation: string; readonly tenths: number; readonly by: string }
  | { readonly act: 'class-named' | 'class-refused' }
  /** The host's word to all who have a place; `words`: its hash. */
  | { readonly act: 'announced'; readonly words: string }
  /** People were reminded, `minutes` before a start. */
  | { readonly act: 'reminded'; readonly minutes: number; readonly start: Instant }
  /** Who still waited for this start was told that no place will be offered any more. */
  | { readonly act: 'list-closed'; readonly start: Instant }

/**
 * An act with its number in the event's stream and its moment. Registrations have their numbers in the same stream, so that it can
 * be told who came before a move and who after it.
 */
export type EventFact = EventAct & { readonly no: number; readonly at: Instant }

export type EventStatus = 'draft' | 'published' | 'cancelled'

/** Whether an organisation with the right has named the event a class; only then are class hours credited. */
export interface ClassNaming {
  readonly state: 'none' | 'asked' | 'named' | 'refused'
  readonly organisation: string | null
  readonly tenths: number | null
  readonly by: string | null
}

/** An event as its facts make it. */
export interface LeagueEvent {
  readonly id: string
  readonly status: EventStatus
  /** Since when it has been so. */
  readonly since: Instant
  readonly terms: EventTerms
  /** The last move, by its number, and the terms before it; null = it stands as it was published. */
  readonly moved: { readonly no: number; readonly at: Instant; readonly from: EventTerms } | null
  readonly naming: ClassNaming
  /** The last reminder: of which start, how long before it. */
  readonly reminded: { readonly start: Instant; readonly minutes: number } | null
  /** The start for which the waiting list was closed and people were told so. */
  readonly listClosed: Instant | null
  /** The day of the host's last word to all. */
  readonly announcedOn: LocalDate | null
}

const UNNAMED: ClassNaming = { state: 'none', organisation: null, tenths: null, by: null }

const STATUS = { published: 'published', unpublished: 'draft', cancelled: 'cancelled' } as const

/** The event after one more fact. Throws RangeError for a fact of an event that was never drafted: the stream is broken. */
export function withEventFact(id: string, event: LeagueEvent | null, fact: EventFact): LeagueEvent {
  if (fact.act === 'drafted') {
    return {
      id,
      status: 'draft',
      since: fact.at,
      terms: fact.terms,
      moved: null,
      naming: UNNAMED,
      reminded: null,
      listClosed: null,
      announcedOn: null,
    }
  }
  if (!event) throw new RangeError(`the first fact of an event is its draft, not ${fact.act}`)
  switch (fact.act) {
    case 'revised':
    case 'adjusted':
      return { ...event, terms: fact.terms }
    case 'moved':
      return { ...event, terms: fact.terms, moved: { no: fact.no, at: fact.at, from: event.terms } }
    case 'published':
    case 'unpublished':
    case 'cancelled':
      return { ...event, status: STATUS[fact.act], since: fact.at }
    case 'class-asked': {
      const { organisation, tenths, by } = fact
      return { ...event, naming: { state: 'asked', organisation, tenths, by } }
    }
    case 'class-named':
      return { ...event, naming: { ...event.naming, state: 'named' } }
    case 'class-refused':
      return { ...event, naming: { ...event.naming, state: 'refused' } }
    case 'announced':
      return { ...event, announcedOn: localDateAt(fact.at) }
    case 'reminded':
      return { ...event, reminded: { start: fact.start, minutes: fact.minutes } }
    case 'list-closed':
      return { ...event, listClosed: fact.start }
  }
}

/** Derives an event from its facts, which come in the order of its stream; null when there are none. */
export function eventOf(id: string, facts: readonly EventFact[]): LeagueEvent | null {
  return facts.reduce<LeagueEvent | null>((event, fact) => withEventFact(id, event, fact), null)
}

const MINUTE_MS = 60_000

/** `minutes` later; earlier when negative. */
export function addMinutes(instant: Instant, minutes: number): Instant {
  return (instant + minutes * MINUTE_MS) as Instant
}

/** The planned length in whole minutes. */
export function lengthOf({ start, end }: Pick<EventTerms, 'start' | 'end'>): number {
  return Math.floor((end - start) / MINUTE_MS)
}

/** Whether two events are held in the same place. */
export function samePlace(a: Pick<EventTerms, 'venue' | 'spot'>, b: Pick<EventTerms, 'venue' | 'spot'>): boolean {
  return a.venue === b.venue && a.spot === b.spot
}

/** Whether going from one set of terms to the other is a move: another time or place. */
export function isMove(from: EventTerms, to: EventTerms): boolean {
  return from.start !== to.start || from.end !== to.end || !samePlace(from, to)
}

/** Where an event stands at a moment. `open`: one can still register; `closed`: no more, and it hasn't begun. */
export type EventPhase = 'draft' | 'open' | 'closed' | 'running' | 'over' | 'cancelled'

export function phaseOf({ status, terms }: Pick<LeagueEvent, 'status' | 'terms'>, now: Instant): EventPhase {
  if (status !== 'published') return status
  if (now >= terms.end) return 'over'
  if (now >= terms.start) return 'running'
  return now >= terms.deadline ? 'closed' : 'open'
}

/** The days at +08:00 on which an event is held; one that ends at midnight doesn't touch the next. */
export function daysOf({ start, end }: Pick<EventTerms, 'start' | 'end'>): readonly LocalDate[] {
  const first = localDateAt(start)
  const last = localDateAt(Math.max(start, end - 1) as Instant)
  return Array.from({ length: daysBetween(first, last) + 1 }, (_, days) => addDays(first, days))
}

/** The same event on another day: times and deadline keep their hours and their distance. For making one from an earlier one. */
export function termsOn(terms: EventTerms, day: LocalDate): EventTerms {
  const shift = startOfDay(day) - startOfDay(localDateAt(terms.start))
  const later = (instant: Instant) => (instant + shift) as Instant
  return { ...terms, start: later(terms.start), end: later(terms.end), deadline: later(terms.deadline) }
}
