import type { LocalDate } from '../time'

/** What an entry is evidence for; its amount is in the unit of the requirement: tenths of a 学时, or minutes. */
export type HoursRequirement = 'class-hours' | 'volunteer-hours'

/** Where an entry comes from; it never loses it (domain.md, section 4). */
export type Origin = 'check-in' | 'recorded' | 'self-reported' | 'imported' | 'adjustment'

/** How a class was taken. */
export type Mode = 'in-person' | 'online'

/** One row of the ledger. Rows are appended, never changed: a wrong one is corrected by a new one that names it. */
export interface LedgerEntry {
  readonly id: string
  readonly requirement: HoursRequirement
  /** Tenths of a 学时, or minutes. 0 only in a correction that strikes an entry. */
  readonly amount: number
  /** The day of the class or service. */
  readonly on: LocalDate
  readonly origin: Origin
  readonly mode: Mode
  /** The day on which it was claimed or recorded. */
  readonly since: LocalDate
  /** The day on which someone with the right accepted it; null = claimed, not accepted. */
  readonly acceptedOn: LocalDate | null
  /** The entry that this one replaces. */
  readonly corrects: string | null
}

/** Why an entry doesn't count. */
export type NotCounted =
  /** An accepted correction stands in its place. */
  | 'corrected'
  /** It is a correction to nothing: the entry it names is struck. */
  | 'struck'
  /** Before the person became an activist (`class-hours.window`). */
  | 'before-activist'
  /** Not taught in person (`class-hours.mode`). */
  | 'not-in-person'
  /** Before the month of the 14th birthday (instructions of the 志愿书, Q). */
  | 'before-age'

/** What becomes of an entry: claimed is not accepted, accepted is not counted. */
export interface SettledEntry {
  readonly entry: LedgerEntry
  readonly fate: 'counted' | 'pending' | 'not-counted'
  readonly reason: NotCounted | null
}

/** Sums of settled entries, in the unit of the requirement. */
export interface Total {
  readonly counted: number
  readonly pending: number
}

/**
 * Settles entries of one requirement: which count, which wait, which don't and why. The order they come in doesn't
 * matter; the answer is newest day first. `excluded` says why an entry that stands can't count, or null.
 */
export function settle(
  entries: readonly LedgerEntry[],
  excluded: (entry: LedgerEntry) => NotCounted | null,
): readonly SettledEntry[] {
  // Only an accepted correction replaces: a claimed one must not take away what counts.
  const replaced = new Set(entries.flatMap((entry) => (entry.corrects && entry.acceptedOn ? [entry.corrects] : [])))
  const settleOne = (entry: LedgerEntry): SettledEntry => {
    if (replaced.has(entry.id)) return { entry, fate: 'not-counted', reason: 'corrected' }
    if (entry.amount === 0) return { entry, fate: 'not-counted', reason: 'struck' }
    const reason = excluded(entry)
    if (reason) return { entry, fate: 'not-counted', reason }
    return { entry, fate: entry.acceptedOn ? 'counted' : 'pending', reason: null }
  }
  return entries.map(settleOne).sort((a, b) => compareNewestFirst(a.entry, b.entry))
}

function compareNewestFirst(a: LedgerEntry, b: LedgerEntry): number {
  if (a.on !== b.on) return a.on < b.on ? 1 : -1
  return a.id < b.id ? 1 : a.id > b.id ? -1 : 0
}

/** Adds up what counts and what waits. A pending correction of a counted entry adds only what it would add. */
export function total(settled: readonly SettledEntry[]): Total {
  const counted = new Map(settled.filter((row) => row.fate === 'counted').map((row) => [row.entry.id, row.entry.amount]))
  let sum = 0
  let pending = 0
  for (const { entry, fate } of settled) {
    if (fate === 'counted') sum += entry.amount
    if (fate === 'pending') pending += Math.max(0, entry.amount - (counted.get(entry.corrects ?? '') ?? 0))
  }
  return { counted: sum, pending }
}
