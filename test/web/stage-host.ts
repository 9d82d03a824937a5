import type { EventActReply, VenueEventsReply } from '#contract/event'
import { addDays, startOfDay } from '#domain/time'
import { newRequestId, type TestApi } from '../server/support'
import { callerOf, todayOf } from './stage'

/** What hosts do over the API before their screens are looked at, each once for an API. */
const told = new WeakMap<TestApi, Map<string, Promise<string>>>()

/** Something that is done once for an API. */
export function once(name: string, act: (api: TestApi) => Promise<string>): (api: TestApi) => Promise<string> {
  return (api) => {
    const known = told.get(api) ?? new Map<string, Promise<string>>()
    told.set(api, known)
    const result = known.get(name) ?? act(api)
    known.set(name, result)
    return result
  }
}

/** An act of an event's host; the event's id. */
export async function send(
  api: TestApi,
  persona: string,
  url: string,
  body: Readonly<Record<string, unknown>>,
): Promise<string> {
  const caller = await callerOf(api, persona)
  const answer = await caller.call('POST', url, { requestId: newRequestId(), ...body })
  if (answer.status >= 300) throw new Error(`${persona}: POST ${url}: ${answer.raw}`)
  return (answer.body as EventActReply).event
}

/** A draft of a venue, so many days from now, and its id. */
function draft(api: TestApi, host: string, venue: string, days: number, more: object = {}): Promise<string> {
  const start = startOfDay(addDays(todayOf(api), days)) + 14 * 3_600_000
  return send(api, host, `/v1/venues/${venue}/events`, {
    kind: 'league-class',
    title: '团课：团的光荣历史（示例）',
    notes: '讲四十五分钟，再一起讨论。',
    spot: null,
    start,
    end: start + 2 * 3_600_000,
    deadline: start - 20 * 3_600_000,
    attendeePlaces: 30,
    volunteerPlaces: null,
    volunteerMinutes: null,
    ...more,
  })
}

async function publish(api: TestApi, host: string, event: string): Promise<string> {
  return send(api, host, `/v1/events/${event}/status`, { act: 'publish' })
}

/** A venue's event of the demo's season by the beginning of its title, whoever may see it. */
export async function hostedEvent(api: TestApi, title: string): Promise<string> {
  const [from, to] = [addDays(todayOf(api), -30), addDays(todayOf(api), 30)]
  const host = await callerOf(api, 'host')
  const answer = await host.call('GET', `/v1/venues/V01/events?from=${from}&to=${to}`)
  const { events } = answer.body as VenueEventsReply
  const found = events.find(({ card }) => card.title.startsWith(title))
  if (!found) throw new Error(`there is no event ${title}: ${answer.raw}`)
  return found.card.id
}

/** A draft that nobody else sees. */
export const drafted = once('draft', (api) => draft(api, 'host', 'V01', 12))

/** Published, its words not looked at yet, and both the branch and nobody else asked to name it a class. */
export const askedBranch = once('asked', async (api) => {
  const event = await draft(api, 'host', 'V01', 6, { title: '团课：怎样做一名团员（示例）' })
  await publish(api, 'host', event)
  return send(api, 'host', `/v1/events/${event}/class-request`, { organisation: 'SH-X01-2', tenths: 20 })
})

/** The same asked of the school's committee, by the host of another venue. */
export const askedCommittee = once('asked committee', async (api) => {
  const event = await draft(api, 'host-others', 'V02', 8, { title: '团课：团章学习（示例）' })
  await publish(api, 'host-others', event)
  return send(api, 'host-others', `/v1/events/${event}/class-request`, { organisation: 'SH-X01', tenths: 20 })
})

/** A word to all of an event. */
export const announced = once('announced', async (api) => {
  const event = await hostedEvent(api, '周末读书会')
  return send(api, 'host', `/v1/events/${event}/announcements`, { text: '请提前十分钟到，一楼集合。（示例）' })
})

/** Cancelled by its host. */
export const cancelledClass = once('cancelled', async (api) => {
  const event = await draft(api, 'host', 'V01', 10, { title: '这一场不办了（示例）' })
  await publish(api, 'host', event)
  return send(api, 'host', `/v1/events/${event}/status`, { act: 'cancel' })
})

/** Some venues have planned something for the season's days, which lie far ahead of the demo's story. */
export const plannedSeason = once('season', async (api) => {
  const season = new Date(startOfDay(todayOf(api)))
  const days = Math.round((Date.UTC(2026, 10, 28) - season.getTime()) / 86_400_000)
  for (const venue of ['V02', 'V03', 'V05', 'V08', 'V12']) {
    const more = { kind: 'reading', title: '周末共读（示例）' }
    await publish(api, 'host-others', await draft(api, 'host-others', venue, days + Number(venue.slice(1)), more))
  }
  return ''
})
