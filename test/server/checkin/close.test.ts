import type { HandOversReply, MyAttendancesReply, MyTeamsReply, RecordReply } from '#contract/check-in'
import type { PathReply } from '#contract/path'
import { DAY, HOUR, newHost, newYouth, register } from '../events/scene'
import { accountCode, askClass, newHall } from '../kit/events'
import { inspect, type Inspector } from '../kit/inspect'
import { answer, must, newPerson, type Somebody } from '../kit/people'
import { newRequestId, startApi, type TestApi } from '../support'
import {
  attendanceOf,
  close,
  confirm,
  countHeads,
  newLead,
  reopen,
  rowOf,
  SERVICE,
  servedEvening,
  setTeam,
  setTimes,
  standing,
  strike,
} from './ending'
import { come, hostSays, linkOf, MINUTE, newEvening, scan, send } from './scene'

/** Closing an event: only this credits, once, and what is wrong is corrected by new entries. */

let api: TestApi
let seen: Inspector
let start: number

beforeAll(async () => {
  api = await startApi()
  seen = await inspect(api.database)
  start = api.now()
})
beforeEach(async () => {
  // Each on a day of its own: a day holds only so much.
  start += 3 * DAY
  api.setNow(start)
  await seen.query('delete from platform.attempt')
  await seen.query(`update platform.session set expires_at = 'infinity'`)
})
afterAll(async () => {
  await seen.end()
  await api.close()
})

const refusalOf = ({ status, body }: { status: number; body: unknown }) => [status, (body as { code?: string }).code]

/** Somebody of a branch, who is confirmed there. */
async function confirmed(name = '志愿者·某'): Promise<Somebody> {
  const youth = await newYouth(api, name)
  const secretary = await newPerson(api, { office: { role: 'branch-secretary', organisation: 'SH-X01-2' } })
  must(201, 201, await answer(secretary, youth.person, true))
  return youth
}

const pathOf = async (who: Somebody) => (await who.call('GET', '/v1/me/path')).body as PathReply
const mineOf = async (who: Somebody, event: string) =>
  ((await who.call('GET', '/v1/me/attendances')).body as MyAttendancesReply).attendances.find(
    ({ card }) => card.id === event,
  )

