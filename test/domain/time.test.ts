import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc'
import fc from 'fast-check'
import {
  addDays,
  addDaysToInstant,
  addMonths,
  ageOn,
  birthday,
  daysBetween,
  daysInMonth,
  isLeapYear,
  localDate,
  localDateAt,
  parseLocalDate,
  reachesAge,
  startOfDay,
  startOfMonth,
  weekdayOf,
  yearOf,
  type Instant,
  type LocalDate,
} from '#domain/time'

dayjs.extend(utc)

/** dayjs in UTC is the oracle: a civil day is the same everywhere. */
const oracle = (date: string) => dayjs.utc(date)
const DAYS_1900_TO_2199 = 109_572
const day = fc
  .integer({ min: 0, max: DAYS_1900_TO_2199 })
  .map((n) => localDate(oracle('1900-01-01').add(n, 'day').format('YYYY-MM-DD')))
const birth = fc
  .integer({ min: 0, max: 60_000 })
  .map((n) => localDate(oracle('1930-01-01').add(n, 'day').format('YYYY-MM-DD')))
const at = (iso: string) => Date.parse(iso) as Instant

describe('parse', () => {
  test.each(['1900-01-01', '2199-12-31', '2000-02-29', '2024-02-29', '2026-04-30', '2026-12-31'])(
    '%s is a day',
    (text) => {
      expect(parseLocalDate(text)).toBe(text)
    },
  )

  test.each([
    '',
    '1899-12-31',
    '2200-01-01',
    '1900-02-29', // divided by 100 and not by 400
    '2100-02-29',
    '2023-02-29',
    '2026-04-31',
    '2026-00-10',
    '2026-13-01',
    '2026-01-00',
    '2026-01-32',
    '2026-1-1',
    ' 2026-01-01',
    '2026-01-01 ',
    '2026-01-01\n',
    '2026-01-01T00:00:00Z',
    '2026/01/01',
    '20260101',
    '+2026-01-01',
    '２０２６-01-01',
    '٢٠٢٦-01-01',
  ])('%j is none', (text) => {
    expect(parseLocalDate(text)).toBeNull()
    expect(() => localDate(text)).toThrow(RangeError)
  })

  test('of all texts in the shape of a day, exactly the real days from 1900 to 2199 pass', () => {
    const two = (max: number) => fc.integer({ min: 0, max }).map((n) => String(n).padStart(2, '0'))
    const year = fc.integer({ min: 1890, max: 2210 })
    fc.assert(
      fc.property(year, two(14), two(33), (y, m, d) => {
        const text = `${y}-${m}-${d}`
        const real = oracle(text).isValid() && oracle(text).format('YYYY-MM-DD') === text
        expect(parseLocalDate(text)).toBe(real && y >= 1900 && y <= 2199 ? text : null)
      }),
    )
  })
})

test('leap years and the length of months', () => {
  expect([1900, 2000, 2023, 2024, 2100, 2400].filter(isLeapYear)).toEqual([2000, 2024, 2400])
  fc.assert(
    fc.property(day, (date) => {
      expect(daysInMonth(yearOf(date), Number(date.slice(5, 7)))).toBe(oracle(date).daysInMonth())
      expect(yearOf(date)).toBe(oracle(date).year())
      expect(startOfMonth(date)).toBe(oracle(date).startOf('month').format('YYYY-MM-DD'))
    }),
  )
})

describe('arithmetic agrees with dayjs', () => {
  test('days later and days between', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -40_000, max: 40_000 }), (date, n) => {
        const later = oracle(date).add(n, 'day')
        expect(addDays(date, n)).toBe(later.format('YYYY-MM-DD'))
        expect(daysBetween(date, addDays(date, n))).toBe(n)
      }),
    )
    fc.assert(fc.property(day, day, (a, b) => expect(daysBetween(a, b)).toBe(oracle(b).diff(oracle(a), 'day'))))
  })

  test('the day of the week, from Monday to Sunday', () => {
    fc.assert(fc.property(day, (date) => expect(weekdayOf(date)).toBe(oracle(date).day() || 7)))
  })

  test('every single day from 1900 to 2199 follows the one before', () => {
    let date = localDate('1900-01-01')
    for (let n = 0; n < DAYS_1900_TO_2199; n += 1) {
      const next = addDays(date, 1)
      if (!(next > date) || parseLocalDate(next) !== next || daysBetween(date, next) !== 1) throw new Error(next)
      date = next
    }
    expect(date).toBe('2199-12-31')
  })

  test('months later', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -600, max: 600 }), (date, n) => {
        expect(addMonths(date, n)).toBe(oracle(date).add(n, 'month').format('YYYY-MM-DD'))
      }),
    )
  })

  test.each([
    ['2026-09-16', 3, '2026-12-16'],
    ['2025-11-30', 3, '2026-02-28'],
    ['2023-11-30', 3, '2024-02-29'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-05-05', 0, '2026-05-05'],
  ])('%s and %i months are %s', (from, months, to) => {
    expect(addMonths(localDate(from), months)).toBe(to)
  })
})

