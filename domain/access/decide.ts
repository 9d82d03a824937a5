import type { LocalDate } from '../time'
import type { Permission, Reach } from './permissions'
import { rolesOn, type HeldRole } from './roles'

/** Who asks: a person and the roles they hold. */
export interface Asker {
  readonly person: string
  readonly roles: readonly HeldRole[]
}

/** What a route is asked about. */
export interface Target {
  /** The organisation's code and those above it, itself first (domain/policy/organisations `pathOf`). */
  readonly organisations: readonly string[]
  /** The venue, where the route is about one or about an event in one. */
  readonly venue?: string
  /** The person, where the route is about one. */
  readonly person: { readonly id: string; readonly affiliation: 'claimed' | 'confirmed' } | null
}

/**
 * `own-row`: nobody acts on a row about themselves, in any role; asked before the table.
 * `not-visible`: answered byte for byte like an id that doesn't exist.
 */
export type Access = 'granted' | 'own-row' | 'not-visible'

/** A host reaches their venue and nothing else of its organisation. */
function reaches(held: HeldRole, reach: Reach, { organisations, venue }: Target): boolean {
  if (held.role === 'venue-host') return venue !== undefined && held.venue === venue
  return reach === 'own' ? organisations[0] === held.organisation : organisations.includes(held.organisation)
}

/** Whether an office may do what its permission says to a target, on a day. `target` null = it doesn't exist. */
export function decideOffice(
  permission: Extract<Permission, { kind: 'office' }>,
  asker: Asker,
  target: Target | null,
  on: LocalDate,
): Access {
  if (target?.person && target.person.id === asker.person) return 'own-row'
  if (!target || (permission.about === 'person' && !target.person)) return 'not-visible'
  const reached = rolesOn(asker.roles, on).some((held) =>
    permission.roles.some(({ role, reach }) => role === held.role && reaches(held, reach, target)),
  )
  if (!reached) return 'not-visible'
  return target.person && target.person.affiliation === 'claimed' && permission.people === 'confirmed'
    ? 'not-visible'
    : 'granted'
}
