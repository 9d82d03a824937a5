import { valueOf, type Policy } from '#domain/policy/policy'
import type { PrivacyFacts } from '../../text/privacy'

/** How long what is kept, by the district's pack. */
export function privacyFacts(policy: Policy): Omit<PrivacyFacts, 'contact' | 'wechat'> {
  return {
    newcomerDays: valueOf(policy, 'keeping.newcomer'),
    profileDays: valueOf(policy, 'keeping.profile'),
    accessLogDays: valueOf(policy, 'keeping.access-log'),
  }
}
