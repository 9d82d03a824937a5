import { tick } from '../../server/jobs/tick'
import type { RegistrationsReply } from '#contract/event'
import type { MeReply, MyDataReply } from '#contract/me'
import type { Instant } from '#domain/time'
import { seedDemo } from '../../server/demo/seed'
import { eraseAccount } from '../../server/services/erasure'
import { revokeRole } from '../../server/services/roles'
import { cancel, mineOf, published, register } from './events/scene'
import { addByHost, newAdult, newHall, type Hall } from './kit/events'
import { inspect, type Inspector } from './kit/inspect'
import {
  classHours,
  confirmedPerson,
  contextOf,
  giveOffice,
  idOf,
  must,
  newPerson,
  saveProfile,
  signIn,
  type Somebody,
} from './kit/people'
import {
  application,
  approved,
  grade,
  mentors,
  nomination,
  paper,
  returned,
  stepCorrection,
  talk,
  volunteerHours,
} from './kit/way'
import { asPersona, call, caller, newRequestId, startApi, type Caller, type TestApi } from './support'

/** What was kept about a person, and that it goes: at their wish, under age, and when its days are over. */

const BRANCH = 'SH-X01-2'
const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

let api: TestApi
let seen: Inspector
let secretary: Somebody
let officer: Somebody
let start: number

beforeAll(async () => {
  // Stands for WeChat: a code is the openid that it stands for.
  api = await startApi({
    wechat: {
      appId: 'wx0123456789abcdef',
      code2session: (openid) => Promise.resolve({ openid }),
      checkText: () => Promise.resolve('pass' as const),
    },
  })
  start = api.now()
  seen = await inspect(api.database)
  secretary = await newPerson(api, { office: { role: 'branch-secretary', organisation: BRANCH } })
  officer = await newPerson(api, { office: { role: 'committee-officer', organisation: 'SH-X01' } })
})
afterEach(() => api.setNow(start))
afterAll(async () => {
  await seen.end()
  await api.close()
})

/** What is due by a time happens, in that many milliseconds from the start. */
async function tickAt(ms: number): Promise<void> {
  await tick(api.deps, (start + ms) as Instant)
}

/** Whether anything still leads from the account to a person: account, session, link. */
async function traces({ account, person }: Somebody): Promise<Record<string, number>> {
  const [row] = await seen.query<Record<string, number>>(
    `select (select count(*)::int from platform.account where id = $1) as account,
            (select count(*)::int from platform.session where account_id = $1) as session,
            (select count(*)::int from platform.desk_code where account_id = $1) as digits,
            (select count(*)::int from saihan.person_account where account_id = $1 or person_id = $2) as link,
            (select count(*)::int from saihan.profile where person_id = $2) as profile,
            (select count(*)::int from saihan.fact_text where person_id = $2) as texts,
            (select count(*)::int from saihan.inbox where person_id = $2) as messages,
            (select count(*)::int from saihan.request where actor = $1) as request,
            (select count(*)::int from saihan.account_removal where account_id = $1) as removal`,
    [account, person],
  )
  return row ?? {}
}
const NOTHING = {
  account: 0,
  session: 0,
  digits: 0,
  link: 0,
  profile: 0,
  texts: 0,
  messages: 0,
  request: 0,
  removal: 0,
}

const causes = async ({ person }: Somebody) =>
  (await seen.query<{ cause: string }>('select cause from saihan.erasure where person_id = $1', [person])).map(
    ({ cause }) => cause,
  )

