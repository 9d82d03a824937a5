import net, { type AddressInfo } from 'node:net'
import { once as event } from 'node:events'
import { addDays, localDate } from '#domain/time'
import { revokeRole } from '../../server/services/roles'
import { inspect, type Inspector } from './kit/inspect'
import {
  activist,
  answer,
  classHours,
  confirmedPerson,
  giveOffice,
  idOf,
  newPerson,
  saveProfile,
  type Somebody,
} from './kit/people'
import { bodyOf, ROUTES, urlOf, type Method, type Route } from './kit/routes'
import { published } from './events/scene'
import { accountCode, newHall, type Hall } from './kit/events'
import { propertiesOf } from './kit/example'
import { newName } from './kit/names'
import { officeFor, readyFor, type Branch } from './kit/scene'
import {
  application,
  approved,
  bringTo,
  grade,
  mentors,
  nomination,
  paper,
  returned,
  talk,
  volunteerHours,
  withdrawal,
} from './kit/way'
import { call, newRequestId, startApi, type Answer, type TestApi } from './support'

/** Once is once: resent, at once, in two processes, and when the reply was lost. */

const BRANCH = 'SH-X01-2'
const OTHER_BRANCH = 'SH-X01-1'

let api: TestApi
/** Another process on the same database. */
let second: TestApi
let seen: Inspector
let secretary: Somebody
let officer: Somebody
let hall: Hall
let port: number

beforeAll(async () => {
  api = await startApi()
  second = await startApi({ database: api.database, now: api.now() })
  seen = await inspect(api.database)
  secretary = await newPerson(api, { office: { role: 'branch-secretary', organisation: BRANCH } })
  officer = await newPerson(api, { office: { role: 'committee-officer', organisation: 'SH-X01' } })
  hall = await newHall(api)
  await second.app.listen({ host: '127.0.0.1', port: 0 })
  port = (second.app.server.address() as AddressInfo).port
})
beforeEach(async () => {
  // Here it's about once, not about how often.
  await seen.query('delete from platform.attempt')
})
afterAll(async () => {
  await seen.end()
  await second.close()
  await api.close()
})

/** An act that is ready to be sent: who, where and what. */
interface Ready {
  readonly by: Somebody
  readonly method: Method
  readonly url: string
  readonly body: Record<string, unknown>
  /** The same requestId for something else. */
  readonly others: readonly Other[]
}

interface Other {
  readonly method?: Method
  readonly url?: string
  readonly body?: Record<string, unknown>
}

/** A field that may differ, for each act; what is missing here fails. */
const OTHER_FIELD: Readonly<Record<string, object>> = {
  name: { name: '另一个名字' },
  belongs: { belongs: false },
  witness: { witness: '团支书·丁' },
  approvedBy: { approvedBy: '另一个会议' },
  words: { words: '另一番话' },
  receivedBy: { receivedBy: '团支书·丁' },
  content: { content: '另一番话' },
  minutes: { minutes: '另一次会议' },
  mentors: { mentors: [{ name: '另一个人', membership: 'party' }] },
  reason: { reason: '另一个理由' },
  term: { term: '另一个学期' },
  title: { title: '另一个标题' },
  text: { text: '另一番话' },
  tenths: { tenths: 20 },
  role: { role: 'volunteer' },
  act: { act: 'cancel' },
  accept: { accept: false },
  yes: { yes: false },
  declared: { declared: false },
  takeOver: { takeOver: false },
  direction: { direction: 'out' },
  team: { team: 'helper' },
  answer: { answer: { kind: 'returned', on: '2026-03-01', why: '另一个理由' } },
}

const profile = () => ({ name: newName(), organisation: BRANCH })
const branch = (): Branch => ({ api, code: BRANCH, secretary, officer, hall })

/** What says nothing beside its requestId. */
const SAYS_NOTHING = [
  'POST /v1/me/application/withdrawal',
  'POST /v1/me/events/:event/cancellation',
  'POST /v1/events/:event/close',
  'POST /v1/events/:event/hand-over',
]

