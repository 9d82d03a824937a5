import fc from 'fast-check'
import { addDays, localDate, type LocalDate } from '#domain/time'
import type { LedgerEntry } from '#domain/hours/ledger'

/** An accepted class of two 学时, taught in person; the given parts replace its own. */
export function entry(id: string, parts: Partial<LedgerEntry> = {}): LedgerEntry {
  const on = parts.on ?? localDate('2026-03-10')
  return {
    id,
    requirement: 'class-hours',
    amount: 20,
    on,
    origin: 'recorded',
    mode: 'in-person',
    since: on,
    acceptedOn: on,
    corrects: null,
    ...parts,
  }
}

/** A claim that nobody has accepted yet. */
export function claimed(id: string, parts: Partial<LedgerEntry> = {}): LedgerEntry {
  return entry(id, { origin: 'self-reported', acceptedOn: null, ...parts })
}

/** The days on which the entries of `ledgers` lie: from `FIRST` on, `SPAN` days. */
export const FIRST = localDate('2024-01-01')
export const SPAN = 900

export function anyDay(): fc.Arbitrary<LocalDate> {
  return fc.integer({ min: 0, max: SPAN }).map((days) => addDays(FIRST, days))
}

/**
 * Ledgers as they can grow: ids in the order of writing, corrections of an earlier entry, at most one of each entry; a
 * strike only as a correction.
 */
export function anyLedger(maxLength = 12): fc.Arbitrary<readonly LedgerEntry[]> {
  const row = fc.record({
    amount: fc.integer({ min: 1, max: 80 }),
    strikes: fc.boolean(),
    on: anyDay(),
    mode: fc.constantFrom('in-person' as const, 'online' as const),
    accepted: fc.boolean(),
    target: fc.option(fc.nat(30)),
    volunteer: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  })
  return fc.array(row, { maxLength }).map((rows) => {
    const corrected = new Set<string>()
    return rows.map((one, index) => {
      const named = one.target !== null && one.target < index ? `e${one.target}` : null
      const corrects = named !== null && !corrected.has(named) ? named : null
      if (corrects !== null) corrected.add(corrects)
      return entry(`e${index}`, {
        requirement: one.volunteer ? 'volunteer-hours' : 'class-hours',
        amount: corrects !== null && one.strikes ? 0 : one.amount,
        on: one.on,
        mode: one.mode,
        acceptedOn: one.accepted ? one.on : null,
        corrects,
      })
    })
  })
}

/** Accepted volunteer hours of `minutes`; the given parts replace its own. */
export function service(id: string, minutes: number, parts: Partial<LedgerEntry> = {}): LedgerEntry {
  return entry(id, { requirement: 'volunteer-hours', amount: minutes, ...parts })
}

/** The same ledgers, of volunteer hours: up to some hours an entry. */
export function anyServices(maxLength = 12): fc.Arbitrary<readonly LedgerEntry[]> {
  return anyLedger(maxLength).map((ledger) =>
    ledger.map((one) => ({
      ...one,
      id: `v${one.id}`,
      requirement: 'volunteer-hours',
      amount: one.amount * 6,
      corrects: one.corrects === null ? null : `v${one.corrects}`,
    })),
  )
}
