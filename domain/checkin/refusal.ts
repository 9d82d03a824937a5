import type { Instant } from '../time'

/** Every "no" of the rules about checking in: closed like domain/refusal, and part of it. */
export type CheckInRefusal =
  // ---- the code
  /** Not a code of ours, or a kind that isn't asked for here. */
  | { readonly code: 'code-unreadable'; readonly facts: Record<never, never> }
  /** It isn't what that desk (or that person) shows. */
  | { readonly code: 'code-wrong'; readonly facts: Record<never, never> }
  /** No desk of the event shows these digits at that time. */
  | { readonly code: 'digits-wrong'; readonly facts: Record<never, never> }
  /** It was shown longer ago than it was scanned: scan the one that is shown now. `age`: seconds. */
  | { readonly code: 'code-expired'; readonly facts: { readonly age: number } }
  | { readonly code: 'code-from-future'; readonly facts: Record<never, never> }
  /** Kept on the phone for longer than is believed. */
  | {
      readonly code: 'upload-too-late'
      readonly facts: { readonly hours: number; readonly at: Instant; readonly rule: 'check-in.late-max' }
    }
  // ---- the event
  /** As in domain/events/refusal: a desk that was opened before still shows genuine codes. */
  | { readonly code: 'event-not-published'; readonly facts: Record<never, never> }
  | { readonly code: 'event-cancelled'; readonly facts: Record<never, never> }
  | { readonly code: 'check-in-not-open'; readonly facts: { readonly from: Instant; readonly rule: 'check-in.window' } }
  | { readonly code: 'check-in-over'; readonly facts: { readonly until: Instant; readonly rule: 'check-in.window' } }
  /** Which event the digits are of has to be said. */
  | { readonly code: 'event-not-named'; readonly facts: Record<never, never> }
  // ---- the person
  /** Who is new says first that they are 14 or older, and that the check-in may be kept. */
  | { readonly code: 'declaration-needed'; readonly facts: Record<never, never> }
  /** A person isn't known by this code any more: the day is over. */
  | { readonly code: 'own-code-unknown'; readonly facts: Record<never, never> }
  | { readonly code: 'person-unknown'; readonly facts: Record<never, never> }
  // ---- desks
  | {
      readonly code: 'keys-not-yet'
      readonly facts: { readonly from: Instant; readonly rule: 'check-in.keys' }
    }
  | { readonly code: 'keys-over'; readonly facts: { readonly until: Instant; readonly rule: 'check-in.keys' } }
  /** Another device has the desk; it can be taken over. */
  | { readonly code: 'desks-full'; readonly facts: { readonly maximum: number } }
  // ---- the team
  | { readonly code: 'last-lead'; readonly facts: Record<never, never> }
  // ---- close-out
  | { readonly code: 'close-out-closed'; readonly facts: { readonly at: Instant } }
  | { readonly code: 'close-out-not-closed'; readonly facts: Record<never, never> }
  | { readonly code: 'close-out-too-early'; readonly facts: { readonly end: Instant } }
  /** What still has to be settled. */
  | {
      readonly code: 'close-out-unsettled'
      readonly facts: { readonly noCheckOut: number; readonly weak: number; readonly heads: 0 | 1 }
    }
  /** More people than were counted at the door: each weak one by name. */
  | { readonly code: 'beyond-heads'; readonly facts: { readonly accepted: number; readonly heads: number } }
  | { readonly code: 'not-present'; readonly facts: Record<never, never> }
  | { readonly code: 'times-out-of-range'; readonly facts: { readonly from: Instant; readonly to: Instant } }
  | { readonly code: 'heads-out-of-range'; readonly facts: { readonly maximum: number } }
  /** The planned times are what people are credited by, once somebody has come. */
  | { readonly code: 'times-fixed'; readonly facts: Record<never, never> }

/** What a rule about checking in answers. */
export type CheckInDecision<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: CheckInRefusal }

/** A yes. */
export function accept<T>(value: T): CheckInDecision<T> {
  return { ok: true, value }
}

/** A no. */
export function reject(refusal: CheckInRefusal): CheckInDecision<never> {
  return { ok: false, refusal }
}
