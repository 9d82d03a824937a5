import type { Door, EventDetail, EventReply, Mine, MyEventReply } from '#contract/event'
import type { CheckInRules } from '#domain/checkin/rules'
import { checkInWindow, leastMinutes } from '#domain/checkin/window'
import type { EventRole } from '#domain/events/event'
import { isLive } from '#domain/events/registration'
import type { Instant } from '#domain/time'
import { eventTimeWords, givesWords, whereWords } from '../../text/event-cards'
import { eventRefusalWords } from '../../text/event-refusals'
import {
  AT_THE_DOOR,
  CANCELLED,
  cancelRule,
  checkInRule,
  checkInWords,
  CLOSED,
  ENDED_WORDS,
  LATE_WORDS,
  LIST_OVER,
  listRule,
  movedWords,
  OVER,
  pointWords,
  registerWords,
  roleNote,
  RUNNING,
  wasThereWords,
} from '../../text/events'
import { EVENT_ROLE_NAMES, organisationName } from '../../text/names'
import { refusalCodeWords } from '../../text/refusals'
import { cardView, timesOf, type CardView, type ListRules } from './card'

/** A role that one can register for now. */
export interface RoleChoice {
  readonly role: EventRole
  readonly name: string
  readonly note: string
  /** What the button says once it is chosen. */
  readonly act: string
}

/** What stands in the main area: what one can do, or how one stands. */
export type MainView =
  /** Nobody is signed in. `open`: something can be registered for. */
  | { readonly kind: 'guest'; readonly open: boolean; readonly why: readonly string[] }
  /** A name and a birth date are needed first. */
  | { readonly kind: 'profile' }
  | {
      readonly kind: 'open'
      readonly choices: readonly RoleChoice[]
      /** Doors that are closed beside them, and why. */
      readonly why: readonly string[]
      readonly before: string | null
      readonly since: number | null
    }
  | {
      readonly kind: 'closed'
      readonly title: string
      readonly why: readonly string[]
      readonly before: string | null
    }
  | {
      readonly kind: 'registered'
      readonly role: string
      readonly byHost: boolean
      readonly moved: boolean
      readonly marks: boolean
      readonly since: number
      /** It hasn't begun: it can be put into a calendar, and taken back. */
      readonly coming: boolean
      /** How one checks in. */
      readonly how: string
    }
  | {
      readonly kind: 'waiting'
      readonly role: string
      readonly place: number
      readonly rule: string
      readonly since: number
    }
  | { readonly kind: 'offered'; readonly role: string; readonly until: Instant; readonly since: number }
  /** One is signed in, and nobody knows how one stands: no answer came. */
  | { readonly kind: 'unknown' }

export interface EventView {
  readonly id: string
  readonly card: CardView
  readonly when: string
  readonly where: string
  readonly start: Instant
  readonly end: Instant
  readonly notes: readonly string[]
  readonly moved: string | null
  readonly facts: readonly { readonly key: string; readonly name: string; readonly value: string }[]
  /** What holds here, a sentence each. */
  readonly rules: readonly string[]
  readonly main: MainView
  /** Said where one can check in now; null = not now. */
  readonly door: string | null
}

/** The rules that an event's page is explained by. */
export type EventRules = ListRules & Pick<CheckInRules, 'check-in.window' | 'check-in.share'>

/** An event's page. `mine`: null = nobody is signed in; undefined = not known. */
export function eventView(
  reply: EventReply,
  mine: Pick<MyEventReply, 'mine' | 'doors'> | null | undefined,
  rules: EventRules,
  now: Instant,
): EventView {
  const { event } = reply
  const { card, moved } = event
  const times = timesOf(card)
  const checkIn = { ...checkInWindow(times, rules), least: leastMinutes({ terms: times }, rules) }
  return {
    id: card.id,
    card: cardView(card, rules, now),
    when: eventTimeWords(times.start, times.end, now),
    where: whereWords(card),
    ...times,
    notes: event.notes.split(/\n+/).filter((line) => line.trim() !== ''),
    moved: moved && movedWords({ ...timesOf(moved), where: whereWords(moved) }, now),
    facts: factsOf(event, now),
    rules: rulesOf(event, checkIn, now),
    main: mainOf(event, mine, checkIn.from, now),
    door: doorOf(event, mine?.mine ?? null, checkIn, now),
  }
}

function factsOf({ card, classOf }: EventDetail, now: Instant) {
  const coming = card.phase === 'open' || card.phase === 'closed'
  return [
    ...card.roles.map((one) => ({
      key: one.role,
      name: EVENT_ROLE_NAMES[one.role],
      value: `${one.places} 个名额，${givesWords(card.kind, one)}`,
    })),
    ...(classOf === null ? [] : [{ key: 'class', name: '团课', value: `由${organisationName(classOf)}认定` }]),
    ...(coming ? [{ key: 'deadline', name: '报名截止', value: pointWords(card.deadline as Instant, now) }] : []),
  ]
}