describe('until the close', () => {
  it('the path shows what it will credit, and nothing is in the ledger', async () => {
    const youth = await confirmed()
    const door = await servedEvening(api, [youth])
    const { facts, report, texts } = await pathOf(youth)
    expect(facts.entries).toMatchObject([
      { requirement: 'volunteer-hours', amount: 120, origin: 'check-in', acceptedOn: null, corrects: null },
    ])
    const id = facts.entries[0]?.id ?? ''
    expect(texts[id]).toMatchObject({ content: expect.stringContaining('读书会') as string, event: door.event })
    const hours = report.requirements.find(({ rule }) => rule === 'volunteer-hours')
    expect(hours).toMatchObject({ have: 0, pending: 120, entries: [{ id, fate: 'pending' }] })
    // The same each time.
    expect((await pathOf(youth)).facts.entries[0]?.id).toBe(id)
    expect(await seen.query('select from saihan.ledger where person_id = $1', [youth.person])).toEqual([])
    expect(await mineOf(youth, door.event)).toMatchObject({
      closed: false,
      credit: { present: 120, minutes: 120, tenths: null, reason: null },
    })
    // What isn't stored can't be corrected.
    const secretary = await newPerson(api, { office: { role: 'branch-secretary', organisation: 'SH-X01-2' } })
    const body = { requestId: newRequestId(), on: '2026-03-01', minutes: 0, content: 'x', witness: 'x', reason: 'x' }
    const got = await secretary.call('POST', `/v1/people/${youth.person}/volunteer-hours/${id}/corrections`, body)
    expect(got.status).toBe(404)
  })

  it('is refused before the end, without the heads, and while something is open', async () => {
    const youth = await confirmed()
    const door = await newEvening(api, SERVICE)
    must(201, 201, await register(youth, door.event, 'volunteer'))
    api.setNow(door.start)
    await come(api, youth, door)
    expect(refusalOf(await close(door.host, door.event))).toEqual([422, 'close-out-too-early'])
    api.setNow(door.end)
    const unsettled = await close(door.host, door.event)
    expect(unsettled.body).toMatchObject({
      code: 'close-out-unsettled',
      facts: { noCheckOut: 1, weak: 0, heads: 1 },
    })
    must(201, 201, await countHeads(door.host, door.event, 1))
    expect((await close(door.host, door.event)).body).toMatchObject({ facts: { noCheckOut: 1, weak: 0, heads: 0 } })
    must(201, 201, await setTimes(door.host, door.event, [youth.person], { out: door.end - HOUR }))
    expect(must(201, 201, await close(door.host, door.event)).body).toMatchObject({ closed: door.end })
    // Half of the planned time isn't enough.
    expect(await rowOf(door.host, door.event, youth)).toMatchObject({
      credit: { present: 60, least: 72, minutes: null, reason: 'share' },
    })
    expect(await mineOf(youth, door.event)).toMatchObject({ reason: '忘了签退（示例）', credit: { reason: 'share' } })
    expect(await standing(seen, door.event, youth.person)).toEqual([0, 0])
  })

  it('times reach as far as the planned ones, and only of who came', async () => {
    const [youth, absent] = [await confirmed(), await confirmed()]
    const door = await servedEvening(api, [youth])
    const set = (person: string, more: object) => setTimes(door.host, door.event, [person], more)
    expect(refusalOf(await set(youth.person, { in: door.start - 1 }))).toEqual([422, 'times-out-of-range'])
    expect(refusalOf(await set(youth.person, { out: door.end + 1 }))).toEqual([422, 'times-out-of-range'])
    expect((await set(youth.person, { in: door.start, out: door.end })).status).toBe(201)
    expect(refusalOf(await set(absent.person, {}))).toEqual([422, 'not-present'])
  })
})

