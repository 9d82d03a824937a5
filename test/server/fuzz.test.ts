import type { RouteKey } from '#domain/access/permissions'
import type { PersonPathReply } from '#contract/path'
import type { MeReply } from '#contract/me'
import type { DeskCodeReply } from '#contract/session'
import { WechatError } from '../../server/wechat/error'
import { seedDemo } from '../../server/demo/seed'
import { documentOf, type Documented } from './kit/document'
import { inspect, type Inspector } from './kit/inspect'
import { classHours, confirmedPerson, idOf, newPerson, saveProfile, type Somebody } from './kit/people'
import { propertiesOf } from './kit/example'
import { bodyOf, ROUTES, send, urlOf, type Names, type Raw, type Route } from './kit/routes'
import { DAYS, isOfEvents, newHall, type Hall } from './kit/events'
import { officeFor, readyFor, type Ready } from './kit/scene'
import { approved, DAY, mentors, nomination, paper, returned, stepCorrection, talk } from './kit/way'
import { newRequestId, startApi, type TestApi } from './support'

/** Made from the OpenAPI document: whatever is sent gets a code or a right answer, never a 500. */

const BRANCH = 'SH-X01-2'

const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth)) as unknown

/** Taken as texts wherever a text may stand. */
const TEXTS: readonly string[] = [
  '',
  ' ',
  '0',
  '2',
  'true',
  'null',
  '\u0000',
  '课\u0000程',
  '😀',
  '👨‍👩‍👧‍👦',
  '🇨🇳',
  '\u202e右往左\u202c',
  '\u200f\u200e\u2066',
  '\u200b',
  '\ufeff课',
  '\ud800',
  '课\udfff程',
  '\udfff\ud800',
  '\ufffe\uffff',
  '\r\n',
  '\t',
  '\u0007',
  '\u0085',
  '买买提·艾力',
  '阿依古丽·吐尔逊',
  'ᠮᠣᠩᠭᠣᠯ',
  'བསྟན་འཛིན',
  '𠮷野',
  'é',
  'e\u0301',
  'ﷺ',
  "'); drop table person; --",
  '" or 1=1',
  '\\',
  '\\u0000',
  '%00',
  '${7*7}',
  '{{7*7}}',
  '<script>alert(1)</script>',
  '=1+1',
  '../../etc/passwd',
  '__proto__',
  'constructor',
  'x'.repeat(51),
  '长'.repeat(201),
  '😀'.repeat(200),
  'x'.repeat(60_000),
  '2026-02-30',
  '2026-02-29',
  '0000-01-01',
  '0001-01-01',
  '9999-12-31',
  '2026-13-01',
  '2026-00-10',
  '2026-3-1',
  '20260301',
  '2026-03-01T00:00:00Z',
  '-2026-03-01',
  '２０２６-０３-０１',
  '2026-03-01\n',
  'SH-X01-2',
  'SH',
  'sh-x01-2',
  'MX-A1',
  'SH-X01-2 ',
  '3F2B8C1D-9A4E-4D77-8B1A-0C5E6F7A8B9C',
  '00000000-0000-0000-0000-000000000000',
]
const OTHERS: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -0,
  -1,
  1,
  10,
  80,
  1.5,
  1e21,
  -1e308,
  2 ** 31,
  2 ** 53,
  1e-7,
  [],
  [1],
  ['2026-03-01'],
  [[]],
  {},
  { a: 1 },
  { $gt: '' },
  { toString: 1 },
  { length: 5 },
  nested(500),
]

let api: TestApi
let seen: Inspector
let secretary: Somebody
let officer: Somebody
let hall: Hall
/** What each route is about now: an act that was accepted is done, and the next one needs another person or entry. */
const about = new Map<Route, Ready>()

const operations = new Map<string, Documented>()
/** For the tables below, which jest makes before the API is there. */
const WITH_BODY = ROUTES.filter(({ schema }) => schema.body)

