import type { DeskReply, EventBody } from '#contract/event'
import { minutesMax } from '#domain/events/credits'
import { addMinutes, EVENT_KINDS, termsOn, type EventTerms } from '#domain/events/event'
import { decideEvent } from '#domain/events/manage'
import type { EventRefusal } from '#domain/events/refusal'
import { eventRulesOf } from '#domain/events/rules'
import type { Policy } from '#domain/policy/policy'
import {
  addDays,
  daysBetween,
  localDate,
  localDateAt,
  parseLocalDate,
  startOfDay,
  type Instant,
  type LocalDate,
} from '#domain/time'
import { timeWords } from '../../text/dates'
import { eventRefusalWords } from '../../text/event-refusals'
import { parseWhole } from '../../text/numbers'

/** What is sent of an event. */
export type EventTermsBody = Omit<EventBody, 'requestId'>

export type EventField =
  | 'kind'
  | 'title'
  | 'notes'
  | 'spot'
  | 'day'
  | 'start'
  | 'lastDay'
  | 'end'
  | 'deadlineDay'
  | 'deadline'
  | 'attendees'
  | 'volunteers'
  | 'minutes'

/** What was typed: days as YYYY-MM-DD, times as HH:MM, numbers as they were typed; '' where nothing was. */
export type EventDraft = Readonly<Record<EventField, string>>
export type EventErrors = { readonly [F in EventField]?: string }

export type CheckedEvent =
  { readonly kind: 'ready'; readonly body: EventTermsBody } | { readonly kind: 'errors'; readonly errors: EventErrors }

type Terms = DeskReply['terms']

/** An event as it stands: what people have been promised of it stays. */
export interface Before {
  readonly terms: Terms
  readonly published: boolean
  readonly counts: DeskReply['counts']
  readonly naming: DeskReply['naming']['state']
}

/** What the rules are asked about. */
export interface EventContext {
  readonly venue: string
  /** As it stands, and how; null = a new one. */
  readonly before: Before | null
  readonly policy: Policy
  readonly now: Instant
}

/** The limits of the contract, in characters. */
export const TITLE_MAX = 40
export const NOTES_MAX = 1000
export const SPOT_MAX = 60

const NOTHING: EventDraft = {
  kind: '',
  title: '',
  notes: '',
  spot: '',
  day: '',
  start: '',
  lastDay: '',
  end: '',
  deadlineDay: '',
  deadline: '',
  attendees: '',
  volunteers: '',
  minutes: '',
}

/** Where the form starts: empty, or from the event to change. */
export function startOfEvent(terms: Terms | null): EventDraft {
  if (!terms) return NOTHING
  const day = (at: number) => localDateAt(at as Instant)
  const time = (at: number) => timeWords(at as Instant)
  const number = (count: number | null) => (count === null ? '' : String(count))
  return {
    kind: terms.kind,
    title: terms.title,
    notes: terms.notes,
    spot: terms.spot ?? '',
    day: day(terms.start),
    start: time(terms.start),
    lastDay: day(terms.end),
    end: time(terms.end),
    deadlineDay: day(terms.deadline),
    deadline: time(terms.deadline),
    attendees: number(terms.attendeePlaces),
    volunteers: number(terms.volunteerPlaces),
    minutes: number(terms.volunteerMinutes),
  }
}

/** Where the form starts for the same event once more: the same hours, a week after it and not before tomorrow. */
export function startOfCopy(terms: Terms, today: LocalDate): EventDraft {
  const weekLater = addDays(localDateAt(terms.start as Instant), 7)
  const tomorrow = addDays(today, 1)
  const { start, end, deadline } = termsOn(termsOf(terms, ''), weekLater > tomorrow ? weekLater : tomorrow)
  return startOfEvent({ ...terms, start, end, deadline })
}

const DEADLINE = '18:00'

/**
 * Days that go with the first one: as far from it as they were. At the first choice it ends on the same day, and registration ends
 * the evening before, or, where that is past, on the day itself with its start.
 */