describe('the close', () => {
  it('credits what each role is given, once, with the words of the event, and takes the desks away', async () => {
    const hall = await newHall(api)
    const secretary = await newPerson(api, { office: { role: 'branch-secretary', organisation: 'SH-X01-2' } })
    const [serves, attends, stays] = [await confirmed(), await confirmed(), await confirmed()]
    const door = await newEvening(api, SERVICE, hall.host)
    must(201, 201, await askClass({ hall, code: 'SH-X01-2' }, door.event))
    const named = await secretary.call('POST', `/v1/organisations/SH-X01-2/class-requests/${door.event}/answer`, {
      requestId: newRequestId(),
      yes: true,
    })
    must(201, 201, named)
    must(201, 201, await register(serves, door.event, 'volunteer'))
    for (const one of [attends, stays]) must(201, 201, await register(one, door.event))
    api.setNow(door.start)
    for (const one of [serves, attends]) await come(api, one, door)
    api.setNow(door.end)
    for (const one of [serves, attends]) await come(api, one, door, 'out')
    must(201, 201, await countHeads(hall.host, door.event, 2))
    const requestId = newRequestId()
    const closed = must(201, 201, await close(hall.host, door.event, requestId))
    expect(closed.body).toMatchObject({ closed: door.end, openRow: null, closeOut: { noShows: [stays.person] } })
    // The same request again, and another one.
    expect((await close(hall.host, door.event, requestId)).status).toBe(201)
    expect(refusalOf(await close(hall.host, door.event))).toEqual([422, 'close-out-closed'])
    expect(await standing(seen, door.event, serves.person)).toEqual([120, 0])
    expect(await standing(seen, door.event, attends.person)).toEqual([0, 10])
    const { facts, texts } = await pathOf(attends)
    expect(facts.entries).toMatchObject([
      { requirement: 'class-hours', amount: 10, origin: 'check-in', mode: 'in-person', corrects: null },
    ])
    expect(facts.entries[0]?.acceptedOn).not.toBeNull()
    expect(texts[facts.entries[0]?.id ?? '']?.content).toContain('读书会')
    expect(await mineOf(attends, door.event)).toMatchObject({ closed: true, credit: { tenths: 10, reason: null } })
    const { desks } = await attendanceOf(hall.host, door.event)
    expect(desks.map(({ revoked }) => revoked)).toEqual([door.end, door.end])
    const open = await hall.host.call('POST', `/v1/events/${door.event}/desks`, {
      requestId: newRequestId(),
      device: newRequestId(),
      takeOver: true,
    })
    expect(open.status).toBe(422)
    expect(
      await seen.query('select from saihan.event where id = $1 and closed_at is not null', [door.event]),
    ).toHaveLength(1)
  })

  it('says recorded where a host entered an end, and nothing is settled after it', async () => {
    const [youth, other] = [await confirmed(), await confirmed()]
    const door = await newEvening(api, SERVICE)
    for (const one of [youth, other]) must(201, 201, await register(one, door.event, 'volunteer'))
    api.setNow(door.start)
    await come(api, youth, door)
    must(201, 201, await hostSays(api, door.host, door.event, { way: 'roll', people: [other.person] }))
    api.setNow(door.end)
    const out = { way: 'roll', direction: 'out', people: [youth.person, other.person] }
    must(201, 201, await hostSays(api, door.host, door.event, out))
    must(201, 201, await countHeads(door.host, door.event, 2))
    must(201, 201, await close(door.host, door.event))
    const rows = await seen.query<{ origin: string }>('select origin from saihan.ledger where event_id = $1', [
      door.event,
    ])
    expect(rows.map(({ origin }) => origin)).toEqual(['recorded', 'recorded'])
    for (const refused of [
      await countHeads(door.host, door.event, 3),
      await setTimes(door.host, door.event, [youth.person]),
      await confirm(door.host, door.event, [youth.person]),
      await strike(door.host, door.event, [youth.person]),
    ]) {
      expect(refusalOf(refused)).toEqual([422, 'close-out-closed'])
    }
  })

  it('of two leads at once credits once', async () => {
    const people = await Promise.all(Array.from({ length: 12 }, () => confirmed()))
    const door = await servedEvening(api, people)
    const lead = await newLead(api, door)
    must(201, 201, await countHeads(door.host, door.event, 12))
    const second = await startApi({ database: api.database, now: api.now() })
    try {
      const both = await Promise.all([
        close(door.host, door.event),
        second.app.inject({
          method: 'POST',
          url: `/v1/events/${door.event}/close`,
          headers: { authorization: `Bearer ${lead.token}` },
          payload: { requestId: newRequestId() },
        }),
      ])
      expect([both[0].status, both[1].statusCode].sort()).toEqual([201, 422])
    } finally {
      await second.close()
    }
    const rows = await seen.query('select from saihan.ledger where event_id = $1', [door.event])
    expect(rows).toHaveLength(12)
    for (const { person } of people) expect(await standing(seen, door.event, person)).toEqual([120, 0])
  })

  it('holds no more than a day, and says so; a second event of the day gets what is left', async () => {
    const youth = await confirmed()
    const secretary = await newPerson(api, { office: { role: 'branch-secretary', organisation: 'SH-X01-2' } })
    const door = await servedEvening(api, [youth])
    const on = new Date(door.start + 8 * HOUR).toISOString().slice(0, 10)
    must(
      201,
      201,
      await secretary.call('POST', `/v1/people/${youth.person}/volunteer-hours`, {
        requestId: newRequestId(),
        on,
        minutes: 400,
        content: '值守（示例）',
        witness: '志愿者站（示例）',
      }),
    )
    must(201, 201, await countHeads(door.host, door.event, 1))
    must(201, 201, await close(door.host, door.event))
    expect(await standing(seen, door.event, youth.person)).toEqual([80, 0])
    expect(await rowOf(door.host, door.event, youth)).toMatchObject({ credit: { minutes: 80, reason: 'day-full' } })
    expect(await mineOf(youth, door.event)).toMatchObject({ credit: { minutes: 80, reason: 'day-full' } })
  })

  it('what the branch has corrected since stays as the branch says', async () => {
    const youth = await confirmed()
    const secretary = await newPerson(api, { office: { role: 'branch-secretary', organisation: 'SH-X01-2' } })
    const door = await servedEvening(api, [youth])
    must(201, 201, await countHeads(door.host, door.event, 1))
    must(201, 201, await close(door.host, door.event))
    const entry = (await pathOf(youth)).facts.entries[0]
    const body = { on: entry?.on, minutes: 90, content: '读书会服务', witness: '团支书', reason: '提前走了' }
    const url = `/v1/people/${youth.person}/volunteer-hours/${entry?.id ?? ''}/corrections`
    must(201, 201, await secretary.call('POST', url, { requestId: newRequestId(), ...body }))
    expect(await rowOf(door.host, door.event, youth)).toMatchObject({ credit: { minutes: 90, reason: 'corrected' } })
    must(201, 201, await reopen(door.host, door.event))
    must(201, 201, await strike(door.host, door.event, [youth.person]))
    must(201, 201, await close(door.host, door.event))
    expect(await mineOf(youth, door.event)).toMatchObject({ credit: { minutes: 90, reason: 'corrected' } })
    const { report } = await pathOf(youth)
    expect(report.requirements.find(({ rule }) => rule === 'volunteer-hours')).toMatchObject({ have: 90, pending: 0 })
  })
})

