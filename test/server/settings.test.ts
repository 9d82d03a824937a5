import path from 'node:path'
import { assertStamp, codeOrigin, isLoopback, readSettings, SettingsError, warnings } from '../../server/settings'

const cwd = path.resolve('/srv/aili')
const read = (env: Record<string, string>) => readSettings(env, { cwd })
const API = 'postgres://aili_api:s3cret@db.example:5432/aili'
const OWNER = 'postgres://aili_owner:other@db.example:5432/aili'
const KEYS = { WECHAT_APPID: 'wx0123456789abcdef', WECHAT_SECRET: 'shh' }
const REAL = { ...KEYS, PUBLIC_URL: 'https://aili.example' }

function sentence(act: () => unknown): string {
  try {
    act()
  } catch (error) {
    if (error instanceof SettingsError) return error.message
    throw error
  }
  throw new Error('nothing was refused')
}

test('with nothing set: a demo of our own on this machine only', () => {
  expect(read({})).toEqual({
    host: '127.0.0.1',
    port: 3000,
    dataDir: path.join(cwd, '.data'),
    filesDir: path.join(cwd, '.data', 'files'),
    database: undefined,
    publicUrl: undefined,
    demo: true,
    demoAsked: undefined,
    wechat: undefined,
    wechatApiUrl: 'https://api.weixin.qq.com',
  })
})

test('a whole production is understood', () => {
  const settings = read({
    ...REAL,
    PORT: '80',
    HOST: '::',
    DATA_DIR: '/var/lib/aili',
    FILES_DIR: '/var/lib/aili-files',
    DATABASE_URL: API,
    MIGRATION_DATABASE_URL: OWNER,
    DEMO: '0',
  })
  expect(settings).toMatchObject({
    port: 80,
    host: '::',
    filesDir: path.resolve('/var/lib/aili-files'),
    database: { url: API, migrationUrl: OWNER },
    publicUrl: 'https://aili.example',
    demo: false,
    demoAsked: false,
    wechat: { appId: KEYS.WECHAT_APPID, secret: 'shh', apiUrl: 'https://api.weixin.qq.com' },
  })
})

test('a new database behind DATABASE_URL is no demo unless DEMO=1', () => {
  expect(read({ DATABASE_URL: API, MIGRATION_DATABASE_URL: OWNER }).demo).toBe(false)
  expect(read({ DATABASE_URL: API, MIGRATION_DATABASE_URL: OWNER, DEMO: '1' }).demo).toBe(true)
})

