import { creditsOf } from '../events/credits'
import type { LeagueEvent } from '../events/event'
import type { PolicyPack } from '../policy/policy'
import { isWeak, type Attendance } from './attendance'
import type { CheckInRules } from './rules'
import { leastMinutes } from './window'

/** Why somebody's coming is credited nothing, less, or not yet. */
export const NO_CREDIT = [
  'struck',
  /** Weak, and nobody said yes. */
  'weak',
  'no-check-in',
  'no-check-out',
  /** Less than the share of the planned time (`check-in.share`). */
  'share',
  /** The event gives nothing to this role. */
  'gives-nothing',
  /** A day holds no more (`volunteer-hours.entry-max`, `class-hours.entry-max`). */
  'day-full',
  /** Before the month of the 14th birthday (instructions of the 志愿书, Q). */
  'before-age',
  /** No name and birth date here: with them it is credited. */
  'profile-missing',
  /** It came after the close, and waits for a lead. */
  'after-close',
  /** Who closed the event: another lead closes this row. */
  'own-row',
  /** The branch has corrected what was credited, and what it says stands. */
  'corrected',
] as const

export type NoCredit = (typeof NO_CREDIT)[number]

/** What somebody's coming is credited. */
export interface AttendanceCredit {
  /** Whole minutes within the planned time; null = it can't be told. */
  readonly present: number | null
  /** The least that has to be there, whole minutes (`check-in.share`). */
  readonly least: number
  /** Volunteer minutes; null = none. */
  readonly minutes: number | null
  /** Tenths of a 学时; null = none. */
  readonly tenths: number | null
  readonly reason: NoCredit | null
  /** `check-in`: by their own phone at both ends; `recorded`: a host entered one of them. */
  readonly origin: 'check-in' | 'recorded'
}

/** What an attendance is credited once the event is closed: never more than the event says, and than the time that they were there. */
export function creditOf(
  attendance: Attendance,
  event: LeagueEvent,
  policy: PolicyPack,
  rules: CheckInRules,
): AttendanceCredit {
  const { start, end } = event.terms
  const came = attendance.in
  const left = attendance.out
  const present =
    came && left ? Math.max(0, Math.floor((Math.min(left.at, end) - Math.max(came.at, start)) / 60_000)) : null
  const least = leastMinutes(event, rules)
  const origin = came?.byHost === true || left?.byHost === true ? 'recorded' : 'check-in'
  const none = (reason: NoCredit): AttendanceCredit => ({ present, least, minutes: null, tenths: null, reason, origin })
  if (attendance.struck) return none('struck')
  if (!came) return none('no-check-in')
  if (!left || present === null) return none('no-check-out')
  if (isWeak(attendance)) return none('weak')
  const given = creditsOf(event, policy).find(({ role }) => role === attendance.role)
  if (!given || (given.minutes === null && given.tenths === null)) return none('gives-nothing')
  if (present < least) return none('share')
  const { minutes: unit } = rules['check-in.rounding']
  const minutes = given.minutes === null ? null : Math.min(given.minutes, Math.floor(present / unit) * unit)
  // Less than what is credited at all.
  if (minutes === 0) return { ...none('share'), least: Math.max(least, unit) }
  return { present, least, minutes, tenths: given.tenths, reason: null, origin }
}