describe('weak ones', () => {
  /** 20 accounts that weren't there send the code that somebody photographed. */
  async function photographed(there: number, heads: number) {
    const people = await Promise.all(Array.from({ length: there }, () => confirmed()))
    const door = await servedEvening(api, people)
    const absent = await Promise.all(Array.from({ length: 20 }, () => confirmed('缺席者·某')))
    api.setNow(door.end + 3 * HOUR)
    for (const one of absent) {
      for (const [direction, at] of [
        ['in', door.start],
        ['out', door.end],
      ] as const) {
        const sent = await send(api, one, { code: linkOf(door, direction, at), at, sentAt: api.now() })
        expect([sent.status, (sent.body as { flags: string[] }).flags]).toEqual([
          201,
          expect.arrayContaining(['late', 'not-registered']),
        ])
      }
    }
    must(201, 201, await countHeads(door.host, door.event, heads))
    return { door, people, absent }
  }

  it('a code photographed and sent late by 20 who weren’t there, beyond the heads: none is credited without being named', async () => {
    const { door, people, absent } = await photographed(3, 5)
    const { host, event } = door
    const ids = absent.map(({ person }) => person)
    const { closeOut } = await attendanceOf(host, event)
    expect(closeOut).toMatchObject({ accepted: 23, withinHeads: false })
    expect([...closeOut.weak].sort()).toEqual([...ids].sort())
    expect((await confirm(host, event, ids, true)).body).toMatchObject({
      code: 'beyond-heads',
      facts: { accepted: 23, heads: 5 },
    })
    expect((await close(host, event)).body).toMatchObject({ code: 'close-out-unsettled', facts: { weak: 20 } })
    // Two were there after all, and are named; the others are struck.
    must(201, 201, await confirm(host, event, ids.slice(0, 2)))
    must(201, 201, await strike(host, event, ids.slice(2)))
    must(201, 201, await close(host, event))
    for (const { person } of people) expect(await standing(seen, event, person)).toEqual([120, 0])
    for (const person of ids) expect(await standing(seen, event, person)).toEqual([0, 0])
    expect(await mineOf(absent[19] as Somebody, event)).toMatchObject({
      struck: true,
      reason: '没有见到（示例）',
      credit: { reason: 'struck' },
    })
  })

  it('within the heads one tap says yes to all, but never to oneself', async () => {
    const { door, absent } = await photographed(1, 21)
    const { host, event } = door
    const ids = absent.map(({ person }) => person)
    const helper = absent[0] as Somebody
    must(201, 201, await setTeam(host, event, { account: await accountCode(helper), team: 'host' }))
    expect(refusalOf(await confirm(helper, event, ids, true))).toEqual([422, 'own-row'])
    must(201, 201, await confirm(host, event, ids, true))
    must(201, 201, await close(host, event))
    // Walked in as attendees: the evening gives those nothing.
    expect(await rowOf(host, event, absent[1] as Somebody)).toMatchObject({
      confirmed: true,
      weak: false,
      credit: { reason: 'gives-nothing' },
    })
  })
})

