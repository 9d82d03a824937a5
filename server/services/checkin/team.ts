import { leadsOf, teamOf, type Team } from '#domain/checkin/team'
import type { AttendanceReply, TeamBody } from '#contract/check-in'
import type { SignedIn } from '../../context'
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