export function withDay(draft: EventDraft, day: string, today: LocalDate): Partial<EventDraft> {
  const [to, from] = [parseLocalDate(day), parseLocalDate(draft.day)]
  if (!to) return { day }
  const shifted = (other: string, otherwise: string) => {
    const known = parseLocalDate(other)
    return known && from ? addDays(known, daysBetween(from, to)) : otherwise
  }
  const evening = addDays(to, -1)
  const inTime = evening >= today
  return {
    day,
    lastDay: shifted(draft.lastDay, day),
    deadlineDay: shifted(draft.deadlineDay, inTime ? evening : day),
    ...(draft.deadline === '' && (inTime || draft.start !== '') && { deadline: inTime ? DEADLINE : draft.start }),
  }
}

/** The most volunteer minutes for the times that were typed; null while they don't make a length. */
export function mostMinutes(draft: EventDraft, policy: Policy): number | null {
  const [start, end] = [instantOf(draft.day, draft.start), instantOf(draft.lastDay, draft.end)]
  return start !== null && end !== null && end > start ? minutesMax({ start, end }, policy) : null
}

/** A day and a time at +08:00; null when one of them is missing or no time. */
export function instantOf(day: string, time: string): Instant | null {
  const date = parseLocalDate(day)
  const match = /^(\d{1,2}):(\d{2})/.exec(time)
  if (!date || !match) return null
  const [hours, minutes] = [Number(match[1]), Number(match[2])]
  return hours < 24 && minutes < 60 ? addMinutes(startOfDay(date), hours * 60 + minutes) : null
}

/** Whether what was typed is another time or place than what people know. */
export function isMoved(draft: EventDraft, before: Terms): boolean {
  return (
    instantOf(draft.day, draft.start) !== before.start ||
    instantOf(draft.lastDay, draft.end) !== before.end ||
    draft.spot.trim() !== (before.spot ?? '')
  )
}

/**
 * Asks the rules about what was typed, before anything is sent; also whether it takes something from who has registered, as far as the phone
 * knows. Who came since then, the server knows.
 */
export function checkEvent(draft: EventDraft, context: EventContext): CheckedEvent {
  const missing = missingIn(draft)
  const kind = EVENT_KINDS.find((one) => one === draft.kind)
  const start = instantOf(draft.day, draft.start)
  const end = instantOf(draft.lastDay, draft.end)
  const deadline = instantOf(draft.deadlineDay, draft.deadline)
  const volunteers = placesOf(draft.volunteers)
  if (Object.keys(missing).length > 0 || !kind || start === null || end === null || deadline === null) {
    return { kind: 'errors', errors: missing }
  }
  const spot = draft.spot.trim()
  const body: EventTermsBody = {
    kind,
    title: draft.title.trim(),
    notes: draft.notes.trim(),
    spot: spot === '' ? null : spot,
    start,
    end,
    deadline,
    attendeePlaces: placesOf(draft.attendees),
    volunteerPlaces: volunteers,
    volunteerMinutes: volunteers === null ? null : placesOf(draft.minutes),
  }
  const refusal = refusalOf(body, context)
  if (!refusal) return { kind: 'ready', body }
  const field = eventFieldOf(refusal.code, draft, refusal.facts) ?? 'title'
  return { kind: 'errors', errors: { [field]: eventRefusalWords(refusal.code, refusal.facts, context.now) ?? '' } }
}

