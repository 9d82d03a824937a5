import type { DeskReply } from '#contract/event'
import { addDays, addMonths, localDateAt, startOfMonth, type Instant, type LocalDate } from '#domain/time'
import { EVENT_KIND_NAMES, eventTitle } from '../../text/event-cards'
import { numbersWords, PHASE_PILLS, spanWords, wordsStateWords } from '../../text/host'

type DeskCard = DeskReply['desk']

/** An event of a venue, in a line. */
export interface EventLine {
  readonly id: string
  readonly title: string
  readonly when: string
  /** 读书会 · 报名 12 · 候补 3. */
  readonly note: string
  readonly pill: { readonly tone: 'met' | 'waiting' | 'not-yet' | 'not-applicable' | 'note'; readonly text: string }
  /** What its words wait for; null = nothing. */
  readonly words: {
    readonly tone: 'met' | 'waiting' | 'not-yet' | 'not-applicable' | 'note'
    readonly text: string
  } | null
}

/** A month of a venue: what is a draft, what is coming, what is past. */
export interface VenueMonth {
  readonly drafts: readonly EventLine[]
  readonly coming: readonly EventLine[]
  readonly past: readonly EventLine[]
}

/** The first and the last day of the month of a day. */
export function monthSpan(day: LocalDate): { readonly from: LocalDate; readonly to: LocalDate } {
  const from = startOfMonth(day)
  return { from, to: addDays(addMonths(from, 1), -1) }
}

/** The days whose events are offered at once to be made once more: as many as can be asked for, up to the last one. */
export function copySpan(last: LocalDate): { readonly from: LocalDate; readonly to: LocalDate } {
  return { from: addDays(last, -61), to: last }
}

/** A month's events by where they stand, the next first, the past ones the last first. */
export function venueMonth(events: readonly DeskCard[], now: Instant): VenueMonth {
  const today = localDateAt(now)
  const of = (...phases: readonly DeskCard['card']['phase'][]) =>
    events.filter(({ card }) => phases.includes(card.phase)).map((desk) => eventLine(desk, today))
  return {
    drafts: of('draft'),
    coming: of('open', 'closed', 'running'),
    past: of('over', 'cancelled').reverse(),
  }
}

/** An event in a line. */
export function eventLine(desk: DeskCard, today: LocalDate): EventLine {
  const { card } = desk
  return {
    id: card.id,
    title: eventTitle(card.kind, card.title),
    when: spanWords(card.start, card.end, today),
    note:
      card.phase === 'draft' ? EVENT_KIND_NAMES[card.kind] : `${EVENT_KIND_NAMES[card.kind]} · ${numbersWords(desk)}`,
    pill: PHASE_PILLS[card.phase],
    words: card.phase === 'cancelled' ? null : wordsStateWords(card.words),
  }
}

/** Earlier events to make one from: not the drafts, the last first. */
export function copyable(events: readonly DeskCard[], now: Instant): readonly EventLine[] {
  const today = localDateAt(now)
  return events
    .filter(({ card }) => card.phase !== 'draft')
    .map((desk) => eventLine(desk, today))
    .reverse()
}