/** When one can check in and out, and how long one has to be there, whole minutes. */
interface CheckIn {
  readonly from: Instant
  readonly until: Instant
  readonly least: number
}

/** What holds for coming and going; for taking a place back, and for the list, while there is something to decide. */
function rulesOf(
  { card, cancelFreeUntil, listClosesAt, offerWithin }: EventDetail,
  { from, until, least }: CheckIn,
  now: Instant,
): readonly string[] {
  const coming = `签到：${checkInRule(from, until, least, now)}。`
  if (card.phase === 'running') return [coming]
  if (card.phase !== 'open' && card.phase !== 'closed') return []
  return [
    `取消：${cancelRule(cancelFreeUntil as Instant, now)}。`,
    `候补：${listRule(offerWithin, listClosesAt as Instant, now)}。`,
    coming,
  ]
}

/** What is said at the door, while one can check in or out. */
function doorOf({ card }: EventDetail, mine: Mine | null, { from, until }: CheckIn, now: Instant): string | null {
  if (card.phase === 'cancelled' || card.phase === 'draft' || now < from || now > until) return null
  return mine?.state === 'registered' ? AT_THE_DOOR.mine : AT_THE_DOOR.others
}

function mainOf(
  event: EventDetail,
  mine: Pick<MyEventReply, 'mine' | 'doors'> | null | undefined,
  from: Instant,
  now: Instant,
): MainView {
  const { phase } = event.card
  if (phase === 'cancelled') return { kind: 'closed', ...CANCELLED, before: null }
  const standing = mine?.mine
  if (phase === 'over') {
    const before = standing?.state === 'registered' ? wasThereWords(EVENT_ROLE_NAMES[standing.role]) : null
    return { kind: 'closed', ...OVER, before }
  }
  if (standing && isLive(standing)) return standingOf(event, standing, from, now)
  if (phase === 'running') return { kind: 'closed', ...RUNNING, before: null }
  if (mine === undefined) return { kind: 'unknown' }
  const doors = mine === null ? event.doors : mine.doors
  const closed = doors.flatMap((door) => (door.closed === null ? [] : [{ ...door.closed, role: door.role }]))
  if (closed.some(({ code }) => code === 'profile-missing')) return { kind: 'profile' }
  const choices = doors.flatMap((door) => choiceOf(event, door))
  const why = whyOf(closed, doors.length, now)
  if (mine === null) return { kind: 'guest', open: choices.length > 0, why }
  const before = standing ? beforeWords(standing) : null
  if (choices.length === 0) return { kind: 'closed', title: CLOSED, why, before }
  return { kind: 'open', choices, why, before, since: standing?.since ?? null }
}

function standingOf(event: EventDetail, mine: Mine, from: Instant, now: Instant): MainView {
  const { since, byHost } = mine
  const start = event.card.start as Instant
  const role = EVENT_ROLE_NAMES[mine.role]
  switch (mine.state) {
    case 'waiting':
      if (now >= start) return { kind: 'closed', ...LIST_OVER, before: null }
      return {
        kind: 'waiting',
        role,
        place: mine.place ?? 1,
        rule: listRule(event.offerWithin, event.listClosesAt as Instant, now),
        since,
      }
    case 'offered':
      return { kind: 'offered', role, until: (mine.until ?? start) as Instant, since }
    default:
      return {
        kind: 'registered',
        role,
        byHost,
        moved: mine.movedSince,
        marks: mine.cancelMarks,
        since,
        coming: now < start,
        how: checkInWords(from, now),
      }
  }
}

function choiceOf({ card }: EventDetail, { role, to }: Door): readonly RoleChoice[] {
  const places = card.roles.find((one) => one.role === role)
  if (to === null || !places) return []
  return [
    {
      role,
      name: EVENT_ROLE_NAMES[role],
      note: roleNote(places.left, to, places.waiting, givesWords(card.kind, places)),
      act: registerWords(role, to),
    },
  ]
}

/** Why doors are closed. What is said of all of them alike is said once. */
function whyOf(
  closed: readonly (NonNullable<Door['closed']> & { readonly role: EventRole })[],
  doors: number,
  now: Instant,
): readonly string[] {
  const sentences = closed.map(({ role, code, facts }) => ({
    role,
    text: eventRefusalWords(code, facts, now) ?? refusalCodeWords(code, facts) ?? '现在不能报名。',
  }))
  const [first] = sentences
  if (!first) return []
  if (sentences.length === doors && sentences.every(({ text }) => text === first.text)) return [first.text]
  return sentences.map(({ role, text }) =>
    text.includes(EVENT_ROLE_NAMES[role]) ? text : `${EVENT_ROLE_NAMES[role]}：${text}`,
  )
}

/** What became of the registration before. */
function beforeWords({ state, late }: Mine): string | null {
  switch (state) {
    case 'declined':
    case 'expired':
    case 'left':
      return ENDED_WORDS[state]
    case 'cancelled':
      return late ? LATE_WORDS : ENDED_WORDS.cancelled
    default:
      return null
  }
}