describe('one’s own row', () => {
  it('stays open for another lead, who settles and closes it; then nothing is left', async () => {
    const youth = await confirmed()
    const host = await newHost(api)
    const me = { name: '组织者·某', organisation: 'SH-X01-2', birthDate: '2000-01-01', township: null }
    must(200, 200, await host.call('PUT', '/v1/me/profile', { requestId: newRequestId(), ...me }))
    const door = await newEvening(api, SERVICE, host)
    const { event } = door
    const lead = await newLead(api, door)
    for (const one of [youth, host]) must(201, 201, await register(one, event, 'volunteer'))
    api.setNow(door.start)
    // By the desk of another: one’s own counts as weak.
    for (const one of [youth, host]) await come(api, one, door)
    api.setNow(door.end)
    await come(api, youth, door, 'out')
    expect(refusalOf(await setTimes(host, event, [youth.person, host.person]))).toEqual([422, 'own-row'])
    expect(refusalOf(await strike(host, event, [host.person]))).toEqual([422, 'own-row'])
    must(201, 201, await countHeads(host, event, 2))
    expect(must(201, 201, await close(host, event)).body).toMatchObject({ openRow: host.person })
    expect(await standing(seen, event, host.person)).toEqual([0, 0])
    expect(await standing(seen, event, youth.person)).toEqual([120, 0])
    expect(await mineOf(host, event)).toMatchObject({ closed: true, credit: { minutes: null, reason: 'own-row' } })
    // Not by closing it again oneself; another has to settle it first.
    expect(refusalOf(await close(host, event))).toEqual([422, 'close-out-closed'])
    expect(refusalOf(await close(lead, event))).toEqual([422, 'close-out-unsettled'])
    expect(refusalOf(await setTimes(lead, event, [youth.person]))).toEqual([422, 'close-out-closed'])
    must(201, 201, await setTimes(lead, event, [host.person]))
    must(201, 201, await confirm(lead, event, [host.person]))
    // It waits on the path until then.
    expect((await pathOf(host)).facts.entries).toMatchObject([{ amount: 120, acceptedOn: null }])
    expect(must(201, 201, await close(lead, event)).body).toMatchObject({ openRow: null })
    expect(await standing(seen, event, host.person)).toEqual([120, 0])
    expect(await standing(seen, event, youth.person)).toEqual([120, 0])
    for (const one of [lead, host]) expect(refusalOf(await close(one, event))).toEqual([422, 'close-out-closed'])
    expect((await pathOf(host)).facts.entries).toMatchObject([{ amount: 120, origin: 'recorded' }])
  })
})

