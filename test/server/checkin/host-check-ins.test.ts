import type { AttendanceReply, HostCheckInReply } from '#contract/check-in'
import type { MyDataReply } from '#contract/me'
import { stepAt, twoDigits } from '#domain/checkin/code'
import { ownCode } from '#domain/checkin/mac'
import type { Instant } from '#domain/time'
import { mac } from '../../../server/services/checkin/keys'
import { tick } from '../../../server/jobs/tick'
import { cancel, DAY, HOUR, newYouth, register } from '../events/scene'
import { nameInto } from '../kit/check-ins'
import { accountCode, newHall, type Hall } from '../kit/events'
import { inspect, type Inspector } from '../kit/inspect'
import { must, newPerson, saveProfile, type Somebody } from '../kit/people'
import { newRequestId, startApi, type TestApi } from '../support'
import { checkInBody, come, hostSays, linkOf, MINUTE, newEvening, ownCodeOf, send, type Device } from './scene'

/** What hosts do at the door: scan a person's own code, call the roll, put on a walk-in; and what they see. */

let api: TestApi
let seen: Inspector
let hall: Hall
let evening: Device
let youth: Somebody

beforeAll(async () => {
  api = await startApi()
  seen = await inspect(api.database)
  hall = await newHall(api)
})
beforeEach(async () => {
  evening = await newEvening(api, {}, hall.host)
  youth = await newYouth(api, '王小明')
  must(201, 201, await register(youth, evening.event))
})
afterAll(async () => {
  await seen.end()
  await api.close()
})

const says = (said: object, who: Somebody = hall.host) => hostSays(api, who, evening.event, said)
const recordedIn = (got: { body: unknown }) => (got.body as HostCheckInReply).recorded
const attendance = async (who: Somebody = hall.host) =>
  must(200, 200, await who.call('GET', `/v1/events/${evening.event}/attendance`)).body as AttendanceReply
const factsOf = (person: string) =>
  seen.query<{ way: string; direction: string; at: Date; by_person: string; flags: string[] }>(
    'select way, direction, at, by_person, flags from saihan.check_in where person_id = $1 order by id',
    [person],
  )

/** Runs with the clock elsewhere. */
async function later<T>(by: number, act: () => Promise<T>): Promise<T> {
  const now = api.now()
  api.setNow(now + by)
  try {
    return await act()
  } finally {
    api.setNow(now)
  }
}

describe('one’s own code', () => {
  it('stays the same for a day, is scanned by a host, and is one fact', async () => {
    const code = await ownCodeOf(api, youth)
    expect(await ownCodeOf(api, youth)).toBe(code)
    const got = await says({ way: 'own', code })
    expect([got.status, recordedIn(got)]).toEqual([
      201,
      [expect.objectContaining({ person: youth.person, name: '王小明', inWay: 'own', flags: [], weak: false })],
    ])
    expect(await factsOf(youth.person)).toMatchObject([
      { way: 'own', direction: 'in', by_person: hall.host.person, flags: [] },
    ])
    // The list has its tag, so that a scan without a network finds the row.
    expect((await attendance()).people).toMatchObject([{ person: youth.person, tag: code.slice(1, 9) }])
  })

  it('ten at once make one tag', async () => {
    const codes = await Promise.all(Array.from({ length: 10 }, () => ownCodeOf(api, youth)))
    expect(new Set(codes).size).toBe(1)
  })

  it.each([
    ['a minute old, photographed', -5 * MINUTE, 'code-expired'],
    ['not shown yet', 5 * MINUTE, 'code-from-future'],
  ])('%s is refused', async (_what, away, code) => {
    const got = await says({ way: 'own', code: await ownCodeOf(api, youth, api.now() + away) })
    expect([got.status, got.body]).toEqual([422, expect.objectContaining({ code })])
    expect(await factsOf(youth.person)).toEqual([])
  })

  it('of nobody, with another’s key, a desk’s, or nothing', async () => {
    const other = await newYouth(api)
    const [mine, its] = [await ownCodeOf(api, youth), await ownCodeOf(api, other)]
    for (const [code, why] of [
      [ownCode(mac, 'ab'.repeat(32), 'ZZZZZZZZ', stepAt(api.now() as Instant)), 'own-code-unknown'],
      [mine.slice(0, 15) + its.slice(15), 'code-wrong'],
      [linkOf(evening, 'in', api.now()), 'code-unreadable'],
      ['x', 'code-unreadable'],
    ] as const)
      expect((await says({ way: 'own', code })).body).toMatchObject({ status: 422, code: why })
  })

  it('scanned without a network is believed later, also by a host whose clock is wrong, and gone after the days', async () => {
    const code = await ownCodeOf(api, youth)
    const at = api.now() - DAY
    await later(30 * HOUR, async () => {
      const body = { requestId: newRequestId(), way: 'own', direction: 'in', at, code, account: null, people: [] }
      const headers = { 'x-phone-time': String(api.now() - DAY), authorization: `Bearer ${hall.host.token}` }
      const got = await api.app.inject({
        method: 'POST',
        url: `/v1/events/${evening.event}/check-ins`,
        headers,
        payload: body,
      })
      expect([got.statusCode, (JSON.parse(got.body) as HostCheckInReply).recorded]).toEqual([
        201,
        [expect.objectContaining({ person: youth.person, flags: ['late'] })],
      ])
    })
    const tags = () => seen.query('select tag from saihan.own_code where tag = $1', [code.slice(1, 9)])
    await tick(api.deps, (api.now() + 3 * DAY) as Instant)
    expect(await tags()).toHaveLength(1)
    await tick(api.deps, (api.now() + 4 * DAY) as Instant)
    expect(await tags()).toHaveLength(0)
  })

  it('is another one tomorrow', async () => {
    const code = await ownCodeOf(api, youth)
    await later(DAY, async () => expect((await ownCodeOf(api, youth)).slice(1, 9)).not.toBe(code.slice(1, 9)))
  })
})

