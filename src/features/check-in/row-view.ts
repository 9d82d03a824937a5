import type { EventCard } from '#contract/event'
import { readCode, twoDigits, type Direction } from '#domain/checkin/code'
import type { CheckInRules } from '#domain/checkin/rules'
import { checkInWindow, leastMinutes } from '#domain/checkin/window'
import type { Instant } from '#domain/time'
import type { CheckInRow } from '../../platform/check-ins'
import {
  checkInRefusalWords,
  checkOutWords,
  DIRECTION_WORDS,
  flagsWords,
  LEFT_WORDS,
  newcomerWords,
  OWN_CODE_WORDS,
} from '../../text/check-in'
import { momentWords, timeWords } from '../../text/dates'
import { eventTitle } from '../../text/event-cards'
import { EVENT_ROLE_NAMES } from '../../text/names'
import { eventOfCode, eventOfId, type KnownEvents } from './known-events'

/** The rules that a check-in is explained by. */
export type ShownRules = Pick<CheckInRules, 'check-in.window' | 'check-in.share'>

/** How a check-in of this phone stands, in words. */
export interface RowView {
  readonly id: string
  readonly state: 'saved' | 'accepted' | 'refused'
  readonly title: string
  /** When, and to what. */
  readonly line: string
  /** Why it was refused, or what the host will look at. */
  readonly note: string | null
  /** When and how to check out; null = there is nothing to say. */
  readonly checkOut: string | null
  /** Two digits by which the host sees who is who, while there is no name. */
  readonly digits: string | null
  /** What a newcomer can still give, and until when. */
  readonly follow: string | null
  /** The server's code of a refusal. */
  readonly refusal: string | null
}

/** Why what the camera saw can't be a check-in, where the phone can tell by itself; null = it can. */
export function codeProblem(text: string, now: Instant): string | null {
  const read = readCode(text)
  if (read === null) return checkInRefusalWords('code-unreadable', {}, now)
  return read.kind === 'own' ? OWN_CODE_WORDS : null
}

/** A check-in of this phone as its screen shows it. */
export function rowView(row: CheckInRow, known: KnownEvents, rules: ShownRules, now: Instant): RowView {
  const { body, outcome } = row
  const none = { id: body.requestId, note: null, checkOut: null, digits: null, follow: null, refusal: null } as const
  const read = body.code === null ? null : readCode(body.code)
  const code = read?.kind === 'desk' ? read : null
  if (outcome?.kind === 'accepted') {
    const { reply } = outcome
    const { card, direction, at, again, newcomer } = reply
    const times = { end: card.end as Instant, until: reply.checkOutUntil as Instant, least: reply.leastMinutes }
    const [when, before] = [momentWords(at as Instant, now), again === null ? null : timeWords(again as Instant)]
    return {
      ...none,
      state: 'accepted',
      title: `已${DIRECTION_WORDS[direction]}`,
      line: [
        `${when} · ${EVENT_ROLE_NAMES[reply.role]}`,
        eventTitle(card.kind, card.title),
        before === null ? '' : `${before} 已经${DIRECTION_WORDS[direction]}过，以最早的为准`,
      ]
        .filter(Boolean)
        .join('\n'),
      note: flagsWords(reply.flags) ?? (direction === 'out' ? LEFT_WORDS : null),
      checkOut: direction === 'in' ? checkOutWords(times) : null,
      digits: newcomer?.digits ?? null,
      follow: newcomer && newcomerWords(newcomer.until as Instant, now),
    }
  }
  const card = code ? eventOfCode(known, code.event) : body.event === null ? null : eventOfId(known, body.event)
  const line = lineOf(row, card, code?.direction ?? null, now)
  if (outcome) {
    const note = checkInRefusalWords(outcome.code, outcome.facts, now)
    return { ...none, state: 'refused', title: '没有签成', line, note, refusal: outcome.code }
  }
  return {
    ...none,
    state: 'saved',
    title: '已保存，联网后确认',
    line,
    checkOut: code?.direction === 'out' ? null : checkOutOf(card, rules),
    digits: body.declared ? twoDigits(body.requestId) : null,
  }
}

function lineOf({ body, made }: CheckInRow, card: EventCard | null, direction: Direction | null, now: Instant): string {
  const what = card ? eventTitle(card.kind, card.title) : body.digits === null ? '' : `数字 ${body.digits}`
  const when = [momentWords(made as Instant, now), direction === null ? '' : DIRECTION_WORDS[direction]]
  return [when.filter(Boolean).join(' · '), what].filter(Boolean).join('\n')
}

function checkOutOf(card: EventCard | null, rules: ShownRules): string {
  if (!card) return checkOutWords(null)
  const times = { start: card.start as Instant, end: card.end as Instant }
  return checkOutWords({
    end: times.end,
    until: checkInWindow(times, rules).until,
    least: leastMinutes({ terms: times }, rules),
  })
}
