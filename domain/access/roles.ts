import type { LocalDate } from '../time'
import { isBranch, type OrganisationKind } from '../policy/organisations'

/**
 * Offices that a person can hold for an organisation. A youth needs none: everything of one's own is by being signed in.
 */
export const ROLES = ['branch-secretary', 'committee-officer', 'district-officer', 'venue-host'] as const

export type Role = (typeof ROLES)[number]

/** A role held for an organisation, or for one of its venues, through the last day `until`. */
export interface HeldRole {
  readonly role: Role
  readonly organisation: string
  readonly until: LocalDate
  /** Of a venue's host: the code of the venue, whose organisation is the one above. */
  readonly venue?: string | null
}

/** The roles that are alive on a day: an ended one is dead at the next request. */
export function rolesOn(roles: readonly HeldRole[], on: LocalDate): readonly HeldRole[] {
  return roles.filter((held) => held.until >= on)
}

/** Whether an organisation of this kind has such an office: a branch its secretary, the district its officers, the others above branches theirs and the hosts of their venues. */
export function hasOffice(kind: OrganisationKind, role: Role): boolean {
  switch (role) {
    case 'branch-secretary':
      return isBranch({ kind })
    case 'district-officer':
      return kind === 'district'
    case 'committee-officer':
    // Of a venue, which belongs to a town, a sub-district or the district.
    case 'venue-host':
      return !isBranch({ kind })
  }
}
