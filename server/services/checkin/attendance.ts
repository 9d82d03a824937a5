import { sql } from 'kysely'
import { maskName } from '#domain/profile/occupation'
import { isWeak, type Attendance } from '#domain/checkin/attendance'
import { closeOutOf } from '#domain/checkin/close-out'
import { twoDigits } from '#domain/checkin/code'
import { creditOf } from '#domain/checkin/credit'
import { checkInRulesOf } from '#domain/checkin/rules'
import { teamRole } from '#domain/checkin/team'
import type { AttendanceReply, AttendanceRow, DeskRow } from '#contract/check-in'
import type { SignedIn } from '../../context'
import { notFound } from '../../problem'
import { logAttendanceLook } from '../access-log'
import { cardOf, selectEvents } from '../events/cards'
import { authoriseTeam, type TeamAuthority } from './authorise'
import { shownCredits } from './credits'
import { keysWindow } from './desks'
import { loadSheet, type LoadedSheet } from './sheet-of'

/** Who is expected and who has come, what is missing before closing, the desks and the team. Logged as a look at each of them. */
export async function readAttendance(context: SignedIn, id: string): Promise<AttendanceReply> {
  const authority = await authoriseTeam(context, 'GET /v1/events/:event/attendance', id)
  const { db } = context.district
  const row = await selectEvents(db).where('e.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  const loaded = await loadSheet(db, row)
  const { sheet, registered, uploads, event } = loaded
  const people = await rowsOf(context, authority, loaded, everybodyOf(loaded))
  const { accepted, noCheckOut, weak, noShows, withinHeads } = closeOutOf(sheet, registered)
  const window = keysWindow(context, event.terms)
  const { closed } = sheet
  return {
    asOf: context.now,
    card: cardOf(context, row, true),
    team: authority.role,
    closed,
    openRow: sheet.openRow,
    afterClose:
      closed === null
        ? 0
        : uploads.filter(({ flags, arrived }) => flags.includes('after-close') && arrived >= closed).length,
    heads: sheet.heads,
    guests: sheet.guests,
    people,
    desks: await desksOf(context, id),
    closeOut: {
      accepted,
      noCheckOut: [...noCheckOut],
      weak: [...weak],
      noShows: [...noShows],
      withinHeads,
    },
    keysFrom: window.from,
    keysUntil: window.until,
    members: await membersOf(context, authority),
  }
}

/** Who holds a place, in the order of arrival, then who came without one. */
export function everybodyOf({ registered, sheet }: LoadedSheet): readonly string[] {
  return Array.from(new Set([...registered, ...sheet.attendances.map(({ person }) => person)]))
}

/** People as the team sees them, each look logged: a helper reads masked names only. */
export async function rowsOf(
  context: SignedIn,
  authority: TeamAuthority,
  loaded: LoadedSheet,
  people: readonly string[],
): Promise<AttendanceRow[]> {
  const { asker, role } = authority
  const { event, sheet, roles } = loaded
  const known = await peopleOf(context, people)
  const credits = await shownCredits(context, loaded)
  await logAttendanceLook(
    context,
    authority,
    people.filter((person) => person !== asker.person),
  )
  const came = new Map(sheet.attendances.map((one) => [one.person, one]))
  const { policy } = context.district
  const rules = checkInRulesOf(policy)
  return people.map((person): AttendanceRow => {
    const one = came.get(person) ?? absent(person, roles.get(person) ?? 'attendee')
    const { name, account, tag } = known.get(person) ?? NOBODY
    const masked = name === null ? null : maskName(name)
    const { present, least, minutes, tenths, reason } = credits.get(person) ?? creditOf(one, event, policy, rules)
    const newcomer = account && name === null && one.in?.byHost === false
    return {
      person,
      name: role === 'helper' ? masked : name,
      masked,
      registered: roles.has(person),
      digits: newcomer && one.requestId !== null ? twoDigits(one.requestId) : null,
      tag,
      role: one.role,
      in: one.in?.at ?? null,
      out: one.out?.at ?? null,
      flags: [...one.flags],
      weak: isWeak(one),
      struck: one.struck,
      confirmed: one.confirmed,
      inWay: one.in?.way ?? null,
      outWay: one.out?.way ?? null,
      credit: { present, least, minutes, tenths, reason },
      own: person === asker.person,
    }
  })
}

const NOBODY = { name: null, account: false, tag: null } as const

/** Somebody with a place who hasn't come. */
function absent(person: string, role: Attendance['role']): Attendance {
  return { person, role, in: null, out: null, flags: [], requestId: null, struck: false, confirmed: false }
}

/** Names, whether there is still an account behind somebody, and the tags of their own codes of today. */
async function peopleOf({ district, today }: SignedIn, people: readonly string[]) {
  const { rows } = await sql<{ person: string; name: string | null; account: boolean; tag: string | null }>`
    select x.id as person, p.name, pa.person_id is not null as account, o.tag
      from person x
      left join profile p on p.person_id = x.id
      left join person_account pa on pa.person_id = x.id
      left join own_code o on o.person_id = x.id and o.day = ${today}::date
     where x.id = any(${[...people]}::uuid[])`.execute(district.db)
  return new Map(rows.map((row) => [row.person, row]))
}

async function desksOf({ district }: SignedIn, event: string): Promise<DeskRow[]> {
  const desks = await district.db.selectFrom('desk').selectAll().where('event_id', '=', event).orderBy('desk').execute()
  return desks.map((row) => ({
    desk: row.desk,
    direction: row.direction,
    device: row.device,
    since: row.opened_at.getTime(),
    revoked: row.revoked_at?.getTime() ?? null,
  }))
}

/** Everybody who may act at the event: who made it, who was named, the hosts of the venue. */
async function membersOf(context: SignedIn, authority: TeamAuthority): Promise<AttendanceReply['members']> {
  const { team, hosts, asker, role } = authority
  const all = Array.from(new Set([team.maker, ...team.named.keys(), ...hosts]))
  const standing = all.flatMap((person) => {
    const theirs = teamRole(person, team, hosts)
    return theirs === null ? [] : [{ person, theirs }]
  })
  const known = await peopleOf(
    context,
    standing.map(({ person }) => person),
  )
  return standing.map(({ person, theirs }) => {
    const name = known.get(person)?.name ?? null
    return {
      person,
      name: name !== null && role === 'helper' ? maskName(name) : name,
      team: theirs,
      maker: person === team.maker,
      own: person === asker.person,
    }
  })
}
