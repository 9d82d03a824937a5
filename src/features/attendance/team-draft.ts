import type { TeamBody } from '#contract/check-in'
import { TEAM_ROLES } from '#domain/checkin/attendance'
import { NO_ACCOUNT_CODE } from '../../text/account'

export type TeamField = 'account' | 'team'

export type CheckedTeam =
  | { readonly kind: 'ready'; readonly body: Omit<TeamBody, 'requestId'> }
  | { readonly kind: 'errors'; readonly errors: { readonly [F in TeamField]?: string } }

/** Asks whether what was typed can name somebody. `accountOf`: reads an account's code, however it was typed. */
export function checkTeam(
  draft: Readonly<Record<TeamField, string>>,
  accountOf: (typed: string) => string | null,
): CheckedTeam {
  const account = accountOf(draft.account)
  const team = TEAM_ROLES.find((role) => role === draft.team)
  if (account !== null && team) return { kind: 'ready', body: { account, person: null, team } }
  return {
    kind: 'errors',
    errors: {
      ...(account === null && { account: NO_ACCOUNT_CODE }),
      ...(!team && { team: '请选择来做什么。' }),
    },
  }
}

/** Which field a refusal speaks of. */
export function teamFieldOf(code: string): TeamField | null {
  return code === 'account-unknown' ? 'account' : null
}
