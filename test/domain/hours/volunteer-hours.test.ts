import fc from 'fast-check'
import { addDays, localDate, yearOf } from '#domain/time'
import {
  decideVolunteerCorrection,
  decideVolunteerHours,
  settleVolunteerHours,
  settleYear,
  volunteerYears,
} from '#domain/hours/volunteer-hours'
import type { LedgerEntry } from '#domain/hours/ledger'
import { anyDay, anyLedger, anyServices, claimed, entry, service } from '../entries'
import { policyOf, withValues } from '../packs'

const saihan = policyOf('saihan')
const calendar = withValues(saihan, { 'volunteer.year': 'calendar' })
const served = (id: string, minutes: number, on: string, parts: Partial<LedgerEntry> = {}) =>
  service(id, minutes, { on: localDate(on), ...parts })
const waiting = (id: string, minutes: number, on: string) =>
  claimed(id, { requirement: 'volunteer-hours', amount: minutes, on: localDate(on) })
const settle = (entries: readonly LedgerEntry[], on = '2026-06-01', policy = saihan) => {
  const { year, counted, pending, settled } = settleVolunteerHours(entries, policy, localDate(on))
  return {
    year,
    counted,
    pending,
    fates: Object.fromEntries(settled.map((row) => [row.entry.id, row.reason ?? row.fate])),
  }
}

describe('the years that may count', () => {
  test.each([
    ['2026-01-01', [2026, 2025], [2026]],
    ['2026-06-01', [2026, 2025], [2026]],
    ['2026-12-31', [2026, 2025], [2026]],
    ['2027-01-01', [2027, 2026], [2027]],
  ])('on %s: %j, or the running one alone: %j', (on, better, running) => {
    expect(volunteerYears(localDate(on), saihan)).toEqual(better)
    expect(volunteerYears(localDate(on), calendar)).toEqual(running)
  })
})

describe('the better year', () => {
  const full = served('last', 1200, '2025-12-31')

  test('on 1 January a ring does not fall from 20 to 0', () => {
    expect(settle([full], '2025-12-31')).toMatchObject({ year: 2025, counted: 1200 })
    expect(settle([full], '2026-01-01')).toMatchObject({ year: 2025, counted: 1200 })
    expect(settle([full], '2026-12-31')).toMatchObject({ year: 2025, counted: 1200 })
    expect(settle([full], '2027-01-01')).toMatchObject({ year: 2027, counted: 0, fates: { last: 'other-year' } })
  })

  test('unless the pack counts the running year alone', () => {
    expect(settle([full], '2025-12-31', calendar)).toMatchObject({ year: 2025, counted: 1200 })
    expect(settle([full], '2026-01-01', calendar)).toMatchObject({
      year: 2026,
      counted: 0,
      fates: { last: 'other-year' },
    })
  })

  test('the running year as soon as it is as good', () => {
    const now = (minutes: number) => [served('last', 300, '2025-03-01'), served('now', minutes, '2026-03-01')]
    expect(settle(now(299))).toMatchObject({ year: 2025, counted: 300, fates: { last: 'counted', now: 'other-year' } })
    expect(settle(now(300))).toMatchObject({ year: 2026, counted: 300, fates: { last: 'other-year', now: 'counted' } })
    expect(settle(now(301))).toMatchObject({ year: 2026, counted: 301 })
    expect(settle([])).toEqual({ year: 2026, counted: 0, pending: 0, fates: {} })
  })

  test('years are not added up', () => {
    expect(settle([served('last', 700, '2025-03-01'), served('now', 600, '2026-03-01')])).toMatchObject({
      counted: 700,
    })
  })

  test('what counts weighs more than what waits; between equals what waits decides', () => {
    const last = served('last', 300, '2025-03-01')
    expect(settle([last, waiting('now', 1200, '2026-03-01')])).toMatchObject({ year: 2025, counted: 300, pending: 0 })
    expect(settle([last, served('now', 300, '2026-02-01'), waiting('more', 1, '2026-03-01')])).toMatchObject({
      year: 2026,
      counted: 300,
      pending: 1,
    })
    expect(settle([waiting('last', 60, '2025-03-01')])).toMatchObject({ year: 2025, counted: 0, pending: 60 })
    expect(settle([waiting('last', 60, '2025-03-01'), waiting('now', 60, '2026-03-01')])).toMatchObject({ year: 2026 })
  })

  test('the day of the service counts, not the day of recording it', () => {
    const late = served('late', 60, '2025-12-31', {
      since: localDate('2026-01-05'),
      acceptedOn: localDate('2026-01-05'),
    })
    expect(settleYear([late], 2025).counted).toBe(60)
    expect(settleYear([late], 2026).counted).toBe(0)
  })

  test('a correction to another year takes the hours there', () => {
    const moved = [served('a', 60, '2026-01-01'), served('b', 60, '2025-12-31', { corrects: 'a' })]
    expect(settleYear(moved, 2026)).toMatchObject({ counted: 0, pending: 0 })
    expect(settleYear(moved, 2025)).toMatchObject({ counted: 60, pending: 0 })
  })
})

