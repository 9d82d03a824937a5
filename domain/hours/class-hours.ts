import { reachesAge, startOfMonth, type LocalDate } from '../time'
import { granted, refused, type Decision } from '../refusal'
import { valueOf, type PolicyPack } from '../policy/policy'
import { settle, standingOnDay, type LedgerEntry, type NotCounted, type SettledEntry } from './ledger'
import { replacementRefusal } from './replacement'

/** What the fate of a class hour depends on, beside the entry. */
export interface ClassHourFacts {
  /** The day of becoming `activist`; null = not yet. */
  readonly activistOn: LocalDate | null
  /** null when the person's profile was erased: the fact of the hour stays, the age can't be asked any more. */
  readonly birthDate: LocalDate | null
}

/** No class hour counts before the month of the 14th birthday (instructions of the 志愿书, Q). */
const FIRST_CLASS_AGE = 14

/** The first day on which a class can have been taken by someone born on `birthDate`. */
export function firstClassDay(birthDate: LocalDate): LocalDate {
  return startOfMonth(reachesAge(birthDate, FIRST_CLASS_AGE, true))
}

/** Settles the class hours of one person under a pack: `class-hours.window`, `class-hours.mode`, and the 14th birthday's month. */
export function settleClassHours(
  entries: readonly LedgerEntry[],
  facts: ClassHourFacts,
  policy: PolicyPack,
): readonly SettledEntry[] {
  const excluded = (entry: LedgerEntry): NotCounted | null => {
    if (facts.birthDate && entry.on < firstClassDay(facts.birthDate)) return 'before-age'
    if (valueOf(policy, 'class-hours.mode') === 'in-person' && entry.mode !== 'in-person') return 'not-in-person'
    if (
      valueOf(policy, 'class-hours.window') === 'from-activist' &&
      !(facts.activistOn && entry.on >= facts.activistOn)
    ) {
      return 'before-activist'
    }
    return null
  }
  return settle(
    entries.filter((entry) => entry.requirement === 'class-hours'),
    excluded,
  )
}

/** What a branch secretary says about a class that someone took. */
export interface ClassHourClaim {
  /** Tenths of a 学时. */
  readonly tenths: number
  readonly on: LocalDate
}

export interface ClassHourGuards extends ClassHourFacts {
  readonly affiliation: 'none' | 'claimed' | 'confirmed'
  /** All of the person's: a day holds `class-hours.entry-max`, however many entries it has. */
  readonly entries: readonly LedgerEntry[]
}

/** Whether a branch secretary may record this class; `today` is the day of recording. */
export function decideClassHours(
  claim: ClassHourClaim,
  facts: ClassHourGuards,
  policy: PolicyPack,
  today: LocalDate,
): Decision<ClassHourClaim> {
  if (facts.affiliation !== 'confirmed') return refused({ code: 'affiliation-not-confirmed', facts: {} })
  return decideAmountAndDay(claim, { minimum: 1, without: null }, facts, policy, today)
}

function decideAmountAndDay(
  claim: ClassHourClaim,
  { minimum, without }: { readonly minimum: number; readonly without: string | null },
  facts: ClassHourGuards,
  policy: PolicyPack,
  today: LocalDate,
): Decision<ClassHourClaim> {
  const maximum = valueOf(policy, 'class-hours.entry-max')
  if (!Number.isInteger(claim.tenths) || claim.tenths < minimum || claim.tenths > maximum) {
    return refused({ code: 'amount-out-of-range', facts: { minimum, maximum } })
  }
  if (claim.on > today) return refused({ code: 'day-in-future', facts: { today } })
  const there = standingOnDay(facts.entries, { requirement: 'class-hours', on: claim.on, without })
  if (claim.tenths > 0 && there + claim.tenths > maximum) {
    return refused({ code: 'day-full', facts: { requirement: 'class-hours', there, maximum } })
  }
  // What never should have been there can always be struck, on whichever day it stands.
  if (claim.tenths > 0 && facts.birthDate && claim.on < firstClassDay(facts.birthDate)) {
    return refused({ code: 'day-too-early', facts: { earliest: firstClassDay(facts.birthDate) } })
  }
  return granted(claim)
}

/** Whether a correction may replace `entry`; 0 tenths strikes it. `entries` are all of the person's. */
export function decideCorrection(
  entry: LedgerEntry,
  entries: readonly LedgerEntry[],
  claim: ClassHourClaim & { readonly mode: LedgerEntry['mode']; readonly sameWords: boolean },
  facts: ClassHourGuards,
  policy: PolicyPack,
  today: LocalDate,
): Decision<ClassHourClaim> {
  if (facts.affiliation !== 'confirmed') return refused({ code: 'affiliation-not-confirmed', facts: {} })
  const refusal = replacementRefusal('class-hours', entry, entries, { ...claim, amount: claim.tenths })
  if (refusal) return refused(refusal)
  return decideAmountAndDay(claim, { minimum: 0, without: entry.id }, { ...facts, entries }, policy, today)
}
