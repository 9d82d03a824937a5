import type { ClassRequestsReply, WordsReply } from '#contract/event'
import { daysBetween, localDateAt, type Instant, type LocalDate } from '#domain/time'
import { hoursWords } from '../../text/amounts'
import { momentWords } from '../../text/dates'
import { EVENT_KIND_NAMES, venueName, whereWords } from '../../text/event-cards'
import { partsWords, spanWords, WORDS_PARTS } from '../../text/host'

interface Fact {
  readonly key: string
  readonly name: string
  readonly value: string
}

/** Something that waits for an answer: pressing when its event is near. */
interface Asked {
  readonly tone: 'not-yet' | 'waiting'
  readonly clock: string
}

/** From so many days before the event on it is pressing. */
const SOON_DAYS = 3

function askedOf(start: number, today: LocalDate): Asked {
  const left = daysBetween(today, localDateAt(start as Instant))
  return {
    tone: left <= SOON_DAYS ? 'not-yet' : 'waiting',
    clock: left <= 0 ? '今天开始' : `还有 ${left} 天开始`,
  }
}

/** An event that asks to be named a class. */
export interface ClassRequestView extends Asked {
  readonly event: string
  readonly title: string
  readonly who: string
  readonly hours: string
  readonly facts: readonly Fact[]
  readonly notes: string
}

export function classRequestViews({ requests }: ClassRequestsReply, now: Instant): readonly ClassRequestView[] {
  const today = localDateAt(now)
  return requests.map(({ card, notes, tenths }) => ({
    ...askedOf(card.start, today),
    event: card.id,
    title: card.title,
    who: `${venueName(card.venue)} · 申请 ${hoursWords(tenths)}`,
    hours: hoursWords(tenths),
    facts: [
      { key: 'kind', name: '类型', value: EVENT_KIND_NAMES[card.kind] },
      { key: 'when', name: '时间', value: spanWords(card.start, card.end, today) },
      { key: 'where', name: '地点', value: whereWords(card) },
      { key: 'hours', name: '申请计', value: `${hoursWords(tenths)}，只计参加者` },
    ],
    notes,
  }))
}

/** Words that wait for a look. */
export interface WaitingWordsView extends Asked {
  readonly id: string
  readonly title: string
  readonly who: string
  readonly venue: string
  readonly written: string
  readonly parts: readonly Fact[]
}

export function waitingWordsViews({ words }: WordsReply, now: Instant): readonly WaitingWordsView[] {
  const today = localDateAt(now)
  return words.map(({ id, venue, start, body, at }) => ({
    ...askedOf(start, today),
    id,
    title: partsWords(body),
    who: firstLine(body) === '' ? venueName(venue) : `${venueName(venue)} · ${firstLine(body)}`,
    venue: venueName(venue),
    written: momentWords(at as Instant, now),
    parts: Object.keys(WORDS_PARTS).flatMap((part) => {
      const value = body[part]
      return value === undefined || value === '' ? [] : [{ key: part, name: WORDS_PARTS[part] ?? part, value }]
    }),
  }))
}

const SHOWN = 16

function firstLine(body: WordsReply['words'][number]['body']): string {
  const text = Array.from((body.title ?? body.text ?? body.spot ?? '').replace(/\s+/g, ' ').trim())
  return text.length > SHOWN ? `${text.slice(0, SHOWN).join('')}…` : text.join('')
}
