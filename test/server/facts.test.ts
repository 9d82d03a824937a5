import pg from 'pg'
import type { MeReply } from '#contract/me'
import type { PathReply } from '#contract/path'
import { districtLogin } from '../../server/database/district-login'
import { DISTRICT_TABLES_BY_KIND } from '../../server/database/tables'
import type { Instant } from '#domain/time'
import { seedDemo } from '../../server/demo/seed'
import { standingFromFacts } from '../../server/queries/rebuild-standing'
import { revokeRole } from '../../server/services/roles'
import { inspect, type Inspector } from './kit/inspect'
import {
  activist,
  answer,
  BIRTH_DATE,
  classHours,
  giveOffice,
  newPerson,
  saveProfile,
  type Somebody,
} from './kit/people'
import { random } from './kit/random'
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
  withdrawal,
} from './kit/way'
import { newRequestId, startApi, type TestApi } from './support'

/** Facts can't be changed, a district can't be left, and projections are what the facts say. */

const BRANCHES = ['SH-X01-1', 'SH-X01-2'] as const
const GHOST = '3f2b8c1d-9a4e-4d77-8b1a-0c5e6f7a8b9c'
const NOT_PERMITTED = '42501'
const REFUSED_BY_TRIGGER = '23001'

let api: TestApi
let seen: Inspector
beforeAll(async () => {
  api = await startApi()
  await seedDemo(api.deps, api.district())
  seen = await inspect(api.database)
  // A row in each table of facts: also a role taken back, and an erasure.
  const passing = await newPerson(api)
  const grant = await giveOffice(api, passing.person, { role: 'branch-secretary', organisation: BRANCHES[0] })
  await revokeRole(api.district().db, grant, api.now() as Instant)
  await passing.call('DELETE', '/v1/me', { requestId: newRequestId() })
})
afterAll(async () => {
  await seen.end()
  await api.close()
})

/** The error's code of a statement under a login; null when it went through. */
async function codeAs(url: string, statement: string): Promise<string | null> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('begin')
    await client.query(statement)
    return null
  } catch (error) {
    return (error as { code?: string }).code ?? 'unknown'
  } finally {
    await client.query('rollback')
    await client.end()
  }
}

const saihan = () => districtLogin(api.database.apiUrl, 'saihan').url

describe('facts', () => {
  it.each(DISTRICT_TABLES_BY_KIND.facts)(
    '%s: neither the API nor the owner can change or remove a row',
    async (table) => {
      for (const statement of [
        `update saihan.${table} set id = id`,
        `delete from saihan.${table}`,
        `truncate saihan.${table} cascade`,
      ]) {
        expect([statement, await codeAs(saihan(), statement)]).toEqual([statement, NOT_PERMITTED])
      }
      // A row trigger speaks when there is a row, the truncate trigger always.
      expect(await codeAs(api.database.ownerUrl, `truncate saihan.${table} cascade`)).toBe(REFUSED_BY_TRIGGER)
      const [count] = await seen.query<{ n: number }>(`select count(*)::int as n from saihan.${table}`)
      expect(count?.n).toBeGreaterThan(0)
      expect(await codeAs(api.database.ownerUrl, `update saihan.${table} set id = id`)).toBe(REFUSED_BY_TRIGGER)
      expect(await codeAs(api.database.ownerUrl, `delete from saihan.${table}`)).toBe(REFUSED_BY_TRIGGER)
    },
  )

  it('the stamp of the database is one of them', async () => {
    for (const statement of [
      'update platform.installation set demo = not demo',
      'delete from platform.installation',
      'truncate platform.installation',
    ]) {
      expect([statement, await codeAs(api.database.apiUrl, statement)]).toEqual([statement, NOT_PERMITTED])
      expect([statement, await codeAs(api.database.ownerUrl, statement)]).toEqual([statement, REFUSED_BY_TRIGGER])
    }
  })
})