describe('after the close', () => {
  it('an upload waits; reopened with a reason, settled and closed, it is credited, and the others stay as they were', async () => {
    const [youth, offline] = [await confirmed(), await confirmed()]
    const door = await servedEvening(api, [youth])
    const { host, event } = door
    must(201, 201, await countHeads(host, event, 2))
    must(201, 201, await close(host, event))
    api.setNow(door.end + HOUR)
    for (const [direction, at] of [
      ['in', door.start],
      ['out', door.end],
    ] as const) {
      must(201, 201, await send(api, offline, { code: linkOf(door, direction, at), at, sentAt: api.now() }))
    }
    const waiting = await attendanceOf(host, event)
    expect(waiting).toMatchObject({ closed: door.end, afterClose: 2 })
    expect(await standing(seen, event, offline.person)).toEqual([0, 0])
    expect(await mineOf(offline, event)).toMatchObject({ closed: true, weak: true, credit: { minutes: null } })
    expect(refusalOf(await confirm(host, event, [offline.person]))).toEqual([422, 'close-out-closed'])
    expect(
      (await host.call('POST', `/v1/events/${event}/reopen`, { requestId: newRequestId(), reason: '' })).status,
    ).toBe(400)
    must(201, 201, await reopen(host, event))
    expect(refusalOf(await reopen(host, event))).toEqual([422, 'close-out-not-closed'])
    // Nothing is taken by it.
    expect(await standing(seen, event, youth.person)).toEqual([120, 0])
    expect((await pathOf(youth)).facts.entries).toMatchObject([{ amount: 120, corrects: null }])
    must(201, 201, await confirm(host, event, [offline.person]))
    must(201, 201, await close(host, event))
    expect(await rowOf(host, event, offline)).toMatchObject({ credit: { present: 120, reason: 'gives-nothing' } })
    const rows = await seen.query('select from saihan.ledger where event_id = $1', [event])
    expect(rows).toHaveLength(1)
  })

  it('reopening corrects by new entries that name the old: less, nothing, and again', async () => {
    const youth = await confirmed()
    const door = await servedEvening(api, [youth])
    const { host, event } = door
    const entries = () =>
      seen.query<{ id: string; amount: number; origin: string; corrects: string | null }>(
        'select id, amount, origin, corrects from saihan.ledger where event_id = $1 order by no',
        [event],
      )
    const again = async (settled: () => Promise<unknown>) => {
      must(201, 201, await reopen(host, event))
      await settled()
      must(201, 201, await close(host, event))
    }
    must(201, 201, await countHeads(host, event, 1))
    must(201, 201, await close(host, event))
    await again(() => setTimes(host, event, [youth.person], { out: door.end - 30 * MINUTE }))
    // Closed again with nothing changed.
    await again(() => Promise.resolve())
    await again(() => strike(host, event, [youth.person]))
    expect(await standing(seen, event, youth.person)).toEqual([0, 0])
    await again(() => strike(host, event, [youth.person], false))
    const [first, second, third, fourth, ...more] = await entries()
    expect([first, second, third, fourth, more]).toMatchObject([
      { amount: 120, origin: 'check-in', corrects: null },
      { amount: 90, origin: 'adjustment', corrects: first?.id },
      { amount: 0, origin: 'adjustment', corrects: second?.id },
      { amount: 90, origin: 'recorded', corrects: null },
      [],
    ])
    expect(await standing(seen, event, youth.person)).toEqual([90, 0])
    const { report } = await pathOf(youth)
    expect(report.requirements.find(({ rule }) => rule === 'volunteer-hours')).toMatchObject({ have: 90, pending: 0 })
  })
})

describe('the planned times', () => {
  it('stay what they were once somebody has checked in', async () => {
    const youth = await confirmed()
    const door = await newEvening(api, SERVICE)
    await register(youth, door.event, 'volunteer')
    const { terms } = (await door.host.call('GET', `/v1/events/${door.event}/desk`)).body as { terms: object }
    const change = (more: object) =>
      door.host.call('PUT', `/v1/events/${door.event}`, { ...terms, ...more, requestId: newRequestId() })
    expect((await change({ end: door.end + 10 * MINUTE })).status).toBe(200)
    await come(api, youth, door)
    expect(refusalOf(await change({ end: door.end + 20 * MINUTE }))).toEqual([422, 'times-fixed'])
  })
})

