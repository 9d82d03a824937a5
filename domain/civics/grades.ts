import type { LocalDate } from '../time'
import { granted, refused, type Decision } from '../refusal'
import { valueOf, type PolicyPack } from '../policy/policy'
import type { Occupation } from '../profile/occupation'

/** One grade of the civics course (思政课考评), as the branch recorded it. Rows are appended, never changed. */
export interface GradeEntry {
  readonly id: string
  /** One of the pack's scale; null only in a correction that strikes an entry. */
  readonly grade: string | null
  /** The day on which it was given. */
  readonly on: LocalDate
  /** The day on which it was recorded. */
  readonly since: LocalDate
  readonly corrects: string | null
}

/** Why a grade doesn't count. */
export type GradeNotCounted = 'corrected' | 'struck' | 'newer-grade' | 'not-good'

export interface SettledGrade {
  readonly entry: GradeEntry
  readonly fate: 'counted' | 'not-counted'
  readonly reason: GradeNotCounted | null
}

/** Whether the pack asks someone for a grade: whoever has no such course is asked for none. null = not known yet what they do. */
export function needsCivics(occupation: Occupation | null, policy: PolicyPack): boolean | null {
  const { requiredOf } = valueOf(policy, 'civics')
  if (requiredOf.length === 0) return false
  return occupation === null ? null : requiredOf.some((one) => one === occupation)
}

/** Settles grades, newest first: the newest that stands decides, the others are past. */
export function settleGrades(grades: readonly GradeEntry[], policy: PolicyPack): readonly SettledGrade[] {
  const corrected = new Set(grades.map((grade) => grade.corrects))
  const newestFirst = grades
    .map((entry, place) => ({ entry, place }))
    .sort((a, b) => (a.entry.on === b.entry.on ? b.place - a.place : a.entry.on < b.entry.on ? 1 : -1))
    .map(({ entry }) => entry)
  const newest = newestFirst.find((entry) => !corrected.has(entry.id) && entry.grade !== null)
  return newestFirst.map((entry): SettledGrade => {
    if (corrected.has(entry.id)) return { entry, fate: 'not-counted', reason: 'corrected' }
    if (entry.grade === null) return { entry, fate: 'not-counted', reason: 'struck' }
    if (entry !== newest) return { entry, fate: 'not-counted', reason: 'newer-grade' }
    if (!isGood(entry.grade, policy)) return { entry, fate: 'not-counted', reason: 'not-good' }
    return { entry, fate: 'counted', reason: null }
  })
}

/** 优良: good or better (赛罕, Q); which words of the scale that is, the pack says. */
function isGood(grade: string, policy: PolicyPack): boolean {
  return valueOf(policy, 'civics').good.includes(grade)
}

/** What a branch secretary says about a grade. null strikes the entry that is corrected. */
export interface GradeClaim {
  readonly grade: string | null
  readonly on: LocalDate
}

export interface GradeGuards {
  readonly affiliation: 'none' | 'claimed' | 'confirmed'
  readonly occupation: Occupation | null
}

/** Whether a grade may be recorded; `today` is the day of recording. */
export function decideGrade(
  claim: GradeClaim,
  guards: GradeGuards,
  policy: PolicyPack,
  today: LocalDate,
): Decision<GradeClaim> {
  if (guards.affiliation !== 'confirmed') return refused({ code: 'affiliation-not-confirmed', facts: {} })
  if (needsCivics(guards.occupation, policy) === false) return refused({ code: 'civics-not-applicable', facts: {} })
  if (claim.grade === null || !valueOf(policy, 'civics').scale.includes(claim.grade)) {
    return refused({ code: 'grade-not-offered', facts: {} })
  }
  if (claim.on > today) return refused({ code: 'day-in-future', facts: { today } })
  return granted(claim)
}

/** Whether a correction may replace `entry`, or strike it. `grades` are all of the person's. */
export function decideGradeCorrection(
  entry: GradeEntry,
  grades: readonly GradeEntry[],
  claim: GradeClaim & { readonly sameWords: boolean },
  guards: GradeGuards,
  policy: PolicyPack,
  today: LocalDate,
): Decision<GradeClaim> {
  if (guards.affiliation !== 'confirmed') return refused({ code: 'affiliation-not-confirmed', facts: {} })
  if (grades.some((other) => other.corrects === entry.id))
    return refused({ code: 'entry-already-corrected', facts: {} })
  if (entry.grade === null) return refused({ code: 'entry-not-correctable', facts: {} })
  // What never should have been there can always be struck; on a day to come the strike would not be known yet.
  if (claim.grade === null) {
    return claim.on > today ? refused({ code: 'day-in-future', facts: { today } }) : granted(claim)
  }
  if (claim.sameWords && claim.grade === entry.grade && claim.on === entry.on) {
    return refused({ code: 'correction-changes-nothing', facts: {} })
  }
  return decideGrade(claim, guards, policy, today)
}
