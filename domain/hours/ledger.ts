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
  /** It is an accepted correction to nothing: the entry it names is struck. */
  | 'struck'
  /** Before the person became an activist (`class-hours.window`). */
  | 'before-activist'
  /** Not taught in person (`class-hours.mode`). */
  | 'not-in-person'
  /** Before the month of the 14th birthday (instructions of the 志愿书, Q). */
  | 'before-age'
  /** In another year than the one that counts (`volunteer.year`). */
  | 'other-year'

/** What becomes of an entry: claimed is not accepted, accepted is not counted. */
export interface SettledEntry {
  readonly entry: LedgerEntry
  readonly fate: 'counted' | 'pending' | 'not-counted'
  readonly reason: NotCounted | null
}

/** What stands of one day, of one requirement: accepted and not replaced, whether it counts or not. `without`: an entry about to be replaced. */
export function standingOnDay(
  entries: readonly LedgerEntry[],
  { requirement, on, without }: Pick<LedgerEntry, 'requirement' | 'on'> & { readonly without: string | null },
): number {
  const replaced = replacedIds(entries)
  return entries
    .filter((entry) => entry.requirement === requirement && entry.on === on && entry.acceptedOn !== null)
    .filter((entry) => !replaced.has(entry.id) && entry.id !== without)
    .reduce((sum, entry) => sum + entry.amount, 0)
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
  const replaced = replacedIds(entries)
  const settleOne = (entry: LedgerEntry): SettledEntry => {
    if (replaced.has(entry.id)) return { entry, fate: 'not-counted', reason: 'corrected' }
    if (entry.amount === 0 && entry.acceptedOn) return { entry, fate: 'not-counted', reason: 'struck' }
    const reason = excluded(entry)
    if (reason) return { entry, fate: 'not-counted', reason }
    return { entry, fate: entry.acceptedOn ? 'counted' : 'pending', reason: null }
  }
  return entries.map(settleOne).sort((a, b) => compareNewestFirst(a.entry, b.entry))
}

/**
 * What accepted corrections stand in the place of: the entry each names, and all that this one would have replaced. Only
 * an accepted one replaces: a claimed one must not take away what counts.
 */
function replacedIds(entries: readonly LedgerEntry[]): ReadonlySet<string> {
  const corrects = new Map(entries.map((entry) => [entry.id, entry.corrects]))
  const replaced = new Set<string>()
  for (const entry of entries) {
    let named = entry.acceptedOn ? entry.corrects : null
    while (named !== null && !replaced.has(named)) {
      replaced.add(named)
      named = corrects.get(named) ?? null
    }
  }
  return replaced
}

function compareNewestFirst(a: LedgerEntry, b: LedgerEntry): number {
  if (a.on !== b.on) return a.on < b.on ? 1 : -1
  return a.id < b.id ? 1 : a.id > b.id ? -1 : 0
}

/**
 * Adds up what counts and what waits. Of entries that claim to replace each other only the last waits, and of one that
 * would replace what counts already only what it would add.
 */
export function total(settled: readonly SettledEntry[]): Total {
  const byId = new Map(settled.map((row) => [row.entry.id, row]))
  const claims = settled.filter((row) => row.fate === 'pending')
  const overtaken = new Set(claims.map((row) => row.entry.corrects))
  const sum = (amounts: readonly number[]): number => amounts.reduce((a, b) => a + b, 0)
  return {
    counted: sum(settled.filter((row) => row.fate === 'counted').map((row) => row.entry.amount)),
    pending: sum(
      claims
        .filter((row) => !overtaken.has(row.entry.id))
        .map((row) => Math.max(0, row.entry.amount - countedBefore(row, byId))),
    ),
  }
}

/** What counts today of the chain of entries that this claim would replace. */
function countedBefore(claim: SettledEntry, byId: ReadonlyMap<string, SettledEntry>): number {
  const seen = new Set<SettledEntry>()
  let at: SettledEntry | undefined = claim
  while (at && at.fate === 'pending' && !seen.has(at)) {
    seen.add(at)
    at = at.entry.corrects === null ? undefined : byId.get(at.entry.corrects)
  }
  return at?.fate === 'counted' ? at.entry.amount : 0
}
