import type { AddBody } from '#contract/event'
import { EVENT_ROLES } from '#domain/events/event'
import { NO_ACCOUNT_CODE } from '../../text/account'

export type AddField = 'account' | 'role'

export type CheckedAdd =
  | { readonly kind: 'ready'; readonly body: Omit<AddBody, 'requestId'> }
  | { readonly kind: 'errors'; readonly errors: { readonly [F in AddField]?: string } }

/** Asks whether what was typed can be an account's code. `accountOf`: reads one, however it was typed. */
export function checkAdd(
  draft: Readonly<Record<AddField, string>>,
  accountOf: (typed: string) => string | null,
): CheckedAdd {
  const account = accountOf(draft.account)
  const role = EVENT_ROLES.find((one) => one === draft.role)
  if (account !== null && role) return { kind: 'ready', body: { account, role } }
  return {
    kind: 'errors',
    errors: {
      ...(account === null && { account: NO_ACCOUNT_CODE }),
      ...(!role && { role: '请选择来做什么。' }),
    },
  }
}

/** Which field a refusal speaks of. */
export function addFieldOf(code: string): AddField | null {
  if (code === 'account-unknown' || code === 'own-row') return 'account'
  return code === 'role-not-offered' || code === 'event-full' ? 'role' : null
}
