import type { Refusal } from '../refusal'
import type { HoursRequirement, LedgerEntry } from './ledger'

/** What would stand in the place of an entry. */
export interface Replacement {
  readonly amount: number
  readonly on: LedgerEntry['on']
  readonly mode: LedgerEntry['mode']
  /** Whether the words beside it stay the same. */
  readonly sameWords: boolean
}

/** Why no correction may name an entry, or null: one correction each, never of a strike, and it must change something. */
export function replacementRefusal(
  requirement: HoursRequirement,
  entry: LedgerEntry,
  entries: readonly LedgerEntry[],
  by: Replacement,
): Refusal | null {
  if (entries.some((other) => other.corrects === entry.id)) return { code: 'entry-already-corrected', facts: {} }
  if (entry.requirement !== requirement || entry.amount === 0) return { code: 'entry-not-correctable', facts: {} }
  const same = by.sameWords && by.amount === entry.amount && by.on === entry.on && by.mode === entry.mode
  return same ? { code: 'correction-changes-nothing', facts: {} } : null
}