describe('whatever the ledger holds', () => {
  const anyPolicy = fc.constantFrom(saihan, calendar)

  test('no year that may count is better than the one that does, and class hours are left out', () => {
    fc.assert(
      fc.property(anyServices(), anyLedger(), anyPolicy, anyDay(), (services, classes, policy, on) => {
        const mine = [...services, ...classes.filter((one) => one.requirement === 'class-hours')]
        const best = settleVolunteerHours(mine, policy, on)
        for (const year of volunteerYears(on, policy)) {
          const other = settleYear(services, year)
          expect(other.counted).toBeLessThanOrEqual(best.counted)
          if (other.counted === best.counted) expect(other.pending).toBeLessThanOrEqual(best.pending)
        }
        expect(best.settled.map((row) => row.entry.id).sort()).toEqual(services.map((one) => one.id).sort())
        for (const { entry: one, fate } of best.settled) {
          if (fate !== 'not-counted') expect(yearOf(one.on)).toBe(best.year)
        }
        expect(best.counted).toBeGreaterThanOrEqual(0)
        expect(best.pending).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  test('the order of entries does not matter', () => {
    fc.assert(
      fc.property(anyServices(), anyPolicy, anyDay(), (services, policy, on) => {
        expect(settleVolunteerHours([...services].reverse(), policy, on)).toEqual(
          settleVolunteerHours(services, policy, on),
        )
      }),
    )
  })

  test('where last year may count too, nobody has less than by the running year alone', () => {
    fc.assert(
      fc.property(anyServices(), anyDay(), (services, on) => {
        expect(settleVolunteerHours(services, saihan, on).counted).toBeGreaterThanOrEqual(
          settleVolunteerHours(services, calendar, on).counted,
        )
      }),
    )
  })
})

describe('whether a secretary may record service', () => {
  const today = localDate('2026-06-01')
  const decide = (
    minutes: number,
    on = today,
    policy = saihan,
    affiliation: 'none' | 'claimed' | 'confirmed' = 'confirmed',
  ) => decideVolunteerHours({ minutes, on }, { affiliation }, policy, today)

  test('a usual one', () => {
    expect(decide(90)).toEqual({ ok: true, value: { minutes: 90, on: today } })
  })

  test.each([
    [-1, false],
    [0, false],
    [1, true],
    [480, true],
    [481, false],
    [90.5, false],
    [NaN, false],
    [Infinity, false],
  ])('%d minutes: %s', (minutes, ok) => {
    const decision = decide(minutes)
    expect(decision.ok).toBe(ok)
    if (!decision.ok) {
      expect(decision.refusal).toEqual({ code: 'minutes-out-of-range', facts: { minimum: 1, maximum: 480 } })
    }
  })

  test('the most that one entry can hold is the pack’s', () => {
    const short = withValues(saihan, { 'volunteer-hours.entry-max': 120 })
    expect(decide(120, today, short).ok).toBe(true)
    expect(decide(121, today, short)).toMatchObject({ refusal: { facts: { minimum: 1, maximum: 120 } } })
  })

  test('today is the last day, tomorrow is none; the past has no end', () => {
    expect(decide(90, addDays(today, 1))).toEqual({ ok: false, refusal: { code: 'day-in-future', facts: { today } } })
    expect(decide(90, localDate('2020-01-01')).ok).toBe(true)
  })

  test.each(['none', 'claimed'] as const)('not about someone whose affiliation is %s, whatever else', (affiliation) => {
    expect(decide(0, addDays(today, 1), saihan, affiliation)).toMatchObject({
      refusal: { code: 'affiliation-not-confirmed' },
    })
  })
})

describe('whether an entry may be corrected', () => {
  const today = localDate('2026-06-01')
  const wrong = served('wrong', 120, '2026-03-10')
  const same = { minutes: 120, on: wrong.on, sameWords: true }
  const code = (
    claim: Partial<typeof same>,
    entries: readonly LedgerEntry[] = [wrong],
    target = wrong,
    affiliation: 'none' | 'claimed' | 'confirmed' = 'confirmed',
  ) => {
    const decision = decideVolunteerCorrection(target, entries, { ...same, ...claim }, { affiliation }, saihan, today)
    return decision.ok ? 'granted' : decision.refusal.code
  }

  test('one that changes something', () => {
    expect(code({ minutes: 60 })).toBe('granted')
    expect(code({ on: localDate('2026-03-11') })).toBe('granted')
    expect(code({ sameWords: false })).toBe('granted')
    expect(code({})).toBe('correction-changes-nothing')
  })

  test('0 strikes; less and more than the pack allows is refused', () => {
    expect(code({ minutes: 0 })).toBe('granted')
    for (const minutes of [-1, 481, 0.5, NaN]) expect(code({ minutes })).toBe('minutes-out-of-range')
    expect(code({ on: addDays(today, 1) })).toBe('day-in-future')
    expect(code({ minutes: 0, on: addDays(today, 1) })).toBe('day-in-future')
  })

  test('once: the next one corrects the correction, and a strike is the end', () => {
    const better = service('better', 60, { corrects: 'wrong' })
    expect(code({ minutes: 30 }, [wrong, better])).toBe('entry-already-corrected')
    expect(code({ minutes: 30 }, [wrong, better], better)).toBe('granted')
    const strike = service('strike', 0, { corrects: 'wrong' })
    expect(code({ minutes: 30 }, [wrong, strike], strike)).toBe('entry-not-correctable')
  })

  test('class hours are not volunteer hours', () => {
    const lesson = entry('lesson')
    expect(code({ minutes: 30 }, [lesson], lesson)).toBe('entry-not-correctable')
  })

  test.each(['none', 'claimed'] as const)('not about someone whose affiliation is %s', (affiliation) => {
    expect(code({ minutes: 30 }, [wrong], wrong, affiliation)).toBe('affiliation-not-confirmed')
  })
})
