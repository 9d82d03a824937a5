import pg from 'pg'
import { ConnectionError, makePool } from '../../../server/database/connect'
import { districtLogin } from '../../../server/database/district-login'
import { createTestDatabase, type TestDatabase } from '../../support/cluster'

let database: TestDatabase
const pools: pg.Pool[] = []
const open = (...options: Parameters<typeof makePool>) => {
  const pool = makePool(...options)
  pools.push(pool)
  return pool
}

beforeAll(async () => {
  database = await createTestDatabase()
})
afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.end()))
})
afterAll(() => database.drop())

test('gives days as text, whole numbers as numbers, instants as instants', async () => {
  const pool = open({ url: database.apiUrl, schema: 'platform' })
  const { rows } = await pool.query(
    `select date '2026-03-02' as day, array[date '2026-03-02', null] as days, count(*) as n, array[1::int8, null] as ns,
            timestamptz '2026-03-02 00:00+08' as at, timestamp '2026-03-02 00:00' as wall, 1.50::numeric as exact`,
  )
  expect(rows).toEqual([
    {
      day: '2026-03-02',
      days: ['2026-03-02', null],
      n: 1,
      ns: [1, null],
      at: new Date('2026-03-01T16:00:00Z'),
      wall: '2026-03-02 00:00:00',
      exact: '1.50',
    },
  ])
})

test('refuses a whole number that it could only round', async () => {
  const pool = open({ url: database.apiUrl, schema: 'platform' })
  await expect(pool.query('select 9007199254740993::int8')).rejects.toThrow(RangeError)
  await expect(pool.query('select 9007199254740991::int8 as n')).resolves.toMatchObject({
    rows: [{ n: 9_007_199_254_740_991 }],
  })
})

test('hands out no connection that stands in another schema than it should', async () => {
  const saihan = districtLogin(database.apiUrl, 'saihan').url
  await expect(open({ url: saihan, schema: 'moxian' }).query('select 1')).rejects.toThrow(ConnectionError)
  await expect(open({ url: saihan, schema: 'nowhere' }).query('select 1')).rejects.toThrow(ConnectionError)
  expect(() => makePool({ url: saihan, schema: 'saihan,platform' })).toThrow(RangeError)
  expect(() => makePool({ url: saihan, schema: 'saihan -c role=aili_moxian' })).toThrow(RangeError)
  await expect(open({ url: saihan, schema: 'saihan' }).query('select 1 as one')).resolves.toMatchObject({
    rows: [{ one: 1 }],
  })
})

test('no login but a superuser reaches another database or makes tables', async () => {
  for (const url of [database.apiUrl, districtLogin(database.apiUrl, 'saihan').url]) {
    const other = new URL(url)
    other.pathname = '/postgres'
    const client = new pg.Client({ connectionString: other.toString() })
    await expect(client.connect()).rejects.toMatchObject({ code: '42501' })
    const here = new pg.Client({ connectionString: url })
    await here.connect()
    await expect(here.query('create table public.stray ()')).rejects.toMatchObject({ code: '42501' })
    await expect(here.query('create temporary table stray ()')).rejects.toMatchObject({ code: '42501' })
    await here.end()
  }
})

test('outlives a connection that breaks while idle', async () => {
  const broken: Error[] = []
  const pool = open({ url: database.apiUrl, schema: 'platform', max: 1, onIdleError: (error) => broken.push(error) })
  const { rows } = await pool.query<{ pid: number }>('select pg_backend_pid() as pid')
  const superuser = new pg.Client({ connectionString: database.superuserUrl })
  await superuser.connect()
  const gone = new Promise((resolve) => pool.once('remove', resolve))
  await superuser.query('select pg_terminate_backend($1)', [rows[0]?.pid])
  await gone
  await superuser.end()
  await expect(pool.query('select 1 as one')).resolves.toMatchObject({ rows: [{ one: 1 }] })
  expect(broken).toHaveLength(1)
})

test('gives up a statement that takes too long', async () => {
  const pool = open({ url: database.apiUrl, schema: 'platform', statementTimeout: 50 })
  await expect(pool.query('select pg_sleep(5)')).rejects.toMatchObject({ code: '57014' })
})
