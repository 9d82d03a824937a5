import type { SettledEntry } from '../hours/ledger'
import type { LocalDate } from '../time'
import { MET, placeVerdict, type Actor, type EntryFate, type PathQuestion, type Verdict } from './requirement'

/** What is needed, counts and waits, in the unit of the requirement. */
export interface Sums {
  readonly need: number
  readonly have: number
  readonly pending: number
}

/** What class hours and volunteer hours answer alike: enough, no branch yet, or enough once somebody accepts it; null otherwise. */
export function hoursVerdict(
  question: PathQuestion,
  settled: readonly SettledEntry[],
  { need, have, pending }: Sums,
): Verdict | null {
  if (have >= need) return MET
  const place = placeVerdict(question)
  if (place) return place
  if (pending > 0 && have + pending >= need) {
    return { state: 'waiting', who: whoAccepts(settled), since: oldestPending(settled), reason: 'hours-waiting' }
  }
  return null
}

/** There are not enough, and it is the applicant's to gather more. */
export const HOURS_MISSING: Verdict = { state: 'not-yet', who: 'applicant', since: null, reason: 'hours-missing' }

/** What becomes of an entry, without the entry. */
export function fateOf({ entry, fate, reason }: SettledEntry): EntryFate {
  return { id: entry.id, fate, reason }
}

/** What was checked in to is accepted with the event's close, anything else by the branch. */
function whoAccepts(settled: readonly SettledEntry[]): Actor {
  const pending = settled.filter(({ fate }) => fate === 'pending')
  return pending.every(({ entry }) => entry.origin === 'check-in') ? 'event-lead' : 'branch-secretary'
}

/** The oldest day since which somebody waits for an entry to be accepted. */
function oldestPending(settled: readonly SettledEntry[]): LocalDate | null {
  const days = settled.filter((row) => row.fate === 'pending').map((row) => row.entry.since)
  return days.length === 0 ? null : days.reduce((a, b) => (a < b ? a : b))
}