test.each<[string, Record<string, string>]>([
  ['PORT', { PORT: '80a' }],
  ['PORT', { PORT: '65536' }],
  ['PORT', { PORT: '-1' }],
  ['PORT', { PORT: '3e3' }],
  ['PORT', { PORT: '' }],
  ['HOST', { HOST: 'http://a' }],
  ['HOST', { HOST: '127.0.0' }],
  ['HOST', { HOST: 'a:80' }],
  ['HOST', { HOST: ' ' }],
  ['DEMO', { DEMO: 'yes' }],
  ['DATA_DIR', { DATA_DIR: '' }],
  ['DATA_DIR', { DATA_DIR: '.' }],
  ['DATA_DIR', { DATA_DIR: '/' }],
  ['DATA_DIR', { DATA_DIR: '..' }],
  ['DATA_DIR', { DATA_DIR: 'dist/data' }],
  ['DATA_DIR', { DATA_DIR: '/srv/aili/dist' }],
  ['FILES_DIR', { FILES_DIR: 'dist/h5/files' }],
  ['FILES_DIR', { FILES_DIR: '.data/postgres/files' }],
  ['FILES_DIR', { FILES_DIR: '/srv' }],
  ['DATABASE_URL', { MIGRATION_DATABASE_URL: OWNER }],
  ['DATABASE_URL', { DATABASE_URL: 'mysql://a:b@c/d' }],
  ['DATABASE_URL', { DATABASE_URL: 'db.example' }],
  ['DATABASE_URL', { DATABASE_URL: 'postgres://db.example/aili' }],
  ['DATABASE_URL', { DATABASE_URL: 'postgres://aili_api:s3cret@db.example' }],
  ['DATABASE_URL', { DATABASE_URL: 'postgres://aili_api@db.example/aili' }],
  ['DATABASE_URL', { DATABASE_URL: `${API}?options=-csearch_path%3Dother` }],
  ['MIGRATION_DATABASE_URL', { DATABASE_URL: API, MIGRATION_DATABASE_URL: API }],
  ['MIGRATION_DATABASE_URL', { DATABASE_URL: API, MIGRATION_DATABASE_URL: OWNER.replace(/aili$/, 'other') }],
  ['WECHAT_SECRET', { WECHAT_APPID: KEYS.WECHAT_APPID }],
  ['WECHAT_APPID', { WECHAT_SECRET: 'shh' }],
  ['WECHAT_APPID', { WECHAT_APPID: 'touristappid', WECHAT_SECRET: 'shh' }],
  ['WECHAT_API_URL', { WECHAT_API_URL: 'ftp://a' }],
  ['PUBLIC_URL', { PUBLIC_URL: 'aili.example' }],
  ['PUBLIC_URL', { PUBLIC_URL: 'https://aili.example/app' }],
  ['PUBLIC_URL', { PUBLIC_URL: 'https://a:b@aili.example' }],
  ['33', { PUBLIC_URL: `https://${'a'.repeat(18)}.example` }],
  ['WECHAT_APPID', { DEMO: '0', PUBLIC_URL: 'https://aili.example' }],
  ['PUBLIC_URL', { DEMO: '0', ...KEYS }],
  ['PUBLIC_URL', { DEMO: '0', ...KEYS, PUBLIC_URL: 'http://aili.example' }],
  ['WECHAT_API_URL', { DEMO: '0', ...REAL, WECHAT_API_URL: 'http://127.0.0.1:9' }],
])('one sentence that names %s for %j', (name, env) => {
  const said = sentence(() => read(env))
  expect(said).toContain(name)
  expect(said).toMatch(/^[^\n]+\.$/)
  expect(said).not.toContain('s3cret')
})

test('the links of codes begin with the public address, of at most 33 characters, or with this machine', () => {
  const longest = `https://${'a'.repeat(17)}.example`
  expect(longest).toHaveLength(33)
  expect(codeOrigin(read({ PUBLIC_URL: longest }))).toBe(longest)
  expect(codeOrigin(read({ PORT: '3100' }))).toBe('http://127.0.0.1:3100')
})

test('a folder whose name only begins like a served one is fine', () => {
  expect(read({ FILES_DIR: 'distant' }).filesDir).toBe(path.join(cwd, 'distant'))
  expect(read({ DATA_DIR: '../dist' }).dataDir).toBe(path.resolve(cwd, '../dist'))
})

describe('the stamp', () => {
  test('decides when DEMO is left out', () => {
    expect(() => assertStamp(read({}), { demo: true })).not.toThrow()
    expect(() => assertStamp(read(REAL), { demo: false })).not.toThrow()
  })

  test('is never changed by DEMO', () => {
    expect(sentence(() => assertStamp(read({ DEMO: '0', ...REAL }), { demo: true }))).toContain('DEMO=0')
    expect(sentence(() => assertStamp(read({ DEMO: '1', ...REAL }), { demo: false }))).toContain('DEMO=1')
  })

  test.each<[string, Record<string, string>]>([
    ['WECHAT_APPID', {}],
    ['WECHAT_API_URL', { ...REAL, WECHAT_API_URL: 'https://api.weixin.example' }],
    ['PUBLIC_URL', KEYS],
    ['https', { ...KEYS, PUBLIC_URL: 'http://aili.example' }],
  ])('of a database for real people asks for %s', (name, env) => {
    expect(sentence(() => assertStamp(read(env), { demo: false }))).toContain(name)
  })

  test('of a demo that others can reach is said aloud', () => {
    expect(warnings(read({ HOST: '0.0.0.0' }), { demo: true })[0]).toContain('anyone')
    expect(warnings(read({ HOST: '0.0.0.0' }), { demo: false })).toEqual([])
    expect(warnings(read({}), { demo: true })).toEqual([])
  })
})

test.each([
  ['127.0.0.1', true],
  ['127.8.9.1', true],
  ['::1', true],
  ['localhost', true],
  ['0.0.0.0', false],
  ['::', false],
  ['127.example', false],
])('%s is this machine only: %s', (host, expected) => {
  expect(isLoopback(host)).toBe(expected)
})
