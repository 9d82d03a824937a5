import type { LocalDate } from '../time'
import { cite, valueOf, type PolicyPack } from '../policy/policy'
import { total, type LedgerEntry, type SettledEntry } from '../hours/ledger'
import { settleClassHours, type ClassHourFacts } from '../hours/class-hours'
import type { Requirement } from './requirement'

/** What the path is computed from: facts only. */
export interface PathFacts extends ClassHourFacts {
  readonly affiliation: { readonly state: 'claimed' | 'confirmed'; readonly since: LocalDate } | null
  readonly entries: readonly LedgerEntry[]
}

type Verdict = Pick<Requirement, 'state' | 'who' | 'since' | 'reason'>

/** The requirement `class-hours`: 团课学习合格, 8 学时 (细则, Q; window and mode are the pack's). */
export function classHoursRequirement(facts: PathFacts, policy: PolicyPack): Requirement {
  const entries = settleClassHours(facts.entries, facts, policy)
  const { counted: have, pending } = total(entries)
  const need = valueOf(policy, 'class-hours').tenths
  return {
    ...cite(policy, 'class-hours'),
    ...verdict(facts, policy, entries, { need, have, pending }),
    need,
    have,
    pending,
    unit: 'class-hour-tenth',
    entries,
  }
}

function verdict(
  facts: PathFacts,
  policy: PolicyPack,
  entries: readonly SettledEntry[],
  { need, have, pending }: { need: number; have: number; pending: number },
): Verdict {
  if (have >= need) return { state: 'met', who: null, since: null, reason: null }
  if (!facts.affiliation) return { state: 'not-yet', who: 'applicant', since: null, reason: 'organisation-missing' }
  if (facts.affiliation.state === 'claimed') {
    return { state: 'not-yet', who: 'branch-secretary', since: facts.affiliation.since, reason: 'affiliation-pending' }
  }
  if (pending > 0 && have + pending >= need) {
    return { state: 'waiting', who: 'branch-secretary', since: oldestPending(entries), reason: 'hours-waiting' }
  }
  if (!facts.activistOn && valueOf(policy, 'class-hours.window') === 'from-activist') {
    return { state: 'not-yet', who: 'committee-officer', since: null, reason: 'not-activist' }
  }
  return { state: 'not-yet', who: 'applicant', since: null, reason: 'hours-missing' }
}

function oldestPending(entries: readonly SettledEntry[]): LocalDate | null {
  const days = entries.filter((row) => row.fate === 'pending').map((row) => row.entry.since)
  return days.length === 0 ? null : days.reduce((a, b) => (a < b ? a : b))
}