async function ready(route: Route): Promise<Ready> {
  const { key, permission } = route
  const role = permission.kind === 'office' ? permission.roles[0]?.role : undefined
  const [one, other] = [await readyFor(route, branch(), role), await readyFor(route, branch(), role)]
  const body = bodyOf(route, one.names) ?? {}
  const field = Object.keys(OTHER_FIELD).find((name) => name in body)
  if (field === undefined && !SAYS_NOTHING.includes(key)) throw new Error(`${key}: say in OTHER_FIELD what may differ`)
  const by = officeFor(route, branch()) ?? one.somebody
  const url = urlOf(route, one.names)
  const elsewhere = urlOf(route, other.names)
  const { requestId } = body
  return {
    by,
    method: route.method,
    url,
    body,
    others: [
      // It says nothing that could differ: another act under its requestId.
      field === undefined
        ? { method: 'PUT', url: '/v1/me/profile', body: { ...aProfile(), requestId } }
        : { body: { ...body, ...OTHER_FIELD[field] } },
      ...(elsewhere === url ? [] : [{ url: elsewhere }]),
    ],
  }
}

const aProfile = () => ({ ...profile(), birthDate: '2009-08-17', township: null })

const sendTo = (where: TestApi, { by, method, url, body }: Omit<Ready, 'others'>): Promise<Answer> =>
  call(where, method, url, { token: by.token, district: null, body })

/** How many facts, words and remembered requests there are. */
async function rows(): Promise<Record<string, number>> {
  const counts = await seen.counts()
  return Object.fromEntries(Object.entries(counts).filter(([name]) => name !== 'platform.attempt'))
}

function added(before: Record<string, number>, after: Record<string, number>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(after)
      .map(([name, count]) => [name, count - (before[name] ?? 0)] as const)
      .filter(([, more]) => more !== 0),
  )
}

/** How many rows of a kind an act writes: a device has a desk for coming and one for going. */
const writes = ({ key }: Route) => (key === 'POST /v1/events/:event/desks' ? 2 : 1)

/** Each act that a phone may send again. */
const ACTS = ROUTES.filter(
  ({ key, schema }) => key !== 'DELETE /v1/me' && schema.body !== undefined && 'requestId' in propertiesOf(schema.body),
)

describe.each(ACTS.map((route) => [route.key, route] as const))('%s', (_key, route) => {
  it('sent twice is done once and answered alike', async () => {
    const act = await ready(route)
    const start = await rows()
    const first = await sendTo(api, act)
    const once = added(start, await rows())
    expect([first.status, first.raw]).toEqual([route.schema.status ?? 200, first.raw])
    expect(once['saihan.request']).toBe(1)
    for (const where of [api, second]) {
      const again = await sendTo(where, act)
      expect([again.status, again.raw]).toEqual([first.status, first.raw])
    }
    expect(added(start, await rows())).toEqual(once)
  })

  it('sent twenty times at once to two processes is done once and answered alike', async () => {
    const act = await ready(route)
    const start = await rows()
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => sendTo(n % 2 === 0 ? api : second, act)))
    expect([...new Set(answers.map(({ status, raw }) => `${status} ${raw}`))]).toEqual([
      `${route.schema.status ?? 200} ${answers[0]?.raw ?? ''}`,
    ])
    const facts = added(start, await rows())
    expect(facts['saihan.request']).toBe(1)
    expect(Object.values(facts).every((more) => more === 1 || more === writes(route))).toBe(true)
  })

  it('keeps its requestId from being used for something else', async () => {
    const act = await ready(route)
    const first = await sendTo(api, act)
    const before = await seen.snapshot({ without: ['platform.attempt'] })
    for (const other of act.others) {
      const got = await sendTo(second, { ...act, ...other })
      expect(got.body).toMatchObject({ status: 409, code: 'request-id-reused', facts: {} })
    }
    // Another order of fields is the same body.
    const turned = await sendTo(api, { ...act, body: Object.fromEntries(Object.entries(act.body).reverse()) })
    expect(turned.raw).toBe(first.raw)
    expect(await seen.snapshot({ without: ['platform.attempt'] })).toEqual(before)
  })

  it('sent at once with two bodies under one requestId is one of them', async () => {
    const act = await ready(route)
    const [other] = act.others
    const [mine, its] = await Promise.all([sendTo(api, act), sendTo(second, { ...act, ...other })])
    const done = other?.method === 'PUT' ? 200 : (route.schema.status ?? 200)
    // "Isn't ours" that came first takes away the right to say anything more of that person.
    // (409 still, if the right was asked for before and only the lock came after).
    const late = other?.body?.belongs === false ? [404, 409] : [409]
    const mineCameFirst = [route.schema.status ?? 200, 409]
    const itsCameFirst = late.map((refused) => [refused, done])
    expect([mineCameFirst, ...itsCameFirst]).toContainEqual([mine.status, its.status])
  })

  it('is done once when its reply was lost and it is sent again', async () => {
    const act = await ready(route)
    const start = await rows()
    // The first byte of the reply proves that it was committed; nobody reads it.
    await sendAndHangUp(act, 'at the reply')
    const resent = await Promise.all([sendTo(api, act), sendTo(second, act)])
    expect(resent.map(({ status }) => status)).toEqual([route.schema.status ?? 200, route.schema.status ?? 200])
    expect(resent[0].raw).toBe(resent[1].raw)
    expect(added(start, await rows())['saihan.request']).toBe(1)
  })

  it('is done once when the phone hung up right after sending', async () => {
    const act = await ready(route)
    const start = await rows()
    await Promise.all(Array.from({ length: 5 }, () => sendAndHangUp(act, 'at once')))
    const resent = await sendTo(api, act)
    expect([resent.status, resent.raw]).toEqual([route.schema.status ?? 200, resent.raw])
    const facts = added(start, await rows())
    expect(Object.entries(facts).filter(([, more]) => more !== 1 && more !== writes(route))).toEqual([])
  })
})

