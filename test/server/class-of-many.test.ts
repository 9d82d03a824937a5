import type { PathReply } from '#contract/path'
import type { ClassHoursOfManyReply } from '#contract/person'
import { standingFromFacts } from '../../server/queries/rebuild-standing'
import { inspect, type Inspector } from './kit/inspect'
import {
  answer,
  BIRTH_DATE,
  classHours,
  confirmedPerson,
  giveOffice,
  idOf,
  must,
  newPerson,
  saveProfile,
  type Somebody,
} from './kit/people'
import { newName } from './kit/names'
import { classOfMany, DAY } from './kit/way'
import { call, newRequestId, startApi, type Answer, type Caller, type TestApi } from './support'

/** One class of many: each person's own entry, all in one act, and one person's refusal holds up nobody else. */

const BRANCH = 'SH-X01-2'
const OTHER_BRANCH = 'SH-X01-1'
const GHOST = '3f2b8c1d-9a4e-4d77-8b1a-0c5e6f7a8b9c'
const URL = `/v1/organisations/${BRANCH}/class-hours`

let api: TestApi
let second: TestApi
let seen: Inspector
let secretary: Somebody
let elsewhere: Somebody

beforeAll(async () => {
  api = await startApi()
  second = await startApi({ database: api.database, now: api.now() })
  seen = await inspect(api.database)
  secretary = await newPerson(api, { office: { role: 'branch-secretary', organisation: BRANCH } })
  elsewhere = await newPerson(api, { office: { role: 'branch-secretary', organisation: OTHER_BRANCH } })
})
beforeEach(async () => {
  await seen.query('delete from platform.attempt')
})
afterAll(async () => {
  await seen.end()
  await second.close()
  await api.close()
})

const member = (more: object = {}, by = secretary, organisation = BRANCH) =>
  confirmedPerson(api, by, { name: newName(), organisation, ...more })

const record = async (people: readonly string[], more: object = {}, by: Caller = secretary) =>
  must(201, 201, await by.call('POST', URL, classOfMany(people, more))).body as ClassHoursOfManyReply

const entriesOf = (person: string) =>
  seen.query<Record<string, unknown>>(
    `select l.id, l.no, l.amount, l.on_day::text as on, l.mode, l.origin, l.corrects, l.by_person, t.body as words
       from saihan.ledger l join saihan.fact_text t on t.fact_id = l.id where l.person_id = $1 order by l.no`,
    [person],
  )

