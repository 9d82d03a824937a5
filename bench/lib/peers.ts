import { randomBytes } from 'node:crypto'
import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import { localDateAt, type Instant } from '#domain/time'
import { makePool } from '../../server/database/connect'
import { districtLogin } from '../../server/database/district-login'
import type { DistrictTables, PlatformTables } from '../../server/database/tables'
import { makeDistrict, type Deps } from '../../server/deps'
import type { DistrictPack } from '../../server/districts'
import { personFacts } from '../../server/queries/person-facts'
import { signInWithWechat } from '../../server/services/sessions'
import { APP_ID, benchPerson, type BenchPerson } from './people'

/** The statements of an answer through bare pg: no HTTP, no Kysely, no rules. */
export interface Peers {
  /**
   * The one query that a path is computed from; the look-up of the session isn't part of it.
   *
   * @param prepared once a connection, as the API does; pg by itself sends it to be planned each time
   */
  path(person: BenchPerson, prepared?: 'prepared'): Promise<void>
  /** All statements of a sign-in, one after the other. */
  signIn(person: BenchPerson, address: string): Promise<void>
  close(): Promise<void>
}

interface Statement {
  readonly pool: pg.Pool
  readonly text: string
  readonly values: readonly unknown[]
}

/**
 * Notes the statements that the services send, once and for person 0, and sends them for others. So they can't differ from
 * what the API does.
 *
 * @param connections at most, to each of the two logins that an answer uses
 */
export async function makePeers(apiUrl: string, pack: DistrictPack, connections: number): Promise<Peers> {
  const platform = makePool({ url: apiUrl, schema: 'platform', max: connections })
  const district = makePool({ url: districtLogin(apiUrl, pack.slug).url, schema: pack.slug, max: connections })
  const close = async (): Promise<void> => {
    await Promise.all([platform.end(), district.end()])
  }
  const { account, openid } = benchPerson(0)
  const notes: Statement[] = []
  const districtDb = noting<DistrictTables>(district, notes)
  const people = await personFacts(districtDb, { account })
  if (people.length !== 1) throw new Error('The database of the benchmark has no person 0.')
  const path = onlyOne(notes.splice(0))
  const address = '203.0.113.7'
  await signInWithWechat(contextOf(noting<PlatformTables>(platform, notes), pack, districtDb), address, openid)
  const signIn = notes.splice(0)
  const attempt = `sign-in:${address}`
  for (const value of [account, openid, attempt]) {
    if (!signIn.some(({ values }) => values.includes(value)))
      throw new Error('A sign-in sends other values than it did.')
  }

  return {
    path: async (person, prepared) => {
      const query = { text: path.text, values: [person.account] }
      await path.pool.query(prepared === undefined ? query : { ...query, name: 'path' })
    },
    signIn: async (person, from) => {
      const others = new Map<unknown, unknown>([
        [account, person.account],
        [openid, person.openid],
        [attempt, `sign-in:${from}`],
      ])
      for (const { pool, text, values } of signIn) {
        // The only bytes in it are the hash of a new token.
        const value = (one: unknown): unknown =>
          Buffer.isBuffer(one) ? randomBytes(one.length) : (others.get(one) ?? one)
        await pool.query(text, values.map(value))
      }
    },
    close,
  }
}

function noting<Tables>(pool: pg.Pool, notes: Statement[]): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    log: ({ level, query }) => {
      if (level === 'query') notes.push({ pool, text: query.sql, values: query.parameters })
    },
  })
}

function contextOf(platform: Kysely<PlatformTables>, pack: DistrictPack, db: Kysely<DistrictTables>) {
  const now = Date.now() as Instant
  const district = makeDistrict(pack, db)
  const deps: Deps = {
    realNow: Date.now,
    platform,
    districts: new Map([[pack.slug, district]]),
    demo: false,
    // WeChat sends no SQL.
    wechat: { appId: APP_ID, code2session: (code) => Promise.resolve({ openid: code }) },
    requestKey: '',
    webRoot: undefined,
    log: () => undefined,
  }
  return { deps, district, now, today: localDateAt(now) }
}

function onlyOne(statements: readonly Statement[]): Statement {
  const [only, ...more] = statements
  if (!only || more.length > 0) throw new Error(`A path takes ${statements.length} statements, not one.`)
  return only
}
