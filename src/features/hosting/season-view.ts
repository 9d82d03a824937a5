import type { SeasonReply } from '#contract/event'
import { localDateAt, type Instant, type LocalDate } from '#domain/time'
import { dayWords } from '../../text/dates'
import { EVENT_KIND_NAMES, eventTitle } from '../../text/event-cards'
import { PHASE_PILLS, spanWords } from '../../text/host'

type Row = SeasonReply['venues'][number]

/** A venue on the board: sign, word and colour say the same. */
export interface VenueTile {
  readonly code: string
  /** 人民路: without what all of them are called. */
  readonly short: string
  readonly name: string
  readonly state: Row['state']
  /** 已办, 已排, 还没有; and how many, or when. */
  readonly word: string
  readonly detail: string | null
  readonly events: readonly {
    readonly id: string
    readonly title: string
    readonly when: string
    readonly pill: (typeof PHASE_PILLS)[keyof typeof PHASE_PILLS]
  }[]
}

export interface SeasonView {
  readonly title: string
  readonly span: string
  readonly totals: SeasonReply['totals']
  readonly all: number
  /** How many events each venue is asked for. */
  readonly need: number
  readonly tiles: readonly VenueTile[]
}

/** The board at a moment, the venues in the district's order. */
export function seasonView(reply: SeasonReply, now: Instant): SeasonView {
  const today = localDateAt(now)
  return {
    title: reply.name,
    span: `${dayWords(reply.from, today)}到${dayWords(reply.to, today)}`,
    totals: reply.totals,
    all: reply.venues.length,
    need: reply.venues[0]?.need ?? 1,
    tiles: reply.venues.map((row) => tileOf(row, today)),
  }
}

function tileOf({ venue, state, held, planned, need, next, events }: Row, today: LocalDate): VenueTile {
  const mark = venue.placeholder ? '（示例）' : ''
  return {
    code: venue.code,
    short: shortName(venue.name) + mark,
    name: venue.name + mark,
    state,
    ...stateWords({ state, held, planned, need, next }, today),
    events: events.map((card) => ({
      id: card.id,
      title: eventTitle(card.kind, card.title),
      when: `${EVENT_KIND_NAMES[card.kind]} · ${spanWords(card.start, card.end, today)}`,
      pill: PHASE_PILLS[card.phase],
    })),
  }
}

/** 人民路街道青年爱里(二) → 人民路(二); a name that is nothing but that stays whole. */
export function shortName(name: string): string {
  const short = name.replace(/(街道)?青年爱里/, '')
  return short.replace(/[（(].*$/, '') === '' ? name : short
}

function stateWords(
  { state, held, planned, need, next }: Pick<Row, 'state' | 'held' | 'planned' | 'need' | 'next'>,
  today: LocalDate,
): Pick<VenueTile, 'word' | 'detail'> {
  if (state === 'held') return { word: '已办', detail: `${held} 场` }
  if (state === 'planned') return { word: '已排', detail: next === null ? `${planned} 场` : dayWords(next, today) }
  const there = held + planned
  return there === 0 ? { word: '还没有', detail: null } : { word: '还差', detail: `${need - there} 场` }
}
