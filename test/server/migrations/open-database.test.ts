import pg from 'pg'
import { districtLogin } from '../../../server/database/district-login'
import { openDatabase, type OpenDatabase } from '../../../server/migrations/open-database'
import { readSettings } from '../../../server/settings'
import { createTestDatabase, TEMPLATE_NOW, testDistricts, type TestDatabase } from '../../support/cluster'

const REAL = { WECHAT_APPID: 'wx0123456789abcdef', WECHAT_SECRET: 'shh', PUBLIC_URL: 'https://aili.example' }
const packs = testDistricts()

let database: TestDatabase
let open: OpenDatabase | undefined

beforeEach(async () => {
  database = await createTestDatabase()
})
afterEach(async () => {
  await open?.close()
  open = undefined
  await database.drop()
})

async function start(env: Record<string, string>): Promise<OpenDatabase> {
  const settings = readSettings(env, { cwd: '/srv/aili' })
  open = await openDatabase({ settings, packs, now: TEMPLATE_NOW, log: () => undefined })
  return open
}

async function asOwner<T extends pg.QueryResultRow>(statement: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: database.ownerUrl })
  await client.connect()
  try {
    return (await client.query<T>(statement)).rows
  } finally {
    await client.end()
  }
}

/** As it is before the first start: nothing but the database. */
const emptied = () =>
  asOwner(`drop schema platform cascade; ${packs.map(({ slug }) => `drop schema ${slug} cascade`).join('; ')}`)

test('a current database needs no owner, and the stamp decides what it is', async () => {
  const found = await start({ DATABASE_URL: database.apiUrl })
  expect(found.demo).toBe(true)
  expect([...found.districts.keys()].sort()).toEqual(packs.map((pack) => pack.slug).sort())
  expect(found.where).not.toContain(new URL(database.apiUrl).password)
  for (const [slug, { db }] of found.districts) {
    const rows = await db.selectFrom('organisation').select('code').execute()
    expect(rows.length).toBe(packs.find((pack) => pack.slug === slug)?.organisations.length)
  }
})

test('an empty database is made and stamped by the first start that may', async () => {
  await emptied()
  await expect(start({ DATABASE_URL: database.apiUrl })).rejects.toThrow(/MIGRATION_DATABASE_URL/)
  const both = { DATABASE_URL: database.apiUrl, MIGRATION_DATABASE_URL: database.ownerUrl }
  await expect(start(both)).rejects.toThrow(/WECHAT_APPID/)
  expect(await asOwner(`select 1 from pg_namespace where nspname = 'platform'`)).toEqual([])
  expect((await start({ ...both, ...REAL })).demo).toBe(false)
})

test('two processes that find it empty make it once', async () => {
  await emptied()
  const settings = readSettings(
    { DATABASE_URL: database.apiUrl, MIGRATION_DATABASE_URL: database.ownerUrl, DEMO: '1' },
    { cwd: '/srv/aili' },
  )
  const options = { settings, packs, now: TEMPLATE_NOW, log: () => undefined }
  const both = await Promise.all([openDatabase(options), openDatabase(options)])
  await Promise.all(both.map((one) => one.close()))
  expect(await asOwner('select demo from platform.installation')).toEqual([{ demo: true }])
})

test('a contradiction with the stamp is one sentence', async () => {
  await expect(start({ DATABASE_URL: database.apiUrl, DEMO: '0', ...REAL })).rejects.toThrow(/^DEMO=0/)
})

test.each<[string, (url: URL) => void]>([
  ['refuses the login', (url) => (url.password = 'wrong')],
  ['refuses the login', (url) => (url.username = 'nobody_here')],
  ['has no such database', (url) => (url.pathname = '/nowhere')],
  ['may not connect', (url) => (url.pathname = '/postgres')],
  ['no PostgreSQL answers', (url) => (url.port = '1')],
])('%s: said of DATABASE_URL, without its password', async (words, spoil) => {
  const url = new URL(database.apiUrl)
  spoil(url)
  const failure = await start({ DATABASE_URL: url.toString() }).catch((error: unknown) => error as Error)
  expect(failure).toBeInstanceOf(Error)
  const { message } = failure as Error
  expect(message).toMatch(/^DATABASE_URL: [^\n]+\.$/)
  expect(message).toContain(words)
  expect(message).not.toContain(url.password)
})

test('the API takes no superuser’s login', async () => {
  await expect(start({ DATABASE_URL: database.superuserUrl })).rejects.toThrow(/DATABASE_URL uses a superuser/)
})

test('a login that may not migrate is told what it lacks', async () => {
  await emptied()
  const settings = { DATABASE_URL: database.apiUrl, DEMO: '1' }
  const { url } = districtLogin(database.apiUrl, 'saihan')
  await expect(start({ ...settings, MIGRATION_DATABASE_URL: url })).rejects.toThrow(
    /^MIGRATION_DATABASE_URL: the login lacks a right .*permission denied/,
  )
})
