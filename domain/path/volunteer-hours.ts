import { addDays, daysBetween, localDate, yearOf, type LocalDate } from '../time'
import { cite, valueOf } from '../policy/policy'
import { standingOnDay } from '../hours/ledger'
import { settleVolunteerHours, settleYear, volunteerYears } from '../hours/volunteer-hours'
import { fateOf, HOURS_MISSING, hoursVerdict } from './hours'
import type { PathQuestion, Requirement } from './requirement'

/** From this month on a missing sum is warned about, because the year ends. */
const WARNING_MONTH = 11

/** The requirement `volunteer-hours`: 20 小时 a year (赛罕, Q); which year and how hard a gate are the pack's. */
export function volunteerHoursRequirement(question: PathQuestion): Requirement {
  const { facts, policy, on } = question
  const { year, settled, counted: have, pending } = settleVolunteerHours(facts.entries, policy, on)
  const { minutes: need, gate } = valueOf(policy, 'volunteer-hours')
  const verdict = hoursVerdict(question, settled, { need, have, pending }) ?? HOURS_MISSING
  return {
    ...cite(policy, 'volunteer-hours'),
    rule: 'volunteer-hours',
    gate,
    ...verdict,
    need,
    have,
    pending,
    unit: 'minute',
    earliest: verdict.state === 'met' ? on : earliestVolunteerDay(question, on),
    value: null,
    year,
    closes: verdict.state !== 'met' && isLateInYear(on) ? lastDayOf(yearOf(on)) : null,
    entries: settled.map(fateOf),
  }
}

function isLateInYear(on: LocalDate): boolean {
  return Number(on.slice(5, 7)) >= WARNING_MONTH
}

function firstDayOf(year: number): LocalDate {
  return localDate(`${year}-01-01`)
}

function lastDayOf(year: number): LocalDate {
  return localDate(`${year}-12-31`)
}

/**
 * The earliest day from `from` on, on which enough can have been served in a year that counts on that day: with what is there
 * and waits, and from today on as much a day as a day holds (`volunteer-hours.entry-max`). Also tells whether hours of a year
 * still count when everything else is ready in the next one. null when two years aren't enough.
 */
export function earliestVolunteerDay({ facts, policy, on }: PathQuestion, from: LocalDate): LocalDate | null {
  const { minutes: need } = valueOf(policy, 'volunteer-hours')
  const most = valueOf(policy, 'volunteer-hours.entry-max')
  const there = minutesByYear(facts.entries.filter((entry) => entry.requirement === 'volunteer-hours'))
  // What was recorded today has taken its part of the day.
  const taken = Math.min(most, standingOnDay(facts.entries, { requirement: 'volunteer-hours', on, without: null }))
  const possible = (day: LocalDate, year: number): number => {
    const first = firstDayOf(year) > on ? firstDayOf(year) : on
    const last = lastDayOf(year) < day ? lastDayOf(year) : day
    const days = Math.max(0, daysBetween(first, last) + 1)
    return (there(year) ?? 0) + days * most - (days > 0 && first === on ? taken : 0)
  }
  // Either enough in what is left of the year of `from`, or at the latest in the year after it.
  const end = lastDayOf(yearOf(from) + 1)
  for (let day = from; day <= end; day = addDays(day, 1)) {
    if (volunteerYears(day, policy).some((year) => possible(day, year) >= need)) return day
  }
  return null
}

/** What counts and what waits, by year. */
function minutesByYear(entries: PathQuestion['facts']['entries']): (year: number) => number | undefined {
  const years = new Set(entries.map((entry) => yearOf(entry.on)))
  const sums = new Map<number, number>()
  years.forEach((year) => {
    const { counted, pending } = settleYear(entries, year)
    sums.set(year, counted + pending)
  })
  return (year) => sums.get(year)
}
