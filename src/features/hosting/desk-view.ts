import type { DeskReply } from '#contract/event'
import { localDateAt, type Instant } from '#domain/time'
import { EVENT_KIND_NAMES, eventTitle, venueName, whereWords } from '../../text/event-cards'
import { roleCreditWords, phaseWords, PHASE_PILLS, pointWords, spanWords } from '../../text/host'
import { EVENT_ROLE_NAMES } from '../../text/names'

/** What a host can do with an event now. */
export interface DeskMay {
  readonly change: boolean
  readonly publish: boolean
  /** Published: taken back, as long as nobody has registered. */
  readonly unpublish: boolean
  readonly cancel: boolean
  readonly askClass: boolean
  readonly add: boolean
}

/** An event's desk, as it is shown. */
export interface DeskView {
  readonly title: string
  /** 读书会 · 人民路街道青年爱里. */
  readonly over: string
  readonly pill: (typeof PHASE_PILLS)[keyof typeof PHASE_PILLS]
  readonly state: string
  readonly facts: readonly { readonly key: string; readonly name: string; readonly value: string }[]
  /** 参加者 12 / 30 and what it gives. */
  readonly roles: readonly {
    readonly key: string
    readonly over: string
    readonly value: string
    readonly under: string
  }[]
  /** Who registered, is offered a place or waits: who is told of a change. */
  readonly people: number
  readonly may: DeskMay
}

/** An event's desk at a moment. */
export function deskView({ desk, host, naming }: DeskReply, now: Instant): DeskView {
  const { card, registered, offered, waiting } = desk
  const today = localDateAt(now)
  const people = registered + offered + waiting
  const published = card.phase === 'open' || card.phase === 'closed'
  const draft = card.phase === 'draft'
  return {
    title: eventTitle(card.kind, card.title),
    over: `${EVENT_KIND_NAMES[card.kind]} · ${venueName(card.venue)}`,
    pill: PHASE_PILLS[card.phase],
    state: phaseWords(card, today),
    facts: [
      { key: 'when', name: '时间', value: spanWords(card.start, card.end, today) },
      { key: 'where', name: '地点', value: whereWords(card) },
      { key: 'deadline', name: '报名截止', value: pointWords(card.deadline, today) },
    ],
    roles: card.roles.map((one) => ({
      key: one.role,
      over: EVENT_ROLE_NAMES[one.role],
      value: draft ? `${one.places}` : `余 ${one.left} / ${one.places}`,
      under: [roleCreditWords(one), one.waiting > 0 ? `候补 ${one.waiting} 人` : ''].filter(Boolean).join(' · '),
    })),
    people,
    may: {
      change: host && (draft || published),
      publish: host && draft,
      unpublish: host && published && people === 0,
      cancel: host && published,
      askClass: host && (draft || published) && (naming.state === 'none' || naming.state === 'refused'),
      add: host && published,
    },
  }
}
