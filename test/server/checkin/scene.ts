import { randomUUID } from 'node:crypto'
import type { CheckInReply, DesksReply } from '#contract/check-in'
import { codeLink, stepAt, type Direction } from '#domain/checkin/code'
import { deskCode, ownCode, type ShownCode } from '#domain/checkin/mac'
import type { Instant } from '#domain/time'
import { mac } from '../../../server/services/checkin/keys'
import { HOUR, newHost, published } from '../events/scene'
import { must, type Somebody } from '../kit/people'
import { call, newRequestId, type Answer, type TestApi } from '../support'

/** An evening: an event that one can check in to, whose host has opened the desk. */

export const MINUTE = 60_000

/** What a device has that shows codes: all of it from the API. */
export interface Device {
  readonly event: string
  readonly host: Somebody
  /** The event's short code. */
  readonly code: string
  readonly desks: DesksReply['desks']
  readonly start: number
  readonly end: number
}

/** A published event that begins in half an hour, for two hours, with the desk open on its host's phone. */
export async function newEvening(api: TestApi, more: object = {}, host?: Somebody): Promise<Device> {
  const by = host ?? (await newHost(api))
  const start = api.now() + 30 * MINUTE
  const times = { start, end: start + 2 * HOUR, deadline: start - 10 * MINUTE }
  const terms = { ...times, attendeePlaces: 50, ...more }
  const event = await published(api, by, terms)
  return { event, host: by, start: terms.start, end: terms.end, ...(await openDesk(by, event)) }
}

/** Opens the desk on a device, or takes it over. */
export async function openDesk(
  host: Pick<Somebody, 'call'>,
  event: string,
  { device = randomUUID(), takeOver = false } = {},
): Promise<Pick<Device, 'code' | 'desks'>> {
  const got = await host.call('POST', `/v1/events/${event}/desks`, { requestId: newRequestId(), device, takeOver })
  const { code, desks } = must(201, 201, got).body as DesksReply
  return { code, desks }
}

/** What a device shows at a moment. */
export function shown({ code, desks }: Pick<Device, 'code' | 'desks'>, direction: Direction, at: number): ShownCode {
  const desk = desks.find((one) => one.direction === direction)
  if (!desk) throw new Error(`no desk for ${direction}`)
  return deskCode(mac, desk.key, { event: code, desk: desk.desk, direction }, stepAt(at as Instant))
}

/** What a camera sees of it. */
export function linkOf(device: Pick<Device, 'code' | 'desks'>, direction: Direction, at: number): string {
  return codeLink('https://aili.example', shown(device, direction, at).code)
}

export interface Sent {
  readonly requestId?: string
  readonly code?: string | null
  readonly digits?: string | null
  readonly event?: string | null
  readonly at?: number
  readonly offset?: number | null
  readonly declared?: boolean
  /** The phone's clock at sending; null = it doesn't say. */
  readonly sentAt?: number | null
}

/** The body as a phone freezes it. */
export function checkInBody(api: TestApi, { sentAt: _, ...sent }: Sent): Record<string, unknown> {
  const nothing = { code: null, digits: null, event: null, offset: null, declared: false }
  return { requestId: newRequestId(), at: api.now(), ...nothing, ...sent }
}

/** Sends a check-in; the phone's clock is right unless told. */
export function send(
  api: TestApi,
  { token }: Pick<Somebody, 'token'>,
  sent: Sent,
  body: Record<string, unknown> = checkInBody(api, sent),
): Promise<Answer> {
  const sentAt = sent.sentAt === undefined ? api.now() : sent.sentAt
  return call(api, 'POST', '/v1/me/check-ins', {
    token,
    body,
    headers: sentAt === null ? {} : { 'x-phone-time': String(sentAt) },
  })
}

/** Scans what the desk shows now. */
export function scan(api: TestApi, youth: Somebody, device: Device, direction: Direction = 'in'): Promise<Answer> {
  return send(api, youth, { code: linkOf(device, direction, api.now()) })
}

/** Comes or goes; the answer must be a yes. */
export async function come(api: TestApi, youth: Somebody, device: Device, direction: Direction = 'in') {
  return must(201, 201, await scan(api, youth, device, direction)).body as CheckInReply
}

/** The code that somebody's own phone shows at a moment. */
export async function ownCodeOf(api: TestApi, youth: Pick<Somebody, 'call'>, at: number = api.now()): Promise<string> {
  const { tag, key } = must(201, 201, await youth.call('POST', '/v1/me/own-code')).body as { tag: string; key: string }
  return ownCode(mac, key, tag, stepAt(at as Instant))
}

/** A host's word about others. */
export function hostSays(api: TestApi, who: Somebody, event: string, said: object): Promise<Answer> {
  const nothing = { code: null, account: null, people: [], direction: 'in', at: api.now() }
  return call(api, 'POST', `/v1/events/${event}/check-ins`, {
    token: who.token,
    body: { requestId: newRequestId(), ...nothing, ...said },
    headers: { 'x-phone-time': String(api.now()) },
  })
}
