import { valueOf, type PolicyPack, type RuleValues } from '../policy/policy'

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
  return {
    'check-in.window': valueOf(policy, 'check-in.window'),
    'check-in.keys': valueOf(policy, 'check-in.keys'),
    'check-in.late-max': valueOf(policy, 'check-in.late-max'),
    'check-in.typed-tries': valueOf(policy, 'check-in.typed-tries'),
    'check-in.share': valueOf(policy, 'check-in.share'),
    'check-in.rounding': valueOf(policy, 'check-in.rounding'),
  }
}