describe('under fourteen', () => {
  const sent = { name: '年幼者一', birthDate: '2012-03-04', organisation: BRANCH, township: 'SH-DXD' }

  it('is a kind no, and nothing of it is kept', async () => {
    const child = await newPerson(api)
    const other = await signIn(api, child)
    const refused = await saveProfile(child, sent)
    expect(refused.body).toMatchObject({ status: 422, code: 'under-age', facts: { minimum: 14 } })
    expect(await seen.find([sent.name, sent.birthDate, child.identity.openid, child.account])).toEqual(
      // That this account asked, for a day: a counter, without a name.
      [`platform.attempt: ${child.account}`],
    )
    expect(await traces(child)).toEqual(NOTHING)
    expect(await causes(child)).toEqual(['under-age'])
    expect((await child.call('GET', '/v1/me')).status).toBe(401)
    expect((await other.call('GET', '/v1/me')).status).toBe(401)
    expect(api.logged.join('\n')).not.toContain(sent.name)
  })

  it('is asked by the day: the day before the birthday no, on it yes', async () => {
    // Today is 2026-03-03.
    expect((await saveProfile(await newPerson(api), { ...sent, birthDate: '2012-03-04' })).status).toBe(422)
    expect((await saveProfile(await newPerson(api), { ...sent, birthDate: '2012-03-03' })).status).toBe(200)
  })

  it('is asked first, whatever else is wrong', async () => {
    for (const wrong of [{ organisation: 'SH-X99' }, { organisation: 'SH' }, { township: 'SH-X01' }, { name: '1' }]) {
      const child = await newPerson(api)
      expect((await saveProfile(child, { ...sent, ...wrong })).body).toMatchObject({ code: 'under-age' })
      expect(await traces(child)).toEqual(NOTHING)
    }
  })

  it('leaves what was kept before, when somebody mistypes their birth date later', async () => {
    const youth = await newPerson(api, { profile: { name: '青年稳', organisation: BRANCH } })
    expect((await saveProfile(youth, { ...sent, name: '青年稳' })).body).toMatchObject({ code: 'under-age' })
    expect((await youth.call('GET', '/v1/me')).body).toMatchObject({
      profile: { name: '青年稳', birthDate: '2009-08-17' },
    })
  })

  it('does not end somebody in office', async () => {
    const held = await newPerson(api, { office: { role: 'branch-secretary', organisation: BRANCH } })
    const mistyped = { ...sent, name: '在职者误填' }
    expect((await saveProfile(held, mistyped)).body).toMatchObject({ code: 'under-age' })
    expect((await held.call('GET', '/v1/me')).status).toBe(200)
    expect(await seen.find([mistyped.name])).toEqual([])
  })
})