beforeAll(async () => {
  const wechat = {
    appId: 'wx0123456789abcdef',
    code2session: () => Promise.reject(new WechatError({ kind: 'code-invalid' }, 1)),
    checkText: () => Promise.resolve('unknown' as const),
  }
  api = await startApi({ wechat })
  await seedDemo(api.deps, api.district())
  seen = await inspect(api.database)
  await api.app.ready()
  for (const operation of documentOf(api)) operations.set(operation.key, operation)
  secretary = await newPerson(api, { office: { role: 'branch-secretary', organisation: BRANCH } })
  officer = await newPerson(api, { office: { role: 'committee-officer', organisation: 'SH-X01' } })
  hall = await newHall(api)
  for (const route of ROUTES) await renew(route)
})
beforeEach(async () => {
  // Here it's about what is sent, not how often.
  await seen.query('delete from platform.attempt')
})
afterAll(async () => {
  await seen.end()
  await api.close()
})

/** Somebody or something that a route may be used on, or who may use it on themselves. */
async function renew(route: Route): Promise<void> {
  about.set(route, await readyFor(route, offices(), roleOf(route)))
}

const offices = () => ({ api, code: BRANCH, secretary, officer, hall })
const namesOf = (route: Route): Names => ({ organisation: BRANCH, ...DAYS, ...about.get(route)?.names })
const roleOf = ({ permission }: Route) => (permission.kind === 'office' ? permission.roles[0]?.role : undefined)
const exampleFor = (route: Route) => bodyOf(route, namesOf(route))

function operationOf({ key }: Route): Documented {
  const found = operations.get(key)
  if (!found) throw new Error(`${key} is not documented`)
  return found
}