describe('a district’s login', () => {
  it.each([
    ['another district', 'select * from moxian.profile'],
    ['accounts', 'select * from platform.account'],
    ['sessions', 'select * from platform.session'],
    ['the kind of database', 'select * from platform.installation'],
    ['another district’s facts', 'insert into moxian.person (id, created_at) values (gen_random_uuid(), now())'],
    ['its own policy', 'delete from saihan.policy_version'],
    ['its own organisations', `update saihan.organisation set name = ''`],
    ['its own triggers', 'alter table saihan.ledger disable trigger all'],
    ['its own functions', 'create function saihan.mine() returns int language sql as $$ select 1 $$'],
    ['a table of its own', 'create table saihan.mine (a int)'],
    ['a table in public', 'create table public.mine (a int)'],
    ['a temporary table', 'create temp table mine (a int)'],
    ['a schema', 'create schema mine'],
    ['a role', 'create role mine'],
    ['the owner’s role', 'set role aili_owner'],
    ['another district’s role', 'set role aili_moxian'],
  ])('reaches not %s', async (_what, statement) => {
    expect(await codeAs(saihan(), statement)).toBe(NOT_PERMITTED)
  })

  it.each(Object.values(DISTRICT_TABLES_BY_KIND).flat())('and the API’s own login reaches no %s', async (table) => {
    expect(await codeAs(api.database.apiUrl, `select * from saihan.${table}`)).toBe(NOT_PERMITTED)
  })

  it('and the API’s own login makes nothing', async () => {
    for (const statement of [
      'create table platform.mine (a int)',
      'create schema mine',
      'create table public.mine (a int)',
    ]) {
      expect(await codeAs(api.database.apiUrl, statement)).toBe(NOT_PERMITTED)
    }
  })

  it('nothing lies in public', async () => {
    expect(await seen.query(`select relname from pg_class where relnamespace = 'public'::regnamespace`)).toEqual([])
  })
})

