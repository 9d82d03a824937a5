import { valuesOf, type PolicyPack, type RuleValues } from '../policy/policy'

/** The rules about checking in that a district decides; none has a source. */
export const CHECK_IN_RULE_IDS = [
  'check-in.window',
  'check-in.keys',
  'check-in.late-max',
  'check-in.typed-tries',
  'check-in.share',
  'check-in.rounding',
] as const

export type CheckInRuleId = (typeof CHECK_IN_RULE_IDS)[number]

/** Their values, as the functions of this room take them. */
export type CheckInRules = Pick<RuleValues, CheckInRuleId>

/** The values of a pack. */
export function checkInRulesOf(policy: PolicyPack): CheckInRules {
  return valuesOf(policy, CHECK_IN_RULE_IDS)
}