describe('the roll', () => {
  it('records many at once; who isn’t known here, and oneself, is told by their id', async () => {
    const [second, stranger, left] = [await newYouth(api), await newYouth(api), await newYouth(api)]
    for (const one of [second, left]) must(201, 201, await register(one, evening.event))
    must(201, 201, await cancel(left, evening.event))
    const people = [youth, second, stranger, left, hall.host].map(({ person }) => person)
    const got = await says({ way: 'roll', people })
    const reply = got.body as HostCheckInReply
    expect(reply.recorded.map(({ person, flags }) => [person, flags])).toEqual([
      [youth.person, []],
      [second.person, []],
      [left.person, ['cancelled']],
    ])
    expect(reply.refused).toEqual([
      { person: stranger.person, code: 'person-unknown' },
      { person: hall.host.person, code: 'own-row' },
    ])
    expect(await factsOf(stranger.person)).toEqual([])
    expect(await factsOf(hall.host.person)).toEqual([])
  })

  it('says when they came: the host’s moment, also when it was kept; two days later no more, but from paper', async () => {
    const at = api.now()
    const roll = { way: 'roll', people: [youth.person], at }
    await later(HOUR, async () => {
      const got = await hostSays(api, hall.host, evening.event, roll)
      expect(recordedIn(got)).toMatchObject([{ in: at, flags: [] }])
    })
    await later(49 * HOUR, async () => {
      expect((await says({ ...roll, direction: 'out' })).body).toMatchObject({
        recorded: [],
        refused: [{ person: youth.person, code: 'upload-too-late' }],
      })
      const paper = { ...roll, way: 'sheet', direction: 'out', at: at + 2 * HOUR }
      expect(recordedIn(await says(paper))).toMatchObject([{ out: at + 2 * HOUR, outWay: 'sheet' }])
    })
  })

  it('each way takes what belongs to it', async () => {
    const people = [youth.person]
    const code = await ownCodeOf(api, youth)
    for (const said of [
      { way: 'roll' },
      { way: 'roll', people, code },
      { way: 'own', people },
      { way: 'own', code, people },
      { way: 'walk-in', people },
      { way: 'walk-in', code },
      { way: 'sheet', account: 'AAAA-AAAA' },
    ])
      expect([said, (await says(said)).status]).toEqual([said, 400])
  })
})

describe('a walk-in', () => {
  it('is put on by the code of their account, flagged, and comes without a place', async () => {
    const other = await newYouth(api)
    const got = await says({ way: 'walk-in', account: await accountCode(other) })
    expect(recordedIn(got)).toMatchObject([
      { person: other.person, registered: false, role: 'attendee', flags: ['not-registered'] },
    ])
  })

  it('of an account that isn’t there, oneself, or who hasn’t said yet that they are 14', async () => {
    const newcomer = await newPerson(api)
    for (const [account, code] of [
      ['AAAA-AAAA', 'account-unknown'],
      [await accountCode(hall.host), 'own-row'],
      [await accountCode(newcomer), 'declaration-needed'],
    ] as const)
      expect((await says({ way: 'walk-in', account })).body).toMatchObject({ status: 422, code })
    // Who has come by themselves has said so.
    must(201, 201, await send(api, newcomer, { code: linkOf(evening, 'in', api.now()), declared: true }))
    expect((await says({ way: 'walk-in', account: await accountCode(newcomer), direction: 'out' })).status).toBe(201)
  })
})