function missingIn(draft: EventDraft): EventErrors {
  const errors: { [F in EventField]?: string } = {}
  if (draft.kind === '') errors.kind = '请选择是什么活动。'
  if (draft.title.trim() === '') errors.title = '请写一个标题。'
  else if (Array.from(draft.title.trim()).length > TITLE_MAX) errors.title = `标题最多 ${TITLE_MAX} 个字。`
  if (Array.from(draft.notes.trim()).length > NOTES_MAX) errors.notes = `说明最多 ${NOTES_MAX} 个字。`
  if (Array.from(draft.spot.trim()).length > SPOT_MAX) errors.spot = `地点最多 ${SPOT_MAX} 个字。`
  if (draft.day === '') errors.day = '请选择哪一天。'
  if (draft.start === '') errors.start = '请选择几点开始。'
  if (draft.lastDay === '') errors.lastDay = '请选择哪一天结束。'
  if (draft.end === '') errors.end = '请选择几点结束。'
  if (draft.deadlineDay === '') errors.deadlineDay = '请选择报名到哪一天。'
  if (draft.deadline === '') errors.deadline = '请选择报名到几点。'
  const isNumber = (typed: string) => typed.trim() === '' || parseWhole(typed) !== null
  if (!isNumber(draft.attendees)) errors.attendees = '请填写一个整数，不招就空着。'
  if (!isNumber(draft.volunteers)) errors.volunteers = '请填写一个整数，不招就空着。'
  if (!isNumber(draft.minutes)) errors.minutes = '请填写分钟数，不计就空着。'
  return errors
}

function placesOf(typed: string): number | null {
  return typed.trim() === '' ? null : parseWhole(typed)
}

/** As the rules know terms. The words stand for their hashes: only whether they are the same matters. */
function termsOf(terms: Terms, venue: string): EventTerms {
  return {
    kind: terms.kind,
    words: `${terms.title}\n${terms.notes}`,
    venue,
    spot: terms.spot,
    start: terms.start as Instant,
    end: terms.end as Instant,
    deadline: terms.deadline as Instant,
    places: { attendee: terms.attendeePlaces, volunteer: terms.volunteerPlaces },
    volunteerMinutes: terms.volunteerMinutes,
  }
}

const NOBODY = { registered: 0, offered: 0, waiting: 0 }

function refusalOf(body: EventTermsBody, { venue, before, policy, now }: EventContext): EventRefusal | null {
  const { attendee, volunteer } = before?.counts ?? { attendee: NOBODY, volunteer: NOBODY }
  const guards = { counts: { arrivals: 0, attendee, volunteer }, checkedIn: false, venues: [venue] }
  const terms = termsOf(body, venue)
  const event = before && {
    id: '',
    status: before.published ? ('published' as const) : ('draft' as const),
    since: now,
    terms: termsOf(before.terms, venue),
    moved: null,
    naming: { state: before.naming, organisation: null, tenths: null, by: null },
    reminded: null,
    listClosed: null,
    announcedOn: null,
  }
  const decision = decideEvent(
    { act: before ? 'change' : 'draft', terms },
    { ...guards, event },
    policy,
    eventRulesOf(policy),
    now,
  )
  return decision.ok ? null : decision.refusal
}

const FIELDS: { readonly [C in EventRefusal['code']]?: EventField } = {
  'event-times-invalid': 'end',
  'event-too-long': 'end',
  'event-in-past': 'day',
  'deadline-after-start': 'deadline',
  'deadline-in-past': 'deadline',
  'places-missing': 'attendees',
  'credit-without-volunteers': 'minutes',
  'credit-out-of-range': 'minutes',
  'credit-promised': 'minutes',
  'kind-fixed': 'kind',
}

/** Which field a refusal speaks of; null for one that speaks of none of them. */
export function eventFieldOf(
  code: string,
  _draft: EventDraft,
  facts: Readonly<Record<string, unknown>>,
): EventField | null {
  if (code === 'places-out-of-range' || code === 'places-taken') {
    return facts.role === 'volunteer' ? 'volunteers' : 'attendees'
  }
  return Object.prototype.hasOwnProperty.call(FIELDS, code) ? (FIELDS[code as EventRefusal['code']] ?? null) : null
}

/** The first and the last day that can be chosen. */
export function daysOffered(draft: EventDraft, today: LocalDate): { readonly min: LocalDate; readonly max: LocalDate } {
  const day = parseLocalDate(draft.day)
  const year = localDate(today)
  return { min: day && day < year ? day : year, max: addDays(year, 730) }
}
