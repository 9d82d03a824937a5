import type { EventKind, EventPhase, EventRole } from '#domain/events/event'
import { addDays, localDateAt, startOfDay, weekdayOf, type Instant, type LocalDate } from '#domain/time'
import { hoursWords, minutesWords } from './amounts'
import { dayWords, timeWords } from './dates'
import { EVENT_ROLE_NAMES, organisationName } from './names'

/** What kind of event it is. */
export const EVENT_KIND_NAMES: Readonly<Record<EventKind, string>> = {
  reading: '读书会',
  'league-class': '团课',
  volunteering: '志愿服务',
  other: '其他',
}

/** 一 for a Monday. */
export function weekdayWords(day: LocalDate): string {
  return '一二三四五六日'.charAt(weekdayOf(day) - 1)
}

/** 今天, 明天, 11月30日 周日. */
export function eventDayWords(day: LocalDate, today: LocalDate): string {
  if (day === today) return '今天'
  if (day === addDays(today, 1)) return '明天'
  return `${dayWords(day, today)} 周${weekdayWords(day)}`
}

/** 今天 14:30–16:30. What ends at midnight ends at 24:00 of its day. */
export function eventTimeWords(start: Instant, end: Instant, now: Instant): string {
  const [from, to, today] = [localDateAt(start), localDateAt((end - 1) as Instant), localDateAt(now)]
  const until = end === startOfDay(addDays(to, 1)) ? '24:00' : timeWords(end)
  const begins = `${eventDayWords(from, today)} ${timeWords(start)}`
  return to <= from ? `${begins}–${until}` : `${begins} – ${eventDayWords(to, today)} ${until}`
}

interface Places {
  readonly role: EventRole
  readonly left: number
}

const PHASES: Readonly<Partial<Record<EventPhase, string>>> = {
  closed: '报名已截止',
  running: '正在进行',
  over: '已结束',
  cancelled: '已取消',
}

/** 余 12 个名额; 参加者余 6 · 志愿者已满，可候补; 报名已截止. `list`: whether one can still join a waiting list. */
export function placesWords(phase: EventPhase, roles: readonly Places[], list: boolean): string {
  const shut = PHASES[phase]
  if (shut !== undefined) return shut
  const full = list ? '已满，可候补' : '已满'
  const [only] = roles
  if (roles.length === 1 && only) return only.left > 0 ? `余 ${only.left} 个名额` : full
  if (roles.every(({ left }) => left === 0)) return full
  return roles.map(({ role, left }) => `${EVENT_ROLE_NAMES[role]}${left > 0 ? `余 ${left}` : full}`).join(' · ')
}

interface Credit {
  readonly role: EventRole
  readonly minutes: number | null
  readonly tenths: number | null
}

/** What one role is given: 计 2 小时, 不计时长. */
export function givesWords(kind: EventKind, { role, minutes, tenths }: Credit): string {
  if (tenths) return `计 ${hoursWords(tenths)}`
  if (minutes) return `计 ${minutesWords(minutes)}`
  return kind === 'league-class' && role === 'attendee' ? '不计学时' : '不计时长'
}

/** What it gives, to whom: 志愿者计 2 小时；参加者不计时长. */
export function creditWords(kind: EventKind, roles: readonly Credit[]): string {
  return roles.map((one) => EVENT_ROLE_NAMES[one.role] + givesWords(kind, one)).join('；')
}

/** A venue's name; what is made up until the district gives its own says so. */
export function venueName(venue: { readonly name: string; readonly placeholder: boolean }): string {
  return organisationName(venue)
}

/** Where it is: the spot, where one is named, and the venue. */
export function whereWords({
  venue,
  spot,
}: {
  readonly venue: { readonly name: string; readonly placeholder: boolean }
  readonly spot: string | null
}): string {
  return spot === null ? venueName(venue) : `${venueName(venue)} · ${spot}`
}

/** An event's name; one whose words nobody has looked at yet is called by its kind. */
export function eventTitle(kind: EventKind, title: string): string {
  return title === '' ? `${EVENT_KIND_NAMES[kind]}（名称待审核）` : title
}

/** 11月24日–30日, from a Monday; 11月30日–12月6日. */
export function weekWords(monday: LocalDate, today: LocalDate): string {
  const from = dayWords(monday, today)
  const sunday = addDays(monday, 6)
  const same = monday.slice(0, 7) === sunday.slice(0, 7)
  return `${from}–${same ? `${Number(sunday.slice(8))}日` : dayWords(sunday, today)}`
}

/** 2026年11月. */
export function monthWords(day: LocalDate): string {
  return `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月`
}
