/**
 * The only place that knows the calendar. No clock is read here: every function is told the day or the instant.
 * Days are civil days at +08:00 (China has no daylight saving), whatever zone the machine or the phone is in.
 */

/** A civil day, `YYYY-MM-DD`, years 1900–2199. Compare two of them as strings. */
export type LocalDate = string & { readonly __unit: 'local-date' }

/** A moment: whole milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number & { readonly __unit: 'epoch-ms' }

const DAY_MS = 86_400_000
const CHINA_OFFSET_MS = 8 * 3_600_000
const FIRST_YEAR = 1900
const LAST_YEAR = 2199

interface Civil {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** Whether `year` has a 29 February (Gregorian rule). */
export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

/** Days in a month; `month` is 1–12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function pad(n: number, width: number): string {
  return String(n).padStart(width, '0')
}

function fromCivil(year: number, month: number, day: number): LocalDate {
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as LocalDate
}

function civil(date: LocalDate): Civil {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) }
}

/** The day that `text` names, or null when it isn't a real day written `YYYY-MM-DD` (1900–2199). */
export function parseLocalDate(text: string): LocalDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return null
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) return null
  return day >= 1 && day <= daysInMonth(year, month) ? fromCivil(year, month, day) : null
}

/** The day that `text` names. Throws RangeError when it names none: for values already checked at the edge. */
export function localDate(text: string): LocalDate {
  const date = parseLocalDate(text)
  if (!date) throw new RangeError(`not a day: ${text}`)
  return date
}

/** Days since 1970-01-01; the civil-from-days algorithm run backwards (proleptic Gregorian). */
function dayNumber(date: LocalDate): number {
  const { year, month, day } = civil(date)
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

function fromDayNumber(days: number): LocalDate {
  const z = days + 719_468
  const era = Math.floor(z / 146_097)
  const dayOfEra = z - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  return fromCivil(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
}

/** The day `days` later (earlier when negative). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return fromDayNumber(dayNumber(date) + days)
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** The same day of the month `months` later; a day that month lacks becomes its last one (30 November + 3 → 28 or 29 February). */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const { year, month, day } = civil(date)
  const index = year * 12 + (month - 1) + months
  const toYear = Math.floor(index / 12)
  const toMonth = index - toYear * 12 + 1
  return fromCivil(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)))
}

/** The first day of the month that `date` lies in. */
export function startOfMonth(date: LocalDate): LocalDate {
  return `${date.slice(0, 8)}01` as LocalDate
}

/** The day of the week, 1 (Monday) to 7 (Sunday). */
export function weekdayOf(date: LocalDate): number {
  // 1970-01-01 was a Thursday; days before it count below nought.
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1
}

/** The calendar year of `date`. */
export function yearOf(date: LocalDate): number {
  return civil(date).year
}

/** The civil day at +08:00 on which `instant` falls. */
export function localDateAt(instant: Instant): LocalDate {
  return fromDayNumber(Math.floor((instant + CHINA_OFFSET_MS) / DAY_MS))
}

/** The first millisecond of `date` at +08:00. */
export function startOfDay(date: LocalDate): Instant {
  return (dayNumber(date) * DAY_MS - CHINA_OFFSET_MS) as Instant
}

/** The hour of the day at +08:00, 14:32. */
export function timeOfDay(instant: Instant): string {
  const minutes = Math.floor((instant - startOfDay(localDateAt(instant))) / 60_000)
  return `${pad(Math.floor(minutes / 60), 2)}:${pad(minutes % 60, 2)}`
}

/** `days` times 24 hours later. */
export function addDaysToInstant(instant: Instant, days: number): Instant {
  return (instant + days * DAY_MS) as Instant
}

/**
 * The n-th birthday of someone born on `birth`. Born on 29 February, a year without that day has its birthday on
 * 1 March: completed years (周岁) count from the day after the last day of the year of age, never a day early.
 */
export function birthday(birth: LocalDate, n: number): LocalDate {
  const { year, month, day } = civil(birth)
  if (month === 2 && day === 29 && !isLeapYear(year + n)) return fromCivil(year + n, 3, 1)
  return fromCivil(year + n, month, day)
}

/**
 * The first day on which someone born on `birth` has completed `years` years of age (周岁).
 * `birthdayCounts` is the pack's `age.birthday-counts`: false moves it to the day after the birthday. Nought is
 * completed at birth.
 */
export function reachesAge(birth: LocalDate, years: number, birthdayCounts: boolean): LocalDate {
  const day = birthday(birth, years)
  return birthdayCounts || years === 0 ? day : addDays(day, 1)
}

/** Completed years of age (周岁) on a day; −1 before birth. */
export function ageOn(birth: LocalDate, on: LocalDate, birthdayCounts: boolean): number {
  if (on < birth) return -1
  const guess = yearOf(on) - yearOf(birth)
  return reachesAge(birth, guess, birthdayCounts) <= on ? guess : guess - 1
}