/** Somebody who may use the route; a new one where using it ends them. */
async function userOf(route: Route): Promise<Somebody> {
  if (route.method === 'DELETE' || route.key === 'PUT /v1/me/profile') return newPerson(api)
  if (isOwn(route)) return about.get(route)?.somebody ?? newPerson(api)
  return officeFor(route, offices()) ?? secretary
}
/** What somebody does who was made ready for it: applies, registers, opens a message. */
const isOwn = ({ key }: Route) =>
  key.startsWith('POST /v1/me/application') || (/ \/v1\/me\//.test(key) && isOfEvents(key))

async function sendTo(
  route: Route,
  by: Somebody,
  more: { url?: string; payload?: string | Buffer; type?: string | null; headers?: Record<string, string> } = {},
): Promise<Raw> {
  const type = more.type === undefined ? 'application/json' : more.type
  // Whoever applied or withdrew has done so: the next time it's somebody else.
  const token = isOwn(route) ? (about.get(route)?.somebody ?? by).token : by.token
  const got = await send(api, {
    method: route.method,
    url: more.url ?? urlOf(route, namesOf(route)),
    headers: {
      'x-district': 'saihan',
      authorization: `Bearer ${token}`,
      ...(more.payload !== undefined && type !== null ? { 'content-type': type } : {}),
      ...more.headers,
    },
    ...(more.payload === undefined ? {} : { payload: more.payload }),
  })
  if (got.status === 201 && (['office', 'team'].includes(route.permission.kind) || isOwn(route))) await renew(route)
  return got
}

/** Nothing that is sent may be answered otherwise. */
function expectGoodAnswer(route: Route, got: Raw, sent: unknown): void {
  const what = [route.key, sent]
  expect([...what, got.status < 500, got.status < 500 ? '' : got.raw]).toEqual([...what, true, ''])
  expect([...what, operationOf(route).faultOf(got.status, got.raw)]).toEqual([...what, ''])
  if (got.status < 400) return
  const problem = JSON.parse(got.raw) as { status: number; code: string }
  expect([...what, got.headers['content-type'], problem.status]).toEqual([
    ...what,
    'application/problem+json; charset=utf-8',
    got.status,
  ])
  expect(problem.code).toMatch(/^[a-z]+(-[a-z]+)*$/)
}

/** Short enough for a message. */
const brief = (value: unknown) => JSON.stringify(value).slice(0, 60)

/** What may be left out of a body: it stays as it is. */
const OPTIONAL: Readonly<Record<string, readonly string[]>> = {
  'PUT /v1/me/profile': ['occupation'],
  'POST /v1/people/:person/paper': ['occupation'],
}

describe('the document', () => {
  it.each(ROUTES.map((route) => [route.key, route] as const))('%s answers as it says', async (_key, route) => {
    const body = route.key === 'POST /v1/sessions/desk' ? await digitsOfSecretary() : exampleFor(route)
    const got = await sendTo(route, await userOf(route), body ? { payload: JSON.stringify(body) } : {})
    expectGoodAnswer(route, got, 'an example')
    // The example of a login code is none of WeChat's.
    const asDocumented = route.key === 'POST /v1/sessions' ? 401 : (route.schema.status ?? 200)
    expect([got.status, got.raw.slice(0, 300)]).toEqual([asDocumented, got.raw.slice(0, 300)])
  })

  async function digitsOfSecretary(): Promise<object> {
    const { digits } = (await secretary.call('POST', '/v1/me/desk-codes')).body as DeskCodeReply
    const { account } = (await secretary.call('GET', '/v1/me')).body as MeReply
    return { account: account.code, digits }
  }

  it.each(WITH_BODY.map((route) => [route.key, route] as const))(
    '%s takes a closed object and says what it needs',
    (_key, route) => {
      const { body } = operationOf(route)
      const optional = OPTIONAL[_key] ?? []
      for (const shape of body?.anyOf ?? [body]) {
        expect(shape).toMatchObject({ type: 'object', additionalProperties: false })
        expect([...(shape?.required ?? []), ...optional].sort()).toEqual(Object.keys(shape?.properties ?? {}).sort())
      }
    },
  )
})

describe('a field of a body', () => {
  const FIELDS = WITH_BODY.flatMap((route) =>
    Object.keys(route.schema.body ? propertiesOf(route.schema.body) : {}).map(
      (field) => [route.key, field, route] as const,
    ),
  )

  it.each(FIELDS)('%s, %s: any value', async (_key, field, route) => {
    const by = await userOf(route)
    for (const value of [...TEXTS, ...OTHERS]) {
      const payload = JSON.stringify({ ...exampleFor(route), [field]: value })
      expectGoodAnswer(route, await sendTo(route, by, { payload }), { [field]: brief(value) })
    }
  })

  it.each(FIELDS)('%s, %s: missing, doubled, or beside one that is unknown', async (_key, field, route) => {
    const by = await userOf(route)
    const { [field]: own, ...rest } = exampleFor(route) ?? {}
    const missing = await sendTo(route, by, { payload: JSON.stringify(rest) })
    expectGoodAnswer(route, missing, 'missing')
    expect(missing.status).toBe(OPTIONAL[_key]?.includes(field) === true ? (route.schema.status ?? 200) : 400)
    for (const unknown of [`${field}s`, field.toUpperCase(), 'toString', 'constructor', '', '__proto__x', '名']) {
      const more = await sendTo(route, by, { payload: JSON.stringify({ ...exampleFor(route), [unknown]: own }) })
      expectGoodAnswer(route, more, { unknown })
      expect([unknown, more.status]).toEqual([unknown, 400])
    }
    for (const own of ['__proto__', 'constructor']) {
      const payload = `{"${own}":{"prototype":{"admin":true}},${JSON.stringify(exampleFor(route)).slice(1)}`
      const more = await sendTo(route, by, { payload })
      expectGoodAnswer(route, more, payload)
      expect(more.status).toBe(400)
    }
    expectGoodAnswer(
      route,
      await sendTo(route, by, { payload: `{"${field}":0,${JSON.stringify(exampleFor(route)).slice(1)}` }),
      'doubled',
    )
  })
})

describe('a field inside a field', () => {
  /** Bodies with something in them that has fields of its own, and where that lies. */
  const INSIDE: readonly (readonly [RouteKey, string, object, readonly (string | number)[]])[] = [
    ['POST /v1/people/:person/nomination/answer', 'yes', approved(), ['answer']],
    ['POST /v1/people/:person/nomination/answer', 'no', returned(), ['answer']],
    ['POST /v1/people/:person/mentors', 'the first of them', mentors(), ['mentors', 0]],
    ['POST /v1/people/:person/steps/:step/corrections', 'taken back', stepCorrection(), ['change']],
    ...(
      [
        [{ act: 'applied' }, paper()],
        [{ act: 'talked' }, talk()],
        [{ act: 'nominated' }, nomination()],
        [{ act: 'returned' }, { on: DAY, why: '材料不全（示例）' }],
        [{ act: 'activist' }, { on: DAY, approvedBy: '校团委（示例）' }],
        [{ act: 'mentored' }, mentors()],
      ] as const
    ).map(([act, details]) => {
      const { requestId: _, ...rest } = details as Record<string, unknown>
      return [
        'POST /v1/people/:person/steps/:step/corrections' as const,
        act.act,
        stepCorrection({ ...act, ...rest }),
        ['change'],
      ] as const
    }),
  ]
  const FIELDS = INSIDE.flatMap(([key, what, body, at]) =>
    Object.keys(inside(body, at) as object).map((field) => [key, what, field, body, at] as const),
  )

  it.each(FIELDS)('%s, %s, %s: any value, missing, beside one that is unknown', async (key, _what, field, body, at) => {
    const route = ROUTES.find((one) => one.key === key)
    if (!route) throw new Error(key)
    const by = await userOf(route)
    const own = inside(body, at) as Record<string, unknown>
    const sendWith = async (part: object, sent: unknown) => {
      const whole = replaced({ ...(body as Record<string, unknown>), requestId: newRequestId() }, at, part)
      const got = await sendTo(route, by, { payload: JSON.stringify(whole) })
      expectGoodAnswer(route, got, sent)
      return got
    }
    for (const value of [...TEXTS, ...OTHERS]) await sendWith({ ...own, [field]: value }, { [field]: brief(value) })
    const { [field]: _, ...rest } = own
    expect((await sendWith(rest, 'missing')).status).toBe(400)
    for (const unknown of [`${field}s`, 'requestId', 'constructor', '']) {
      expect([unknown, (await sendWith({ ...own, [unknown]: own[field] }, unknown)).status]).toEqual([unknown, 400])
    }
  })

  it('as it stands is taken, or refused by a rule', async () => {
    for (const [key, , body] of INSIDE) {
      const route = ROUTES.find((one) => one.key === key)
      if (!route) throw new Error(key)
      const payload = JSON.stringify({ ...body, requestId: newRequestId() })
      expect([201, 422]).toContain((await sendTo(route, await userOf(route), { payload })).status)
    }
  })

  function inside(body: unknown, at: readonly (string | number)[]): unknown {
    return at.reduce<unknown>((part, name) => (part as Record<string | number, unknown>)[name], body)
  }

  function replaced(body: unknown, at: readonly (string | number)[], part: unknown): unknown {
    const [name, ...rest] = at
    if (name === undefined) return part
    if (Array.isArray(body)) return body.map((one, n) => (n === name ? replaced(one, rest, part) : (one as unknown)))
    const record = body as Record<string, unknown>
    return { ...record, [name]: replaced(record[name], rest, part) }
  }
})

describe('a body', () => {
  const json = (text: string) => ({ payload: text })
  const BODIES: readonly (readonly [
    string,
    { payload: string | Buffer; type?: string | null; headers?: Record<string, string> },
  ])[] = [
    ['empty', json('')],
    ['not JSON', json('{"requestId":')],
    ['two of them', json('{}{}')],
    ['null', json('null')],
    ['a number', json('1')],
    ['a text', json('"x"')],
    ['a list', json('[]')],
    ['a list of one that is right', json('[{}]')],
    ['NaN', json('{"tenths":NaN}')],
    ['with a comment', json('{}//')],
    ['with a byte order mark', json('\ufeff{}')],
    ['nested', json('['.repeat(30_000) + ']'.repeat(30_000))],
    ['nested in a field', json(`{"requestId":${'{"a":'.repeat(9000)}1${'}'.repeat(9000)}}`)],
    ['of 70 kB', json(`{"requestId":"${'x'.repeat(70_000)}"}`)],
    ['of many fields', json(`{${Array.from({ length: 5000 }, (_, n) => `"f${String(n)}":1`).join(',')}}`)],
    ['that is not UTF-8', { payload: Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]) }],
    ['in UTF-16', { payload: Buffer.from('{}', 'utf16le'), type: 'application/json; charset=utf-16' }],
    ['said to be zipped', { payload: '{}', headers: { 'content-encoding': 'gzip' } }],
    ['longer than said', { payload: '{}', headers: { 'content-length': '1' } }],
    ['as a form', { payload: 'requestId=1', type: 'application/x-www-form-urlencoded' }],
    ['as a form with files', { payload: '--x--', type: 'multipart/form-data; boundary=x' }],
    ['as text', { payload: '{}', type: 'text/plain' }],
    ['as a type that is none', { payload: '{}', type: '*/*; =' }],
    ['without a type', { payload: '{}', type: null }],
    [
      'as XML',
      { payload: '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>', type: 'application/xml' },
    ],
  ]

  it.each(WITH_BODY.map((route) => [route.key, route] as const))('%s: any bytes', async (_key, route) => {
    const by = await userOf(route)
    for (const [what, more] of BODIES) {
      const got = await sendTo(route, by, more)
      expectGoodAnswer(route, got, what)
      expect([what, got.status >= 400]).toEqual([what, true])
    }
  })
})

