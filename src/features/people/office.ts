import type { MeReply } from '#contract/me'
import type { Role } from '#domain/access/roles'

/** In which office one looks at an organisation's people: as its secretary, else as an officer of a committee above. null = in none. */
export function officeFor(roles: MeReply['roles'], organisation: string): Role | null {
  if (roles.some((held) => held.role === 'branch-secretary' && held.organisation.code === organisation)) {
    return 'branch-secretary'
  }
  const above = (['committee-officer', 'district-officer'] as const).find((role) =>
    roles.some((held) => held.role === role),
  )
  return above ?? null
}
