import { localDate } from '#domain/time'
import { daysIn, monthSpan, weekSpan } from '../../../../src/features/events/calendar'

/** Weeks begin on a Monday, months are shown in whole weeks, and what is asked for is never more than the API gives (62 days). */
test.each([
  ['2026-11-23', '2026-11-23', '2026-12-20'], // a Monday
  ['2026-11-29', '2026-11-23', '2026-12-20'], // its Sunday
  ['2026-11-30', '2026-11-30', '2026-12-27'], // the Monday after
  ['2027-01-01', '2026-12-28', '2027-01-24'], // over the year's end
])('%s lies in the week from %s, asked for until %s', (day, from, to) => {
  expect(weekSpan(localDate(day))).toEqual({ from, to })
})

test.each([
  ['2026-11-28', '2026-10-26', '2026-12-06'],
  ['2027-02-10', '2027-02-01', '2027-02-28'], // exactly four weeks
  ['2028-02-29', '2028-01-31', '2028-03-05'], // a leap year's
  ['2026-08-15', '2026-07-27', '2026-09-06'], // six weeks
])('the month of %s is shown from %s to %s', (day, from, to) => {
  const span = monthSpan(localDate(day))
  expect(span).toEqual({ from, to })
  expect(daysIn(span).length % 7).toBe(0)
  expect(daysIn(span)[daysIn(span).length - 1]).toBe(to)
})

it('draws only the week of what a week’s view asks for', () => {
  const days = daysIn(weekSpan(localDate('2026-11-28')), 7)
  expect([days.length, days[0], days[6]]).toEqual([7, '2026-11-23', '2026-11-29'])
})
