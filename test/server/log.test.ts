import pg from 'pg'
import type { MeReply } from '#contract/me'
import { buildApp } from '../../server/app'
import { seedDemo } from '../../server/demo/seed'
import { asPersona, call, newRequestId, startApi, type Caller, type TestApi } from './support'
import { cancel, published, register } from './events/scene'
import { addByHost, askClass, lastMessage, newHall, wordsOfEvent } from './kit/events'
import { answer, classHours, idOf, must, newPerson, saveProfile } from './kit/people'
import { startProcess } from './kit/process'
import {
  application,
  approved,
  classOfMany,
  grade,
  mentors,
  nomination,
  paper,
  returned,
  stepCorrection,
  talk,
  volunteerHours,
  withdrawal,
} from './kit/way'

/** What a log may know: patterns, codes, tables. The log of a whole run is searched for all that the run made. */

const NAME = '日志里不该有的人'
const BIRTH = '2009-06-07'
const WORDS = [
  '内容绝密甲',
  '见证绝密乙',
  '批准绝密丙',
  '理由绝密丁',
  '愿望绝密戊',
  '收表绝密己',
  '谈话绝密庚',
  '纪要绝密辛',
  '退回绝密壬',
  '联系绝密癸',
  '学期绝密子',
  '标题绝密丑',
  '说明绝密寅',
  '地点绝密卯',
  '通知绝密辰',
] as const
const BRANCH = 'SH-X01-2'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
  await seedDemo(api.deps, api.district())
})
afterAll(() => api.close())

it('a whole run leaves no name, word, token, day of birth, id or code in the log', async () => {
  const secretary = await newPerson(api, { office: { role: 'branch-secretary', organisation: BRANCH } })
  const officer = await newPerson(api, { office: { role: 'committee-officer', organisation: 'SH-X01' } })
  const youth = await newPerson(api, { profile: { name: NAME, birthDate: BIRTH, organisation: BRANCH } })
  const of = `/v1/people/${youth.person}`
  await answer(secretary, youth.person, true)
  const [
    content,
    witness,
    approvedBy,
    reason,
    words,
    receivedBy,
    by,
    minutes,
    why,
    name,
    term,
    title,
    notes,
    spot,
    text,
  ] = WORDS
  const made: string[] = []
  const did = async (who: Caller, url: string, body: object) => {
    const id = idOf(await who.call('POST', url, body))
    made.push(id)
    return id
  }
  const hours = classHours({ content, witness })
  const entry = await did(secretary, `${of}/class-hours`, hours)
  const less = classHours({ content, witness, reason, tenths: 10 })
  await did(secretary, `${of}/class-hours/${entry}/corrections`, less)
  await did(secretary, `${of}/volunteer-hours`, volunteerHours({ content, witness }))
  await did(secretary, `${of}/civics-grades`, grade({ term }))
  await did(youth, '/v1/me/application', application({ words }))
  await did(secretary, `${of}/paper`, paper({ receivedBy, birthDate: BIRTH }))
  await did(secretary, `${of}/talk`, talk({ by, content }))
  await did(secretary, `${of}/nomination`, nomination({ minutes }))
  await did(officer, `${of}/nomination/answer`, returned({ why }))
  await did(secretary, `${of}/nomination`, nomination({ minutes }))
  await did(officer, `${of}/nomination/answer`, approved({ approvedBy }))
  const named = await did(secretary, `${of}/mentors`, mentors({ mentors: [{ name, membership: 'league' }] }))
  await did(secretary, `${of}/steps/${named}/corrections`, stepCorrection({ act: 'void' }, { reason }))
  await secretary.call('POST', `/v1/organisations/${BRANCH}/class-hours`, classOfMany([youth.person], { content }))
  await officer.call('GET', `${of}/path?reason=complaint`)
  await secretary.call('GET', `/v1/organisations/${BRANCH}/people`)
  await youth.call('POST', '/v1/me/application/withdrawal', withdrawal())
  const me = (await youth.call('GET', '/v1/me')).body as MeReply
  // An event with people, and what is done about it.
  const hall = await newHall(api)
  const branch = { api, code: BRANCH, secretary, officer, hall }
  const event = await published(api, hall.host, { title, notes, spot })
  made.push(event, await wordsOfEvent(api, event))
  must(201, 201, await register(youth, event))
  must(201, 201, await cancel(youth, event))
  must(201, 201, await addByHost(branch, event, youth))
  const message = await lastMessage(youth)
  made.push(message)
  must(204, 204, await youth.call('PUT', `/v1/me/inbox/${message}`, { opened: true }))
  const search = encodeURIComponent(NAME)
  must(200, 200, await hall.host.call('GET', `/v1/events/${event}/registrations?search=${search}`))
  const says = { requestId: newRequestId(), text }
  must(201, 201, await hall.host.call('POST', `/v1/events/${event}/announcements`, says))
  must(201, 201, await askClass(branch, event))
  const yes = () => ({ requestId: newRequestId(), yes: true })
  must(201, 201, await secretary.call('POST', `/v1/organisations/${BRANCH}/class-requests/${event}/answer`, yes()))
  const look = `/v1/organisations/${hall.organisation}/words/${await wordsOfEvent(api, event)}/answer`
  must(201, 201, await hall.officer.call('POST', look, yes()))
  await hall.host.call('POST', `/v1/events/${event}/announcements`, { ...says, text: `${text} 13800000000` })
  await hall.host.call('GET', `/v1/events/${event}/${NAME}`)
  await youth.call('GET', '/v1/me/data')
  // And what goes wrong: refused, malformed, unknown, unauthorised.
  await secretary.call('POST', `${of}/class-hours`, { ...hours, requestId: newRequestId(), on: '2026-02-30' })
  await call(api, 'GET', `/v1/people/${NAME}/path?name=${encodeURIComponent(NAME)}`, { token: secretary.token })
  await call(api, 'GET', '/v1/me', { token: 'A'.repeat(43) })
  await call(api, 'POST', '/v1/sessions', { body: { code: WORDS[0] } })
  await call(api, 'GET', `/v1/${encodeURIComponent(NAME)}`)
  const log = api.logged.join('\n')
  expect(api.logged.length).toBeGreaterThan(10)
  expect(log).toContain('/v1/people/:person/class-hours')
  expect(log).toContain('/v1/events/:event/registrations')
  const secrets = [NAME, BIRTH, ...WORDS, ...made, me.person, me.account.code, 'complaint']
  for (const who of [secretary, officer, youth, hall.host, hall.officer])
    secrets.push(who.token, who.account, who.person, who.identity.openid)
  expect(secrets.filter((secret) => log.includes(secret))).toEqual([])
})

