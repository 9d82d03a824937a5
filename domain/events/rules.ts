import { valuesOf, type PolicyPack, type RuleValues } from '../policy/policy'

/** The rules about events that a district decides; none has a national source but the guardian's consent. */
export const EVENT_RULE_IDS = [
  'event.offer-within',
  'event.offer-end',
  'event.cancel-free',
  'event.travel',
  'event.reminders',
  'event.places-max',
  'event.length-max',
  'volunteer.guardian-below',
] as const

export type EventRuleId = (typeof EVENT_RULE_IDS)[number]

/** Their values, as the functions of this room take them. */
export type EventRules = Pick<RuleValues, EventRuleId>

/** The values of a pack. */
export function eventRulesOf(policy: PolicyPack): EventRules {
  return valuesOf(policy, EVENT_RULE_IDS)
}