describe('the tables as tables.ts says', () => {
  it('every table of the schema has a kind, and every kind only tables that exist', async () => {
    const rows = await seen.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'saihan' order by 1`,
    )
    const known = Object.values(DISTRICT_TABLES_BY_KIND).flat()
    expect(rows.map((row) => row.name).filter((name) => !name.startsWith('kysely_'))).toEqual([...known].sort())
  })
})

describe('projections', () => {
  it.each([1, 2, 3, 4])('are what the facts say, after history %i', async (seed) => {
    const pick = random(seed)
    const offices = new Map<string, Somebody>()
    for (const branch of BRANCHES) {
      offices.set(branch, await newPerson(api, { office: { role: 'branch-secretary', organisation: branch } }))
    }
    const officer = await newPerson(api, { office: { role: 'committee-officer', organisation: 'SH-X01' } })
    const people: Somebody[] = []
    for (let i = 0; i < 6; i++) people.push(await newPerson(api))
    type Act = (who: Somebody, branch: string) => Promise<{ status: number }>
    const bySecretary =
      (what: string, body: () => object): Act =>
      (who, branch) =>
        (offices.get(branch) as Somebody).call('POST', `/v1/people/${who.person}/${what}`, body())
    const byOfficer =
      (what: string, body: () => object): Act =>
      (who) =>
        officer.call('POST', `/v1/people/${who.person}/${what}`, body())
    /** Something of the person's own, at random, to be corrected: a step, an entry or a grade. */
    const correct: Act = async (who, branch) => {
      const facts = (await pathOf(who))?.facts
      const id = (rows: readonly { id: string }[] = []) => rows[pick(Math.max(1, rows.length))]?.id ?? GHOST
      const secretary = offices.get(branch) as Somebody
      const of = `/v1/people/${who.person}`
      const newest = facts?.acts[facts.acts.length - 1]
      switch (pick(5)) {
        case 0:
          return secretary.call('POST', `${of}/steps/${newest?.id ?? GHOST}/corrections`, stepCorrection())
        case 1:
          return officer.call('POST', `${of}/steps/${newest?.id ?? GHOST}/corrections`, stepCorrection())
        case 2: {
          const change = { act: 'applied', on: '2026-02-20', receivedBy: '团支书·丁', birthDate: BIRTH_DATE }
          const paperAct = facts?.acts.filter(({ act }) => act === 'applied')
          return secretary.call('POST', `${of}/steps/${id(paperAct)}/corrections`, stepCorrection(change))
        }
        case 3: {
          await secretary.call('POST', `${of}/class-hours`, classHours())
          const body = { ...classHours({ tenths: pick(3) * 5 }), reason: '记错了' }
          const classes = facts?.entries.filter(({ requirement }) => requirement === 'class-hours')
          return secretary.call('POST', `${of}/class-hours/${id(classes)}/corrections`, body)
        }
        default: {
          const body = { ...grade({ grade: pick(2) ? null : '优' }), reason: '记错了' }
          return secretary.call('POST', `${of}/civics-grades/${id(facts?.grades)}/corrections`, body)
        }
      }
    }
    const onwards: Act = async (who, branch) => {
      const report = (await pathOf(who))?.report
      const secretary = offices.get(branch) as Somebody
      const of = `/v1/people/${who.person}`
      switch (report?.application.state) {
        case 'submitted':
          return secretary.call('POST', `${of}/paper`, paper())
        case 'applied':
          return secretary.call('POST', `${of}/talk`, talk())
        case 'talked':
          return secretary.call('POST', `${of}/nomination`, nomination())
        case 'nominated':
          return officer.call('POST', `${of}/nomination/answer`, pick(3) ? approved() : returned())
        case 'activist':
          return secretary.call('POST', `${of}/mentors`, mentors())
        default:
          return who.call('POST', '/v1/me/application', application())
      }
    }
    const settled: Act = async (who) => {
      const me = (await who.call('GET', '/v1/me')).body as Partial<MeReply>
      const branch = me.affiliation?.organisation.code ?? BRANCHES[0]
      return me.affiliation ? answer(offices.get(branch) as Somebody, who.person, true) : { status: 404 }
    }
    const acts: readonly Act[] = [
      (who, branch) => saveProfile(who, { name: '青年·某', organisation: branch }),
      (who, branch) => answer(offices.get(branch) as Somebody, who.person, pick(5) > 0),
      settled,
      settled,
      onwards,
      onwards,
      onwards,
      onwards,
      correct,
      correct,
      bySecretary('paper', paper),
      bySecretary('talk', talk),
      bySecretary('nomination', nomination),
      byOfficer('nomination/answer', () => (pick(2) ? approved() : returned())),
      byOfficer('activist', activist),
      bySecretary('mentors', mentors),
      bySecretary('class-hours', classHours),
      bySecretary('class-hours', classHours),
      bySecretary('volunteer-hours', volunteerHours),
      bySecretary('civics-grades', grade),
      (who) =>
        pick(3) === 0 ? who.call('POST', '/v1/me/application/withdrawal', withdrawal()) : Promise.resolve(NONE),
      (who) =>
        pick(10) === 0 ? who.call('DELETE', '/v1/me', { requestId: newRequestId() }) : who.call('GET', '/v1/me'),
    ]
    const statuses = new Set<number>()
    for (let i = 0; i < 220; i++) {
      const who = people[pick(people.length)] as Somebody
      const act = acts[pick(acts.length)] as Act
      const code = await branchOf(who)
      statuses.add((await act(who, pick(8) ? code : (BRANCHES[pick(2)] ?? BRANCHES[0]))).status)
    }
    // Not a history of refusals only, and no fault in it.
    expect([...statuses]).toEqual(expect.arrayContaining([200, 201, 404, 422]))
    expect([...statuses].filter((status) => status >= 500)).toEqual([])
    const { db } = api.district()
    const kept = await db.selectFrom('standing').selectAll().orderBy('person_id').execute()
    expect(kept).toEqual(await standingFromFacts(db))
    // Every stream is numbered from 1 on without a gap.
    for (const stream of ['affiliation', 'step', 'ledger', 'grade']) {
      expect(
        await seen.query(
          `select person_id from saihan.${stream} group by person_id having max(no) <> count(*) or min(no) <> 1`,
        ),
      ).toEqual([])
    }
  })

  it('and those histories had every state and every kind of correction in them', async () => {
    expect([...states].sort()).toEqual(['activist', 'applied', 'nominated', 'none', 'submitted', 'talked', 'training'])
    const [count] = await seen.query<Record<string, number>>(
      `select (select count(*)::int from saihan.step where voided) as voids,
              (select count(*)::int from saihan.step where corrects is not null and not voided) as replaced,
              (select count(*)::int from saihan.step where step = 'withdrawn') as withdrawn,
              (select count(*)::int from saihan.step where step = 'returned') as returned,
              (select count(*)::int from saihan.step where step = 'activist' and paper_seen) as "onPaper",
              (select count(*)::int from saihan.ledger where corrects is not null) as entries,
              (select count(*)::int from saihan.grade where grade is null) as struck,
              (select count(*)::int from saihan.erasure) as erased`,
    )
    for (const [what, times] of Object.entries(count ?? {})) expect([what, times > 0]).toEqual([what, true])
  })
})

const NONE = { status: 200 }

/** Every state in which somebody was met. */
const states = new Set<string>()

/** Somebody's own path; undefined for who was erased. */
async function pathOf(who: Somebody): Promise<PathReply | undefined> {
  const got = await who.call('GET', '/v1/me/path')
  if (got.status !== 200) return undefined
  const path = got.body as PathReply
  states.add(path.report.application.state)
  return path
}

async function branchOf(who: Somebody): Promise<string> {
  const me = (await who.call('GET', '/v1/me')).body as Partial<MeReply>
  return me.affiliation?.organisation.code ?? BRANCHES[0]
}