describe('what the team sees', () => {
  it('everybody who is expected or has come; a helper masked, a host and a lead whole; each look told to whom it concerned', async () => {
    const [helper, host] = [await newPerson(api), await newPerson(api)]
    await nameInto({ hall }, evening.event, helper, 'helper')
    await nameInto({ hall }, evening.event, host, 'host')
    const newcomer = await newPerson(api)
    const body = checkInBody(api, { code: linkOf(evening, 'in', api.now()), declared: true })
    must(201, 201, await send(api, newcomer, {}, body))
    for (const [who, team, name] of [
      [helper, 'helper', '王**'],
      [host, 'host', '王小明'],
      [hall.host, 'lead', '王小明'],
    ] as const) {
      const got = await attendance(who)
      expect([got.team, got.people]).toEqual([
        team,
        [
          expect.objectContaining({
            person: youth.person,
            name,
            masked: '王**',
            registered: true,
            in: null,
            digits: null,
          }),
          expect.objectContaining({
            person: newcomer.person,
            name: null,
            registered: false,
            digits: twoDigits(String(body.requestId)),
          }),
        ],
      ])
      expect(got.closeOut).toMatchObject({ accepted: 1, noShows: [youth.person], weak: [newcomer.person] })
      expect(got.members.map((one) => [one.team, one.maker, one.own])).toEqual(
        expect.arrayContaining([
          ['lead', true, who === hall.host],
          ['host', false, who === host],
          ['helper', false, who === helper],
        ]),
      )
    }
    // Read again and again: one look an hour and reader.
    for (let n = 0; n < 3; n++) await attendance(host)
    const [looks] = await seen.query<{ n: number }>(
      `select count(*)::int as n from saihan.access_log where about_person = $1 and what = 'attendance'`,
      [youth.person],
    )
    expect(looks?.n).toBe(3)
    await later(HOUR, () => attendance(host))
    const mine = (await youth.call('GET', '/v1/me/data')).body as MyDataReply
    expect(mine.accesses).toEqual(
      expect.arrayContaining([expect.objectContaining({ what: 'attendance', office: 'venue-host' })]),
    )
  })

  it('who has said who they are has a name and no digits', async () => {
    const newcomer = await newPerson(api)
    must(201, 201, await send(api, newcomer, { code: linkOf(evening, 'in', api.now()), declared: true }))
    const row = async () => (await attendance()).people.find(({ person }) => person === newcomer.person)
    expect(await row()).toMatchObject({ name: null, digits: expect.stringMatching(/^\d\d$/) as string })
    must(200, 201, await saveProfile(newcomer, { name: '李小红', organisation: 'SH-X01-2', birthDate: '2004-01-01' }))
    expect(await row()).toMatchObject({ name: '李小红', digits: null })
  })

  it('what somebody is credited, and why nothing yet', async () => {
    await come(api, youth, evening)
    await later(HOUR, () => come(api, youth, evening, 'out'))
    const [row] = (await attendance()).people
    expect(row).toMatchObject({
      in: Math.floor(api.now() / 15_000) * 15_000,
      inWay: 'scan',
      outWay: 'scan',
      credit: { present: 30, least: 72, minutes: null, tenths: null },
    })
  })

  it('once somebody has checked in the planned times stay; words and places may change', async () => {
    const desk = (await hall.host.call('GET', `/v1/events/${evening.event}/desk`)).body as { terms: object }
    const change = (more: object) =>
      hall.host.call('PUT', `/v1/events/${evening.event}`, { requestId: newRequestId(), ...desk.terms, ...more })
    must(200, 201, await change({ end: evening.end + 10 * MINUTE }))
    must(200, 201, await change({ end: evening.end }))
    await come(api, youth, evening)
    for (const more of [{ end: evening.end + MINUTE }, { start: evening.start + MINUTE }])
      expect((await change(more)).body).toMatchObject({ status: 422, code: 'times-fixed' })
    must(200, 201, await change({ notes: '带上身份证（示例）' }))
  })
})
