import { yearOf, type LocalDate } from '../time'
import { granted, refused, type Decision } from '../refusal'
import { valueOf, type PolicyPack } from '../policy/policy'
import { settle, standingOnDay, total, type LedgerEntry, type SettledEntry } from './ledger'
import { replacementRefusal } from './replacement'

/** The years that may stand for "the year" on a day (`volunteer.year`): the running one, and by default the last full one. */
export function volunteerYears(on: LocalDate, policy: PolicyPack): readonly number[] {
  const running = yearOf(on)
  return valueOf(policy, 'volunteer.year') === 'calendar' ? [running] : [running, running - 1]
}

/** Volunteer hours settled for the year that counts. */
export interface VolunteerYear {
  readonly year: number
  readonly settled: readonly SettledEntry[]
  /** Whole minutes. */
  readonly counted: number
  readonly pending: number
}

/**
 * Settles the volunteer hours of one person on a day. The running year counts, unless the last full one is enough (or will be
 * once what waits is accepted) and the running one isn't: a past year that wasn't enough never will be, and to show what it
 * lacks would mislead.
 */
export function settleVolunteerHours(
  entries: readonly LedgerEntry[],
  policy: PolicyPack,
  on: LocalDate,
): VolunteerYear {
  const mine = entries.filter((entry) => entry.requirement === 'volunteer-hours')
  const { minutes: need } = valueOf(policy, 'volunteer-hours')
  const years = volunteerYears(on, policy).map((year) => settleYear(mine, year))
  return years.reduce((best, year) => (rank(year, need) > rank(best, need) ? year : best))
}

/** Settles the volunteer hours of one year; entries of other requirements must have been left out. */
export function settleYear(entries: readonly LedgerEntry[], year: number): VolunteerYear {
  const settled = settle(entries, (entry) => (yearOf(entry.on) === year ? null : 'other-year'))
  return { year, settled, ...total(settled) }
}

/** 2: enough counts; 1: enough once what waits is accepted; 0: not enough. */
function rank({ counted, pending }: VolunteerYear, need: number): number {
  return counted >= need ? 2 : counted + pending >= need ? 1 : 0
}

/** What a branch secretary says about service that someone did. */
export interface VolunteerClaim {
  /** Whole minutes of real service, travel not counted (domain.md, section 4). */
  readonly minutes: number
  readonly on: LocalDate
}

export interface VolunteerGuards {
  readonly affiliation: 'none' | 'claimed' | 'confirmed'
  /** All of the person's: a day holds `volunteer-hours.entry-max`, however many entries it has. */
  readonly entries: readonly LedgerEntry[]
}

/** Whether a branch secretary may record this service; `today` is the day of recording. */
export function decideVolunteerHours(
  claim: VolunteerClaim,
  facts: VolunteerGuards,
  policy: PolicyPack,
  today: LocalDate,
): Decision<VolunteerClaim> {
  if (facts.affiliation !== 'confirmed') return refused({ code: 'affiliation-not-confirmed', facts: {} })
  return decideMinutes(claim, { minimum: 1, without: null }, facts, policy, today)
}

function decideMinutes(
  claim: VolunteerClaim,
  { minimum, without }: { readonly minimum: number; readonly without: string | null },
  facts: VolunteerGuards,
  policy: PolicyPack,
  today: LocalDate,
): Decision<VolunteerClaim> {
  const maximum = valueOf(policy, 'volunteer-hours.entry-max')
  if (!Number.isInteger(claim.minutes) || claim.minutes < minimum || claim.minutes > maximum) {
    return refused({ code: 'minutes-out-of-range', facts: { minimum, maximum } })
  }
  if (claim.on > today) return refused({ code: 'day-in-future', facts: { today } })
  const there = standingOnDay(facts.entries, { requirement: 'volunteer-hours', on: claim.on, without })
  if (claim.minutes > 0 && there + claim.minutes > maximum) {
    return refused({ code: 'day-full', facts: { requirement: 'volunteer-hours', there, maximum } })
  }
  return granted(claim)
}

/** Whether a correction may replace `entry`; 0 minutes strike it. `entries` are all of the person's. */
export function decideVolunteerCorrection(
  entry: LedgerEntry,
  entries: readonly LedgerEntry[],
  claim: VolunteerClaim & { readonly sameWords: boolean },
  facts: VolunteerGuards,
  policy: PolicyPack,
  today: LocalDate,
): Decision<VolunteerClaim> {
  if (facts.affiliation !== 'confirmed') return refused({ code: 'affiliation-not-confirmed', facts: {} })
  const by = { amount: claim.minutes, on: claim.on, mode: entry.mode, sameWords: claim.sameWords }
  const refusal = replacementRefusal('volunteer-hours', entry, entries, by)
  if (refusal) return refused(refusal)
  return decideMinutes(claim, { minimum: 0, without: entry.id }, { ...facts, entries }, policy, today)
}