describe('a path and a query', () => {
  const RAW = [
    'x',
    '%',
    '%2',
    '%ZZ',
    '%00',
    '%0a',
    '%E0%A4%A',
    '%ff%fe',
    '%C0%AF',
    '%F0%9F%98%80',
    '%E2%80%AE',
    '%ED%A0%80',
    '+',
    '%2F',
    '..%2f..%2fetc',
    '%2e%2e',
    ';x=1',
    ':',
    '*',
    "'",
    '%22',
    '\\',
    '~',
    '|',
    '{}',
    '2026-02-30',
    '0',
    '-1',
    '1e9',
    'true',
    'a'.repeat(1000),
    '%E9%95%BF'.repeat(1000),
    'constructor',
    '__proto__',
  ]

  it.each(ROUTES.filter(({ schema }) => schema.params ?? schema.query).map((route) => [route.key, route] as const))(
    '%s: any value',
    async (_key, route) => {
      const by = await userOf(route)
      const body = exampleFor(route)
      for (const { name } of operationOf(route).parameters) {
        for (const raw of RAW) {
          // A client walks up by itself, and asks what is on: another route, which answers.
          if (raw === '%2e%2e' && route.key === 'GET /v1/venues/:venue/events') continue
          const got = await sendTo(route, by, {
            url: urlOf(route, { ...namesOf(route), [name]: raw }),
            ...(body ? { payload: JSON.stringify(body) } : {}),
          })
          expectGoodAnswer(route, got, { [name]: raw.slice(0, 40) })
          // A part of a name may be anything.
          if (name !== 'search') expect([raw, got.status >= 400]).toEqual([raw, true])
        }
      }
    },
  )

  it.each(ROUTES.filter(({ method }) => method === 'GET').map((route) => [route.key, route] as const))(
    '%s: any query beside',
    async (_key, route) => {
      const by = await userOf(route)
      const url = urlOf(route, namesOf(route))
      const QUERIES = [
        'x=1',
        'organisation=SH',
        'organisation',
        'organisation[]=SH',
        'organisation=SH&organisation=SH-X01',
        '__proto__=1',
        'toString=1',
        '%',
        '%ZZ=%ZZ',
        '=',
        '&&',
        '%00=%00',
        'a'.repeat(4000),
      ]
      for (const query of QUERIES) {
        expectGoodAnswer(
          route,
          await sendTo(route, by, { url: `${url}${url.includes('?') ? '&' : '?'}${query}` }),
          query,
        )
        if (url.includes('?'))
          expectGoodAnswer(route, await sendTo(route, by, { url: `${url.replace(/\?.*/, '')}?${query}` }), query)
      }
    },
  )

  it.each(ROUTES.map((route) => [route.key, route] as const))('%s: any header', async (_key, route) => {
    const by = await userOf(route)
    const body = exampleFor(route)
    const payload = body ? { payload: JSON.stringify(body) } : {}
    for (const headers of [
      { 'x-district': '' },
      { 'x-district': '__proto__' },
      { 'x-district': 'saihan, moxian' },
      { 'x-district': 'x'.repeat(5000) },
      { host: '' },
      { host: 'constructor.x' },
      { host: '[::1' },
      { host: 'a'.repeat(2000) },
      { authorization: `Bearer ${'A'.repeat(5000)}` },
      { authorization: 'Bearer \u00ff' },
      { accept: 'text/html' },
      { 'accept-encoding': 'br;q=x' },
      { 'x-http-method-override': 'DELETE' },
      { expect: '200-ok' },
      { range: 'bytes=0-0' },
      { 'if-none-match': '*' },
    ]) {
      expectGoodAnswer(
        route,
        await sendTo(route, await (route.method === 'DELETE' ? userOf(route) : Promise.resolve(by)), {
          ...payload,
          headers,
        }),
        headers,
      )
    }
  })
})