describe('the civil day at +08:00', () => {
  test.each([
    ['2026-03-09T15:59:59.999Z', '2026-03-09'],
    ['2026-03-09T16:00:00.000Z', '2026-03-10'],
    ['2025-12-31T15:59:59.999Z', '2025-12-31'],
    ['2025-12-31T16:00:00.000Z', '2026-01-01'],
    ['2024-02-28T16:00:00.000Z', '2024-02-29'],
    ['1969-12-31T15:59:59.999Z', '1969-12-31'],
    ['1970-01-01T00:00:00.000Z', '1970-01-01'],
    // China had daylight saving in 1986–1991; our day doesn't.
    ['1988-07-01T15:30:00.000Z', '1988-07-01'],
  ])('%s falls on %s', (instant, date) => {
    expect(localDateAt(at(instant))).toBe(date)
  })

  test('a day begins at its first millisecond and ends with its last', () => {
    expect(startOfDay(localDate('2026-03-10'))).toBe(at('2026-03-10T00:00:00+08:00'))
    fc.assert(
      fc.property(day, (date) => {
        const start = startOfDay(date)
        expect(localDateAt(start)).toBe(date)
        expect(localDateAt((start - 1) as Instant)).toBe(addDays(date, -1))
        expect(localDateAt((addDaysToInstant(start, 1) - 1) as Instant)).toBe(date)
        expect(localDateAt(addDaysToInstant(start, 1))).toBe(addDays(date, 1))
      }),
    )
  })

  test('agrees with dayjs at any millisecond', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1900, 0, 2), max: Date.UTC(2199, 11, 30) }), (ms) => {
        expect(localDateAt(ms as Instant)).toBe(dayjs.utc(ms).utcOffset(480).format('YYYY-MM-DD'))
      }),
    )
  })
})

describe('age in completed years', () => {
  const age = (birthDate: string, on: string, counts = true) => ageOn(localDate(birthDate), localDate(on), counts)

  test.each([
    // 13 years and 364 days; 14
    ['2012-03-10', '2026-03-09', 13],
    ['2012-03-10', '2026-03-10', 14],
    // 28; 29
    ['1997-03-10', '2026-03-09', 28],
    ['1997-03-10', '2026-03-10', 29],
    // over the turn of a year
    ['2011-12-31', '2025-12-30', 13],
    ['2011-12-31', '2025-12-31', 14],
    ['2012-01-01', '2025-12-31', 13],
    ['2012-01-01', '2026-01-01', 14],
    // born on 29 February: completed on 1 March where the day is missing, on the day itself where it isn't
    ['2012-02-29', '2026-02-28', 13],
    ['2012-02-29', '2026-03-01', 14],
    ['2012-02-29', '2028-02-28', 15],
    ['2012-02-29', '2028-02-29', 16],
    // the day of birth and the one before
    ['2012-03-10', '2012-03-10', 0],
    ['2012-03-10', '2012-03-09', -1],
  ])('born %s, on %s: %i', (birthDate, on, years) => {
    expect(age(birthDate, on)).toBe(years)
  })

  test.each([
    ['2012-03-10', '2026-03-10', 13],
    ['2012-03-10', '2026-03-11', 14],
    ['2011-12-31', '2025-12-31', 13],
    ['2011-12-31', '2026-01-01', 14],
    ['2012-02-29', '2026-03-01', 13],
    ['2012-02-29', '2026-03-02', 14],
    ['2012-02-28', '2028-02-28', 15],
    ['2012-02-28', '2028-02-29', 16],
    ['2012-03-10', '2012-03-10', 0],
    ['2012-03-10', '2012-03-09', -1],
  ])('where the birthday itself does not count, born %s, on %s: %i', (birthDate, on, years) => {
    expect(age(birthDate, on, false)).toBe(years)
  })

  test('the first day of an age and the age of every day say the same', () => {
    const around = fc.integer({ min: -800, max: 800 })
    fc.assert(
      fc.property(birth, fc.integer({ min: 0, max: 60 }), around, fc.boolean(), (born, years, shift, counts) => {
        const first = reachesAge(born, years, counts)
        const on = addDays(first, shift)
        expect(ageOn(born, on, counts) >= years).toBe(on >= first)
      }),
    )
  })

  test('the day before an age is reached is a whole year of age short of the next', () => {
    fc.assert(
      fc.property(birth, fc.integer({ min: 1, max: 60 }), fc.boolean(), (born, years, counts) => {
        const first = reachesAge(born, years, counts)
        expect(ageOn(born, first, counts)).toBe(years)
        expect(ageOn(born, addDays(first, -1), counts)).toBe(years - 1)
      }),
    )
  })

  test('a birthday is the same day of the same month, but for 29 February', () => {
    fc.assert(
      fc.property(birth, fc.integer({ min: 0, max: 60 }), (born, years) => {
        const expected: LocalDate =
          born.endsWith('02-29') && !isLeapYear(yearOf(born) + years)
            ? localDate(`${yearOf(born) + years}-03-01`)
            : localDate(`${yearOf(born) + years}${born.slice(4)}`)
        expect(birthday(born, years)).toBe(expected)
      }),
    )
  })

  test('agrees with the difference in years that dayjs gives, where no leap day is born', () => {
    const ordinary = birth.filter((born) => !born.endsWith('02-29'))
    fc.assert(
      fc.property(ordinary, fc.integer({ min: 0, max: 30_000 }), (born, days) => {
        const on = addDays(born, days)
        expect(ageOn(born, on, true)).toBe(oracle(on).diff(oracle(born), 'year'))
      }),
    )
  })
})
