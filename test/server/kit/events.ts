import type { RouteKey } from '#domain/access/permissions'
import type { InboxReply } from '#contract/event'
import type { MeReply } from '#contract/me'
import { newRequestId, type Answer, type TestApi } from '../support'
import { cancel, DAY, HOUR, published, register, termsOf, VENUE } from '../events/scene'
import { must, newPerson, type Somebody } from './people'
import type { Branch, Ready } from './scene'
import { newName } from './names'

/** A venue with its host, the officer of the sub-district it belongs to, and the district's. */
export interface Hall {
  readonly code: string
  readonly organisation: string
  readonly host: Somebody
  readonly officer: Somebody
  readonly district: Somebody
}

/** The tests' venue with new people in its offices. */
export async function newHall(api: TestApi): Promise<Hall> {
  const organisation = 'SH-RML'
  const inOffice = (office: Parameters<typeof newPerson>[1]) => newPerson(api, office)
  return {
    code: VENUE,
    organisation,
    host: await inOffice({ office: { role: 'venue-host', organisation, venue: VENUE } }),
    officer: await inOffice({ office: { role: 'committee-officer', organisation } }),
    district: await inOffice({ office: { role: 'district-officer', organisation: 'SH' } }),
  }
}

/** Whether a route is about events: what is on, one's own, a venue's, and what organisations are asked about them. */
export function isOfEvents(key: RouteKey): boolean {
  return /\/(venues|events|inbox|class-requests|class-request|words|season|check-ins|hand-overs)(\/|$)/.test(key)
}

/** Whether a route is about an organisation for the venues that it has, and not for its people. */
export function isOfVenues(key: RouteKey): boolean {
  return /\/(words|season|hand-overs)(\/|$)/.test(key)
}

/** A new youth, of age, with a profile. */
export function newAdult({ api, code }: Pick<Branch, 'api' | 'code'>): Promise<Somebody> {
  return newPerson(api, { profile: { name: newName(), organisation: code, birthDate: '2004-05-05' } })
}

/** The days that a list of events is asked for: all of the scene's are on them. */
export const DAYS = { from: '2026-03-01', to: '2026-03-31' } as const

/** The code by which a host puts somebody on. */
export async function accountCode(somebody: Somebody): Promise<string> {
  return ((await somebody.call('GET', '/v1/me')).body as MeReply).account.code
}

/** When an event is held: in three days by the time that decides, which in a demo somebody may have moved. */
async function times({ hall }: Pick<Branch, 'hall'>): Promise<object> {
  const start = Number((await hall.host.call('GET', '/v1/me')).headers['x-server-time']) + 3 * DAY
  return { start, end: start + 2 * HOUR, deadline: start - HOUR }
}

/** A draft in the venue; its id. */
export async function drafted(branch: Pick<Branch, 'api' | 'hall'>, more: object = {}): Promise<string> {
  const { api, hall } = branch
  const body = termsOf(api, { ...(await times(branch)), ...more })
  const got = await hall.host.call('POST', `/v1/venues/${hall.code}/events`, body)
  return (must(201, 201, got).body as { event: string }).event
}

/** A host asks an organisation to name an event a class. */
export function askClass({ hall, code }: Pick<Branch, 'hall' | 'code'>, event: string): Promise<Answer> {
  const body = { requestId: newRequestId(), organisation: code, tenths: 10 }
  return hall.host.call('POST', `/v1/events/${event}/class-request`, body)
}

/** A host puts somebody on. */
export async function addByHost({ hall }: Pick<Branch, 'hall'>, event: string, somebody: Somebody): Promise<Answer> {
  const body = { requestId: newRequestId(), account: await accountCode(somebody), role: 'attendee' }
  return hall.host.call('POST', `/v1/events/${event}/registrations`, body)
}

/** The words of an event, as the list of those that wait names them. */
export async function wordsOfEvent(api: TestApi, event: string): Promise<string> {
  const { db } = api.district()
  const row = await db.selectFrom('event').select('words_hash').where('id', '=', event).executeTakeFirstOrThrow()
  return row.words_hash.toString('hex')
}

/** The newest line of somebody's inbox. */
export async function lastMessage(somebody: Somebody): Promise<string> {
  const { messages } = must(200, 200, await somebody.call('GET', '/v1/me/inbox')).body as InboxReply
  return messages[0]?.id ?? ''
}

/** What an event has gone through for a route, and with whom. */
const NEEDS: Readonly<Partial<Record<RouteKey, (branch: Branch, somebody: Somebody) => Promise<string>>>> = {
  'POST /v1/me/events/:event/cancellation': registered,
  'POST /v1/me/events/:event/offer-answer': offered,
  'GET /v1/events/:event/desk': (branch) => drafted(branch),
  'PUT /v1/events/:event': (branch) => drafted(branch),
  'POST /v1/events/:event/status': (branch) => drafted(branch),
  'GET /v1/events/:event/registrations': registered,
  'POST /v1/events/:event/announcements': registered,
  'GET /v1/organisations/:organisation/class-requests': asked,
  'POST /v1/organisations/:organisation/class-requests/:event/answer': asked,
}

/** Places for both roles, so that either can be taken. */
const BOTH = { attendeePlaces: 5, volunteerPlaces: 5 }

async function inPublic(branch: Branch, more: object = BOTH): Promise<string> {
  return published(branch.api, branch.hall.host, { ...(await times(branch)), ...more })
}

async function registered(branch: Branch, somebody: Somebody): Promise<string> {
  const event = await inPublic(branch)
  must(201, 201, await register(somebody, event))
  return event
}

/** The only place is given back, and offered to somebody. */
async function offered(branch: Branch, somebody: Somebody): Promise<string> {
  const event = await inPublic(branch, { attendeePlaces: 1 })
  const first = await newAdult(branch)
  must(201, 201, await register(first, event))
  must(201, 201, await register(somebody, event))
  must(201, 201, await cancel(first, event))
  return event
}

async function asked(branch: Branch): Promise<string> {
  const event = await drafted(branch)
  must(201, 201, await askClass(branch, event))
  return event
}

/** A new event in the state in which a route can be used on it, and somebody who can use it, or be named in it. */
export async function readyForEvent(key: RouteKey, branch: Branch): Promise<Ready> {
  const { api, code, hall } = branch
  const somebody = await newAdult(branch)
  const event = await (NEEDS[key] ?? (() => inPublic(branch)))(branch, somebody)
  const names: Record<string, string> = {
    ...DAYS,
    event,
    venue: hall.code,
    organisation: isOfVenues(key) || key === 'GET /v1/events' ? hall.organisation : code,
  }
  if (key.includes(':words')) names.words = await wordsOfEvent(api, event)
  if (key === 'POST /v1/events/:event/registrations') names.account = await accountCode(somebody)
  if (key.includes(':message')) {
    must(201, 201, await addByHost(branch, event, somebody))
    names.message = await lastMessage(somebody)
  }
  return { somebody, names }
}
