import type { Kysely } from 'kysely'
import { pathOf, type Organisation, type Venue } from '#domain/policy/organisations'
import type { DistrictTables, PlatformTables } from './database/tables'
import type { DistrictPack } from './districts'
import type { Wechat } from './wechat/client'

/** A district as the services use it: its pack in memory, its own database login. */
export interface District extends DistrictPack {
  readonly db: Kysely<DistrictTables>
  readonly organisationByCode: ReadonlyMap<string, Organisation>
  readonly venueByCode: ReadonlyMap<string, Venue>
}

/** What the API is built of. Tests hand in their own; nothing else is reached for. */
export interface Deps {
  /** Real time in epoch milliseconds; in a demo the demo clock's offset comes on top. */
  readonly realNow: () => number
  readonly platform: Kysely<PlatformTables>
  readonly districts: ReadonlyMap<string, District>
  /** The database's stamp. */
  readonly demo: boolean
  /** Undefined: nobody can sign in with WeChat (a demo without keys). */
  readonly wechat: Wechat | undefined
  /** Key of the HMAC that remembers a request's body. */
  readonly requestKey: string
  /** The address that the links in codes begin with, without a trailing slash: the public one (settings), never a request's. */
  readonly origin: string
  /** Folder of the built web version; undefined = the API alone. */
  readonly webRoot: string | undefined
  /** A line for the log; only ids, codes and patterns ever reach it. */
  readonly log: (line: Readonly<Record<string, string | number | undefined>>) => void
}

/** A district from its pack and its database. */
export function makeDistrict(pack: DistrictPack, db: Kysely<DistrictTables>): District {
  const byCode = <Row extends { readonly code: string }>(rows: readonly Row[]) =>
    new Map(rows.map((row) => [row.code, row]))
  return { ...pack, db, organisationByCode: byCode(pack.organisations), venueByCode: byCode(pack.venues) }
}

/** The codes from an organisation up to the district, itself first. */
export function pathUp(district: District, code: string): readonly string[] {
  return pathOf(district.organisations, code)
}