describe('a class of many', () => {
  it('is an entry of each, with the same words and a number of their own', async () => {
    const people = [await member(), await member(), await member()]
    // One has an entry already.
    idOf(await secretary.call('POST', `/v1/people/${people[1]?.person ?? ''}/class-hours`, classHours()))
    const reply = await record(people.map(({ person }) => person))
    expect(reply.refused).toEqual([])
    expect(reply.recorded.map(({ person }) => person)).toEqual(people.map(({ person }) => person))
    for (const [n, { person }] of people.entries()) {
      const entries = await entriesOf(person)
      expect(entries[entries.length - 1]).toEqual({
        id: reply.recorded[n]?.id,
        no: n === 1 ? 2 : 1,
        amount: 20,
        on: DAY,
        mode: 'in-person',
        origin: 'recorded',
        corrects: null,
        by_person: secretary.person,
        words: { content: '团史一课（示例）', witness: '团支书·丙' },
      })
    }
    // Everybody reads their own, and each can be corrected by itself.
    const [first] = people as [Somebody]
    const path = (await first.call('GET', '/v1/me/path')).body as PathReply
    expect(path.facts.entries.map(({ id }) => id)).toEqual([reply.recorded[0]?.id])
    const correction = { ...classHours({ tenths: 10 }), reason: '迟到' }
    idOf(
      await secretary.call(
        'POST',
        `/v1/people/${first.person}/class-hours/${reply.recorded[0]?.id ?? ''}/corrections`,
        correction,
      ),
    )
    expect(await entriesOf(people[2]?.person ?? '')).toHaveLength(1)
  })

  it('names who wasn’t recorded and why, and tells no more about anybody', async () => {
    const [good, young, full] = [
      await member(),
      // 14 in April 2026: from that month on classes count.
      await member({ birthDate: '2012-03-03' }),
      await member(),
    ]
    idOf(await secretary.call('POST', `/v1/people/${full.person}/class-hours`, classHours({ on: DAY, tenths: 61 })))
    const claimed = await newPerson(api, { profile: { name: newName(), organisation: BRANCH } })
    const declined = await newPerson(api, { profile: { name: newName(), organisation: BRANCH } })
    must(201, 201, await answer(secretary, declined.person, false))
    const other = await member({}, elsewhere, OTHER_BRANCH)
    const moved = await member()
    must(200, 200, await saveProfile(moved, { name: newName(), organisation: OTHER_BRANCH }))
    const erased = await member()
    must(204, 204, await erased.call('DELETE', '/v1/me', { requestId: newRequestId() }))
    const newcomer = await newPerson(api)
    const hidden = [claimed, declined, other, moved, erased, newcomer].map(({ person }) => person)

    const reply = await record([good.person, young.person, full.person, ...hidden, GHOST], { on: '2026-03-01' })
    expect(reply.recorded.map(({ person }) => person)).toEqual([good.person, young.person])
    expect(reply.refused).toEqual([
      { person: full.person, code: 'day-full' },
      ...[...hidden, GHOST].map((person) => ({ person, code: 'not-found' })),
    ])
    // Before the month of the 14th birthday: told by its code, and not by the day on which that would be.
    const early = await record([good.person, young.person], { on: '2026-02-28' })
    expect(early.recorded.map(({ person }) => person)).toEqual([good.person])
    expect(early.refused).toEqual([{ person: young.person, code: 'day-too-early' }])
    // Nobody who was hidden has an entry by it.
    for (const person of hidden) expect(await entriesOf(person)).toEqual([])
  })

  it('leaves out one’s own row, in whatever list it stands', async () => {
    const own = await member()
    await giveOffice(api, own.person, { role: 'branch-secretary', organisation: BRANCH })
    const mate = await member()
    const reply = await record([own.person, mate.person, own.person], {}, own)
    expect(reply.recorded.map(({ person }) => person)).toEqual([mate.person])
    expect(reply.refused).toEqual([{ person: own.person, code: 'own-row' }])
    expect(await entriesOf(own.person)).toEqual([])
    // Alone in it, it is an act that recorded nothing.
    expect(await record([own.person], {}, own)).toEqual({
      recorded: [],
      refused: [{ person: own.person, code: 'own-row' }],
    })
  })

  it('somebody who is named twice is recorded once', async () => {
    const { person } = await member()
    const reply = await record([person, person, person])
    expect(reply.recorded).toHaveLength(1)
    expect(await entriesOf(person)).toHaveLength(1)
  })

  it('is done once, sent again and at once to two processes, and answered alike', async () => {
    const people = [await member(), await member()]
    const body = classOfMany([...people.map(({ person }) => person), GHOST])
    const sendTo = (where: TestApi) => call(where, 'POST', URL, { token: secretary.token, body })
    const answers = await Promise.all(Array.from({ length: 10 }, (_, n) => sendTo(n % 2 ? api : second)))
    answers.push(await sendTo(api))
    expect(new Set(answers.map(({ status, raw }) => `${status} ${raw}`)).size).toBe(1)
    expect(answers[0]?.status).toBe(201)
    for (const { person } of people) expect(await entriesOf(person)).toHaveLength(1)
    // The same requestId with one person less is something else.
    const less = { ...body, people: [people[0]?.person] }
    expect((await secretary.call('POST', URL, less)).body).toMatchObject({ status: 409, code: 'request-id-reused' })
  })

  it('remembers of it who and why, and nothing of anybody’s birthday', async () => {
    const young = await member({ birthDate: '2012-03-03' })
    const body = classOfMany([young.person], { on: '2026-02-28' })
    must(201, 201, await secretary.call('POST', URL, body))
    const rows = await seen.query<{ outcome: unknown }>('select outcome from saihan.request where request_id = $1', [
      body.requestId,
    ])
    expect(rows).toEqual([{ outcome: { recorded: [], refused: [{ person: young.person, code: 'day-too-early' }] } }])
  })

  it('takes a hundred people and no more', async () => {
    const people: string[] = []
    for (let n = 0; n < 100; n += 1) people.push((await member()).person)
    await seen.query('delete from platform.attempt')
    const reply = await record(people)
    expect(reply.recorded.map(({ person }) => person)).toEqual(people)
    expect(reply.refused).toEqual([])
    const [count] = await seen.query<{ n: number }>(
      `select count(*)::int as n from saihan.ledger where person_id = any($1::uuid[])`,
      [people],
    )
    expect(count?.n).toBe(100)
    const tooMany = await secretary.call('POST', URL, classOfMany([...people, GHOST]))
    expect(tooMany.body).toMatchObject({ status: 400, code: 'invalid-input', facts: { field: '/people' } })
    expect((await secretary.call('POST', URL, classOfMany([]))).body).toMatchObject({ status: 400 })
    expect((await secretary.call('POST', URL, classOfMany(['x']))).body).toMatchObject({
      status: 400,
      facts: { field: '/people/0' },
    })
  })

  it('two of them at once, in opposite order and in two processes, wait for each other and both are done', async () => {
    const people: string[] = []
    for (let n = 0; n < 20; n += 1) people.push((await member()).person)
    const backwards = [...people].reverse()
    for (let round = 0; round < 8; round += 1) {
      const on = `2026-02-${String(round + 1).padStart(2, '0')}`
      const at = (where: TestApi, order: readonly string[]): Promise<Answer> =>
        call(where, 'POST', URL, { token: secretary.token, body: classOfMany(order, { on }) })
      const answers = await Promise.all([
        at(api, people),
        at(second, backwards),
        at(api, backwards),
        // And single acts in between.
        call(second, 'POST', `/v1/people/${people[10] ?? ''}/class-hours`, {
          token: secretary.token,
          body: classHours({ on }),
        }),
      ])
      expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201])
      for (const { body } of answers.slice(0, 3)) expect((body as ClassHoursOfManyReply).recorded).toHaveLength(20)
    }
    const gaps = await seen.query(
      `select person_id from saihan.ledger where person_id = any($1::uuid[])
        group by person_id having max(no) <> count(*) or count(*) not in (24, 32)`,
      [people],
    )
    expect(gaps).toEqual([])
  })

  it('while one of them moves away: either before, or by name', async () => {
    for (let round = 0; round < 8; round += 1) {
      const [stays, goes] = [await member(), await member()]
      const [moved, recorded] = await Promise.all([
        call(second, 'PUT', '/v1/me/profile', {
          token: goes.token,
          body: {
            requestId: newRequestId(),
            name: newName(),
            birthDate: BIRTH_DATE,
            township: null,
            organisation: OTHER_BRANCH,
          },
        }),
        record([stays.person, goes.person]),
      ])
      expect(moved.status).toBe(200)
      const there = recorded.recorded.some(({ person }) => person === goes.person)
      expect(await entriesOf(goes.person)).toHaveLength(there ? 1 : 0)
      expect(recorded.refused).toEqual(there ? [] : [{ person: goes.person, code: 'not-found' }])
      expect(recorded.recorded.map(({ person }) => person)).toContain(stays.person)
    }
  })

  it('is the branch’s own secretary’s: not of another branch, nor of who stands above', async () => {
    const { person } = await member()
    const officer = await newPerson(api, { office: { role: 'committee-officer', organisation: 'SH-X01' } })
    for (const by of [elsewhere, officer]) {
      expect((await by.call('POST', URL, classOfMany([person]))).body).toMatchObject({ status: 404, code: 'not-found' })
    }
    // In their own branch, somebody of another one isn't there.
    const got = await elsewhere.call('POST', `/v1/organisations/${OTHER_BRANCH}/class-hours`, classOfMany([person]))
    expect(got.body).toEqual({ recorded: [], refused: [{ person, code: 'not-found' }] })
    expect(await entriesOf(person)).toEqual([])
  })

  it('after all that the projection is what the facts say', async () => {
    const { db } = api.district()
    const kept = await db.selectFrom('standing').selectAll().orderBy('person_id').execute()
    expect(kept).toEqual(await standingFromFacts(db))
  })
})
