import type { DeskReply, EventsReply } from '#contract/event'
import type { MeReply } from '#contract/me'
import type { PathReply } from '#contract/path'
import { addDays, localDateAt, type Instant, type LocalDate } from '#domain/time'
import { asPersona, newRequestId, type Caller, type TestApi } from '../server/support'

/**
 * Where the demo's personas don't stand by themselves: further acts, told over the API, each once for an API, so that a screen
 * which needs one is complete also when it is looked at alone.
 */
const callers = new WeakMap<TestApi, Map<string, Promise<Caller>>>()
const told = new WeakMap<TestApi, Map<string, Promise<void>>>()

function remembered<T>(kept: WeakMap<TestApi, Map<string, T>>, api: TestApi, key: string, make: () => T): T {
  const known = kept.get(api) ?? new Map<string, T>()
  kept.set(api, known)
  const value = known.get(key) ?? make()
  known.set(key, value)
  return value
}

/** A persona with a session of their own beside the browser's. */
export function callerOf(api: TestApi, persona: string): Promise<Caller> {
  return remembered(callers, api, persona, () => asPersona(api, persona))
}

async function ask<T>(api: TestApi, persona: string, url: string): Promise<T> {
  const answer = await (await callerOf(api, persona)).call('GET', url)
  if (answer.status !== 200) throw new Error(`${persona}: GET ${url}: ${answer.raw}`)
  return answer.body as T
}

/** A persona's id as a person. */
export async function personOf(api: TestApi, persona: string): Promise<string> {
  return (await ask<MeReply>(api, persona, '/v1/me')).person
}

/** The account's code of a persona, as it stands in 我的. */
export async function accountOf(api: TestApi, persona: string): Promise<string> {
  return (await ask<MeReply>(api, persona, '/v1/me')).account.code
}

/** The id of a persona's newest entry, grade or act of a name. */
export async function newest(
  api: TestApi,
  persona: string,
  what: 'class-hours' | 'volunteer-hours' | 'grade' | 'applied' | 'talked',
): Promise<string> {
  const { entries, grades, acts } = (await ask<PathReply>(api, persona, '/v1/me/path')).facts
  const ids = [
    ...entries.filter(({ requirement }) => requirement === what),
    ...(what === 'grade' ? grades : []),
    ...acts.filter(({ act }) => act === what),
  ].map(({ id }) => id)
  const last = ids[ids.length - 1]
  if (last === undefined) throw new Error(`${persona} has no ${what}`)
  return last
}

/** Something that somebody does, once. */
function once(name: string, act: (api: TestApi) => Promise<void>): (api: TestApi) => Promise<void> {
  return (api) => remembered(told, api, name, () => act(api))
}

async function send(
  api: TestApi,
  persona: string,
  method: 'POST' | 'PUT',
  url: string,
  body: Readonly<Record<string, unknown>>,
): Promise<void> {
  const answer = await (await callerOf(api, persona)).call(method, url, { requestId: newRequestId(), ...body })
  if (answer.status >= 300) throw new Error(`${persona}: ${method} ${url}: ${answer.raw}`)
}

/** The day that the demo shows. */
export function todayOf(api: TestApi): LocalDate {
  return localDateAt(api.now() as Instant)
}

/** The branch talked with 申请人·辛. */
export const talkedWithD = once('talked', async (api) => {
  const person = await personOf(api, 'applicant-d')
  const body = { on: todayOf(api), by: '团支书·丙', content: '谈入团动机和学习情况（示例）' }
  await send(api, 'secretary', 'POST', `/v1/people/${person}/talk`, body)
})

/** The committee returned the nomination of 申请人·辛. */
export const returnedD = once('returned', async (api) => {
  await talkedWithD(api)
  const person = await personOf(api, 'applicant-d')
  const nomination = { on: todayOf(api), way: 'nomination', members: 28, minutes: '支委会讨论，同意推荐（示例）' }
  await send(api, 'secretary', 'POST', `/v1/people/${person}/nomination`, nomination)
  const answer = { kind: 'returned', on: todayOf(api), why: '会议记录里没有写到会人数，请补上（示例）' }
  await send(api, 'officer', 'POST', `/v1/people/${person}/nomination/answer`, { answer })
})

