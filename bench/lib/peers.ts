import { randomBytes } from 'node:crypto'
import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import { localDateAt, type Instant } from '#domain/time'
import type { Session, SignedIn } from '../../server/context'
import { makePool } from '../../server/database/connect'
import { districtLogin } from '../../server/database/district-login'
import type { DistrictTables, PlatformTables } from '../../server/database/tables'
import { makeDistrict, type Deps } from '../../server/deps'
import type { DistrictPack } from '../../server/districts'
import { factId } from '../../server/services/ids'
import { overview, peopleOf } from '../../server/services/organisations'
import { myPath } from '../../server/services/path'
import { signInWithWechat } from '../../server/services/sessions'
import { APP_ID, benchPerson, BRANCH_SIZE, placesOf, type BenchPerson, type Who } from './people'

/**
 * The statements of an answer through bare pg: no HTTP, no Kysely, no rules. The look-ups of who asks (session, roles) aren't
 * part of them.
 */
export interface Peers {
  /**
   * The one query that a path is computed from.
   *
   * @param prepared once a connection, as the API does; pg by itself sends it to be planned each time
   */
  path(person: BenchPerson, prepared?: 'prepared'): Promise<void>
  /** The one query of a branch's list, and the insert that says who looked; or the query alone. */
  list(part?: 'query'): Promise<void>
  /** The one query of the district's overview. */
  overview(): Promise<void>
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
 * Notes the statements that the services send, once, and sends them again, for others where they are about one person. So they
 * can't differ from what the API does.
 *
 * @param connections at most, to each of the two logins that an answer uses
 */
export async function makePeers(apiUrl: string, pack: DistrictPack, connections: number): Promise<Peers> {
  const platform = makePool({ url: apiUrl, schema: 'platform', max: connections })
  const district = makePool({ url: districtLogin(apiUrl, pack.slug).url, schema: pack.slug, max: connections })
  const close = async (): Promise<void> => {
    await Promise.all([platform.end(), district.end()])
  }
  const notes: Statement[] = []
  const contextFor = (who: Who): SignedIn =>
    contextOf(noting<PlatformTables>(platform, notes), pack, noting<DistrictTables>(district, notes), who)
  const note = async (act: () => Promise<unknown>): Promise<readonly Statement[]> => {
    await act()
    return notes.splice(0)
  }

  const { account, openid } = benchPerson(0)
  const places = placesOf(pack)
  const [path] = exactly(1, await note(() => myPath(contextFor(0))))
  const [, list, log] = exactly(3, await note(() => peopleOf(contextFor('secretary'), places.listed, undefined)))
  const [, numbers] = exactly(2, await note(() => overview(contextFor('officer'), places.district)))
  const freshIds = idsOf(log)
  const address = '203.0.113.7'
  const signIn = await note(() => signInWithWechat(contextFor(0), address, openid))
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
    list: async (part) => {
      await list.pool.query(list.text, [...list.values])
      if (part === undefined) await log.pool.query(log.text, freshIds())
    },
    overview: async () => {
      await numbers.pool.query(numbers.text, [...numbers.values])
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

function contextOf(
  platform: Kysely<PlatformTables>,
  pack: DistrictPack,
  db: Kysely<DistrictTables>,
  who: Who,
): SignedIn {
  const now = Date.now() as Instant
  const district = makeDistrict(pack, db)
  const deps: Deps = {
    realNow: Date.now,
    platform,
    districts: new Map([[pack.slug, district]]),
    demo: false,
    // WeChat sends no SQL.
    wechat: {
      appId: APP_ID,
      code2session: (code) => Promise.resolve({ openid: code }),
      checkText: () => Promise.resolve('unknown'),
    },
    requestKey: '',
    origin: '',
    webRoot: undefined,
    log: () => undefined,
  }
  const session: Session = {
    account: benchPerson(who).account,
    accountCode: '',
    kind: 'phone',
    tokenHash: Buffer.alloc(0),
    spokeAt: null,
  }
  return { deps, district, now, today: localDateAt(now), session, phoneTime: null }
}

/** The values of the insert that says who looked at whom, each time with new ids. */
function idsOf({ values }: Statement): () => unknown[] {
  const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value)
  const [ids, ...more] = values.filter(isList).filter((list) => !list.includes(benchPerson(0).person))
  if (!ids || more.length > 0 || ids.length !== BRANCH_SIZE)
    throw new Error('A list is logged in another way than it was.')
  return () => {
    const now = Date.now() as Instant
    return values.map((value) => (value === ids ? ids.map(() => factId(now)) : value))
  }
}

type Tuple<N extends number, T, R extends readonly T[] = []> = R['length'] extends N
  ? R
  : Tuple<N, T, readonly [...R, T]>

function exactly<N extends number>(count: N, statements: readonly Statement[]): Tuple<N, Statement> {
  if (statements.length !== count)
    throw new Error(
      `An answer takes ${statements.length} statements, not ${count}:\n${statements.map(({ text }) => text).join('\n')}`,
    )
  return statements as Tuple<N, Statement>
}