describe('the team', () => {
  it('is named by account codes: a helper scans, a host settles, a lead closes; the last lead stays', async () => {
    const [youth, mate] = [await confirmed(), await newYouth(api, '帮手·某')]
    const door = await servedEvening(api, [youth])
    const { host, event } = door
    const hall = await newHall(api)
    expect((await mate.call('GET', `/v1/events/${event}/attendance`)).status).toBe(404)
    expect(refusalOf(await setTeam(host, event, { account: 'ZZZZ-ZZZZ', team: 'host' }))).toEqual([
      422,
      'account-unknown',
    ])
    expect(refusalOf(await setTeam(host, event, { person: youth.person, team: 'host' }))).toEqual([
      422,
      'person-unknown',
    ])
    const account = await accountCode(mate)
    const named = must(201, 201, await setTeam(host, event, { account, team: 'helper' })).body
    expect(named).toMatchObject({
      members: expect.arrayContaining([expect.objectContaining({ person: mate.person, team: 'helper' })]) as object,
    })
    const row = async () => (await rowOf(mate, event, youth)).name
    expect(await row()).not.toBe('志愿者·某')
    expect((await countHeads(mate, event, 1)).status).toBe(404)
    expect(((await mate.call('GET', '/v1/me/teams')).body as MyTeamsReply).teams).toMatchObject([
      { card: { id: event }, team: 'helper', closed: false },
    ])
    must(201, 201, await setTeam(host, event, { person: mate.person, team: 'host' }))
    expect(await row()).toBe('志愿者·某')
    must(201, 201, await countHeads(mate, event, 1))
    expect((await strike(mate, event, [youth.person])).status).toBe(404)
    expect((await close(mate, event)).status).toBe(404)
    must(201, 201, await setTeam(host, event, { person: mate.person, team: 'lead' }))
    must(201, 201, await setTeam(mate, event, { person: host.person, team: 'helper' }))
    expect(refusalOf(await setTeam(mate, event, { person: mate.person, team: null }))).toEqual([422, 'last-lead'])
    expect(refusalOf(await setTeam(mate, event, { person: mate.person, team: 'host' }))).toEqual([422, 'last-lead'])
    must(201, 201, await close(mate, event))
    expect(((await host.call('GET', '/v1/me/teams')).body as MyTeamsReply).teams).toMatchObject([{ closed: true }])
    // Another host of the venue finds the event there, and it is a week at most among one's own.
    expect(((await hall.host.call('GET', '/v1/me/teams')).body as MyTeamsReply).teams).toEqual([])
    api.setNow(door.end + 7 * DAY + 1)
    expect(((await mate.call('GET', '/v1/me/teams')).body as MyTeamsReply).teams).toEqual([])
  })

  it('has a lead again when who was named is erased', async () => {
    const door = await newEvening(api, SERVICE)
    const lead = await newLead(api, door)
    must(201, 201, await setTeam(lead, door.event, { person: door.host.person, team: 'helper' }))
    must(204, 204, await lead.call('DELETE', '/v1/me', { requestId: newRequestId() }))
    const other = (await newHall(api)).host
    expect(await attendanceOf(other, door.event)).toMatchObject({ team: 'lead' })
  })
})

