import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { AttendanceReply, DesksReply } from '#contract/check-in'
import { codeLink } from '#domain/checkin/code'
import { buildApp } from '../../../server/app'
import { HOUR, newHost, newYouth, published, setStatus } from '../events/scene'
import { nameInto } from '../kit/check-ins'
import { newHall, type Hall } from '../kit/events'
import { inspect, type Inspector } from '../kit/inspect'
import { must, newPerson } from '../kit/people'
import { newRequestId, startApi, type TestApi } from '../support'
import { linkOf, MINUTE, newEvening, openDesk, scan, send, shown } from './scene'

/** The desk: from when and until when, on which devices, taken over; its keys lie nowhere. */

let api: TestApi
let seen: Inspector
let hall: Hall

beforeAll(async () => {
  api = await startApi()
  seen = await inspect(api.database)
  hall = await newHall(api)
})
afterAll(async () => {
  await seen.end()
  await api.close()
})

/** An event that begins in so many hours. */
const eventIn = (hours: number) => {
  const start = api.now() + hours * HOUR
  return published(api, hall.host, { start, end: start + 2 * HOUR, deadline: start - 10 * MINUTE })
}

const ask = (event: string, more: object = {}, who = hall.host) =>
  who.call('POST', `/v1/events/${event}/desks`, {
    requestId: newRequestId(),
    device: randomUUID(),
    takeOver: false,
    ...more,
  })

const codeOf = ({ body }: { body: unknown }) => (body as { code?: string }).code
const attendanceOf = async (event: string) =>
  must(200, 200, await hall.host.call('GET', `/v1/events/${event}/attendance`)).body as AttendanceReply

it('gives keys from twelve hours before the start until 24 hours after the end', async () => {
  const event = await eventIn(20)
  const now = api.now()
  const [from, until] = [now + 8 * HOUR, now + 46 * HOUR]
  for (const [at, status, code] of [
    [from - 1, 422, 'keys-not-yet'],
    [from, 201, undefined],
    [until - 1, 201, undefined],
    [until, 422, 'keys-over'],
  ] as const) {
    api.setNow(at)
    const got = await ask(event, { takeOver: true })
    expect([at - now, got.status, status === 201 ? undefined : codeOf(got)]).toEqual([at - now, status, code])
    if (status === 201) expect(got.body).toMatchObject({ until, origin: 'https://aili.example' })
  }
  api.setNow(now)
  expect(await attendanceOf(event)).toMatchObject({ keysFrom: from, keysUntil: until })
})

it('is for an event that is on: not a draft, not a cancelled one', async () => {
  const event = await eventIn(1)
  must(201, 201, await setStatus(hall.host, event, 'unpublish'))
  expect(codeOf(await ask(event))).toBe('event-not-published')
  must(201, 201, await setStatus(hall.host, event, 'publish'))
  must(201, 201, await setStatus(hall.host, event, 'cancel'))
  expect(codeOf(await ask(event))).toBe('event-cancelled')
})

it('gives a device its desks again, and lets two devices show codes at once; a third takes over', async () => {
  const event = await eventIn(1)
  const [one, two, three] = [randomUUID(), randomUUID(), randomUUID()]
  const first = await openDesk(hall.host, event, { device: one })
  expect(first.desks.map(({ desk, direction }) => [desk, direction])).toEqual([
    [1, 'in'],
    [2, 'out'],
  ])
  expect(await openDesk(hall.host, event, { device: one })).toEqual(first)
  const second = await openDesk(hall.host, event, { device: two })
  expect(new Set([...first.desks, ...second.desks].map(({ key }) => key)).size).toBe(4)
  const full = await ask(event, { device: three })
  expect([full.status, full.body]).toEqual([
    422,
    expect.objectContaining({ code: 'desks-full', facts: { maximum: 4 } }),
  ])
  // A device that has desks doesn't take anything over from itself.
  expect(await openDesk(hall.host, event, { device: two, takeOver: true })).toEqual(second)
  const third = await openDesk(hall.host, event, { device: three, takeOver: true })
  expect(third.desks.map(({ desk }) => desk)).toEqual([5, 6])
  const { desks } = await attendanceOf(event)
  expect(desks.map(({ desk, revoked }) => [desk, revoked])).toEqual([
    [1, api.now()],
    [2, api.now()],
    [3, api.now()],
    [4, api.now()],
    [5, null],
    [6, null],
  ])
  const acts = await seen.query<{ act: string; desk: number }>(
    'select act, desk from saihan.attendance_act where event_id = $1 order by no',
    [event],
  )
  expect(acts.filter(({ act }) => act === 'desk-revoked').map(({ desk }) => desk)).toEqual([1, 2, 3, 4])
})

