import fc from 'fast-check'
import { addDays, localDate, startOfMonth } from '#domain/time'
import type { PolicyPack } from '#domain/policy/policy'
import { decideClassHours, decideCorrection, firstClassDay, settleClassHours } from '#domain/hours/class-hours'
import { total, type LedgerEntry } from '#domain/hours/ledger'
import { anyDay, anyLedger, claimed, entry, service } from '../entries'
import { policyOf, withValues } from '../packs'

const saihan = policyOf('saihan')
const moxian = policyOf('moxian')
const activistOn = localDate('2026-03-10')
const adult = { activistOn, birthDate: localDate('2008-05-20') }
const fateOf = (one: LedgerEntry, facts: Parameters<typeof settleClassHours>[1], policy: PolicyPack) => {
  const [row] = settleClassHours([one], facts, policy)
  return row?.reason ?? row?.fate
}

describe('class-hours.window', () => {
  test.each([
    ['2026-03-09', 'before-activist'],
    ['2026-03-10', 'counted'],
    ['2026-03-11', 'counted'],
  ])('activist since 2026-03-10, class on %s: %s', (on, fate) => {
    expect(fateOf(entry('a', { on: localDate(on) }), adult, saihan)).toBe(fate)
  })

  test('who is no activist yet has no hour that counts, claimed or accepted', () => {
    expect(fateOf(entry('a'), { ...adult, activistOn: null }, saihan)).toBe('before-activist')
    expect(fateOf(claimed('a'), { ...adult, activistOn: null }, saihan)).toBe('before-activist')
  })

  test('where any hour counts, nobody asks since when', () => {
    expect(fateOf(entry('a', { on: localDate('2025-01-01') }), { ...adult, activistOn: null }, moxian)).toBe('counted')
  })

  test('what counts is the day of the class, not the day of recording it', () => {
    const late = entry('a', {
      on: localDate('2026-03-09'),
      since: localDate('2026-03-20'),
      acceptedOn: localDate('2026-03-20'),
    })
    expect(fateOf(late, adult, saihan)).toBe('before-activist')
  })
})

describe('class-hours.mode', () => {
  test('online lessons are preparation where hours are taken in person', () => {
    expect(fateOf(entry('a', { mode: 'online' }), adult, saihan)).toBe('not-in-person')
    expect(fateOf(entry('a', { mode: 'in-person' }), adult, saihan)).toBe('counted')
  })

  test('both count where the pack says so', () => {
    expect(fateOf(entry('a', { mode: 'online' }), adult, moxian)).toBe('counted')
    expect(fateOf(entry('a', { mode: 'in-person' }), adult, moxian)).toBe('counted')
  })
})

describe('no class hour before the month of the 14th birthday', () => {
  test.each([
    ['2012-03-10', '2026-03-01'],
    ['2012-03-01', '2026-03-01'],
    ['2012-03-31', '2026-03-01'],
    ['2011-12-31', '2025-12-01'],
    ['2012-01-01', '2026-01-01'],
    // the 14th birthday of a leap day's child is 1 March
    ['2012-02-29', '2026-03-01'],
  ])('born %s: from %s on', (birthDate, first) => {
    expect(firstClassDay(localDate(birthDate))).toBe(first)
  })

  test.each([
    ['2026-02-28', 'before-age'],
    ['2026-03-01', 'counted'],
  ])('born 2012-03-31, class on %s: %s', (on, fate) => {
    const young = { activistOn: localDate('2026-01-01'), birthDate: localDate('2012-03-31') }
    expect(fateOf(entry('a', { on: localDate(on) }), young, saihan)).toBe(fate)
    // … in any district: no pack can change it, nor can the counting of birthdays
    expect(fateOf(entry('a', { on: localDate(on) }), young, moxian)).toBe(fate)
  })

  test('the hours of someone whose birth date was erased stand', () => {
    expect(fateOf(entry('a'), { activistOn, birthDate: null }, saihan)).toBe('counted')
  })
})

