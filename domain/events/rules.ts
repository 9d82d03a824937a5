/**
 * What a district decides about events. No defaults here: the values are handed in, until they stand in the policy pack
 * under these ids. None has a national source but the guardian's consent.
 */
export interface EventRules {
  /** How long a freed place is offered to the next on the list. */
  readonly 'event.offer-within': { readonly minutes: number }
  /** An offer ends at the latest `beforeStart` minutes before the event; none is made that leaves no more than `least` to answer. */
  readonly 'event.offer-end': { readonly beforeStart: number; readonly least: number }
  /** Until so long before the start a cancellation leaves no mark. */
  readonly 'event.cancel-free': { readonly minutes: number }
  /** The way between two events in different places. */
  readonly 'event.travel': { readonly minutes: number }
  /** How long before the start people are reminded; each of them once. */
  readonly 'event.reminders': { readonly minutes: readonly number[] }
  /** The most places that a role of one event can have. */
  readonly 'event.places-max': number
  /** The longest that an event can be. */
  readonly 'event.length-max': { readonly minutes: number }
  /** Below this age a guardian's consent is needed to volunteer: 14–17 (注册志愿者管理办法, Q). */
  readonly 'volunteer.guardian-below': number
}

/** The id of a rule about events; in the pack it will be a RuleId. */
export type EventRuleId = keyof EventRules
