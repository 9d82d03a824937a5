import { localDate } from '#domain/time'
import { aheadOf, isIn, weeksOf } from '../../../../src/features/events/calendar'
import { dayToBegin, monthSpan } from '../../../../src/features/events/month'

/** Weeks begin on a Monday, months are shown in whole weeks, and what is asked for is never more than the API gives (62 days). */
test.each([
  ['2026-11-23', '2026-11-23', '2026-12-20'], // a Monday
  ['2026-11-29', '2026-11-23', '2026-12-20'], // its Sunday
  ['2026-11-30', '2026-11-30', '2026-12-27'], // the Monday after
  ['2027-01-01', '2026-12-28', '2027-01-24'], // over the year's end
])('on %s one looks ahead from %s to %s', (day, from, to) => {
  expect(aheadOf(localDate(day))).toEqual({ from, to })
})

test.each([
  ['2026-11-28', '2026-10-26', '2026-12-06'],
  ['2027-02-10', '2027-02-01', '2027-02-28'], // exactly four weeks
  ['2028-02-29', '2028-01-31', '2028-03-05'], // a leap year's
  ['2026-08-15', '2026-07-27', '2026-09-06'], // six weeks
])('the month of %s is shown from %s to %s', (day, from, to) => {
  const span = monthSpan(localDate(day))
  expect(span).toEqual({ from, to })
  const weeks = weeksOf(span)
  expect(weeks.every((week) => week.length === 7)).toBe(true)
  expect([weeks[0]?.[0], weeks[weeks.length - 1]?.[6]]).toEqual([from, to])
})

it('begins a month with today, another one with its first', () => {
  const today = localDate('2026-11-28')
  expect(dayToBegin(localDate('2026-11-01'), today)).toBe('2026-11-28')
  expect(dayToBegin(localDate('2026-12-28'), today)).toBe('2026-12-01')
})

it('counts both ends of a span as in it', () => {
  const ahead = aheadOf(localDate('2026-11-28'))
  const days = ['2026-11-22', '2026-11-23', '2026-12-20', '2026-12-21'].map(localDate)
  expect(days.map((day) => isIn(ahead, day))).toEqual([false, true, true, false])
})