describe('whatever the ledger holds', () => {
  const anyFacts = fc.record({
    activistOn: fc.option(anyDay()),
    birthDate: fc.option(fc.constantFrom(localDate('2011-02-28'), localDate('2005-06-01'))),
  })
  const anyPolicy = fc
    .record({
      'class-hours.window': fc.constantFrom('from-activist' as const, 'any' as const),
      'class-hours.mode': fc.constantFrom('in-person' as const, 'any' as const),
    })
    .map((values) => withValues(saihan, values))

  test('the order of entries does not matter', () => {
    const shuffled = anyLedger().chain((ledger) =>
      fc.tuple(fc.constant(ledger), fc.shuffledSubarray([...ledger], { minLength: ledger.length })),
    )
    fc.assert(
      fc.property(shuffled, anyFacts, anyPolicy, ([ledger, other], facts, policy) => {
        expect(settleClassHours(other, facts, policy)).toEqual(settleClassHours(ledger, facts, policy))
      }),
    )
  })

  test('entries of another requirement are neither counted nor shown', () => {
    fc.assert(
      fc.property(anyLedger(), anyFacts, anyPolicy, (ledger, facts, policy) => {
        for (const row of settleClassHours(ledger, facts, policy)) expect(row.entry.requirement).toBe('class-hours')
      }),
    )
  })

  test('another accepted entry that counts raises the sum by its amount, and takes nothing from others', () => {
    fc.assert(
      fc.property(
        anyLedger(),
        anyFacts,
        anyPolicy,
        anyDay(),
        fc.integer({ min: 1, max: 80 }),
        (ledger, facts, policy, on, amount) => {
          const before = settleClassHours(ledger, facts, policy)
          const after = settleClassHours([...ledger, entry('z', { on, amount })], facts, policy)
          const added = after.find((row) => row.entry.id === 'z')
          expect(after.filter((row) => row !== added)).toEqual(before)
          const more = added?.fate === 'counted' ? amount : 0
          expect(total(after)).toEqual({ counted: total(before).counted + more, pending: total(before).pending })
        },
      ),
    )
  })

  test('a day earlier of becoming activist never takes an hour away', () => {
    fc.assert(
      fc.property(anyLedger(), anyDay(), fc.nat(400), (ledger, since, days) => {
        const sum = (on: typeof since) =>
          total(settleClassHours(ledger, { activistOn: on, birthDate: null }, saihan)).counted
        // Corrections aside: a correction may move an entry's day out of the window.
        fc.pre(ledger.every((one) => one.corrects === null))
        expect(sum(addDays(since, -days))).toBeGreaterThanOrEqual(sum(since))
      }),
    )
  })
})

