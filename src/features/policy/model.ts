import type { Policy } from '#domain/policy/policy'
import { fullDayWords } from '../../text/dates'

/** Which rules an answer was made under. */
export function editionWords(policy: Pick<Policy, 'edition' | 'version'>): string {
  return `规定版本 ${policy.edition}（${policy.version}）`
}

/** What to know while nobody of the district has confirmed the pack; null once somebody has. */
export function unconfirmedWords(policy: Pick<Policy, 'confirmedOn'>): string | null {
  return policy.confirmedOn === null ? '这些规定还没有经本区确认，请以团组织的答复为准。' : null
}

/** When the district confirmed the pack; null while it hasn't. */
export function confirmedWords(policy: Pick<Policy, 'confirmedOn'>): string | null {
  return policy.confirmedOn === null ? null : `本区 ${fullDayWords(policy.confirmedOn)}确认`
}