describe('the record', () => {
  it('has the fields of the pack once the event is closed, is handed over once, and again after it was reopened', async () => {
    const youth = await confirmed()
    const door = await servedEvening(api, [youth])
    const { host, event } = door
    const hall = await newHall(api)
    const record = (who: Somebody) => who.call('GET', `/v1/events/${event}/record`)
    const handOver = (who: Somebody) => who.call('POST', `/v1/events/${event}/hand-over`, { requestId: newRequestId() })
    const waiting = async () => {
      const got = must(200, 200, await hall.officer.call('GET', `/v1/hand-overs?organisation=${hall.organisation}`))
      return (got.body as HandOversReply).events.filter(({ card }) => card.id === event)
    }
    expect(refusalOf(await record(host))).toEqual([422, 'close-out-not-closed'])
    expect(refusalOf(await handOver(hall.officer))).toEqual([422, 'close-out-not-closed'])
    expect(await waiting()).toMatchObject([{ closed: null, venue: { code: 'V01' } }])
    must(201, 201, await countHeads(host, event, 4, 2))
    must(201, 201, await close(host, event))
    const { fields, confirmed: sure, handedOver } = must(200, 200, await record(hall.officer)).body as RecordReply
    expect([sure, handedOver]).toEqual([false, null])
    expect(Object.fromEntries(fields.map(({ key, value }) => [key, value]))).toMatchObject({
      kind: '读书学习',
      people: '6',
      attendees: '0',
      volunteers: '1',
      minutes: '120',
      'class-hours': '0',
    })
    expect(JSON.stringify(fields)).not.toContain('志愿者·某')
    expect(await waiting()).toHaveLength(1)
    expect(must(201, 201, await handOver(hall.officer)).body).toMatchObject({ handedOver: { at: api.now() } })
    const at = api.now()
    api.setNow(at + HOUR)
    expect(must(201, 201, await handOver(host)).body).toMatchObject({ handedOver: { at } })
    expect(await waiting()).toEqual([])
    must(201, 201, await reopen(host, event))
    expect(await waiting()).toMatchObject([{ closed: null }])
    must(201, 201, await close(host, event))
    expect(must(200, 200, await record(host)).body).toMatchObject({ handedOver: null })
    // Nobody elsewhere sees it.
    expect((await record(await newHost(api, 'V02'))).status).toBe(404)
    expect((await record(youth)).status).toBe(404)
  })

  it('and the sign-in sheet is for the team alone, and looking at it is told to each', async () => {
    const youth = await confirmed()
    const door = await servedEvening(api, [youth])
    const url = `/v1/events/${door.event}/attendance/sheet`
    const hall = await newHall(api)
    for (const who of [hall.officer, hall.district, youth]) expect((await who.call('GET', url)).status).toBe(404)
    const looks = () =>
      seen.query(`select from saihan.access_log where about_person = $1 and what = 'attendance'`, [youth.person])
    expect(await looks()).toHaveLength(0)
    const sheet = must(200, 200, await door.host.call('GET', url)).body as { name: string; base64: string }
    expect(sheet.name).toMatch(/^签到表 \d{4}-\d\d-\d\d 读书会.*\.xlsx$/)
    expect(Buffer.from(sheet.base64, 'base64').subarray(0, 2).toString()).toBe('PK')
    expect(await looks()).toHaveLength(1)
  })
})

describe('who hasn’t said their name', () => {
  it('is credited once they do, as of the close', async () => {
    const host = await newHost(api)
    const newcomer = await newPerson(api)
    const hall = await newHall(api)
    const door = await newEvening(api, SERVICE, hall.host)
    const secretary = await newPerson(api, { office: { role: 'branch-secretary', organisation: 'SH-X01-2' } })
    must(201, 201, await askClass({ hall, code: 'SH-X01-2' }, door.event))
    const url = `/v1/organisations/SH-X01-2/class-requests/${door.event}/answer`
    must(201, 201, await secretary.call('POST', url, { requestId: newRequestId(), yes: true }))
    api.setNow(door.start)
    const body = { code: linkOf(door, 'in', api.now()), declared: true }
    expect(must(201, 201, await send(api, newcomer, body)).body).toMatchObject({ newcomer: {} })
    api.setNow(door.end)
    must(201, 201, await scan(api, newcomer, door, 'out'))
    must(201, 201, await countHeads(hall.host, door.event, 1))
    must(201, 201, await confirm(hall.host, door.event, [newcomer.person], true))
    must(201, 201, await close(hall.host, door.event))
    expect(await mineOf(newcomer, door.event)).toMatchObject({ credit: { tenths: null, reason: 'profile-missing' } })
    expect(await standing(seen, door.event, newcomer.person)).toEqual([0, 0])
    api.setNow(door.end + 6 * DAY)
    const me = { name: '新来的·某', organisation: 'SH-X01-2', birthDate: '2004-05-05', township: null }
    must(200, 200, await newcomer.call('PUT', '/v1/me/profile', { requestId: newRequestId(), ...me }))
    expect(await standing(seen, door.event, newcomer.person)).toEqual([0, 10])
    expect(await mineOf(newcomer, door.event)).toMatchObject({ credit: { tenths: 10, reason: null } })
    // Saying it again credits nothing more.
    must(
      200,
      200,
      await newcomer.call('PUT', '/v1/me/profile', { requestId: newRequestId(), ...me, name: '新来的·乙' }),
    )
    expect(await seen.query('select from saihan.ledger where event_id = $1', [door.event])).toHaveLength(1)
    expect((await host.call('GET', '/v1/me')).status).toBe(200)
  })
})