describe('whether a secretary may record a class', () => {
  const today = localDate('2026-03-20')
  const guards = { ...adult, affiliation: 'confirmed' as const, entries: [] }
  const decide = (tenths: number, on: string, policy = saihan, more = {}) =>
    decideClassHours({ tenths, on: localDate(on) }, { ...guards, ...more }, policy, today)

  test('a usual class', () => {
    expect(decide(20, '2026-03-12')).toEqual({ ok: true, value: { tenths: 20, on: '2026-03-12' } })
  })

  test.each([
    [-1, false],
    [0, false],
    [1, true],
    [80, true],
    [81, false],
    [1.5, false],
    [NaN, false],
    [Infinity, false],
  ])('%d tenths: %s', (tenths, ok) => {
    const decision = decide(tenths, '2026-03-12')
    expect(decision.ok).toBe(ok)
    if (!decision.ok) {
      expect(decision.refusal).toEqual({ code: 'amount-out-of-range', facts: { minimum: 1, maximum: 80 } })
    }
  })

  test('the most that one entry can hold is the pack’s', () => {
    expect(decide(40, '2026-03-12', moxian).ok).toBe(true)
    expect(decide(41, '2026-03-12', moxian)).toMatchObject({ refusal: { facts: { minimum: 1, maximum: 40 } } })
  })

  test('today is the last day, tomorrow is none', () => {
    expect(decide(20, '2026-03-20').ok).toBe(true)
    expect(decide(20, '2026-03-21')).toEqual({ ok: false, refusal: { code: 'day-in-future', facts: { today } } })
  })

  test('a day holds no more than one entry can, however many it has', () => {
    const day = localDate('2026-03-12')
    const there = (...entries: readonly LedgerEntry[]) => ({ entries })
    const taken = there(entry('a', { on: day, amount: 60 }))
    expect(decide(20, '2026-03-12', saihan, taken).ok).toBe(true)
    expect(decide(21, '2026-03-12', saihan, taken)).toEqual({
      ok: false,
      refusal: { code: 'day-full', facts: { requirement: 'class-hours', there: 60, maximum: 80 } },
    })
    expect(decide(80, '2026-03-11', saihan, taken).ok).toBe(true)
    expect(decide(20, '2026-03-12', moxian, there(entry('a', { on: day, amount: 20 }))).ok).toBe(true)
    expect(decide(21, '2026-03-12', moxian, there(entry('a', { on: day, amount: 20 }))).ok).toBe(false)
    // what doesn't count was taken all the same
    expect(decide(21, '2026-03-12', saihan, there(entry('a', { on: day, amount: 60, mode: 'online' }))).ok).toBe(false)
    // what only waits, what was replaced and what is of another kind takes nothing
    for (const entries of [
      [claimed('a', { on: day, amount: 60 })],
      [entry('a', { on: day, amount: 60 }), entry('b', { on: day, amount: 0, corrects: 'a' })],
      [entry('a', { on: day, amount: 60 }), entry('b', { on: localDate('2026-03-11'), amount: 60, corrects: 'a' })],
      [service('a', 480, { on: day })],
    ]) {
      expect(decide(80, '2026-03-12', saihan, { entries }).ok).toBe(true)
    }
  })

  test('from the month of the 14th birthday on', () => {
    const young = { birthDate: localDate('2012-02-28') }
    expect(decide(20, '2026-02-01', saihan, young).ok).toBe(true)
    expect(decide(20, '2026-01-31', saihan, young)).toEqual({
      ok: false,
      refusal: { code: 'day-too-early', facts: { earliest: '2026-02-01' } },
    })
    expect(decide(20, '2026-01-31', saihan, { birthDate: null }).ok).toBe(true)
  })

  test.each(['none', 'claimed'] as const)('not about someone whose affiliation is %s', (affiliation) => {
    expect(decide(20, '2026-03-12', saihan, { affiliation })).toMatchObject({
      refusal: { code: 'affiliation-not-confirmed' },
    })
    // asked before anything else is said about the person
    expect(decide(0, '2027-03-12', saihan, { affiliation })).toMatchObject({
      refusal: { code: 'affiliation-not-confirmed' },
    })
  })

  test('before the person is an activist it may be recorded: it just does not count', () => {
    expect(decide(20, '2026-03-01', saihan, { activistOn: null }).ok).toBe(true)
  })
})

