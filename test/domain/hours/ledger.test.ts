import fc from 'fast-check'
import { localDate } from '#domain/time'
import { settle, total, type LedgerEntry, type SettledEntry } from '#domain/hours/ledger'
import { anyLedger, claimed, entry } from '../entries'

const nothingExcluded = () => null
const fates = (rows: readonly SettledEntry[]) =>
  Object.fromEntries(rows.map((row) => [row.entry.id, row.reason ?? row.fate]))
const settled = (...entries: readonly LedgerEntry[]) => settle(entries, nothingExcluded)
const sums = (...entries: readonly LedgerEntry[]) => total(settled(...entries))

describe('settle', () => {
  test('nothing gives nothing', () => {
    expect(settled()).toEqual([])
    expect(sums()).toEqual({ counted: 0, pending: 0 })
  })

  test('what is accepted counts, what is claimed waits', () => {
    expect(fates(settled(entry('a'), claimed('b')))).toEqual({ a: 'counted', b: 'pending' })
    expect(sums(entry('a', { amount: 20 }), claimed('b', { amount: 15 }))).toEqual({ counted: 20, pending: 15 })
  })

  test('what is excluded says why, accepted or not', () => {
    const rows = settle([entry('a'), claimed('b'), entry('c')], (one) => (one.id === 'c' ? null : 'not-in-person'))
    expect(fates(rows)).toEqual({ a: 'not-in-person', b: 'not-in-person', c: 'counted' })
    expect(total(rows)).toEqual({ counted: 20, pending: 0 })
  })

  test('the newest day comes first, and on one day the newest id', () => {
    const rows = settled(
      entry('b', { on: localDate('2026-03-01') }),
      entry('a', { on: localDate('2026-03-02') }),
      entry('c', { on: localDate('2026-03-01') }),
    )
    expect(rows.map((row) => row.entry.id)).toEqual(['a', 'c', 'b'])
  })
})

describe('corrections', () => {
  const wrong = entry('wrong', { amount: 40 })

  test('an accepted correction stands in the place of what it names', () => {
    const better = entry('better', { amount: 20, corrects: 'wrong' })
    expect(fates(settled(wrong, better))).toEqual({ wrong: 'corrected', better: 'counted' })
    expect(sums(wrong, better).counted).toBe(20)
  })

  test('a correction of 0 strikes', () => {
    const strike = entry('strike', { amount: 0, corrects: 'wrong' })
    expect(fates(settled(wrong, strike))).toEqual({ wrong: 'corrected', strike: 'struck' })
    expect(sums(wrong, strike)).toEqual({ counted: 0, pending: 0 })
  })

  test('in a chain the last one stands', () => {
    const second = entry('second', { amount: 20, corrects: 'wrong' })
    const third = entry('third', { amount: 30, corrects: 'second' })
    expect(fates(settled(third, wrong, second))).toEqual({ wrong: 'corrected', second: 'corrected', third: 'counted' })
    expect(sums(wrong, second, third).counted).toBe(30)
    const strike = entry('strike', { amount: 0, corrects: 'third' })
    expect(sums(wrong, second, third, strike).counted).toBe(0)
  })

  test('a claimed correction takes nothing away, and waits with what it would add', () => {
    const more = claimed('more', { amount: 50, corrects: 'wrong' })
    expect(fates(settled(wrong, more))).toEqual({ wrong: 'counted', more: 'pending' })
    expect(sums(wrong, more)).toEqual({ counted: 40, pending: 10 })
    const less = claimed('less', { amount: 10, corrects: 'wrong' })
    expect(sums(wrong, less)).toEqual({ counted: 40, pending: 0 })
  })

  test('a claimed strike strikes nothing', () => {
    const strike = claimed('strike', { amount: 0, corrects: 'wrong' })
    expect(fates(settled(wrong, strike))).toEqual({ wrong: 'counted', strike: 'pending' })
    expect(sums(wrong, strike)).toEqual({ counted: 40, pending: 0 })
  })

  test('of claims that replace each other only the last waits', () => {
    const claim = claimed('claim', { amount: 30 })
    const more = claimed('more', { amount: 50, corrects: 'claim' })
    const less = claimed('less', { amount: 10, corrects: 'more' })
    expect(sums(claim, more)).toEqual({ counted: 0, pending: 50 })
    expect(sums(claim, more, less)).toEqual({ counted: 0, pending: 10 })
    // … and it is measured against what counts, however far back in the chain that is
    expect(
      sums(wrong, claimed('x', { amount: 60, corrects: 'wrong' }), claimed('y', { amount: 45, corrects: 'x' })),
    ).toEqual({
      counted: 40,
      pending: 5,
    })
  })

  test('an accepted correction of a claim counts, and the claim no longer waits', () => {
    expect(sums(claimed('claim', { amount: 30 }), entry('right', { amount: 25, corrects: 'claim' }))).toEqual({
      counted: 25,
      pending: 0,
    })
  })

  test('an accepted correction of a claim replaces what the claim would have replaced, too', () => {
    const claim = claimed('claim', { amount: 50, corrects: 'wrong' })
    const right = entry('right', { amount: 45, corrects: 'claim' })
    expect(fates(settled(wrong, claim, right))).toEqual({ wrong: 'corrected', claim: 'corrected', right: 'counted' })
    expect(sums(wrong, claim, right)).toEqual({ counted: 45, pending: 0 })
  })

  test('entries that name each other in a circle (no writer can make them) still give an answer', () => {
    expect(sums(claimed('a', { corrects: 'b' }), claimed('b', { corrects: 'a' }))).toEqual({ counted: 0, pending: 0 })
    expect(sums(claimed('c', { corrects: 'c' }))).toEqual({ counted: 0, pending: 0 })
    const tail = claimed('tail', { corrects: 'a', amount: 7 })
    expect(sums(tail, claimed('a', { corrects: 'b' }), claimed('b', { corrects: 'a' })).counted).toBe(0)
  })
})

