import { sql } from 'kysely'
import type { TeamRole } from '#domain/checkin/attendance'
import { leadsOf, teamOf, type Team } from '#domain/checkin/team'
import type { AttendanceReply, TeamBody } from '#contract/check-in'
import type { Context, SignedIn } from '../../context'
import { refusal } from '../../problem'
import type { Trx } from '../acts'
import { personOfAccount } from '../events/registrations'
import { actOnEvent } from './act-on-event'
import { appendActs } from './acts'
import { readAttendance } from './attendance'

/**
 * A lead names somebody of the team by the code of their account, gives them another role, or takes them off. The last lead stays one: an
 * event needs somebody who closes it.
 */
export async function setTeam(context: SignedIn, id: string, body: TeamBody): Promise<AttendanceReply> {
  const route = 'POST /v1/events/:event/team'
  await actOnEvent(context, route, id, body, async (trx, { asker, hosts }, { acts, team }) => {
    const person = await personOf(trx, context, body, team)
    const act = { act: 'team-set', person, team: body.team } as const
    const after = teamOf(team.maker, [...acts, { ...act, no: acts.length + 1, at: context.now, by: asker.person }])
    if (leadsOf(team, hosts).length > 0 && leadsOf(after, hosts).length === 0) {
      throw refusal({ code: 'last-lead', facts: {} })
    }
    await appendActs(trx, context, id, [act], asker.person)
  })
  return readAttendance(context, id)
}

/** Whom a lead means: an account's owner, or somebody of the team already. */
async function personOf(
  trx: Trx,
  context: SignedIn,
  { account, person }: TeamBody,
  { maker, named }: Team,
): Promise<string> {
  if (account !== null) return personOfAccount(trx, context, account)
  if (person !== null && (person === maker || named.has(person))) return person
  throw refusal({ code: 'person-unknown', facts: {} })
}

/** Before somebody's data are erased: an event of which they were a lead has others who close it. The events' locks are held. */
export async function leaveTeams(trx: Trx, context: Context, person: string): Promise<void> {
  const { rows } = await sql<{ event: string; team: TeamRole | null }>`
    select distinct on (event_id) event_id as event, team from attendance_act
     where person_id = ${person}::uuid and act = 'team-set' order by event_id, no desc`.execute(trx)
  for (const { event, team } of rows) {
    if (team !== null) await appendActs(trx, context, event, [{ act: 'team-set', person, team: null }], null)
  }
}

/** Takes the locks of the events of which somebody is, in one order: what is left of them follows. The person's lock is held. */
export async function lockEventsOf(trx: Trx, person: string): Promise<void> {
  await sql`
    select id from event
     where id in (select event_id from registration where person_id = ${person}::uuid
                  union select event_id from attendance_act where person_id = ${person}::uuid and act = 'team-set')
     order by id for update`.execute(trx)
}