/** Sends a request over a real connection and breaks it off: after the first byte of the reply, or before. */
async function sendAndHangUp({ by, method, url, body }: Ready, when: 'at the reply' | 'at once'): Promise<void> {
  const payload = Buffer.from(JSON.stringify(body))
  const head = [
    `${method} ${url} HTTP/1.1`,
    'host: 127.0.0.1',
    `authorization: Bearer ${by.token}`,
    'content-type: application/json',
    `content-length: ${String(payload.length)}`,
  ].join('\r\n')
  const socket = net.connect(port, '127.0.0.1')
  await event(socket, 'connect')
  socket.write(`${head}\r\n\r\n`)
  socket.write(payload)
  if (when === 'at the reply') await event(socket, 'data')
  else await new Promise((resolve) => setImmediate(resolve))
  socket.destroy()
}

describe('a refusal is not stored', () => {
  it('and is decided anew when its reason is gone', async () => {
    const { person } = await confirmedPerson(api, secretary, profile())
    const tomorrow = classHours({ on: '2026-03-04' })
    const url = `/v1/people/${person}/class-hours`
    const before = await rows()
    for (let n = 0; n < 3; n += 1) {
      expect((await secretary.call('POST', url, tomorrow)).body).toMatchObject({ status: 422, code: 'day-in-future' })
    }
    expect(added(before, await rows())).toEqual({})
    const now = api.now()
    api.setNow(now + 86_400_000)
    expect((await secretary.call('POST', url, tomorrow)).status).toBe(201)
    api.setNow(now)
  })

  it('nor is a missing right, which comes; nor does a repeat outlive a right that went', async () => {
    const other = await newPerson(api)
    const { person } = await confirmedPerson(api, secretary, profile())
    const body = classHours()
    const record = () => other.call('POST', `/v1/people/${person}/class-hours`, body)
    expect((await record()).status).toBe(404)
    const grant = await giveOffice(api, other.person, { role: 'branch-secretary', organisation: BRANCH })
    expect((await record()).status).toBe(201)
    await revokeRole(api.district().db, grant, api.now() as never)
    expect((await record()).status).toBe(404)
  })

  it('and one person’s requestId is not another’s', async () => {
    const other = await newPerson(api, { office: { role: 'branch-secretary', organisation: BRANCH } })
    const { person } = await confirmedPerson(api, secretary, profile())
    const body = classHours()
    const ids = await Promise.all(
      [secretary, other].map(async (by) => idOf(await by.call('POST', `/v1/people/${person}/class-hours`, body))),
    )
    expect(new Set(ids).size).toBe(2)
  })

  it('and an old profile sent again changes nothing back', async () => {
    const somebody = await newPerson(api)
    const body = (name: string) => ({
      requestId: newRequestId(),
      name,
      birthDate: '2009-08-17',
      township: null,
      organisation: BRANCH,
    })
    const [first, later] = [body('青年旧'), body('青年新')]
    await somebody.call('PUT', '/v1/me/profile', first)
    await somebody.call('PUT', '/v1/me/profile', later)
    const again = await somebody.call('PUT', '/v1/me/profile', first)
    expect(again.body).toMatchObject({ profile: { name: '青年新' } })
  })
})