describe('deleting what is kept about me', () => {
  it('leaves facts about a random id, and no word, no day of birth, no account', async () => {
    const words = {
      name: '青年欲去',
      birthDate: '2008-11-23',
      words: '愿望欲去',
      receivedBy: '收表人欲去',
      by: '谈话人欲去',
      talkAbout: '谈话欲去',
      minutes: '纪要欲去',
      why: '退回欲去',
      approvedBy: '会议欲去',
      mentor: '联系人欲去',
      content: '内容欲去',
      witness: '证明人欲去',
      service: '服务欲去',
      term: '学期欲去',
      reason: '理由欲去',
    }
    const { name, birthDate, content, witness, reason } = words
    const youth = await confirmedPerson(api, secretary, { name, birthDate, organisation: BRANCH, township: 'SH-DXD' })
    const url = `/v1/people/${youth.person}`
    const did = async (who: Caller, at: string, body: object) => idOf(await who.call('POST', at, body))
    await did(youth, '/v1/me/application', application({ words: words.words }))
    await did(secretary, `${url}/paper`, paper({ birthDate, receivedBy: words.receivedBy }))
    await did(secretary, `${url}/talk`, talk({ by: words.by, content: words.talkAbout }))
    await did(secretary, `${url}/nomination`, nomination({ minutes: words.minutes }))
    await did(officer, `${url}/nomination/answer`, returned({ why: words.why }))
    await did(secretary, `${url}/nomination`, nomination({ minutes: words.minutes }))
    await did(officer, `${url}/nomination/answer`, approved({ approvedBy: words.approvedBy }))
    const mentoring = { mentors: [{ name: words.mentor, membership: 'party' }] }
    const named = await did(secretary, `${url}/mentors`, mentors(mentoring))
    await did(secretary, `${url}/steps/${named}/corrections`, stepCorrection({ act: 'void' }, { reason }))
    const entry = await did(secretary, `${url}/class-hours`, classHours({ content, witness }))
    const less = classHours({ content, witness, reason, tenths: 10 })
    await did(secretary, `${url}/class-hours/${entry}/corrections`, less)
    await did(secretary, `${url}/volunteer-hours`, volunteerHours({ content: words.service, witness }))
    await did(secretary, `${url}/civics-grades`, grade({ term: words.term }))
    must(200, 200, await secretary.call('GET', `${url}/path`))
    const texts = [...Object.values(words), youth.identity.openid]
    // They are there before.
    expect(new Set((await seen.find(texts)).map((hit) => hit.split(': ')[1]))).toEqual(new Set(texts))
    const countFacts = async () => {
      const counts: number[] = []
      for (const table of ['affiliation', 'step', 'ledger', 'grade']) {
        counts.push((await seen.query(`select 1 from saihan.${table} where person_id = $1`, [youth.person])).length)
      }
      return counts
    }
    expect(await countFacts()).toEqual([2, 9, 3, 1])

    must(204, 204, await youth.call('DELETE', '/v1/me', { requestId: newRequestId() }))
    expect(await seen.find(texts)).toEqual([])
    expect(await traces(youth)).toEqual(NOTHING)
    expect(await causes(youth)).toEqual(['own-request'])
    expect(await countFacts()).toEqual([2, 9, 3, 1])
    const [standing] = await seen.query('select * from saihan.standing where person_id = $1', [youth.person])
    expect(standing).toEqual({
      person_id: youth.person,
      organisation: null,
      affiliation: 'none',
      affiliation_on: null,
      activist_on: null,
      application: 'none',
      application_since: null,
      applied_on: null,
    })

    // Nobody finds the person any more, in a list or by the id.
    expect((await secretary.call('GET', `${url}/path`)).status).toBe(404)
    expect((await secretary.call('GET', `/v1/organisations/${BRANCH}/people`)).raw).not.toContain(youth.person)
    expect((await secretary.call('POST', `${url}/class-hours`, classHours())).status).toBe(404)
  })

  it('leaves others as they are, also those whom the person recorded', async () => {
    const leaving = await newPerson(api, {
      office: { role: 'branch-secretary', organisation: BRANCH },
      profile: { name: '青年离任', organisation: BRANCH },
    })
    must(201, 201, await leaving.call('POST', '/v1/me/desk-codes'))
    const stays = await confirmedPerson(api, leaving, { name: '青年留下', organisation: BRANCH })
    idOf(await leaving.call('POST', `/v1/people/${stays.person}/class-hours`, classHours({ content: '留下的内容' })))
    const path = (await stays.call('GET', '/v1/me/path')).raw
    must(204, 204, await leaving.call('DELETE', '/v1/me', { requestId: newRequestId() }))
    expect((await stays.call('GET', '/v1/me/path')).raw).toBe(path)
    expect(path).toContain('留下的内容')
    // The office went with its holder, and the digits for a desktop: who signs in next is somebody without one.
    expect(await traces(leaving)).toEqual(NOTHING)
  })

  it('is finished by the next tick when it was cut off between the district and the accounts', async () => {
    const youth = await newPerson(api, { profile: { name: '青年中断', organisation: BRANCH } })
    const { platform } = api.deps
    const cut = Object.assign(Object.create(platform) as typeof platform, {
      deleteFrom: () => {
        throw new Error('connection lost')
      },
    })
    const context = contextOf(api)
    await expect(
      eraseAccount({ ...context, deps: { ...context.deps, platform: cut } }, youth.account, 'own-request'),
    ).rejects.toThrow('connection lost')
    expect(await traces(youth)).toEqual({ ...NOTHING, account: 1, session: 1, removal: 1 })
    // In between nobody is signed in with what is left.
    for (const url of ['/v1/me', '/v1/me/path', '/v1/me/data']) expect((await youth.call('GET', url)).status).toBe(401)
    expect((await saveProfile(youth, { name: '青年中断', organisation: BRANCH })).status).toBe(401)
    await tickAt(0)
    expect(await traces(youth)).toEqual(NOTHING)
    expect(await causes(youth)).toEqual(['own-request'])
  })

  it('and signing in before that tick is a new beginning, which the tick leaves alone', async () => {
    const youth = await newPerson(api, { profile: { name: '青年复来', organisation: BRANCH } })
    await seen.query('delete from saihan.person_account where account_id = $1', [youth.account])
    await seen.query('insert into saihan.account_removal (account_id, at) values ($1, now())', [youth.account])
    const back = await signInAgain(youth)
    expect(back.person).not.toBe(youth.person)
    must(200, 200, await saveProfile(back, { name: '青年复来后', organisation: BRANCH }))
    await tickAt(0)
    expect((await back.call('GET', '/v1/me')).body).toMatchObject({ profile: { name: '青年复来后' } })
    expect(await traces(back)).toMatchObject({ account: 1, session: 1, link: 1, profile: 1, removal: 0 })
    // The account from before is gone, and with it every device that was signed in.
    expect(back.account).not.toBe(youth.account)
    expect((await youth.call('GET', '/v1/me')).status).toBe(401)
  })

  it('and signing in at the very moment in which the account goes is a lost race, not a fault', async () => {
    await seen.query(`create function platform.vanish() returns trigger language plpgsql security definer as $$
      begin delete from platform.account where id = new.account_id; return new; end $$`)
    await seen.query(
      'create trigger vanish before insert on platform.session for each row execute function platform.vanish()',
    )
    const signIn = () => call(api, 'POST', '/v1/sessions', { body: { code: 'o-vanishing' } })
    expect((await signIn()).body).toMatchObject({ status: 409, code: 'lost-race' })
    await seen.query('drop trigger vanish on platform.session')
    expect((await signIn()).status).toBe(201)
  })

  it('in one district does not end what the same account has in another', async () => {
    const youth = await newPerson(api, {
      profile: { name: '青年两地', organisation: BRANCH },
      office: { role: 'branch-secretary', organisation: BRANCH },
    })
    must(201, 201, await youth.call('POST', '/v1/me/desk-codes'))
    const there = await signInAgain(youth, 'moxian')
    must(200, 200, await saveProfile(there, { name: '青年两地', organisation: 'MX-A1' }))
    must(204, 204, await youth.call('DELETE', '/v1/me', { requestId: newRequestId() }))
    expect((await youth.call('GET', '/v1/me')).status).toBe(401)
    expect((await there.call('GET', '/v1/me')).body).toMatchObject({ profile: { name: '青年两地' } })
    // And what was shown for a desktop here goes with what was here.
    expect(await traces(youth)).toMatchObject({ account: 1, session: 1, digits: 0 })
    // The last one takes the account with it.
    must(204, 204, await there.call('DELETE', '/v1/me', { requestId: newRequestId() }))
    expect(await seen.find([youth.identity.openid, '青年两地'])).toEqual([])
    expect(await seen.query('select 1 from platform.account where id = $1', [youth.account])).toEqual([])
  })
})

