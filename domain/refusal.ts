import type { Act, ApplicationState } from './application/acts'
import type { HoursRequirement } from './hours/ledger'
import type { LocalDate } from './time'

/**
 * Every "no" the rules can give: a code with its facts, closed. No sentences here (src/text words them) and facts speak
 * of the asker's own rows only (a refusal must not tell one person about another).
 */
export type Refusal =
  /** Under the age at which this service may keep anything (pack: `account.age-min`). */
  | { readonly code: 'under-age'; readonly facts: { readonly minimum: number } }
  | { readonly code: 'name-invalid'; readonly facts: { readonly minimum: number; readonly maximum: number } }
  | { readonly code: 'birth-date-invalid'; readonly facts: Record<never, never> }
  | { readonly code: 'day-in-future'; readonly facts: { readonly today: LocalDate } }
  /** A day before which nothing of this kind can have happened (the month of the 14th birthday). */
  | { readonly code: 'day-too-early'; readonly facts: { readonly earliest: LocalDate } }
  | { readonly code: 'organisation-unknown'; readonly facts: Record<never, never> }
  /** The organisation has branches below it: a youth belongs to a branch. */
  | { readonly code: 'organisation-not-a-branch'; readonly facts: Record<never, never> }
  | { readonly code: 'township-unknown'; readonly facts: Record<never, never> }
  /** Nobody acts on a row about themselves (security.md, Who may act). */
  | { readonly code: 'own-row'; readonly facts: Record<never, never> }
  | { readonly code: 'affiliation-not-pending'; readonly facts: Record<never, never> }
  | { readonly code: 'affiliation-not-confirmed'; readonly facts: Record<never, never> }
  | { readonly code: 'already-activist'; readonly facts: { readonly since: LocalDate } }
  | { readonly code: 'paper-not-seen'; readonly facts: Record<never, never> }
  | { readonly code: 'amount-out-of-range'; readonly facts: { readonly minimum: number; readonly maximum: number } }
  | { readonly code: 'entry-already-corrected'; readonly facts: Record<never, never> }
  | { readonly code: 'entry-not-correctable'; readonly facts: Record<never, never> }
  | { readonly code: 'correction-changes-nothing'; readonly facts: Record<never, never> }
  | { readonly code: 'way-not-offered'; readonly facts: Record<never, never> }
  /** A branch has to be named first. */
  | { readonly code: 'organisation-missing'; readonly facts: Record<never, never> }
  /** The step doesn't follow from where the application stands: too early, done already, or passed by. */
  | { readonly code: 'out-of-order'; readonly facts: { readonly act: Act; readonly state: ApplicationState } }
  | { readonly code: 'day-before-step'; readonly facts: { readonly earliest: LocalDate; readonly step: Act } }
  | { readonly code: 'day-after-step'; readonly facts: { readonly latest: LocalDate; readonly step: Act } }
  | {
      readonly code: 'too-young'
      readonly facts: { readonly minimum: number; readonly from: LocalDate; readonly rule: 'application.age-min' }
    }
  | {
      readonly code: 'over-age'
      readonly facts: { readonly maximum: number; readonly rule: 'application.age-max' }
    }
  | {
      readonly code: 'branch-too-small'
      readonly facts: { readonly minimum: number; readonly rule: 'branch.min-members' }
    }
  | {
      readonly code: 'mentors-out-of-range'
      readonly facts: { readonly minimum: number; readonly maximum: number; readonly rule: 'mentors.count' }
    }
  | { readonly code: 'mentors-repeated'; readonly facts: Record<never, never> }
  /** What the applicant did in the app, or what belongs to an application that was withdrawn. */
  | { readonly code: 'step-not-correctable'; readonly facts: Record<never, never> }
  /** Only the newest act can be taken back. */
  | { readonly code: 'act-not-last'; readonly facts: Record<never, never> }
  | { readonly code: 'minutes-out-of-range'; readonly facts: { readonly minimum: number; readonly maximum: number } }
  /** The day holds no more hours of this kind: the same class recorded twice, or more than a day can have. */
  | {
      readonly code: 'day-full'
      readonly facts: { readonly requirement: HoursRequirement; readonly there: number; readonly maximum: number }
    }
  | { readonly code: 'grade-not-offered'; readonly facts: Record<never, never> }
  | { readonly code: 'civics-not-applicable'; readonly facts: Record<never, never> }
  /** The branch has seen the paper: from then on the birth date on it holds. */
  | { readonly code: 'birth-date-confirmed'; readonly facts: Record<never, never> }
  /** And what the paper says that the applicant does. */
  | { readonly code: 'occupation-confirmed'; readonly facts: Record<never, never> }
  /** Who nominated doesn't answer as well. */
  | { readonly code: 'own-nomination'; readonly facts: Record<never, never> }
  /** A minor's row opens with a reason. */
  | { readonly code: 'reason-needed'; readonly facts: Record<never, never> }
  /** Digits for a desktop are for those who hold an office. */
  | { readonly code: 'no-office'; readonly facts: Record<never, never> }
  /** Digits are shown by a phone, never by the desktop that they open. */
  | { readonly code: 'phone-only'; readonly facts: Record<never, never> }

/** What a rule answers: yes with what follows from it, or no with the reason. */
export type Decision<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }

/** A yes. */
export function granted<T>(value: T): Decision<T> {
  return { ok: true, value }
}

/** A no. */
export function refused(refusal: Refusal): Decision<never> {
  return { ok: false, refusal }
}