/** Days of their own, before the tests' one. */
const dayNo = (n: number) => addDays(localDate('2026-02-01'), n)

describe('two acts at once', () => {
  const ROUNDS = 10

  /** Sends to both processes at once and gives the statuses, the smaller first. */
  async function race(
    one: (where: TestApi) => Promise<Answer>,
    other: (where: TestApi) => Promise<Answer>,
  ): Promise<Answer[]> {
    const answers = await Promise.all([one(api), other(second)])
    return answers.sort((a, b) => a.status - b.status)
  }
  const by = (who: Somebody, method: Method, url: string, body: object) => (where: TestApi) =>
    call(where, method, url, { token: who.token, body })

  it('two corrections of one entry: one stands', async () => {
    const { person } = await confirmedPerson(api, secretary, profile())
    for (let n = 0; n < ROUNDS; n += 1) {
      const on = dayNo(n)
      const entry = idOf(await secretary.call('POST', `/v1/people/${person}/class-hours`, classHours({ on })))
      const correct = (tenths: number) =>
        by(
          secretary,
          'POST',
          `/v1/people/${person}/class-hours/${entry}/corrections`,
          classHours({ on, tenths, reason: '记多了' }),
        )
      const [won, lost] = await race(correct(10), correct(15))
      expect(won?.status).toBe(201)
      expect(lost?.body).toMatchObject({ status: 422, code: 'entry-already-corrected' })
      expect(await seen.query('select id from saihan.ledger where corrects = $1', [entry])).toHaveLength(1)
    }
  })

  it('a branch that says yes and no: one of them', async () => {
    for (let n = 0; n < ROUNDS; n += 1) {
      const { person } = await newPerson(api, { profile: profile() })
      const say = (belongs: boolean) =>
        by(secretary, 'POST', `/v1/people/${person}/affiliation-confirmations`, { requestId: newRequestId(), belongs })
      const [won, lost] = await race(say(true), say(false))
      expect(won?.status).toBe(201)
      // Who was declined isn't the branch's to see any more.
      expect([422, 404]).toContain(lost?.status)
      expect(await seen.query('select act from saihan.affiliation where person_id = $1', [person])).toHaveLength(2)
    }
  })

  it('two records of becoming an activist: one', async () => {
    for (let n = 0; n < ROUNDS; n += 1) {
      const { person } = await confirmedPerson(api, secretary, profile())
      const record = () => by(officer, 'POST', `/v1/people/${person}/activist`, activist())
      const [won, lost] = await race(record(), record())
      expect(won?.status).toBe(201)
      expect(lost?.body).toMatchObject({ status: 422, code: 'already-activist' })
    }
  })

  /** Two acts from one state, of which only one can be the next. */
  const FORKS: readonly (readonly [
    string,
    'submitted' | 'applied' | 'talked' | 'nominated' | 'activist',
    Fork,
    Fork,
  ])[] = [
    ['two confirmations of a paper', 'submitted', office('paper', paper), office('paper', paper)],
    ['two talks', 'applied', office('talk', talk), office('talk', talk)],
    ['two nominations', 'talked', office('nomination', nomination), office('nomination', nomination)],
    ['yes and no to a nomination', 'nominated', committee(approved), committee(returned)],
    ['two sets of mentors', 'activist', office('mentors', mentors), office('mentors', mentors)],
    ['a paper and a withdrawal', 'submitted', office('paper', paper), ofOneself('/withdrawal', withdrawal)],
  ]

  it.each(FORKS)('%s: one of them, or one after the other where that is in order', async (what, state, one, other) => {
    for (let n = 0; n < ROUNDS; n += 1) {
      const somebody = await confirmedPerson(api, secretary, profile())
      await bringTo(state, somebody, { secretary, officer })
      const [won, lost] = await race(one(somebody), other(somebody))
      expect(won?.status).toBe(201)
      // A withdrawal after the paper is one after the other; before it, there is nothing that the paper belongs to.
      if (what === 'a paper and a withdrawal' && lost?.status === 201) continue
      expect(lost?.body).toMatchObject({ status: 422, code: 'out-of-order' })
    }
  })

  type Fork = (somebody: Somebody) => (where: TestApi) => Promise<Answer>
  function office(act: string, body: () => object): Fork {
    return ({ person }) => by(secretary, 'POST', `/v1/people/${person}/${act}`, body())
  }
  function committee(body: () => object): Fork {
    return ({ person }) => by(officer, 'POST', `/v1/people/${person}/nomination/answer`, body())
  }
  function ofOneself(act: string, body: () => object): Fork {
    return (somebody) => by(somebody, 'POST', `/v1/me/application${act}`, body())
  }

  it('an application from two phones: one', async () => {
    for (let n = 0; n < ROUNDS; n += 1) {
      const somebody = await newPerson(api, { profile: profile() })
      const submit = () => by(somebody, 'POST', '/v1/me/application', application())
      const [won, lost] = await race(submit(), submit())
      expect(won?.status).toBe(201)
      expect(lost?.body).toMatchObject({ code: 'out-of-order', facts: { act: 'submitted', state: 'submitted' } })
      expect(await seen.query('select id from saihan.step where person_id = $1', [somebody.person])).toHaveLength(1)
    }
  })

  it('two corrections of one grade, and of one step: one stands', async () => {
    const somebody = await confirmedPerson(api, secretary, profile())
    const of = `/v1/people/${somebody.person}`
    const step = (await bringTo('applied', somebody, { secretary, officer })).applied ?? ''
    const given = idOf(await secretary.call('POST', `${of}/civics-grades`, grade()))
    for (const [url, body] of [
      [`${of}/civics-grades/${given}/corrections`, () => ({ ...grade({ grade: '优' }), reason: '记错了' })],
      [
        `${of}/steps/${step}/corrections`,
        () => ({ requestId: newRequestId(), change: { act: 'void' }, reason: '记错了' }),
      ],
    ] as const) {
      const correct = () => by(secretary, 'POST', url, body())
      const [won, lost] = await race(correct(), correct())
      expect(won?.status).toBe(201)
      expect(lost?.body).toMatchObject({ status: 422, code: 'entry-already-corrected' })
    }
  })

  it('many entries for one person: all of them, numbered without a gap', async () => {
    const { person } = await confirmedPerson(api, secretary, profile())
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        by(
          secretary,
          'POST',
          `/v1/people/${person}/class-hours`,
          classHours({ on: dayNo(n) }),
        )(n % 2 === 0 ? api : second),
      ),
    )
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(201))
    const numbers = await seen.query<{ no: number }>('select no from saihan.ledger where person_id = $1 order by no', [
      person,
    ])
    expect(numbers.map(({ no }) => no)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1))
  })

  it.each([
    ['class-hours', () => classHours({ tenths: 20 }), 4],
    ['volunteer-hours', () => volunteerHours({ minutes: 200 }), 2],
  ] as const)('%s of one day for one person: as many as the day holds', async (what, body, most) => {
    const { person } = await confirmedPerson(api, secretary, profile())
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        by(secretary, 'POST', `/v1/people/${person}/${what}`, body())(n % 2 === 0 ? api : second),
      ),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(most)
    for (const { status, body: problem } of answers) {
      if (status !== 201) expect(problem).toMatchObject({ status: 422, code: 'day-full' })
    }
  })

  it('an entry while the person moves to another branch: either before or not at all', async () => {
    for (let n = 0; n < ROUNDS; n += 1) {
      const somebody = await confirmedPerson(api, secretary, profile())
      const move = by(somebody, 'PUT', '/v1/me/profile', {
        requestId: newRequestId(),
        name: '青年',
        birthDate: '2009-08-17',
        township: null,
        organisation: OTHER_BRANCH,
      })
      const [moved, recorded] = await Promise.all([
        move(api),
        by(secretary, 'POST', `/v1/people/${somebody.person}/class-hours`, classHours())(second),
      ])
      expect(moved.status).toBe(200)
      expect([201, 404, 409, 422]).toContain(recorded.status)
      const entries = await seen.query('select id from saihan.ledger where person_id = $1', [somebody.person])
      expect(entries).toHaveLength(recorded.status === 201 ? 1 : 0)
    }
  })

  it('deleting oneself many times: once', async () => {
    const somebody = await newPerson(api, { profile: profile() })
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        by(somebody, 'DELETE', '/v1/me', { requestId: newRequestId() })(n % 2 === 0 ? api : second),
      ),
    )
    expect(answers.filter(({ status }) => status === 204).length).toBeGreaterThan(0)
    expect(answers.filter(({ status }) => status !== 204 && status !== 401)).toEqual([])
    expect(await seen.query('select id from saihan.erasure where person_id = $1', [somebody.person])).toHaveLength(1)
  })

  it.each(['a profile', 'an entry', 'a registration', 'a place from a host'] as const)(
    '%s that waits while the person is erased is not written',
    async (what) => {
      const somebody = await confirmedPerson(api, secretary, profile())
      const event = await published(api, hall.host)
      const account = await accountCode(somebody)
      const holder = await inspect(api.database)
      await holder.query('begin')
      await holder.query('select 1 from saihan.standing where person_id = $1 for update', [somebody.person])
      const waiting = async (more: number) => {
        for (;;) {
          const [row] = await seen.query<{ n: number }>(
            `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
          )
          if ((row?.n ?? 0) >= more) return
          await new Promise((resolve) => setTimeout(resolve, 5))
        }
      }
      // Both pass their checks and wait for the person's lock, the erasure first.
      const erased = by(somebody, 'DELETE', '/v1/me', { requestId: newRequestId() })(api)
      await waiting(1)
      const write: Readonly<Record<typeof what, () => Promise<Answer>>> = {
        'a profile': () =>
          saveProfile(
            { ...somebody, call: (method, url, body) => call(second, method, url, { token: somebody.token, body }) },
            { name: '青年后来', organisation: BRANCH },
          ),
        'an entry': () =>
          by(
            secretary,
            'POST',
            `/v1/people/${somebody.person}/class-hours`,
            classHours({ witness: '证明人后来' }),
          )(second),
        'a registration': () =>
          by(somebody, 'POST', `/v1/me/events/${event}/registration`, {
            requestId: newRequestId(),
            role: 'attendee',
          })(second),
        'a place from a host': () =>
          by(hall.host, 'POST', `/v1/events/${event}/registrations`, {
            requestId: newRequestId(),
            account,
            role: 'attendee',
          })(second),
      }
      const written = write[what]()
      await waiting(2)
      await holder.query('commit')
      await holder.end()
      expect((await erased).status).toBe(204)
      // The host's word is that nobody has such a code.
      expect(what === 'a place from a host' ? [422] : [401, 404, 409]).toContain((await written).status)
      expect(await seen.find(['青年后来', '证明人后来'])).toEqual([])
      for (const table of ['registration', 'inbox', 'event_act']) {
        expect(await seen.query(`select 1 from saihan.${table} where person_id = $1`, [somebody.person])).toEqual([])
      }
      expect(await seen.query('select 1 from saihan.profile where person_id = $1', [somebody.person])).toEqual([])
    },
  )
})

it('answers the branch that asks twice what it said', async () => {
  const { person } = await newPerson(api, { profile: profile() })
  expect((await answer(secretary, person, true)).status).toBe(201)
  expect((await answer(secretary, person, true)).body).toMatchObject({ status: 422, code: 'affiliation-not-pending' })
})
