import type { RouteKey } from '#domain/access/permissions'
import type { TeamRole } from '#domain/checkin/attendance'
import { hostSays, linkOf, MINUTE, openDesk } from '../checkin/scene'
import { HOUR, published, register } from '../events/scene'
import { newRequestId, type TestApi } from '../support'
import { must, type Somebody } from './people'
import type { Branch, Ready } from './scene'
import { accountCode, newAdult } from './events'

/** Whether a route is about who was at an event: made ready by an evening. */
export function isOfCheckIn(key: RouteKey): boolean {
  return (
    key === 'POST /v1/me/check-ins' ||
    key === 'GET /v1/hand-overs' ||
    /\/events\/:event\/(attendance|check-ins|desks|settlements|strikes|close|reopen|team|record|hand-over)(\/|$)/.test(
      key,
    )
  )
}

type Where = Pick<Branch, 'api' | 'hall' | 'code'>

/** Somebody is named into an event's team, by who leads it. */
export async function nameInto(
  { hall }: Pick<Branch, 'hall'>,
  event: string,
  somebody: Somebody,
  team: TeamRole | null,
): Promise<void> {
  const account = await accountCode(somebody)
  const body = { requestId: newRequestId(), account, person: null, team }
  must(201, 201, await hall.host.call('POST', `/v1/events/${event}/team`, body))
}

/** The time that decides: in a demo somebody may have moved its clock. */
export async function timeOf({ hall }: Pick<Branch, 'hall'>): Promise<number> {
  return Number((await hall.host.call('GET', '/v1/me')).headers['x-server-time'])
}

/** Does something when it was earlier. */
async function earlier<T>(api: TestApi, by: number, act: () => Promise<T>): Promise<T> {
  const now = api.now()
  api.setNow(now - by)
  try {
    return await act()
  } finally {
    api.setNow(now)
  }
}

/** An event of this evening, nobody has come yet. */
async function tonight(where: Where, somebody: Somebody): Promise<string> {
  const start = (await timeOf(where)) + 30 * MINUTE
  const terms = { start, end: start + 2 * HOUR, deadline: start - 10 * MINUTE, attendeePlaces: 50 }
  const event = await published(where.api, where.hall.host, terms)
  must(201, 201, await register(somebody, event))
  return event
}

/** An event that is over, at which somebody was by the host's word from the beginning to the end; heads are counted. */
async function yesterday(where: Where, somebody: Somebody): Promise<string> {
  const { api, hall } = where
  const event = await earlier(api, 5 * HOUR, () => tonight(where, somebody))
  for (const [ago, direction] of [
    [4.5, 'in'],
    [2.5, 'out'],
  ] as const) {
    const said = { way: 'roll', direction, people: [somebody.person] }
    await earlier(api, ago * HOUR, async () => must(201, 201, await hostSays(api, hall.host, event, said)))
  }
  const heads = { requestId: newRequestId(), act: 'heads-counted', heads: 1, guests: 0 }
  must(201, 201, await hall.host.call('POST', `/v1/events/${event}/settlements`, heads))
  return event
}

async function closed(where: Where, somebody: Somebody): Promise<string> {
  const event = await yesterday(where, somebody)
  const body = { requestId: newRequestId() }
  must(201, 201, await where.hall.host.call('POST', `/v1/events/${event}/close`, body))
  return event
}

/** What an event has gone through for a route. */
const NEEDS: Readonly<Partial<Record<RouteKey, (where: Where, somebody: Somebody) => Promise<string>>>> = {
  'POST /v1/events/:event/settlements': yesterday,
  'POST /v1/events/:event/strikes': yesterday,
  'POST /v1/events/:event/close': yesterday,
  'POST /v1/events/:event/reopen': closed,
  'GET /v1/events/:event/record': closed,
  'POST /v1/events/:event/hand-over': closed,
  'GET /v1/hand-overs': closed,
}

/** An evening in the state in which a route can be used, and somebody who can use it, or on whom it can be used. */
export async function readyForCheckIn(key: RouteKey, branch: Branch): Promise<Ready> {
  const { hall } = branch
  const somebody = await newAdult(branch)
  const event = await (NEEDS[key] ?? tonight)(branch, somebody)
  const now = await timeOf(branch)
  const names: Record<string, string> = {
    event,
    person: somebody.person,
    organisation: hall.organisation,
    at: String(now),
  }
  if (key === 'POST /v1/events/:event/team') names.account = await accountCode(somebody)
  if (key === 'POST /v1/me/check-ins') {
    const device = { event, host: hall.host, start: 0, end: 0, ...(await openDesk(hall.host, event)) }
    names.code = linkOf(device, 'in', now)
  }
  return { somebody, names }
}