it('a fault inside the server is logged by its kind and place, never by its message', async () => {
  const youth = await newPerson(api, { profile: { name: NAME, birthDate: BIRTH, organisation: BRANCH } })
  // The table is gone under the query: PostgreSQL's own words would quote it.
  const { ownerUrl } = api.database
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  await owner.query(`alter table saihan.profile rename column name to ${JSON.stringify(NAME)}`)
  const before = api.logged.length
  const answered = await youth.call('GET', '/v1/me')
  await owner.query(`alter table saihan.profile rename column ${JSON.stringify(NAME)} to name`)
  await owner.end()
  expect(answered.body).toEqual({
    type: 'about:blank',
    title: 'Internal Server Error',
    status: 500,
    code: 'internal',
    facts: {},
  })
  const lines = api.logged.slice(before).join('\n')
  expect(lines).toContain('"code":"42703"')
  expect(lines).toContain('"route":"/v1/me"')
  expect(lines).not.toContain(NAME)
  expect((await youth.call('GET', '/v1/me')).status).toBe(200)
})

it.each([
  ['in one line', `no such person: ${NAME}`],
  ['in lines that look like frames', `first\n    at ${NAME} (/home/${BIRTH}.ts:1:1)\n    at ${NAME}`],
])('an error that names somebody %s is logged without its message', async (_what, message) => {
  const { token } = await newPerson(api)
  const { platform } = api.deps
  const fault = Object.create(platform, {
    selectFrom: {
      value: () => {
        throw Object.assign(new Error(message), { detail: NAME, parameters: [NAME], hint: NAME })
      },
    },
  }) as typeof platform
  const broken = await buildApp({ ...api.deps, platform: fault })
  const before = api.logged.length
  const answered = await broken.inject({ url: '/v1/me', headers: { authorization: `Bearer ${token}` } })
  await broken.close()
  expect([answered.statusCode, answered.body]).toEqual([500, expect.not.stringContaining(NAME)])
  const lines = api.logged.slice(before).join('\n')
  expect(lines).toContain('"level":"error"')
  // Where it was is still said.
  expect(lines).toContain('entrance')
  expect([NAME, BIRTH, token].filter((secret) => lines.includes(secret))).toEqual([])
})

it('a constraint that breaks is logged by its name, without the row that broke it', async () => {
  const youth = await newPerson(api)
  const owner = new pg.Client({ connectionString: api.database.ownerUrl })
  await owner.connect()
  await owner.query(`alter table saihan.profile add constraint no_such_name check (name <> '${NAME}') not valid`)
  const before = api.logged.length
  const answered = await saveProfile(youth, { name: NAME, birthDate: BIRTH, organisation: BRANCH })
  await owner.query('alter table saihan.profile drop constraint no_such_name')
  await owner.end()
  expect([answered.status, answered.raw.includes(NAME)]).toEqual([500, false])
  const lines = api.logged.slice(before).join('\n')
  expect(lines).toContain('"code":"23514","table":"profile","constraint":"no_such_name"')
  expect([NAME, BIRTH, youth.person, youth.token].filter((secret) => lines.includes(secret))).toEqual([])
})

it('a process writes the same to its output, and nothing else', async () => {
  const process = await startProcess(api.database)
  try {
    const headers = { 'x-district': 'saihan', 'content-type': 'application/json' }
    const signed = await fetch(`${process.url}/v1/sessions/demo`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ persona: 'applicant-a' }),
    })
    const { token } = (await signed.json()) as { token: string }
    const read = await fetch(`${process.url}/v1/me/path?secret=${NAME}`, {
      headers: { ...headers, authorization: `Bearer ${token}` },
    })
    expect(read.status).toBe(200)
    await fetch(`${process.url}/v1/people/${NAME}/path`, { headers: { ...headers, authorization: `Bearer ${token}` } })
    const youth = await asPersona(api, 'applicant-a')
    const { profile, account } = (await youth.call('GET', '/v1/me')).body as MeReply
    const output = process.output()
    expect(output).toContain('"route":"/v1/me/path"')
    const secrets = [
      token,
      NAME,
      encodeURIComponent(NAME),
      account.code,
      profile?.name ?? '-',
      profile?.birthDate ?? '-',
    ]
    expect(secrets.filter((secret) => output.includes(secret))).toEqual([])
  } finally {
    await process.kill()
  }
})