it('two devices that open and take over at once leave one of them, or both of them one after the other', async () => {
  const event = await eventIn(1)
  await Promise.all(Array.from({ length: 8 }, () => ask(event, { takeOver: true })))
  const { desks } = await attendanceOf(event)
  expect(desks.filter(({ revoked }) => revoked === null)).toHaveLength(2)
  expect(desks.map(({ desk }) => desk)).toEqual(Array.from({ length: 16 }, (_, n) => n + 1))
})

it('what a desk shows is taken; what it shows after another took it over is flagged', async () => {
  const evening = await newEvening(api, {}, hall.host)
  const youth = await newYouth(api)
  const now = api.now()
  // Within a step, which begins at a multiple of 15 seconds.
  api.setNow(now + 5000)
  await openDesk(hall.host, evening.event, { takeOver: true })
  const got = await scan(api, youth, evening)
  // In the step in which it was taken over the code had been shown before.
  expect(got.body).toMatchObject({ flags: ['not-registered'] })
  api.setNow(now + 15_000)
  expect((await scan(api, youth, evening)).body).toMatchObject({ flags: ['desk-revoked', 'not-registered'] })
  const { digits } = shown(evening, 'in', api.now())
  expect((await send(api, youth, { digits, event: evening.event })).body).toMatchObject({
    flags: ['desk-revoked', 'not-registered'],
  })
  api.setNow(now)
})

it('keeps keys nowhere: neither in a row nor in what is remembered of the request; sent again they come again', async () => {
  const event = await eventIn(1)
  const body = { requestId: newRequestId(), device: randomUUID(), takeOver: false }
  const [first, again] = [
    await hall.host.call('POST', `/v1/events/${event}/desks`, body),
    await hall.host.call('POST', `/v1/events/${event}/desks`, body),
  ]
  expect(again.raw).toBe(first.raw)
  const { desks } = first.body as DesksReply
  const youth = await newYouth(api)
  const own = must(201, 201, await youth.call('POST', '/v1/me/own-code')).body as { key: string }
  expect(await seen.find([...desks.map(({ key }) => key), own.key])).toEqual([])
})

it('is for hosts and leads: a helper and a stranger find nothing', async () => {
  const event = await eventIn(1)
  const [helper, host, lead, stranger, otherHost] = [
    await newPerson(api),
    await newPerson(api),
    await newPerson(api),
    await newPerson(api),
    await newHost(api, 'V02'),
  ]
  await nameInto({ hall }, event, helper, 'helper')
  await nameInto({ hall }, event, host, 'host')
  await nameInto({ hall }, event, lead, 'lead')
  for (const [who, status] of [
    [helper, 404],
    [host, 201],
    [lead, 201],
    [stranger, 404],
    [otherHost, 404],
    // Another host of the venue is one of the event.
    [await newHost(api), 201],
  ] as const)
    expect((await ask(event, { takeOver: true }, who)).status).toBe(status)
})

it('a code’s link is at most 64 characters, and opens the web version with the code', async () => {
  const evening = await newEvening(api, {}, hall.host)
  const { code } = shown(evening, 'in', api.now())
  expect(linkOf(evening, 'in', api.now())).toBe(codeLink('https://aili.example', code))
  expect(codeLink('https://' + 'a'.repeat(25), code).length).toBeLessThanOrEqual(64)
  const webRoot = await mkdtemp(path.join(os.tmpdir(), 'aili-web-'))
  await writeFile(path.join(webRoot, 'index.html'), '<!doctype html>')
  const app = await buildApp({ ...api.deps, webRoot })
  try {
    const before = await seen.snapshot()
    const got = await app.inject({ method: 'GET', url: `/q/${code}`, headers: { host: 'elsewhere.example' } })
    expect([got.statusCode, got.headers.location]).toEqual([302, `/#/pages/check-in/index?q=${code}`])
    expect(got.headers['cache-control']).toBe('no-store')
    for (const wrong of ['x', code.toLowerCase(), `${code}2`, '%2F%2Fevil.example', `${code}/x`])
      expect([wrong, (await app.inject({ method: 'GET', url: `/q/${wrong}` })).statusCode]).toEqual([wrong, 404])
    expect(await seen.snapshot()).toEqual(before)
  } finally {
    await app.close()
    await rm(webRoot, { recursive: true })
  }
})
