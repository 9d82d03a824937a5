import { sql } from 'kysely'
import { isWeak } from '#domain/checkin/attendance'
import { creditOf } from '#domain/checkin/credit'
import { shownCredit, standingOfEvent } from '#domain/checkin/crediting'
import { checkInRulesOf } from '#domain/checkin/rules'
import { teamRole } from '#domain/checkin/team'
import { rolesOn } from '#domain/access/roles'
import type { MyAttendance, MyAttendancesReply, MyTeamsReply } from '#contract/check-in'
import { addDaysToInstant } from '#domain/time'
import type { SignedIn } from '../../context'
import { noSession } from '../../problem'
import { sheetOfOne, type Attended } from '../../queries/attended'
import { personFacts, type PersonFacts } from '../../queries/person-facts'
import { anyVenue, cardOf, selectEvents, type EventRow } from '../events/cards'
import { requireAsker } from '../person'
import { cameLate } from './credits'
import { teamOfEvent } from './authorise'

/** What one's coming to events was credited, and why, or why not; the newest first. */
export async function readMyAttendances(context: SignedIn): Promise<MyAttendancesReply> {
  const { db } = context.district
  const mine = (await personFacts(db, { account: context.session.account, attended: 'all' }))[0]
  if (!mine) throw noSession()
  const ids = mine.attended.map(({ event }) => event)
  const rows =
    ids.length === 0
      ? []
      : await selectEvents(db)
          .where('e.id', '=', sql<string>`any(${ids}::uuid[])`)
          .execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  const attendances = mine.attended.flatMap((one) => {
    const row = byId.get(one.event)
    return row ? [attendanceOf(context, row, one, mine)] : []
  })
  return { asOf: context.now, attendances: attendances.reverse() }
}

function attendanceOf(context: SignedIn, row: EventRow, attended: Attended, { facts }: PersonFacts): MyAttendance {
  const { policy } = context.district
  const { sheet, attendance } = sheetOfOne(attended)
  const event = { ...attended.state, id: attended.event }
  const { person, struck, role, flags } = attendance
  const credit = shownCredit(creditOf(attendance, event, policy, checkInRulesOf(policy)), {
    event,
    sheet,
    person,
    standing: standingOfEvent(facts.entries, new Set(attended.ofEvent)),
    late: cameLate(attended.uploads, person, sheet.closed),
    birthDate: facts.birthDate,
  })
  const said = attended.acts.filter(({ act }) => act === (struck ? 'struck' : 'times-set')).pop()
  const { present, least, minutes, tenths, reason } = credit
  return {
    card: cardOf(context, row),
    role,
    in: attendance.in?.at ?? null,
    out: attendance.out?.at ?? null,
    flags: [...flags],
    weak: isWeak(attendance),
    struck,
    closed: sheet.closed !== null,
    credit: { present, least, minutes, tenths, reason },
    reason: said?.reason ?? null,
  }
}

/** So long after its end an event stays among those that one helps to run. */
const TEAM_DAYS = 7

/** The events that one helps to run: of which one was named, or that one made as a host of the venue; the next first. */
export async function readMyTeams(context: SignedIn): Promise<MyTeamsReply> {
  const { db } = context.district
  const { person, roles } = await requireAsker(context)
  const venues = rolesOn(roles, context.today).flatMap(({ role, venue }) =>
    role === 'venue-host' && venue ? [venue] : [],
  )
  const rows = await selectEvents(db)
    .where('e.status', '=', 'published')
    .where('e.end_at', '>=', new Date(addDaysToInstant(context.now, -TEAM_DAYS)))
    .where(({ or, and, eb, exists, selectFrom }) =>
      or([
        eb(
          'e.id',
          'in',
          selectFrom('attendance_act').select('event_id').where('person_id', '=', person).where('act', '=', 'team-set'),
        ),
        and([
          eb('e.venue', '=', anyVenue(venues)),
          exists(
            selectFrom('event_act as a')
              .select('a.id')
              .whereRef('a.event_id', '=', 'e.id')
              .where('a.no', '=', 1)
              .where('a.by_person', '=', person),
          ),
        ]),
      ]),
    )
    .orderBy('e.start_at')
    .orderBy('e.id')
    .execute()
  const teams = await Promise.all(
    rows.map(async (row) => {
      const found = await teamOfEvent(context, row.id, db)
      const team = found && teamRole(person, found.team, found.hosts)
      // Taken off since; another host of the venue finds the event there.
      const named = found && (found.team.maker === person || found.team.named.get(person))
      return team && named ? [{ card: cardOf(context, row, true), team, closed: row.closed_at !== null }] : []
    }),
  )
  return { asOf: context.now, teams: teams.flat() }
}
