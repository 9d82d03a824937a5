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

describe('the year that counts', () => {
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

  test('last year only where it was enough: otherwise it never will be', () => {
    const almost = [served('last', 1199, '2025-03-01'), served('now', 1, '2026-03-01')]
    expect(settle(almost)).toMatchObject({ year: 2026, counted: 1, fates: { last: 'other-year', now: 'counted' } })
    expect(settle([served('last', 1200, '2025-03-01'), served('now', 1, '2026-03-01')])).toMatchObject({
      year: 2025,
      counted: 1200,
      fates: { last: 'counted', now: 'other-year' },
    })
    expect(settle([])).toEqual({ year: 2026, counted: 0, pending: 0, fates: {} })
  })

  test('the running year as soon as it is enough too', () => {
    const both = (minutes: number) => [served('last', 1500, '2025-03-01'), served('now', minutes, '2026-03-01')]
    expect(settle(both(1199))).toMatchObject({ year: 2025, counted: 1500 })
    expect(settle(both(1200))).toMatchObject({ year: 2026, counted: 1200 })
  })

  test('years are not added up', () => {
    expect(settle([served('last', 700, '2025-03-01'), served('now', 600, '2026-03-01')])).toMatchObject({
      counted: 600,
    })
  })

  test('what is enough weighs more than what will be once it is accepted, and that more than what won’t', () => {
    const last = served('last', 1200, '2025-03-01')
    expect(settle([last, waiting('now', 1200, '2026-03-01')])).toMatchObject({ year: 2025, counted: 1200, pending: 0 })
    const lastWaits = [served('last', 700, '2025-02-01'), waiting('more', 500, '2025-03-01')]
    expect(settle([...lastWaits, served('now', 900, '2026-03-01')])).toMatchObject({
      year: 2025,
      counted: 700,
      pending: 500,
    })
    expect(settle([...lastWaits, served('now', 700, '2026-03-01'), waiting('b', 500, '2026-03-02')])).toMatchObject({
      year: 2026,
      counted: 700,
      pending: 500,
    })
    expect(settle([waiting('last', 1199, '2025-03-01')])).toMatchObject({ year: 2026, counted: 0, pending: 0 })
  })

  test('what is enough is the pack’s', () => {
    const less = withValues(saihan, { 'volunteer-hours': { minutes: 600, gate: 'hard' } })
    const last = [served('last', 600, '2025-03-01')]
    expect(settle(last)).toMatchObject({ year: 2026, counted: 0 })
    expect(settle(last, '2026-06-01', less)).toMatchObject({ year: 2025, counted: 600 })
    const none = withValues(saihan, { 'volunteer-hours': { minutes: 0, gate: 'soft' } })
    expect(settle(last, '2026-06-01', none)).toMatchObject({ year: 2026, counted: 0 })
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
  const anyNeed = fc.integer({ min: 0, max: 1500 })

  test('enough in any year that may count is enough, and class hours are left out', () => {
    fc.assert(
      fc.property(anyServices(), anyLedger(), anyPolicy, anyDay(), anyNeed, (services, classes, given, on, minutes) => {
        const policy = withValues(given, { 'volunteer-hours': { minutes, gate: 'hard' } })
        const mine = [...services, ...classes.filter((one) => one.requirement === 'class-hours')]
        const best = settleVolunteerHours(mine, policy, on)
        const years = volunteerYears(on, policy).map((year) => settleYear(services, year))
        expect(best.counted >= minutes).toBe(years.some(({ counted }) => counted >= minutes))
        if (best.counted < minutes) {
          expect(best.counted + best.pending >= minutes).toBe(
            years.some(({ counted, pending }) => counted + pending >= minutes),
          )
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

  test('where last year may count too, nobody lacks what they have by the running year alone', () => {
    fc.assert(
      fc.property(anyServices(), anyDay(), anyNeed, (services, on, minutes) => {
        const [both, running] = [saihan, calendar].map((policy) =>
          settleVolunteerHours(services, withValues(policy, { 'volunteer-hours': { minutes, gate: 'hard' } }), on),
        )
        if (running && running.counted >= minutes) expect(both?.counted).toBeGreaterThanOrEqual(minutes)
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
    entries: readonly LedgerEntry[] = [],
  ) => decideVolunteerHours({ minutes, on }, { affiliation, entries }, policy, today)

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

  test('a day holds no more than one entry can, however many it has', () => {
    const there =
      (...entries: readonly LedgerEntry[]) =>
      (minutes: number) =>
        decide(minutes, today, saihan, 'confirmed', entries)
    const taken = there(served('a', 300, '2026-06-01'), served('b', 120, '2026-06-01'))
    expect(taken(60).ok).toBe(true)
    expect(taken(61)).toEqual({
      ok: false,
      refusal: { code: 'day-full', facts: { requirement: 'volunteer-hours', there: 420, maximum: 480 } },
    })
    // another day, another kind, what only waits and what was replaced take nothing of it
    expect(there(served('a', 480, '2026-05-31'))(480).ok).toBe(true)
    expect(there(entry('a', { on: today, amount: 80 }))(480).ok).toBe(true)
    expect(there(waiting('a', 480, '2026-06-01'))(480).ok).toBe(true)
    expect(there(served('a', 480, '2026-06-01'), served('b', 0, '2026-06-01', { corrects: 'a' }))(480).ok).toBe(true)
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
    const decision = decideVolunteerCorrection(
      target,
      entries,
      { ...same, ...claim },
      { affiliation, entries },
      saihan,
      today,
    )
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

  test('with what else the day holds; itself makes room, and a strike always fits', () => {
    const other = served('other', 400, '2026-03-10')
    expect(code({ minutes: 80 }, [wrong, other])).toBe('granted')
    expect(code({ minutes: 81 }, [wrong, other])).toBe('day-full')
    const full = served('full', 480, '2026-03-11')
    expect(code({ on: full.on }, [wrong, full])).toBe('day-full')
    expect(code({ minutes: 0, on: full.on }, [wrong, full])).toBe('granted')
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