describe('whether an entry may be corrected', () => {
  const today = localDate('2026-03-20')
  const wrong = entry('wrong', { amount: 40, on: localDate('2026-03-12') })
  const guards = { ...adult, affiliation: 'confirmed' as const, entries: [] }
  const same = { tenths: 40, on: wrong.on, mode: wrong.mode, sameWords: true }
  const decide = (claim: Partial<typeof same>, entries: readonly LedgerEntry[] = [wrong], target = wrong, more = {}) =>
    decideCorrection(target, entries, { ...same, ...claim }, { ...guards, ...more }, saihan, today)

  test('one that changes something', () => {
    expect(decide({ tenths: 20 })).toMatchObject({ ok: true, value: { tenths: 20, on: wrong.on } })
    expect(decide({ on: localDate('2026-03-13') }).ok).toBe(true)
    expect(decideCorrection(wrong, [wrong], { ...same, mode: 'online' }, guards, saihan, today).ok).toBe(true)
    expect(decide({ sameWords: false }).ok).toBe(true)
  })

  test('not one that changes nothing', () => {
    expect(decide({})).toMatchObject({ refusal: { code: 'correction-changes-nothing' } })
  })

  test('0 strikes; less and more than the pack allows is refused', () => {
    expect(decide({ tenths: 0 }).ok).toBe(true)
    expect(decide({ tenths: 80 }).ok).toBe(true)
    for (const tenths of [-1, 81, 0.5, NaN]) {
      expect(decide({ tenths })).toMatchObject({
        refusal: { code: 'amount-out-of-range', facts: { minimum: 0, maximum: 80 } },
      })
    }
  })

  test('days as for a new entry, but what is too early can be struck', () => {
    expect(decide({ on: today }).ok).toBe(true)
    expect(decide({ on: addDays(today, 1) })).toMatchObject({ refusal: { code: 'day-in-future' } })
    expect(decide({ tenths: 0, on: addDays(today, 1) })).toMatchObject({ refusal: { code: 'day-in-future' } })
    // A birth date corrected later can leave an entry before the first class day.
    const young = { birthDate: localDate('2012-03-31') }
    const early = entry('early', { amount: 40, on: addDays(startOfMonth(localDate('2026-03-31')), -1) })
    expect(decide({ tenths: 20, on: early.on }, [early], early, young)).toMatchObject({
      refusal: { code: 'day-too-early' },
    })
    expect(decide({ tenths: 0, on: early.on }, [early], early, young).ok).toBe(true)
  })

  test('with what else the day holds; itself makes room, and a strike always fits', () => {
    const other = entry('other', { amount: 50, on: wrong.on })
    expect(decide({ tenths: 30 }, [wrong, other]).ok).toBe(true)
    expect(decide({ tenths: 31 }, [wrong, other])).toEqual({
      ok: false,
      refusal: { code: 'day-full', facts: { requirement: 'class-hours', there: 50, maximum: 80 } },
    })
    const full = entry('full', { amount: 80, on: localDate('2026-03-13') })
    expect(decide({ on: full.on }, [wrong, full])).toMatchObject({ refusal: { code: 'day-full' } })
    expect(decide({ tenths: 0, on: full.on }, [wrong, full]).ok).toBe(true)
  })

  test('once: the next one corrects the correction', () => {
    const better = entry('better', { amount: 20, corrects: 'wrong' })
    expect(decide({ tenths: 30 }, [wrong, better])).toMatchObject({ refusal: { code: 'entry-already-corrected' } })
    expect(decide({ tenths: 30 }, [wrong, better], better).ok).toBe(true)
    const waiting = claimed('waiting', { amount: 20, corrects: 'wrong' })
    expect(decide({ tenths: 30 }, [wrong, waiting])).toMatchObject({ refusal: { code: 'entry-already-corrected' } })
  })

  test('a strike is the end of its chain, and other hours are not class hours', () => {
    const strike = entry('strike', { amount: 0, corrects: 'wrong' })
    expect(decide({ tenths: 30 }, [wrong, strike], strike)).toMatchObject({
      refusal: { code: 'entry-not-correctable' },
    })
    const service = entry('service', { requirement: 'volunteer-hours', amount: 60 })
    expect(decide({ tenths: 30 }, [service], service)).toMatchObject({ refusal: { code: 'entry-not-correctable' } })
  })

  test.each(['none', 'claimed'] as const)('not about someone whose affiliation is %s', (affiliation) => {
    expect(decide({ tenths: 20 }, [wrong], wrong, { affiliation })).toMatchObject({
      refusal: { code: 'affiliation-not-confirmed' },
    })
  })
})
