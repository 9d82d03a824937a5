import { randomUUID } from 'node:crypto'
import type { AttendanceReply, DesksReply } from '#contract/check-in'
import { codeLink, stepAt, type Direction } from '#domain/checkin/code'
import { deskCode } from '#domain/checkin/mac'
import type { Instant } from '#domain/time'
import { mac } from '../../server/services/checkin/keys'
import { call, newRequestId, type TestApi } from '../server/support'
import { accountOf, callerOf } from './stage'
import { once, send } from './stage-host'

/** An evening at the door, told over the API before its screens are looked at. */

const MINUTE = 60_000
const HOST = 'host'
/** Who registers, and for what. */
const COMING = [
  ['applicant-g', 'volunteer'],
  ['applicant-a', 'attendee'],
  ['applicant-b', 'attendee'],
  ['applicant-c', 'attendee'],
  ['applicant-d', 'attendee'],
  ['applicant-e', 'attendee'],
] as const

/** A published reading that begins in twenty minutes, and its id. */
async function evening(api: TestApi, title: string): Promise<string> {
  const start = api.now() + 20 * MINUTE
  const event = await send(api, HOST, '/v1/venues/V01/events', {
    kind: 'reading',
    title,
    notes: '带一本书来，读完说两句。',
    spot: null,
    start,
    end: start + 120 * MINUTE,
    deadline: start - 10 * MINUTE,
    attendeePlaces: 30,
    volunteerPlaces: 6,
    volunteerMinutes: 120,
  })
  return send(api, HOST, `/v1/events/${event}/status`, { act: 'publish' })
}

async function post<T>(api: TestApi, persona: string, url: string, body: object, headers = {}): Promise<T> {
  const { token } = await callerOf(api, persona)
  const answer = await call(api, 'POST', url, { token, body: { requestId: newRequestId(), ...body }, headers })
  if (answer.status >= 300) throw new Error(`${persona}: POST ${url}: ${answer.raw}`)
  return answer.body as T
}

async function register(api: TestApi, event: string): Promise<void> {
  for (const [persona, role] of COMING) await post(api, persona, `/v1/me/events/${event}/registration`, { role })
}

const openDesk = (api: TestApi, event: string): Promise<DesksReply> =>
  post<DesksReply>(api, HOST, `/v1/events/${event}/desks`, { device: randomUUID(), takeOver: false })

/** The link that a desk shows at a moment. */
function linkAt(desk: DesksReply, direction: Direction, at: number): string {
  const one = desk.desks.find((each) => each.direction === direction)
  const ref = { event: desk.code, desk: one?.desk ?? 0, direction }
  return codeLink('https://aili.example', deskCode(mac, one?.key ?? '', ref, stepAt(at as Instant)).code)
}

/** A youth scans what the desk showed `ago` minutes ago; kept on the phone since then. */
async function scan(api: TestApi, persona: string, desk: DesksReply, direction: Direction, ago = 0): Promise<void> {
  const at = api.now() - ago * MINUTE
  const body = {
    code: linkAt(desk, direction, at),
    digits: null,
    event: null,
    at,
    offset: 0,
    declared: true,
  }
  await post(api, persona, '/v1/me/check-ins', body, { 'x-phone-time': String(api.now()) })
}

/** What the desk beside the browser's shows. */
const desks = new WeakMap<TestApi, DesksReply>()

/** The evening while it is on: six registered, four of them here, one by a late upload; one came unannounced, one is new. */
export const onNow = once('on now', async (api) => {
  const event = await evening(api, '晚间共读（示例）')
  await register(api, event)
  const desk = await openDesk(api, event)
  desks.set(api, desk)
  await scan(api, 'applicant-g', desk, 'in')
  await scan(api, 'applicant-a', desk, 'in')
  await scan(api, 'applicant-b', desk, 'in')
  await scan(api, 'applicant-c', desk, 'in', 20)
  await scan(api, 'applicant-f', desk, 'in')
  await scan(api, 'branch-secretary-2', desk, 'in')
  return event
})

/** The link that the desk of the evening that is on showed so many minutes ago. */
export async function shownLink(api: TestApi, direction: Direction, ago = 0): Promise<string> {
  await onNow(api)
  const desk = desks.get(api)
  if (!desk) throw new Error('no desk is open')
  return linkAt(desk, direction, api.now() - ago * MINUTE)
}

/** A second evening at the same hour, whose desks are open on two other devices. */
export const desksTaken = once('desks taken', async (api) => {
  const event = await evening(api, '晚间讨论（示例）')
  await openDesk(api, event)
  await openDesk(api, event)
  return event
})

/** 申请人·辛 helps at the evening that is on. */
export const helperNamed = once('helper', async (api) => {
  const event = await onNow(api)
  const account = await accountOf(api, 'applicant-d')
  await post(api, HOST, `/v1/events/${event}/team`, { account, person: null, team: 'helper' })
  return event
})

/** The evening is over: two have checked out, the others forgot. The clock stays there. */
export const afterwards = once('afterwards', async (api) => {
  const event = await onNow(api)
  api.setNow(api.now() + 139 * MINUTE)
  const desk = desks.get(api)
  if (!desk) throw new Error('no desk is open')
  await scan(api, 'applicant-g', desk, 'out')
  await scan(api, 'applicant-a', desk, 'out')
  api.setNow(api.now() + 16 * MINUTE)
  return event
})

/** Closed by its host. */
export const closed = once('closed', async (api) => {
  const event = await afterwards(api)
  const about = `/v1/events/${event}`
  const settle = (body: object) => post<AttendanceReply>(api, HOST, `${about}/settlements`, body)
  const { closeOut } = await settle({ act: 'heads-counted', heads: 9, guests: 2 })
  await settle({ act: 'confirmed', people: closeOut.weak, all: true })
  const people = closeOut.noCheckOut
  await settle({ act: 'times-set', people, in: null, out: null, reason: '忘了签退，人在现场' })
  await post(api, HOST, `${about}/close`, {})
  return event
})
