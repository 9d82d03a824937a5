import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { preparing } from './prepared'
import { isSlug } from './district-login'

/** A connection does not stand where it should: wrong role or wrong schema. Never shown to a caller of the API. */
export class ConnectionError extends Error {
  override name = 'ConnectionError'
}

export interface PoolOptions {
  /** `postgres://role:password@host:port/database`. The role in it is the one that each connection must have. */
  readonly url: string
  /** The one schema that unqualified names mean. */
  readonly schema: string
  /** Connections at most; districts × pools × processes must stay under PostgreSQL's limit (100 by default). */
  readonly max?: number
  /** Milliseconds after which PostgreSQL gives a statement up. */
  readonly statementTimeout?: number
  /** Shown in pg_stat_activity. */
  readonly name?: string
  /** Told of an idle connection that broke (PostgreSQL stopped, network). The pool has dropped it already. */
  readonly onIdleError?: (error: Error) => void
}

/**
 * A small pool on one schema under one role, made without connecting. Throws RangeError when `schema` is no slug.
 *
 * A new connection must have the role and the schema it was made for before anybody gets it: a pooler in between may
 * drop `options`, and then every unqualified name would mean another district's table.
 *
 * Values come as follows: `date` as text 'YYYY-MM-DD' (pg's own default is a Date at local midnight, the day before in
 * UTC); `int8` (also count(*)) as a number, and a RangeError when it can't hold it exactly; `timestamptz` as a Date,
 * pg's default and UTC throughout; `timestamp` without zone as text, because it names no instant; `numeric` as text.
 */
export function makePool(options: PoolOptions): pg.Pool {
  // It becomes a part of a command line of PostgreSQL's.
  if (!isSlug(options.schema)) throw new RangeError('A schema is named like a district: a-z, 0-9 and _ only.')
  const url = new URL(options.url)
  const role = decodeURIComponent(url.username)
  const timeout = options.statementTimeout ?? 15_000
  // In the URL, because for pg what stands there wins over its own options and over PGOPTIONS.
  url.searchParams.set('options', `-c search_path=${options.schema} -c statement_timeout=${timeout}`)
  const pool = new pg.Pool({
    connectionString: url.toString(),
    max: options.max ?? 4,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 10_000,
    application_name: options.name ?? 'aili',
    types: { getTypeParser },
    // pg-pool awaits this before it hands the connection out, and ends the connection when it throws.
    // Its type says void; it takes a promise all the same.
    // eslint-disable-next-line @typescript-eslint/no-misused-promises
    onConnect: (client) => assertPlace(client, role, options.schema),
  })
  // Without a listener a broken idle connection would end the process.
  pool.on('error', (error) => options.onIdleError?.(error))
  // Nor may one that breaks while somebody uses it: the statement under way is refused, and whoever sent it is told by that.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

/** Kysely on a pool of `makePool`, preparing what it sends. Its `destroy()` ends the pool. */
export function kyselyFor<Tables>(pool: pg.Pool): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: preparing(pool) }) })
}

async function assertPlace(client: pg.ClientBase, role: string, schema: string): Promise<void> {
  const { rows } = await client.query<{ role: string; schema: string | null; path: string }>(
    `select current_user as role, current_schema() as schema, current_setting('search_path') as path`,
  )
  const found = rows[0]
  if (found?.role !== role || found.schema !== schema || found.path !== schema) {
    throw new ConnectionError(
      `A connection for role ${role} on schema ${schema} has role ${String(found?.role)} on schema ${String(found?.schema)}.`,
    )
  }
}

type Parser = (text: string) => unknown

const asText = (text: string): string => text

function toInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError('A whole number from the database is too large to be exact.')
  return value
}

const PARSERS = new Map<number, Parser>([
  [pg.types.builtins.INT8, toInteger],
  [pg.types.builtins.DATE, asText],
  [pg.types.builtins.TIMESTAMP, asText],
])
/** Arrays by OID: int8[], date[], timestamp[]. */
const ARRAYS = new Map<number, Parser>([
  [1016, toInteger],
  [1182, asText],
  [1115, asText],
])
/** text[]: what parses an array's braces and quotes without touching its elements. */
const TEXT_ARRAY = 1009

function getTypeParser(oid: number, format?: 'text' | 'binary'): Parser {
  if (format !== 'binary') {
    const parser = PARSERS.get(oid)
    if (parser !== undefined) return parser
    const element = ARRAYS.get(oid)
    if (element !== undefined) {
      const split = builtinParser(TEXT_ARRAY) as (text: string) => (string | null)[]
      return (text) => split(text).map((one) => (one === null ? null : element(one)))
    }
  }
  return builtinParser(oid, format)
}

/** pg's types list the scalar types' numbers only; its function takes any. */
const builtinParser = pg.types.getTypeParser as (oid: number, format?: 'text' | 'binary') => Parser