describe('whatever the ledger holds', () => {
  test('the order of entries does not matter', () => {
    const twoOrders = anyLedger().chain((ledger) =>
      fc.tuple(fc.constant(ledger), fc.shuffledSubarray([...ledger], { minLength: ledger.length })),
    )
    fc.assert(
      fc.property(twoOrders, ([ledger, shuffled]) => {
        expect(settle(shuffled, nothingExcluded)).toEqual(settle(ledger, nothingExcluded))
        expect(total(settle(shuffled, nothingExcluded))).toEqual(total(settle(ledger, nothingExcluded)))
      }),
    )
  })

  test('every entry has exactly one fate, and a reason exactly if it does not count', () => {
    fc.assert(
      fc.property(anyLedger(), (ledger) => {
        const rows = settle(ledger, (one) => (one.mode === 'online' ? 'not-in-person' : null))
        expect(rows.map((row) => row.entry.id).sort()).toEqual(ledger.map((one) => one.id).sort())
        for (const row of rows) expect(row.reason !== null).toBe(row.fate === 'not-counted')
      }),
    )
  })

  test('nothing claimed is counted: without the claims the sum is the same', () => {
    /** The nearest accepted entry that this one stands behind, over claims in between. */
    const acceptedBefore = (ledger: readonly LedgerEntry[], id: string | null): string | null => {
      const named = ledger.find((one) => one.id === id)
      return !named || named.acceptedOn !== null ? (named?.id ?? null) : acceptedBefore(ledger, named.corrects)
    }
    fc.assert(
      fc.property(anyLedger(), (ledger) => {
        const accepted = ledger
          .filter((one) => one.acceptedOn !== null)
          .map((one) => ({ ...one, corrects: acceptedBefore(ledger, one.corrects) }))
        expect(total(settle(ledger, nothingExcluded)).counted).toBe(total(settle(accepted, nothingExcluded)).counted)
        for (const row of settle(ledger, nothingExcluded)) {
          if (row.entry.acceptedOn === null) expect(row.fate).not.toBe('counted')
        }
      }),
    )
  })

  test('sums are whole and never negative', () => {
    fc.assert(
      fc.property(anyLedger(), (ledger) => {
        const { counted, pending } = total(settle(ledger, nothingExcluded))
        for (const sum of [counted, pending]) expect(Number.isInteger(sum) && sum >= 0).toBe(true)
      }),
    )
  })

  test('the counted sum is that of the accepted ends: entries that no accepted one stands behind', () => {
    const overtaken = (ledger: readonly LedgerEntry[], id: string): boolean =>
      ledger.some((one) => one.corrects === id && (one.acceptedOn !== null || overtaken(ledger, one.id)))
    fc.assert(
      fc.property(anyLedger(), (ledger) => {
        const ends = ledger.filter((one) => one.acceptedOn !== null && !overtaken(ledger, one.id))
        const expected = ends.reduce((sum, one) => sum + one.amount, 0)
        expect(total(settle(ledger, nothingExcluded)).counted).toBe(expected)
      }),
    )
  })

  test('a correction replaces exactly once: an accepted one of an entry that counts changes the sum by the difference', () => {
    const withOneMore = anyLedger().chain((ledger) => {
      const open = settle(ledger, nothingExcluded).filter(
        (row) => row.fate === 'counted' && !ledger.some((other) => other.corrects === row.entry.id),
      )
      const free = entry('free', { amount: 33 })
      return fc.tuple(
        fc.constant([...ledger, free]),
        fc.constantFrom(...open.map((row) => row.entry), free),
        fc.nat(80),
      )
    })
    fc.assert(
      fc.property(withOneMore, ([ledger, target, amount]) => {
        const before = total(settle(ledger, nothingExcluded))
        const after = total(settle([...ledger, entry('z', { amount, corrects: target.id })], nothingExcluded))
        expect(after).toEqual({ counted: before.counted - target.amount + amount, pending: before.pending })
      }),
    )
  })

  test('what waits is what accepting all of it would add, where no correction makes less of something', () => {
    const neverLess = anyLedger().map((ledger) =>
      ledger.filter(
        (one) => one.corrects === null || one.amount >= (ledger.find((o) => o.id === one.corrects)?.amount ?? 0),
      ),
    )
    fc.assert(
      fc.property(neverLess, (ledger) => {
        const now = total(settle(ledger, nothingExcluded))
        const all = ledger.map((one) => ({ ...one, acceptedOn: one.on }))
        expect(now.counted + now.pending).toBe(total(settle(all, nothingExcluded)).counted)
      }),
    )
  })
})
