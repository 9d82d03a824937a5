import type { Citation } from '../policy/policy'
import type { LocalDate } from '../time'
import type { SettledEntry } from '../hours/ledger'

/** `waiting`: enough is there once somebody has acted. `not-yet`: the person still lacks something. */
export type RequirementState = 'met' | 'waiting' | 'not-yet' | 'not-applicable'

/** Whose turn it is. */
export type Actor = 'applicant' | 'branch-secretary' | 'committee-officer'

/** Why a requirement is not met. */
export type RequirementReason =
  'organisation-missing' | 'affiliation-pending' | 'not-activist' | 'hours-missing' | 'hours-waiting'

/** One requirement of the path, as a rule answers it: facts, never a sentence. Integers in `unit`. */
export interface Requirement extends Citation {
  readonly state: RequirementState
  readonly need: number
  readonly have: number
  readonly pending: number
  readonly unit: 'class-hour-tenth'
  /** Who must act next; null when nobody has to. */
  readonly who: Actor | null
  /** Since when it is their turn; null when no day can be named. */
  readonly since: LocalDate | null
  readonly reason: RequirementReason | null
  readonly entries: readonly SettledEntry[]
}
