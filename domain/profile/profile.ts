import { ageOn, parseLocalDate, type LocalDate } from '../time'
import { granted, refused, type Decision } from '../refusal'
import { isBranch, isTownship, type Organisation } from '../policy/organisations'
import { valueOf, type PolicyPack } from '../policy/policy'

/** Names have 2–50 characters and may hold "·" (Mongolian and other names; domain.md, section 2). */
export const NAME_LENGTH = { minimum: 2, maximum: 50 } as const

/** What someone says about themselves. */
export interface ProfileClaim {
  readonly name: string
  readonly birthDate: string
  /** The town or sub-district they live in, if they wish to say so. */
  readonly township: string | null
  /** The branch they belong to. */
  readonly organisation: string
}

export interface Profile {
  readonly name: string
  readonly birthDate: LocalDate
  readonly township: string | null
  readonly organisation: string
}

/** The name with outer and doubled white space taken away and the usual look-alikes of "·" made one. */
export function normaliseName(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[•‧・∙⋅]/g, '·')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Letters of any script, marks, spaces, "·", ".", "-", "'" between them; no digits, signs, controls or direction marks. */
export function isName(name: string): boolean {
  const length = Array.from(name).length
  if (length < NAME_LENGTH.minimum || length > NAME_LENGTH.maximum) return false
  return /^[\p{L}\p{M}]+(?:[ ·.'’-]{1,2}[\p{L}\p{M}]+)*\.?$/u.test(name)
}

/**
 * Whether what someone says about themselves can be kept. The age is asked first: under `account.age-min` nothing is kept,
 * whatever else is wrong.
 */
export function decideProfile(
  claim: ProfileClaim,
  organisations: readonly Organisation[],
  policy: PolicyPack,
  today: LocalDate,
): Decision<Profile> {
  const birthDate = parseLocalDate(claim.birthDate)
  if (!birthDate || birthDate > today) return refused({ code: 'birth-date-invalid', facts: {} })
  const minimum = valueOf(policy, 'account.age-min')
  if (ageOn(birthDate, today, valueOf(policy, 'age.birthday-counts')) < minimum) {
    return refused({ code: 'under-age', facts: { minimum } })
  }
  const name = normaliseName(claim.name)
  if (!isName(name)) return refused({ code: 'name-invalid', facts: NAME_LENGTH })
  const organisation = organisations.find((one) => one.code === claim.organisation)
  if (!organisation) return refused({ code: 'organisation-unknown', facts: {} })
  if (!isBranch(organisation)) return refused({ code: 'organisation-not-a-branch', facts: {} })
  const township = organisations.find((one) => one.code === claim.township)
  if (claim.township !== null && !(township && isTownship(township))) return refused({ code: 'township-unknown', facts: {} })
  return granted({ name, birthDate, township: claim.township, organisation: organisation.code })
}