describe('what was accepted is kept as it was sent', () => {
  it('words beside a fact', async () => {
    const person = await confirmedPerson(api, secretary, { name: '申请人乙', organisation: BRANCH })
    const sent = new Map<string, string>()
    for (const content of TEXTS) {
      const got = await secretary.call(
        'POST',
        `/v1/people/${person.person}/class-hours`,
        classHours({ content, tenths: 1 }),
      )
      if (got.status === 201) sent.set(idOf(got), content)
    }
    expect([...sent.values()]).toEqual(
      expect.arrayContaining([
        '😀',
        '买买提·艾力',
        'ᠮᠣᠩᠭᠣᠯ',
        '\u202e右往左\u202c',
        '\\u0000',
        '𠮷野',
        '😀'.repeat(200),
      ]),
    )
    // A blank says nothing.
    expect([...sent.values()].filter((content) => content.trim() === '')).toEqual([])
    const { path } = (await secretary.call('GET', `/v1/people/${person.person}/path`)).body as PersonPathReply
    expect(new Map(Object.entries(path.texts).map(([id, words]) => [id, words.content]))).toEqual(sent)
    expect(path.facts.entries.map(({ id }) => id).sort()).toEqual([...sent.keys()].sort())
  })

  it('names', async () => {
    const kept = async (name: string) => {
      const somebody = await newPerson(api)
      const got = await saveProfile(somebody, { name, organisation: BRANCH })
      return got.status === 200 ? (got.body as MeReply).profile?.name : (got.body as { code: string }).code
    }
    for (const [name, is] of [
      ['买买提·艾力', '买买提·艾力'],
      ['阿依古丽・吐尔逊', '阿依古丽·吐尔逊'],
      ['  欧阳 甲 ', '欧阳 甲'],
      ['ᠮᠣᠩᠭᠣᠯ', 'ᠮᠣᠩᠭᠣᠯ'],
      ['བསྟན་འཛིན', 'བསྟན་འཛིན'],
      ['𠮷野', '𠮷野'],
      ['e\u0301a', 'éa'],
      ['甲', 'name-invalid'],
      ['甲\u202e乙', 'name-invalid'],
      ['甲\u200b乙', 'name-invalid'],
      ['甲😀', 'name-invalid'],
      ['\ud800甲', 'invalid-input'],
      ['甲\u0000乙', 'invalid-input'],
      ['甲'.repeat(50), '甲'.repeat(50)],
      ['甲'.repeat(51), 'name-invalid'],
      ['甲'.repeat(201), 'invalid-input'],
    ] as const) {
      expect([name, await kept(name)]).toEqual([name, is])
    }
  })
})