/** The committee approved the nomination of 申请人·壬. */
export const approvedE = once('approved', async (api) => {
  const person = await personOf(api, 'applicant-e')
  const answer = { kind: 'approved', on: todayOf(api), approvedBy: '校团委会议（示例）' }
  await send(api, 'officer', 'POST', `/v1/people/${person}/nomination/answer`, { answer })
})

/** 申请人·庚 withdrew. */
export const withdrawnC = once('withdrawn', (api) =>
  send(api, 'applicant-c', 'POST', '/v1/me/application/withdrawal', {}),
)

/** The branch answered 申请人·子 that they don't belong to it. */
export const declinedG = once('declined', async (api) => {
  const person = await personOf(api, 'applicant-g')
  await send(api, 'branch-secretary-2', 'POST', `/v1/people/${person}/affiliation-confirmations`, { belongs: false })
})

/** 团支书·丑, who has an office and no profile, gives one: without saying what they do. */
export const profileOfH = once('profile', (api) =>
  send(api, 'branch-secretary-2', 'PUT', '/v1/me/profile', {
    name: '申请人·丑',
    birthDate: '2004-05-06',
    township: null,
    organisation: 'SH-X03-1',
    occupation: null,
  }),
)

/** And then another one: too old to apply. */
export const tooOldH = once('too old', async (api) => {
  await profileOfH(api)
  await send(api, 'branch-secretary-2', 'PUT', '/v1/me/profile', {
    name: '申请人·丑',
    birthDate: '1990-05-06',
    township: null,
    organisation: 'SH-X03-1',
    occupation: 'employed',
  })
})

/** The id of one of the season's events, by the beginning of its title. */
export async function eventOf(api: TestApi, title: string): Promise<string> {
  const [from, to] = [addDays(todayOf(api), -20), addDays(todayOf(api), 20)]
  const { events } = await ask<EventsReply>(api, 'applicant-a', `/v1/events?from=${from}&to=${to}`)
  const found = events.find((event) => event.title.startsWith(title))
  if (!found) throw new Error(`there is no event ${title}`)
  return found.id
}

/** 积极分子·癸 gave back the place at the full reading, which is kept for 申请人·甲 now. */
export const offeredToA = once('offered', async (api) => {
  const event = await eventOf(api, '周末读书会')
  await send(api, 'applicant-f', 'POST', `/v1/me/events/${event}/cancellation`, {})
})

/** The host moved the evening of poems, for which 申请人·辛 has registered. */
export const movedPoems = once('moved', async (api) => {
  const event = await eventOf(api, '晚间读诗')
  const { terms } = await ask<DeskReply>(api, 'host-others', `/v1/events/${event}/desk`)
  const later = { start: terms.start + 3_600_000, end: terms.end + 3_600_000 }
  await send(api, 'host-others', 'PUT', `/v1/events/${event}`, { ...terms, ...later })
})

/** Where each cancelled event was: a list doesn't name it any more. */
const cancelled = new WeakMap<TestApi, string>()

/** The host cancelled what 申请人·辛 had registered for. */
export const cancelledTalk = once('cancelled', async (api) => {
  const event = await eventOf(api, '青年夜谈')
  cancelled.set(api, event)
  await send(api, 'applicant-d', 'POST', `/v1/me/events/${event}/registration`, { role: 'attendee' })
  await send(api, 'host-others', 'POST', `/v1/events/${event}/status`, { act: 'cancel' })
})

/** The event that was cancelled. */
export async function cancelledEvent(api: TestApi): Promise<string> {
  await cancelledTalk(api)
  return cancelled.get(api) ?? ''
}
