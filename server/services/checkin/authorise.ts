import { sql, type Kysely } from 'kysely'
import type { Asker } from '#domain/access/decide'
import { PERMISSIONS, type RouteKey } from '#domain/access/permissions'
import type { HeldRole } from '#domain/access/roles'
import type { TeamRole } from '#domain/checkin/attendance'
import { isEnough, teamRole, type Team } from '#domain/checkin/team'
import type { DistrictTables } from '../../database/tables'
import type { Context, SignedIn } from '../../context'
import { notFound } from '../../problem'
import { isUuid } from '../ids'
import { requireAsker } from '../person'

type Db = Kysely<DistrictTables>

/** A route that is for an event's team. */
export type TeamRoute = {
  [K in RouteKey]: (typeof PERMISSIONS)[K] extends { kind: 'team' } ? K : never
}[RouteKey]

/** Who runs an event: as its facts make it, and who is a host of its venue today. */
export interface EventTeam {
  readonly venue: string
  readonly team: Team
  readonly hosts: ReadonlySet<string>
}

/** That somebody may act at an event. */
export interface TeamAuthority extends EventTeam {
  readonly asker: Asker
  readonly role: TeamRole
  /** As whom they act where it is logged: the event is its venue's. */
  readonly by: Pick<HeldRole, 'role' | 'organisation'>
}

/** Lets somebody of an event's team act, or answers as if the event didn't exist. */
export async function authoriseTeam(
  context: SignedIn,
  route: TeamRoute,
  event: string,
  db: Db = context.district.db,
): Promise<TeamAuthority> {
  const { least } = PERMISSIONS[route]
  const asker = await requireAsker(context, db)
  const found = isUuid(event) ? await teamOfEvent(context, event, db) : null
  const role = found && teamRole(asker.person, found.team, found.hosts)
  if (!found || role === null || !isEnough(role, least)) throw notFound()
  const organisation = context.district.venueByCode.get(found.venue)?.organisation
  if (organisation === undefined) throw notFound()
  return { ...found, asker, role, by: { role: 'venue-host', organisation } }
}

interface TeamRow {
  readonly venue: string
  readonly maker: string | null
  readonly named: readonly { readonly person: string; readonly team: TeamRole | null }[]
  readonly hosts: readonly string[]
}

/** Reads who runs an event, and nothing else of it; null when it doesn't exist. */
export async function teamOfEvent({ today }: Pick<Context, 'today'>, event: string, db: Db): Promise<EventTeam | null> {
  const { rows } = await sql<TeamRow>`
    select e.venue,
           (select a.by_person from event_act a where a.event_id = e.id and a.no = 1) as maker,
           (select coalesce(json_agg(json_build_object('person', t.person_id, 'team', t.team) order by t.no), '[]')
              from attendance_act t where t.event_id = e.id and t.act = 'team-set') as named,
           (select coalesce(json_agg(distinct g.person_id), '[]') from role_grant g
             where g.role = 'venue-host' and g.venue = e.venue and g.until >= ${today}::date
               and not exists (select from role_revocation r where r.grant_id = g.id)) as hosts
      from event e where e.id = ${event}::uuid`.execute(db)
  const row = rows[0]
  if (!row) return null
  const named = new Map(row.named.map(({ person, team }) => [person, team]))
  // Time drafts nothing: every event has somebody who made it.
  return { venue: row.venue, team: { maker: row.maker ?? '', named }, hosts: new Set(row.hosts) }
}
