import type { AttendanceRow } from '#contract/check-in'
import type { MyDataReply } from '#contract/me'
import type { Instant } from '#domain/time'
import { tick } from '../../../server/jobs/tick'
import { DAY, newYouth, register } from '../events/scene'
import { inspect, type Inspector } from '../kit/inspect'
import { must, newPerson, type Somebody } from '../kit/people'
import { newRequestId, startApi, type TestApi } from '../support'
import { attendanceOf, close, confirm, countHeads, rowOf, SERVICE, setTimes, standing, strike } from './ending'
import { come, linkOf, newEvening, ownCodeOf, scan, send, type Device } from './scene'

/** Who comes before they have said who they are, and what is left of whom when they are gone. */

let api: TestApi
let seen: Inspector
let door: Device
let start: number

beforeAll(async () => {
  api = await startApi()
  seen = await inspect(api.database)
  start = api.now()
})
beforeEach(async () => {
  api.setNow((start += 20 * DAY))
  await seen.query(`update platform.session set expires_at = 'infinity'`)
  door = await newEvening(api, SERVICE)
})
afterAll(async () => {
  await seen.end()
  await api.close()
})

/** A newcomer who comes and goes. */
async function newcomer(): Promise<Somebody> {
  const somebody = await newPerson(api)
  const code = linkOf(door, 'in', api.now())
  must(201, 201, await send(api, somebody, { code, declared: true }))
  return somebody
}

const saveAs = (who: Somebody, birthDate: string) =>
  who.call('PUT', '/v1/me/profile', {
    requestId: newRequestId(),
    name: '新来的·某',
    birthDate,
    township: null,
    organisation: 'SH-X01-2',
  })

/** What a head that has no name any more looks like. */
const HEAD: Partial<AttendanceRow> = { name: null, masked: null, digits: null, tag: null }

describe('a newcomer', () => {
  it('is known to the host by two digits, and on day 8 is a head without a name', async () => {
    const somebody = await newcomer()
    const { digits } = await rowOf(door.host, door.event, somebody)
    expect(digits).toMatch(/^\d\d$/)
    const wait = async (ms: number) => {
      api.setNow(ms)
      await tick(api.deps, api.now() as Instant)
    }
    const begun = api.now()
    await wait(begun + 7 * DAY - 1)
    expect(await rowOf(door.host, door.event, somebody)).toMatchObject({ digits })
    await wait(begun + 7 * DAY)
    expect((await somebody.call('GET', '/v1/me')).status).toBe(401)
    expect(await rowOf(door.host, door.event, somebody)).toMatchObject({ ...HEAD, in: expect.any(Number) as number })
    expect(await attendanceOf(door.host, door.event)).toMatchObject({ closeOut: { accepted: 1 } })
    // Settled and closed like any other head: it credits nobody.
    must(201, 201, await countHeads(door.host, door.event, 1))
    must(201, 201, await setTimes(door.host, door.event, [somebody.person]))
    must(201, 201, await confirm(door.host, door.event, [somebody.person], true))
    must(201, 201, await close(door.host, door.event))
    expect(await seen.query('select from saihan.ledger where event_id = $1', [door.event])).toEqual([])
    expect(await seen.query('select from saihan.fact_text where person_id = $1', [somebody.person])).toEqual([])
  })

  it('who says within seven days who they are stays', async () => {
    const somebody = await newcomer()
    api.setNow(api.now() + 7 * DAY - 1)
    must(200, 200, await saveAs(somebody, '2004-05-05'))
    api.setNow(api.now() + 10 * DAY)
    await tick(api.deps, api.now() as Instant)
    expect(await rowOf(door.host, door.event, somebody)).toMatchObject({ name: '新来的·某', digits: null })
  })

  it('under 14 after all goes at once, and is a head', async () => {
    const somebody = await newcomer()
    await ownCodeOf(api, somebody)
    expect((await saveAs(somebody, '2015-05-05')).body).toMatchObject({ code: 'under-age' })
    expect((await somebody.call('GET', '/v1/me')).status).toBe(401)
    expect(await seen.query('select cause from saihan.erasure where person_id = $1', [somebody.person])).toEqual([
      { cause: 'under-age' },
    ])
    expect(await seen.query('select from saihan.own_code where person_id = $1', [somebody.person])).toEqual([])
    expect(await rowOf(door.host, door.event, somebody)).toMatchObject(HEAD)
  })

  it('can’t serve yet', async () => {
    const somebody = await newcomer()
    expect((await register(somebody, door.event, 'volunteer')).body).toMatchObject({ code: 'profile-missing' })
    expect(await rowOf(door.host, door.event, somebody)).toMatchObject({ role: 'attendee' })
  })
})

describe('what is kept', () => {
  it('tells its owner each check-in and what hosts did, with their words', async () => {
    const youth = await newYouth(api)
    must(201, 201, await register(youth, door.event))
    await come(api, youth, door)
    must(201, 201, await scan(api, youth, door))
    api.setNow(door.end)
    must(201, 201, await setTimes(door.host, door.event, [youth.person]))
    const { attendance, keeping } = (await youth.call('GET', '/v1/me/data')).body as MyDataReply
    expect(attendance).toMatchObject([
      { event: door.event, what: 'times-set', way: null, byHost: true, reason: '忘了签退（示例）' },
      { what: 'in', way: 'scan', byHost: false, reason: null },
      { what: 'in', way: 'scan', byHost: false, reason: null },
    ])
    expect(keeping.find(({ what }) => what === 'attendance')?.until).not.toBeNull()
    // A reason of the host's isn't a word beside a fact of the path.
    expect((await youth.call('GET', '/v1/me/path')).raw).not.toContain('忘了签退')
  })

  it('goes with its owner: the words too, the facts about a random id stay and credit nobody', async () => {
    const youth = await newYouth(api, '要走的·某')
    const stays = await newYouth(api)
    for (const one of [youth, stays]) {
      must(201, 201, await register(one, door.event, 'volunteer'))
      await ownCodeOf(api, one)
    }
    api.setNow(door.start)
    for (const one of [youth, stays]) await come(api, one, door)
    api.setNow(door.end)
    for (const one of [youth, stays]) await come(api, one, door, 'out')
    must(201, 201, await strike(door.host, door.event, [youth.person]))
    must(201, 201, await strike(door.host, door.event, [youth.person], false))
    expect(await seen.find(['没有见到'])).toEqual(['saihan.fact_text: 没有见到'])
    must(204, 204, await youth.call('DELETE', '/v1/me', { requestId: newRequestId() }))
    expect(await seen.find(['没有见到', '要走的·某'])).toEqual([])
    expect(await seen.query('select from saihan.own_code where person_id = $1', [youth.person])).toEqual([])
    expect(await seen.query('select from saihan.check_in where person_id = $1', [youth.person])).toHaveLength(2)
    // What a host says about them from now on keeps no words either.
    must(201, 201, await setTimes(door.host, door.event, [youth.person]))
    expect(await seen.query('select from saihan.fact_text where person_id = $1', [youth.person])).toEqual([])
    must(201, 201, await countHeads(door.host, door.event, 2))
    must(201, 201, await close(door.host, door.event))
    expect(await standing(seen, door.event, youth.person)).toEqual([0, 0])
    expect(await standing(seen, door.event, stays.person)).toEqual([120, 0])
  })
})
