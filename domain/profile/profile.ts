import { ageOn, parseLocalDate, type LocalDate } from '../time'
import { granted, refused, type Decision } from '../refusal'
import { isBranch, isTownship, type Organisation } from '../policy/organisations'
import { valueOf, type PolicyPack } from '../policy/policy'
import { isLetter, isMark } from './letters'

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

/** What may stand between two letters of a name; "་" parts the syllables of a Tibetan one. */
const SEPARATORS = " ·.'’-་"
/** What may also end a name: "Jr.", and the "་" that Tibetan writing likes to end with. */
const ENDINGS = '.་'

/**
 * The name with outer and doubled white space taken away, the usual look-alikes of "·" made one, and full-width Latin
 * letters (a Chinese keyboard's) made plain.
 */
export function normaliseName(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u2022\u2027\u2219\u22c5\u2e31\u30fb\uff65]/g, '·')
    .replace(/[\uff21-\uff3a\uff41-\uff5a]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\s+/g, ' ')
    .trim()
}

/**
 * Letters of any living script with their marks, and between them at most two separators in a row; no digits, signs,
 * emoji, controls or direction marks. Lengths are in characters (code points).
 */
export function isName(name: string): boolean {
  const characters = Array.from(name)
  if (characters.length < NAME_LENGTH.minimum || characters.length > NAME_LENGTH.maximum) return false
  // How many separators stand in a row; at the beginning there is room for none.
  let separators = 2
  for (const character of characters) {
    const code = character.codePointAt(0) ?? 0
    if (SEPARATORS.includes(character)) separators += 1
    else if (isLetter(code) || (separators === 0 && isMark(code))) separators = 0
    else return false
    if (separators > 2) return false
  }
  return separators === 0 || (separators === 1 && ENDINGS.includes(characters[characters.length - 1] ?? ''))
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
  if (claim.township !== null && !(township && isTownship(township)))
    return refused({ code: 'township-unknown', facts: {} })
  return granted({ name, birthDate, township: claim.township, organisation: organisation.code })
}
