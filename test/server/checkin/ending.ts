import type { AttendanceReply } from '#contract/check-in'
import { register } from '../events/scene'
import { accountCode } from '../kit/events'
import type { Inspector } from '../kit/inspect'
import { must, newPerson, type Somebody } from '../kit/people'
import { newRequestId, type Answer, type TestApi } from '../support'
import { come, newEvening, MINUTE, type Device } from './scene'

/** How an evening ends: what is settled, closed, opened again; and what stands in ledgers then. */

/** An evening that gives volunteers what it is long, and has places for everybody. */
export const SERVICE = { attendeePlaces: 100, volunteerPlaces: 100, volunteerMinutes: 120 }

type Who = Pick<Somebody, 'call'>

const act = (who: Who, event: string, what: string, body: object): Promise<Answer> =>
  who.call('POST', `/v1/events/${event}/${what}`, { requestId: newRequestId(), ...body })

export const setTimes = (who: Who, event: string, people: readonly string[], more: object = {}): Promise<Answer> =>
  act(who, event, 'settlements', { act: 'times-set', people, in: null, out: null, reason: '忘了签退（示例）', ...more })

export const confirm = (who: Who, event: string, people: readonly string[], all = false): Promise<Answer> =>
  act(who, event, 'settlements', { act: 'confirmed', people, all })

export const countHeads = (who: Who, event: string, heads: number, guests = 0): Promise<Answer> =>
  act(who, event, 'settlements', { act: 'heads-counted', heads, guests })

export const strike = (who: Who, event: string, people: readonly string[], struck = true): Promise<Answer> =>
  act(who, event, 'strikes', { people, struck, reason: '没有见到（示例）' })

export const close = (who: Who, event: string, requestId = newRequestId()): Promise<Answer> =>
  who.call('POST', `/v1/events/${event}/close`, { requestId })

export const reopen = (who: Who, event: string): Promise<Answer> =>
  act(who, event, 'reopen', { reason: '有人的时间记错了（示例）' })

export const setTeam = (who: Who, event: string, more: object): Promise<Answer> =>
  act(who, event, 'team', { account: null, person: null, team: null, ...more })

/** A lead beside the one who made the event, named by them. */
export async function newLead(api: TestApi, { host, event }: Device): Promise<Somebody> {
  const lead = await newPerson(api, {
    profile: { name: '负责人·乙', organisation: 'SH-X01-2', birthDate: '2000-01-01' },
  })
  must(201, 201, await setTeam(host, event, { account: await accountCode(lead), team: 'lead' }))
  return lead
}

export async function attendanceOf(who: Who, event: string): Promise<AttendanceReply> {
  return must(200, 200, await who.call('GET', `/v1/events/${event}/attendance`)).body as AttendanceReply
}

/** The row of somebody, as the team reads it. */
export async function rowOf(
  who: Who,
  event: string,
  { person }: Pick<Somebody, 'person'>,
): Promise<AttendanceReply['people'][number]> {
  const row = (await attendanceOf(who, event)).people.find((one) => one.person === person)
  if (!row) throw new Error('not in the list')
  return row
}

/** What stands of an event's entries in somebody's ledger, minutes and tenths; entries that name an older one stand in its place. */
export async function standing(seen: Inspector, event: string, person: string): Promise<readonly [number, number]> {
  const [row] = await seen.query<{ minutes: number; tenths: number }>(
    `select coalesce(sum(amount) filter (where requirement = 'volunteer-hours'), 0)::int as minutes,
            coalesce(sum(amount) filter (where requirement = 'class-hours'), 0)::int as tenths
       from saihan.ledger l
      where l.event_id = $1 and l.person_id = $2 and l.accepted_on is not null
        and not exists (select from saihan.ledger c where c.corrects = l.id)`,
    [event, person],
  )
  return [row?.minutes ?? 0, row?.tenths ?? 0]
}

/** An evening of service whose helpers have come and gone, one after the other; time stands at its end. */
export async function servedEvening(api: TestApi, people: readonly Somebody[], more: object = {}): Promise<Device> {
  const begun = api.now()
  const door = await newEvening(api, { ...SERVICE, ...more })
  for (const one of people) must(201, 201, await register(one, door.event, 'volunteer'))
  api.setNow(begun + 30 * MINUTE)
  for (const one of people) await come(api, one, door)
  api.setNow(door.end)
  for (const one of people) await come(api, one, door, 'out')
  return door
}