/** The same WeChat identity signs in once more. */
async function signInAgain({ identity }: Somebody, district = 'saihan'): Promise<Somebody> {
  const answer = must(201, 201, await call(api, 'POST', '/v1/sessions', { body: { code: identity.openid }, district }))
  const { token } = answer.body as { token: string }
  const [found] = await seen.query<{ id: string }>('select id from platform.account where openid = $1', [
    identity.openid,
  ])
  const me = (await call(api, 'GET', '/v1/me', { token, district })).body as MeReply
  return { ...caller(api, token, district), account: found?.id ?? '', person: me.person, district, identity }
}

describe('what has its days', () => {
  const newcomerDays = 7 * DAY_MS

  it('a newcomer without a profile goes after seven days, not a minute before', async () => {
    const newcomer = await newPerson(api)
    await tickAt(newcomerDays - MINUTE_MS)
    expect(await traces(newcomer)).toMatchObject({ account: 1, session: 1, link: 1 })
    await tickAt(newcomerDays)
    expect(await traces(newcomer)).toEqual(NOTHING)
    expect(await causes(newcomer)).toEqual(['keeping'])
    expect(await seen.find([newcomer.identity.openid])).toEqual([])
  })

  it('unless they hold an office that is alive', async () => {
    const office = { role: 'branch-secretary', organisation: BRANCH } as const
    const alive = await newPerson(api, { office })
    // Through 10 March 2026; seven days from the start is the 10th.
    const lastDay = await newPerson(api, { office: { ...office, until: '2026-03-10' } })
    const ended = await newPerson(api, { office: { ...office, until: '2026-03-09' } })
    const revoked = await newPerson(api)
    const grant = await giveOffice(api, revoked.person, office)
    await revokeRole(api.district().db, grant, start as Instant)
    await tickAt(newcomerDays)
    const accounts = await Promise.all([alive, lastDay, ended, revoked].map(async (one) => (await traces(one)).account))
    expect(accounts).toEqual([1, 1, 0, 0])
    await tickAt(newcomerDays + DAY_MS)
    expect((await traces(lastDay)).account).toBe(0)
    expect((await traces(alive)).account).toBe(1)
  })

  it('a profile goes three years after the last sign-in, not a minute before; signing in begins them anew', async () => {
    const gone = await newPerson(api, { profile: { name: '青年久别', organisation: BRANCH } })
    const back = await newPerson(api, { profile: { name: '青年常来', organisation: BRANCH } })
    api.setNow(start + 1000 * DAY_MS)
    await signInAgain(back)
    await tickAt(1095 * DAY_MS - MINUTE_MS)
    expect(await traces(gone)).toMatchObject({ account: 1, link: 1, profile: 1 })
    await tickAt(1095 * DAY_MS)
    expect(await traces(gone)).toEqual(NOTHING)
    expect(await causes(gone)).toEqual(['keeping'])
    expect(await seen.find(['青年久别', gone.identity.openid])).toEqual([])
    await tickAt(2095 * DAY_MS - MINUTE_MS)
    expect(await traces(back)).toMatchObject({ account: 1, link: 1, profile: 1 })
    await tickAt(2095 * DAY_MS)
    expect(await traces(back)).toEqual(NOTHING)
  })

  it('remembered requests go after 30 days, and the log of who looked after three years', async () => {
    const fresh = await startApi()
    const look = await inspect(fresh.database)
    const at = fresh.now()
    const held = await newPerson(fresh, { office: { role: 'branch-secretary', organisation: BRANCH } })
    const youth = await confirmedPerson(fresh, held, { name: '青年被看', organisation: BRANCH })
    must(200, 200, await held.call('GET', `/v1/people/${youth.person}/path`))
    const left = async () =>
      (
        await look.query(
          'select (select count(*)::int from saihan.request) as requests, (select count(*)::int from saihan.access_log) as accesses',
        )
      )[0]
    const by = (ms: number) => tick(fresh.deps, (at + ms) as Instant)
    expect(await left()).toEqual({ requests: 2, accesses: 1 })
    await by(30 * DAY_MS - 1)
    expect(await left()).toEqual({ requests: 2, accesses: 1 })
    await by(30 * DAY_MS)
    expect(await left()).toEqual({ requests: 0, accesses: 1 })
    await by(1095 * DAY_MS - 1)
    expect(await left()).toMatchObject({ accesses: 1 })
    await by(1095 * DAY_MS)
    expect(await left()).toMatchObject({ accesses: 0 })
    await look.end()
    await fresh.close()
  })

  it('a session ends after 30 days and is cleared away', async () => {
    const somebody = await newPerson(api, { profile: { name: '青年会话', organisation: BRANCH } })
    api.setNow(start + 30 * DAY_MS - 1)
    expect((await somebody.call('GET', '/v1/me')).status).toBe(200)
    await tickAt(30 * DAY_MS - 1)
    expect(await traces(somebody)).toMatchObject({ session: 1 })
    api.setNow(start + 30 * DAY_MS)
    expect((await somebody.call('GET', '/v1/me')).status).toBe(401)
    await tickAt(30 * DAY_MS)
    expect(await traces(somebody)).toMatchObject({ session: 0, account: 1, profile: 1 })
  })

  it('counters of attempts go after a day of real time, and not because a demo’s clock was moved', async () => {
    const somebody = await newPerson(api)
    await somebody.call('PUT', '/v1/me/profile', {})
    const counters = async () =>
      (await seen.query('select 1 from platform.attempt where key = $1', [`act:${somebody.account}`])).length
    await tickAt(2000 * DAY_MS)
    expect(await counters()).toBe(1)
    api.setNow(start + DAY_MS + 60 * MINUTE_MS)
    await tickAt(0)
    expect(await counters()).toBe(0)
  })

  it('may be asked by several processes at once', async () => {
    const people = await Promise.all(Array.from({ length: 10 }, () => newPerson(api)))
    const second = await startApi({ database: api.database })
    await Promise.all([
      tickAt(newcomerDays),
      tick(second.deps, (start + newcomerDays) as Instant),
      tickAt(newcomerDays),
    ])
    for (const one of people) {
      expect(await traces(one)).toEqual(NOTHING)
      expect(await causes(one)).toEqual(['keeping'])
    }
    await second.close()
  })

  it('is shown with the day it goes, and goes on that day', async () => {
    const newcomer = await newPerson(api)
    const keeping = ((await newcomer.call('GET', '/v1/me/data')).body as MyDataReply).keeping
    expect(keeping.find(({ what }) => what === 'account')).toMatchObject({
      rule: 'keeping.newcomer',
      days: 7,
      until: '2026-03-10',
    })
    must(200, 200, await saveProfile(newcomer, { name: '青年有数', organisation: BRANCH }))
    const later = ((await newcomer.call('GET', '/v1/me/data')).body as MyDataReply).keeping
    expect(Object.fromEntries(later.map(({ what, until }) => [what, until]))).toEqual({
      account: '2029-03-02',
      profile: '2029-03-02',
      sessions: '2026-04-02',
      requests: '2026-04-02',
      accesses: null,
      registrations: null,
      attendance: null,
      messages: null,
    })
  })
})

