import pg from 'pg'
import { districtLogin } from '../../server/database/district-login'
import { DISTRICT_TABLES_BY_KIND } from '../../server/database/tables'
import type { Instant } from '#domain/time'
import { seedDemo } from '../../server/demo/seed'
import { standingFromFacts } from '../../server/queries/rebuild-standing'
import { revokeRole } from '../../server/services/roles'
import { inspect, type Inspector } from './kit/inspect'
import { activist, answer, classHours, giveOffice, newPerson, saveProfile, type Somebody } from './kit/people'
import { newRequestId, startApi, type TestApi } from './support'

/** Facts can't be changed, a district can't be left, and projections are what the facts say. */

const BRANCHES = ['SH-X01-1', 'SH-X01-2'] as const
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

/** A small generator, so that a failing history can be told again. */
function random(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state % below
  }
}

describe('projections', () => {
  it.each([1, 2, 3])('are what the facts say, after history %i', async (seed) => {
    const pick = random(seed)
    const offices = new Map<string, Somebody>()
    for (const branch of BRANCHES) {
      offices.set(branch, await newPerson(api, { office: { role: 'branch-secretary', organisation: branch } }))
    }
    const officer = await newPerson(api, { office: { role: 'committee-officer', organisation: 'SH-X01' } })
    const people: Somebody[] = []
    for (let i = 0; i < 6; i++) people.push(await newPerson(api))
    const acts: ((who: Somebody, branch: string) => Promise<{ status: number }>)[] = [
      (who, branch) => saveProfile(who, { name: '青年·某', organisation: branch }),
      (who, branch) => answer(offices.get(branch) as Somebody, who.person, pick(3) > 0),
      (who, branch) => answer(offices.get(branch) as Somebody, who.person, true),
      (who) => officer.call('POST', `/v1/people/${who.person}/activist`, activist()),
      (who, branch) =>
        (offices.get(branch) as Somebody).call('POST', `/v1/people/${who.person}/class-hours`, classHours()),
      (who) =>
        pick(8) === 0 ? who.call('DELETE', '/v1/me', { requestId: newRequestId() }) : who.call('GET', '/v1/me'),
    ]
    const statuses = new Set<number>()
    for (let i = 0; i < 80; i++) {
      const who = people[pick(people.length)] as Somebody
      const act = acts[pick(acts.length)] as (typeof acts)[number]
      statuses.add((await act(who, BRANCHES[pick(2)] ?? BRANCHES[0])).status)
    }
    // Not a history of refusals only.
    expect([...statuses]).toEqual(expect.arrayContaining([200, 201, 404]))
    const { db } = api.district()
    const kept = await db.selectFrom('standing').selectAll().orderBy('person_id').execute()
    expect(kept).toEqual(await standingFromFacts(db))
    expect(kept.some((row) => row.activist_on !== null)).toBe(true)
  })
})
