import { randomUUID } from 'node:crypto'
import type { Instant } from '#domain/time'
import { grantRole } from '../../../server/services/roles'
import { newPerson, type Somebody } from '../kit/people'
import { newRequestId, type Answer, type TestApi } from '../support'

/** An event in the tests' first venue, made and filled through the API alone. */

export const HOUR = 3_600_000
export const DAY = 24 * HOUR
export const VENUE = 'V01'
const BRANCH = 'SH-X01-2'

/** A host of a venue. */
export async function newHost(api: TestApi, venue = VENUE): Promise<Somebody> {
  const somebody = await newPerson(api)
  const { organisation } = api.district().venueByCode.get(venue) ?? { organisation: '' }
  await grantRole(
    api.district().db,
    { person: somebody.person, role: 'venue-host', organisation, venue, until: '2099-12-31' },
    'operator',
    api.now() as Instant,
  )
  return somebody
}

/** A youth with a profile; an adult unless told. */
export function newYouth(api: TestApi, name = '报名者', birthDate = '2004-05-05'): Promise<Somebody> {
  return newPerson(api, { profile: { name, organisation: BRANCH, birthDate } })
}

/** What a host says of an event: a reading of two hours, three days from now, for two attendees. */
export function termsOf(api: TestApi, more: object = {}): Record<string, unknown> {
  const start = api.now() + 3 * DAY
  return {
    requestId: newRequestId(),
    kind: 'reading',
    title: `读书会 ${randomUUID().slice(0, 8)}`,
    notes: '带上自己喜欢的一本书',
    spot: null,
    start,
    end: start + 2 * HOUR,
    deadline: start - HOUR,
    attendeePlaces: 2,
    volunteerPlaces: null,
    volunteerMinutes: null,
    ...more,
  }
}

/** An event that is published; its id. */
export async function published(api: TestApi, host: Somebody, more: object = {}): Promise<string> {
  const drafted = await host.call('POST', `/v1/venues/${VENUE}/events`, termsOf(api, more))
  if (drafted.status !== 201) throw new Error(drafted.raw)
  const { event } = drafted.body as { event: string }
  const got = await setStatus(host, event, 'publish')
  if (got.status !== 201) throw new Error(got.raw)
  return event
}

export function setStatus(host: Somebody, event: string, act: 'publish' | 'unpublish' | 'cancel'): Promise<Answer> {
  return host.call('POST', `/v1/events/${event}/status`, { requestId: newRequestId(), act })
}

/** Registers; the same requestId does it once. */
export function register(
  youth: Somebody,
  event: string,
  role = 'attendee',
  requestId = newRequestId(),
): Promise<Answer> {
  return youth.call('POST', `/v1/me/events/${event}/registration`, { requestId, role })
}

export function cancel(youth: Somebody, event: string): Promise<Answer> {
  return youth.call('POST', `/v1/me/events/${event}/cancellation`, { requestId: newRequestId() })
}

export function answerOffer(youth: Somebody, event: string, accept: boolean): Promise<Answer> {
  return youth.call('POST', `/v1/me/events/${event}/offer-answer`, { requestId: newRequestId(), accept })
}

interface MineBody {
  readonly state: string
  readonly place: number | null
  readonly until: number | null
  readonly cancelMarks: boolean
  readonly movedSince: boolean
  readonly late: boolean
}

/** One's standing, as the API says it. */
export async function mineOf(youth: Somebody, event: string): Promise<MineBody | null> {
  const got = await youth.call('GET', `/v1/me/events/${event}`)
  if (got.status !== 200) throw new Error(got.raw)
  return (got.body as { mine: MineBody | null }).mine
}

/** One's messages about an event, the newest first: what, and whether it is settled. */
export async function inboxOf(youth: Somebody, event: string): Promise<readonly string[]> {
  const got = await youth.call('GET', '/v1/me/inbox')
  const { unsettled, messages } = got.body as {
    unsettled: number
    messages: readonly { kind: string; settled: boolean; card: { id: string } }[]
  }
  // The count alone says the same.
  const count = (await youth.call('GET', '/v1/me/unsettled')).body as { unsettled: number }
  if (count.unsettled !== unsettled) throw new Error(`${count.unsettled} unsettled of ${got.raw}`)
  return messages.filter(({ card }) => card.id === event).map(({ kind, settled }) => (settled ? `${kind} ✓` : kind))
}
