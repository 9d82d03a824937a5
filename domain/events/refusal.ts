import type { CheckInRefusal } from '../checkin/refusal'
import type { Refusal } from '../refusal'
import type { Instant, LocalDate } from '../time'
import type { EventAct, EventRole, EventStatus } from './event'
import type { RegistrationState } from './registration'

/**
 * Every "no" of the rules about events: closed like domain/refusal, whose codes it doesn't repeat, and to be part of it. Facts
 * that would tell one person about another (a host about a youth's other plans or birthday) are null then.
 */
export type EventRefusal =
  /** Under `account.age-min`. */
  | Extract<Refusal, { readonly code: 'under-age' }>
  /** Somebody has checked in: the planned times stay. */
  | Extract<CheckInRefusal, { readonly code: 'times-fixed' }>
  // ---- where the event stands
  | { readonly code: 'event-not-published'; readonly facts: Record<never, never> }
  | { readonly code: 'event-cancelled'; readonly facts: Record<never, never> }
  /** What can be done before it begins can't be done any more. */
  | { readonly code: 'event-started'; readonly facts: { readonly start: Instant } }
  | {
      readonly code: 'event-out-of-order'
      readonly facts: { readonly act: EventAct['act']; readonly status: EventStatus | 'none' }
    }
  // ---- registering
  | { readonly code: 'registration-closed'; readonly facts: { readonly deadline: Instant } }
  | { readonly code: 'role-not-offered'; readonly facts: { readonly role: EventRole } }
  | {
      readonly code: 'already-registered'
      readonly facts: { readonly role: EventRole; readonly state: RegistrationState }
    }
  | { readonly code: 'not-registered'; readonly facts: Record<never, never> }
  /** No place, and no list any more: `listClosed` says since when. */
  | {
      readonly code: 'event-full'
      readonly facts: { readonly role: EventRole; readonly places: number; readonly listClosed: Instant | null }
    }
  /** Every free place belongs to people who wait. */
  | { readonly code: 'waiting-first'; readonly facts: { readonly role: EventRole; readonly ahead: number } }
  | { readonly code: 'no-offer'; readonly facts: Record<never, never> }
  | { readonly code: 'offer-expired'; readonly facts: { readonly until: Instant; readonly rule: 'event.offer-within' } }
  | { readonly code: 'offer-running'; readonly facts: { readonly until: Instant } }
  /** Too near to the start for an offer that could be answered. */
  | { readonly code: 'list-closed'; readonly facts: { readonly since: Instant; readonly rule: 'event.offer-end' } }
  /** A name and a birth date are needed first. */
  | { readonly code: 'profile-missing'; readonly facts: Record<never, never> }
  /** It can't be given here yet. `from`: the day from which none is needed. */
  | {
      readonly code: 'guardian-consent-needed'
      readonly facts: {
        readonly below: number
        readonly from: LocalDate | null
        readonly rule: 'volunteer.guardian-below'
      }
    }
  | {
      readonly code: 'time-clash'
      readonly facts: {
        readonly event: string | null
        readonly start: Instant | null
        readonly end: Instant | null
        readonly minutes: number
        readonly rule: 'event.travel'
      }
    }
  // ---- an event's terms
  | { readonly code: 'venue-unknown'; readonly facts: Record<never, never> }
  | { readonly code: 'event-times-invalid'; readonly facts: Record<never, never> }
  | {
      readonly code: 'event-too-long'
      readonly facts: { readonly maximum: number; readonly rule: 'event.length-max' }
    }
  | { readonly code: 'event-in-past'; readonly facts: { readonly now: Instant } }
  | { readonly code: 'deadline-after-start'; readonly facts: { readonly latest: Instant } }
  | { readonly code: 'deadline-in-past'; readonly facts: { readonly now: Instant } }
  /** Nobody could come. */
  | { readonly code: 'places-missing'; readonly facts: Record<never, never> }
  | {
      readonly code: 'places-out-of-range'
      readonly facts: {
        readonly role: EventRole
        readonly minimum: number
        readonly maximum: number
        readonly rule: 'event.places-max'
      }
    }
  /** People have these places already, or have been offered them. */
  | { readonly code: 'places-taken'; readonly facts: { readonly role: EventRole; readonly minimum: number } }
  | { readonly code: 'credit-without-volunteers'; readonly facts: Record<never, never> }
  /** At most the planned length, and what a day holds. */
  | {
      readonly code: 'credit-out-of-range'
      readonly facts: { readonly minimum: number; readonly maximum: number }
    }
  /** People are there for what was promised. */
  | { readonly code: 'credit-promised'; readonly facts: { readonly minimum: number } }
  /** Somebody has registered for what it is, or was asked to name it a class. */
  | { readonly code: 'kind-fixed'; readonly facts: Record<never, never> }
  | { readonly code: 'event-unchanged'; readonly facts: Record<never, never> }
  /** Unpublishing is for an event that nobody has registered for; the other one is cancelled, and they are told. */
  | { readonly code: 'people-registered'; readonly facts: { readonly people: number } }
  // ---- named a class
  | { readonly code: 'class-already-asked'; readonly facts: Record<never, never> }
  | { readonly code: 'class-not-asked'; readonly facts: Record<never, never> }
  /** Tenths of a 学时, by the planned length (`class-hours.minutes`) and what a day holds. */
  | {
      readonly code: 'class-out-of-range'
      readonly facts: { readonly minimum: number; readonly maximum: number; readonly rule: 'class-hours.minutes' }
    }
  /** Who asked doesn't answer as well. */
  | { readonly code: 'own-class-request'; readonly facts: Record<never, never> }
  // ---- a word to all
  | { readonly code: 'event-over'; readonly facts: { readonly end: Instant } }
  | { readonly code: 'announced-today'; readonly facts: { readonly on: LocalDate } }
  | { readonly code: 'announcement-empty'; readonly facts: Record<never, never> }
  | { readonly code: 'announcement-has-link'; readonly facts: Record<never, never> }
  | { readonly code: 'announcement-has-phone'; readonly facts: Record<never, never> }
  // ---- words for others
  /** WeChat, or the pack's list (`text.words`), says that others shouldn't read them. */
  | { readonly code: 'words-refused'; readonly facts: Record<never, never> }
  | { readonly code: 'words-not-waiting'; readonly facts: Record<never, never> }
  /** Who wrote them doesn't let them through. */
  | { readonly code: 'own-words'; readonly facts: Record<never, never> }
  | { readonly code: 'account-unknown'; readonly facts: Record<never, never> }

/** What a rule about events answers; the same shape as domain/refusal's. */
export type EventDecision<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: EventRefusal }

/** A yes. */
export function grant<T>(value: T): EventDecision<T> {
  return { ok: true, value }
}

/** A no. */
export function refuse(refusal: EventRefusal): EventDecision<never> {
  return { ok: false, refusal }
}
