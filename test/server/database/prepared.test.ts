import { sql } from 'kysely'
import type pg from 'pg'
import { kyselyFor, makePool } from '../../../server/database/connect'
import { createTestDatabase, type TestDatabase } from '../../support/cluster'

let database: TestDatabase
const pools: pg.Pool[] = []

beforeAll(async () => {
  database = await createTestDatabase()
})
afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.end()))
})
afterAll(() => database.drop())

function open(max = 1, url = database.apiUrl) {
  const pool = makePool({ url, schema: 'platform', max })
  pools.push(pool)
  const db = kyselyFor<Record<string, never>>(pool)
  return {
    db,
    ask: async (n: number) => (await sql<{ n: number }>`select ${n}::int as n`.execute(db)).rows[0]?.n,
    prepared: async () =>
      (await pool.query<{ statement: string }>('select statement from pg_prepared_statements')).rows.map(
        (row) => row.statement,
      ),
  }
}

test('prepares a statement once a connection and answers each call with its own parameters', async () => {
  const { ask, prepared } = open()
  expect([await ask(1), await ask(2), await ask(3)]).toEqual([1, 2, 3])
  expect(await prepared()).toEqual(['select $1::int as n'])
})

test('many at once on several connections get their own answers', async () => {
  const { ask } = open(4)
  const asked = Array.from({ length: 40 }, (_, n) => n)
  expect(await Promise.all(asked.map(ask))).toEqual(asked)
})

test('a statement that failed to be prepared, and a transaction that failed, leave the connection usable', async () => {
  const { db, ask } = open()
  await expect(sql`select ${1}::int from nowhere`.execute(db)).rejects.toMatchObject({ code: '42P01' })
  await expect(
    db.transaction().execute(async (trx) => {
      await sql`select 1 / ${0}::int`.execute(trx)
    }),
  ).rejects.toMatchObject({ code: '22012' })
  await expect(sql`select 1 / ${0}::int`.execute(db)).rejects.toMatchObject({ code: '22012' })
  expect(await ask(7)).toBe(7)
})

test('sees a table that changed after the statement was prepared', async () => {
  const { db } = open(1, database.ownerUrl)
  await sql`create table changing (a int)`.execute(db)
  const read = async () => (await sql<{ a: number }>`select a from changing where a >= ${0}`.execute(db)).rows
  await sql`insert into changing values (${1})`.execute(db)
  expect(await read()).toEqual([{ a: 1 }])
  await sql`alter table changing add column b int default 5`.execute(db)
  await sql`create index on changing (a)`.execute(db)
  expect(await read()).toEqual([{ a: 1 }])
})

test('stops naming statements whose texts have no end', async () => {
  const { db, ask, prepared } = open()
  for (let n = 0; n < 600; n += 1) await sql`select ${n}::int as ${sql.ref(`n${n}`)}`.execute(db)
  expect((await prepared()).length).toBeLessThanOrEqual(500)
  expect(await ask(9)).toBe(9)
})