describe('the events one registered for', () => {
  const HOUR_MS = 60 * MINUTE_MS
  let hall: Hall
  beforeAll(async () => {
    hall = await newHall(api)
  })
  const branch = () => ({ api, code: BRANCH, secretary, officer, hall })
  const dataOf = async (who: Caller) => (await who.call('GET', '/v1/me/data')).body as MyDataReply

  it('are said with everything that is kept: where one stands since when, the messages, and who looked', async () => {
    const youth = await newAdult(branch())
    const [one, other] = [await published(api, hall.host, { title: '读书会有数' }), await published(api, hall.host)]
    expect(await dataOf(youth)).toMatchObject({ registrations: [], messages: 0, accesses: [] })
    must(201, 201, await register(youth, one))
    must(201, 201, await addByHost(branch(), one, await newAdult(branch())))
    must(201, 201, await cancel(youth, one))
    must(200, 200, await hall.host.call('GET', `/v1/events/${one}/registrations`))
    // The host's other event, the next day: they add the youth there.
    api.setNow(start + DAY_MS)
    const later = await published(api, hall.host, { title: '读书会以后' })
    must(201, 201, await addByHost(branch(), later, youth))
    const data = await dataOf(youth)
    expect(data.registrations).toEqual([
      {
        event: later,
        title: '读书会以后',
        on: '2026-03-07',
        role: 'attendee',
        state: 'registered',
        since: '2026-03-04',
        late: false,
      },
      {
        event: one,
        title: '读书会有数',
        on: '2026-03-06',
        role: 'attendee',
        state: 'cancelled',
        since: '2026-03-03',
        late: false,
      },
    ])
    expect(data.registrations.map(({ event }) => event)).not.toContain(other)
    expect(data.messages).toBe(1)
    expect(data.accesses).toEqual([
      {
        on: '2026-03-03',
        office: 'venue-host',
        organisation: { code: 'SH-RML', name: '人民路街道团工委', placeholder: false },
        what: 'registrations',
        reason: null,
      },
    ])
    const until = Object.fromEntries(data.keeping.map((row) => [row.what, row.until]))
    expect(until.registrations).toBe(until.account)
    expect(until.messages).toBe(until.account)
  })

  it('are given back by who goes, to who waits; what has begun keeps its facts, about nobody, and nobody is written to', async () => {
    const [leaver, next] = [await newAdult(branch()), await newAdult(branch())]
    const begun = await published(api, hall.host)
    must(201, 201, await register(leaver, begun))
    api.setNow(start + 3 * DAY_MS)
    const coming = await published(api, hall.host, { attendeePlaces: 1 })
    must(201, 201, await register(leaver, coming))
    must(201, 201, await register(next, coming))
    await addByHost(
      branch(),
      await published(api, hall.host, { start: start + 8 * DAY_MS, end: start + 8 * DAY_MS + HOUR_MS }),
      leaver,
    )
    expect(await traces(leaver)).toMatchObject({ messages: 1 })

    must(204, 204, await leaver.call('DELETE', '/v1/me', { requestId: newRequestId() }))
    expect(await traces(leaver)).toEqual(NOTHING)
    expect(await mineOf(next, coming)).toMatchObject({ state: 'offered' })
    const standings = await seen.query<{ event_id: string; state: string }>(
      'select event_id, state from saihan.registration where person_id = $1',
      [leaver.person],
    )
    expect(standings.find(({ event_id }) => event_id === begun)?.state).toBe('registered')
    expect(standings.filter(({ event_id }) => event_id !== begun).map(({ state }) => state)).toEqual([
      'cancelled',
      'cancelled',
    ])
    // The host sees that somebody was there, without a name; and says something to all who are.
    const { people } = (await hall.host.call('GET', `/v1/events/${begun}/registrations`)).body as RegistrationsReply
    expect(people).toMatchObject([{ person: leaver.person, name: null, state: 'registered' }])
    const text = { requestId: newRequestId(), text: '已经开始了（示例）' }
    must(201, 201, await hall.host.call('POST', `/v1/events/${begun}/announcements`, text))
    expect(await traces(leaver)).toEqual(NOTHING)
  })
})

