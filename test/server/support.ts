import { createHmac } from 'node:crypto'
import type { FastifyInstance, InjectOptions } from 'fastify'
import type pg from 'pg'
import type { RuleId, RuleValues } from '#domain/policy/policy'
import { versionOf } from '#domain/policy/version'
import { buildApp } from '../../server/app'
import { kyselyFor, makePool } from '../../server/database/connect'
import { derivedKey, districtLogin } from '../../server/database/district-login'
import type { DistrictTables, PlatformTables } from '../../server/database/tables'
import { makeDistrict, type Deps, type District } from '../../server/deps'
import type { DistrictPack } from '../../server/districts'
import { loadPack } from '../../server/migrations/load-pack'
import type { Wechat } from '../../server/wechat/client'
import { sha256Hex, withValues } from '../domain/packs'
import { createTestDatabase, TEMPLATE_NOW, testDistricts, type TestDatabase } from '../support/cluster'

/** An API over a database of its own, with a hand on its clock and an ear on its log. */
export interface TestApi {
  readonly app: FastifyInstance
  readonly deps: Deps
  readonly database: TestDatabase
  readonly logged: string[]
  readonly pools: readonly pg.Pool[]
  district(slug?: string): District
  /** Real time as the API sees it; epoch milliseconds. */
  setNow(now: number): void
  now(): number
  close(): Promise<void>
}

export interface TestApiOptions {
  readonly demo?: boolean
  readonly wechat?: Wechat
  /** Another process on the same database. */
  readonly database?: TestDatabase
  readonly now?: number
  /** Another district's decisions: other values of rules. */
  readonly rules?: { readonly [Id in RuleId]?: RuleValues[Id] }
}

/** Builds the API on a fresh copy of the template, or beside another on the same database. */
export async function startApi(options: TestApiOptions = {}): Promise<TestApi> {
  const database = options.database ?? (await createTestDatabase({ demo: options.demo ?? true }))
  let now = options.now ?? TEMPLATE_NOW + 86_400_000
  const logged: string[] = []
  const platformPool = makePool({ url: database.apiUrl, schema: 'platform', max: 5 })
  const pools = [platformPool]
  const packs = testDistricts().map((pack) => (options.rules ? withRules(pack, options.rules) : pack))
  if (options.rules) await loadPacks(database, packs, now)
  const districts = packs.map((pack) => {
    const pool = makePool({ url: districtLogin(database.apiUrl, pack.slug).url, schema: pack.slug, max: 5 })
    pools.push(pool)
    return makeDistrict(pack, kyselyFor<DistrictTables>(pool))
  })
  const platform = kyselyFor<PlatformTables>(platformPool)
  const { demo } = await platform.selectFrom('installation').select('demo').executeTakeFirstOrThrow()
  const deps: Deps = {
    realNow: () => now,
    platform,
    districts: new Map(districts.map((district) => [district.slug, district])),
    demo,
    wechat: options.wechat,
    requestKey: derivedKey(database.apiUrl, 'request'),
    origin: 'https://aili.example',
    webRoot: undefined,
    log: (line) => logged.push(JSON.stringify(line)),
  }
  const app = await buildApp(deps)
  return {
    app,
    deps,
    database,
    logged,
    pools,
    district: (slug = 'saihan') => {
      const district = deps.districts.get(slug)
      if (!district) throw new Error(`no district ${slug}`)
      return district
    },
    setNow: (at) => {
      now = at
    },
    now: () => now,
    close: async () => {
      await app.close()
      await Promise.all([platform.destroy(), ...districts.map((district) => district.db.destroy())])
      if (!options.database) await database.drop()
    },
  }
}

/** A pack with other values, under the version that its content has. */
function withRules(pack: DistrictPack, rules: NonNullable<TestApiOptions['rules']>): DistrictPack {
  const { version: _, ...content } = withValues(pack.policy, rules)
  return { ...pack, policy: { ...content, version: versionOf(content, sha256Hex) } }
}

async function loadPacks(database: TestDatabase, packs: readonly DistrictPack[], now: number): Promise<void> {
  for (const pack of packs) {
    const db = kyselyFor<DistrictTables>(makePool({ url: database.ownerUrl, schema: pack.slug, max: 1 }))
    await loadPack(db, pack, now)
    await db.destroy()
  }
}

/** One caller: a token, a district, JSON in and out. */
export interface Caller {
  readonly token: string
  call(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, body?: unknown): Promise<Answer>
}

export interface Answer {
  readonly status: number
  readonly body: unknown
  readonly raw: string
  readonly headers: Readonly<Record<string, unknown>>
}

/** Calls the API, with a token or without one. */
export async function call(
  api: TestApi,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  url: string,
  options: {
    readonly token?: string
    readonly body?: unknown
    readonly district?: string | null
    readonly headers?: Record<string, string>
  } = {},
): Promise<Answer> {
  const headers: Record<string, string> = { ...options.headers }
  if (options.district !== null) headers['x-district'] = options.district ?? 'saihan'
  if (options.token !== undefined) headers.authorization = `Bearer ${options.token}`
  const request: InjectOptions = { method, url, headers }
  if (options.body !== undefined) request.payload = options.body as object
  const response = await api.app.inject(request)
  const raw = response.body
  return {
    status: response.statusCode,
    body: raw === '' ? null : (JSON.parse(raw) as unknown),
    raw,
    headers: response.headers,
  }
}

/** Signs in as a persona of the demo. */
export async function asPersona(api: TestApi, persona: string, district = 'saihan'): Promise<Caller> {
  const answer = await call(api, 'POST', '/v1/sessions/demo', { body: { persona }, district })
  if (answer.status !== 201) throw new Error(`sign-in as ${persona}: ${answer.raw}`)
  return caller(api, (answer.body as { token: string }).token, district)
}

/** A caller with a token. */
export function caller(api: TestApi, token: string, district = 'saihan'): Caller {
  return {
    token,
    call: (method, url, body) => call(api, method, url, { token, district, ...(body === undefined ? {} : { body }) }),
  }
}

let requests = 0

/** A new requestId: a uuid, the next of this test process. */
export function newRequestId(): string {
  requests += 1
  const hex = createHmac('sha256', 'request ids of the tests')
    .update(`${String(process.pid)}:${String(requests)}`)
    .digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
