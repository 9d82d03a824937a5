import type { Application } from '../application/acts'
import type { GradeNotCounted } from '../civics/grades'
import type { NotCounted } from '../hours/ledger'
import type { Citation, PolicyPack } from '../policy/policy'
import type { LocalDate } from '../time'
import type { PathFacts } from './facts'

/** The five requirements of the path, by the id of the rule that asks for each; in the order in which they are shown. */
export const REQUIREMENTS = ['class-hours', 'volunteer-hours', 'civics', 'training.months', 'admission.ways'] as const

export type RequirementId = (typeof REQUIREMENTS)[number]

/** `waiting`: enough is there once somebody has acted. `not-yet`: the person still lacks something. */
export type RequirementState = 'met' | 'waiting' | 'not-yet' | 'not-applicable'

/** Whose turn it is; `event-lead`: who closes an event; `time`: nobody can do anything but wait. */
export type Actor = 'applicant' | 'branch-secretary' | 'committee-officer' | 'event-lead' | 'time'

/** Why a requirement is not met. */
export type RequirementReason =
  | 'organisation-missing'
  | 'affiliation-pending'
  | 'not-activist'
  | 'hours-missing'
  | 'hours-waiting'
  | 'occupation-missing'
  | 'grade-missing'
  | 'grade-not-good'
  | 'months-running'
  | 'not-applied'
  | 'paper-pending'
  | 'talk-pending'
  | 'nomination-pending'
  | 'nomination-returned'
  | 'approval-pending'
  | 'over-age'

/** What becomes of one entry behind a requirement; the entry itself is in the facts. */
export interface EntryFate {
  readonly id: string
  readonly fate: 'counted' | 'pending' | 'not-counted'
  readonly reason: NotCounted | GradeNotCounted | null
}

/** One requirement of the path, as a rule answers it: facts, never a sentence. Integers in `unit`. */
export interface Requirement extends Citation {
  readonly rule: RequirementId
  readonly state: RequirementState
  /** `soft`: wished for, and nobody is held up by it. */
  readonly gate: 'hard' | 'soft'
  readonly need: number
  readonly have: number
  readonly pending: number
  readonly unit: 'class-hour-tenth' | 'minute' | 'grade' | 'day' | 'way'
  /** Who must act next; null when nobody has to. */
  readonly who: Actor | null
  /** Since when it is their turn; null when no day can be named. */
  readonly since: LocalDate | null
  readonly reason: RequirementReason | null
  /** The earliest day on which it can be met, the day of the report where it is; null when no day can be named. */
  readonly earliest: LocalDate | null
  /** The grade that decides, or the way of nomination. */
  readonly value: string | null
  /** The year whose hours count. */
  readonly year: number | null
  /** The last day of that year, once it is near and something is missing. */
  readonly closes: LocalDate | null
  /** Newest first. */
  readonly entries: readonly EntryFate[]
}

/** What every requirement is asked about. */
export interface PathQuestion {
  /** As known on `on`. */
  readonly facts: PathFacts
  readonly application: Application
  readonly policy: PolicyPack
  readonly on: LocalDate
  /** The day of becoming an activist, or the first on which that can be; null = never (too old to apply). */
  readonly activistFrom: LocalDate | null
}

/** Whose turn it is about a requirement, and why. */
export type Verdict = Pick<Requirement, 'state' | 'who' | 'since' | 'reason'>

/** A verdict that holds everything up before the requirement itself is looked at: no branch, or one that hasn't answered. */
export function placeVerdict({ facts }: PathQuestion): Verdict | null {
  if (!facts.affiliation) return { state: 'not-yet', who: 'applicant', since: null, reason: 'organisation-missing' }
  if (facts.affiliation.state === 'claimed') {
    return { state: 'not-yet', who: 'branch-secretary', since: facts.affiliation.since, reason: 'affiliation-pending' }
  }
  return null
}

export const MET: Verdict = { state: 'met', who: null, since: null, reason: null }

export const NOT_APPLICABLE: Verdict = { state: 'not-applicable', who: null, since: null, reason: null }
