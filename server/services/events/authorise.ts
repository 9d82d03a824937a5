import type { Kysely } from 'kysely'
import { decideOffice, type Asker } from '#domain/access/decide'
import { PERMISSIONS, type Permission } from '#domain/access/permissions'
import type { HeldRole } from '#domain/access/roles'
import { pathUp } from '../../deps'
import type { DistrictTables } from '../../database/tables'
import type { SignedIn } from '../../context'
import { notFound } from '../../problem'
import { isUuid } from '../ids'
import { actingRole, requireAsker, type OfficeRoute } from '../person'

type Office = Extract<Permission, { kind: 'office' }>

/** That somebody may act on a venue or on an event in it. */
export interface VenueAuthority {
  readonly asker: Asker
  readonly by: HeldRole
  readonly venue: string
}

/** Lets a host, or an office above, see or act on a venue, or answers as if it didn't exist. */
export async function authoriseOverVenue(
  context: SignedIn,
  route: OfficeRoute,
  code: string,
  db: Kysely<DistrictTables> = context.district.db,
): Promise<VenueAuthority> {
  const permission: Office = PERMISSIONS[route]
  const asker = await requireAsker(context, db)
  const venue = context.district.venueByCode.get(code)
  const organisations = venue ? pathUp(context.district, venue.organisation) : []
  const target = venue ? { organisations, venue: venue.code, person: null } : null
  if (decideOffice(permission, asker, target, context.today) !== 'granted') throw notFound()
  return { asker, by: actingRole(context, permission, asker, organisations, code), venue: code }
}

/** The same for an event, by the venue where it is held now. */
export async function authoriseOverEvent(
  context: SignedIn,
  route: OfficeRoute,
  event: string,
  db: Kysely<DistrictTables> = context.district.db,
): Promise<VenueAuthority> {
  const row = isUuid(event)
    ? await db.selectFrom('event').select('venue').where('id', '=', event).executeTakeFirst()
    : undefined
  if (!row) {
    await requireAsker(context, db)
    throw notFound()
  }
  return authoriseOverVenue(context, route, row.venue, db)
}