describe('the demo’s clock', () => {
  it('moves all of it, and only forward', async () => {
    const demo = await startApi()
    await seedDemo(demo.deps, demo.district())
    const look = await inspect(demo.database)
    const stranger = await newPerson(demo)
    const youth = await asPersona(demo, 'applicant-a')
    const move = async (days: number, who = youth) =>
      must(200, 200, await who.call('PUT', '/v1/demo/clock', { offset: days * DAY_MS }))
    await move(6)
    expect((await stranger.call('GET', '/v1/me')).status).toBe(200)
    await move(8)
    expect((await stranger.call('GET', '/v1/me')).status).toBe(401)
    expect(await look.find([stranger.identity.openid])).toEqual([])
    const clock = (await move(1)).body
    expect(clock).toEqual({ offset: 8 * DAY_MS, now: demo.now() + 8 * DAY_MS })
    expect((await youth.call('GET', '/v1/me/path')).body).toMatchObject({ report: { asOf: '2026-03-11' } })
    await move(31)
    expect((await youth.call('GET', '/v1/me')).status).toBe(401)
    const again = await asPersona(demo, 'applicant-a')
    expect((await again.call('GET', '/v1/me')).body).toMatchObject({ profile: { name: '申请人·甲' } })
    await move(31 + 1096, again)
    expect(await look.find(['申请人·甲', '第三、四课（示例）'])).toEqual([])
    // Nobody is signed in who was erased, and nobody may move a clock without being signed in.
    expect((await again.call('GET', '/v1/me')).status).toBe(401)
    expect((await call(demo, 'PUT', '/v1/demo/clock', { body: { offset: 0 } })).status).toBe(401)
    await look.end()
    await demo.close()
  })
})
