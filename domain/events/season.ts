import { localDateAt, type Instant, type LocalDate } from '../time'
import { valueOf, type PolicyPack } from '../policy/policy'
import type { EventKind, EventStatus, EventTerms } from './event'

/** A season (读书季): its first and last day at +08:00, and which kinds of event count for it. */
export interface Season {
  readonly from: LocalDate
  readonly to: LocalDate
  readonly kinds: readonly EventKind[]
}

/** What the board asks of an event. */
export interface SeasonEvent extends Pick<EventTerms, 'kind' | 'venue' | 'start' | 'end'> {
  readonly id: string
  readonly status: EventStatus
}

/** 已办, 已排, 还没有 (or not enough yet, where the pack asks for several). */
export type VenueState = 'held' | 'planned' | 'lacking'

/** One venue of the board, with the events that it stands for. */
export interface VenueSeason {
  readonly venue: string
  /** `held`: as many as the season asks have been; `planned`: they will have been, if everything planned is held. */
  readonly state: VenueState
  readonly held: number
  readonly planned: number
  /** How many each venue is asked for (`season.per-venue`); one where the pack asks for none, so that the board can be read. */
  readonly need: number
  /** The day of the next one that is planned. */
  readonly next: LocalDate | null
  /** Ids, the earliest first. */
  readonly events: readonly string[]
}

/** Whether an event belongs to a season: published, of a kind that counts, and beginning on one of its days. */
export function isOfSeason({ status, kind, start }: SeasonEvent, { from, to, kinds }: Season): boolean {
  const day = localDateAt(start)
  return status === 'published' && kinds.includes(kind) && from <= day && day <= to
}

/**
 * The board of a season: every venue in the order given, `events` being any events of the district. An event counts as held once it
 * is over and wasn't cancelled.
 */
export function seasonBoard(
  venues: readonly string[],
  events: readonly SeasonEvent[],
  season: Season,
  policy: PolicyPack,
  now: Instant,
): readonly VenueSeason[] {
  const need = Math.max(1, valueOf(policy, 'season.per-venue'))
  const inOrder = events
    .filter((event) => isOfSeason(event, season))
    .sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1))
  return venues.map((venue) => {
    const here = inOrder.filter((event) => event.venue === venue)
    const coming = here.filter(({ end }) => now < end)
    const planned = coming.length
    const held = here.length - planned
    const state = held >= need ? 'held' : held + planned >= need ? 'planned' : 'lacking'
    const next = coming[0] ? localDateAt(coming[0].start) : null
    return { venue, state, held, planned, need, next, events: here.map(({ id }) => id) }
  })
}

/** How many venues stand where. */
export function seasonTotals(board: readonly VenueSeason[]): Readonly<Record<VenueState, number>> {
  const count = (state: VenueState) => board.filter((row) => row.state === state).length
  return { held: count('held'), planned: count('planned'), lacking: count('lacking') }
}
