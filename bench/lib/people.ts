import { createHash } from 'node:crypto'
import { isBranch } from '#domain/policy/organisations'
import type { DistrictPack } from '../../server/districts'

/** Class hours and volunteer hours in the ledger of everybody who has one. */
export const ENTRIES = { classes: 24, services: 6 } as const
/** People of the one branch whose list is asked for. */
export const BRANCH_SIZE = 50
/** The app whose openids these are. */
export const APP_ID = 'wx0000000000000bec'

/** A person by number from 0, or who holds one of the two offices: of the listed branch, and of the district. */
export type Who = number | 'secretary' | 'officer'

/** What the rows of `fill` say about somebody. */
export interface BenchPerson {
  readonly person: string
  readonly account: string
  readonly openid: string
  /** A session's token. */
  readonly token: string
}

/** What `fill` computes in SQL, computed again: nothing has to be read back. */
export function benchPerson(who: Who): BenchPerson {
  const uuid = (what: string): string => asUuid(createHash('md5').update(`${what} ${who}`).digest('hex'))
  return {
    person: uuid('person'),
    account: uuid('account'),
    openid: `bench-${who}`,
    token: createHash('sha256').update(`token ${who}`).digest('base64url'),
  }
}

/** Where people are: {@link BRANCH_SIZE} of them in one branch, the others spread over the rest. */
export function placesOf(pack: DistrictPack): {
  readonly district: string
  readonly listed: string
  readonly others: readonly string[]
} {
  const district = pack.organisations.find(({ parent }) => parent === null)
  const [listed, ...others] = pack.organisations.filter(isBranch).map(({ code }) => code)
  if (!district || listed === undefined || others.length === 0) throw new Error(`${pack.slug} has too few branches.`)
  return { district: district.code, listed, others }
}

function asUuid(hex: string): string {
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
