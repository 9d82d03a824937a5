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
