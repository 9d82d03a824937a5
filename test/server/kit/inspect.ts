import pg from 'pg'
import type { TestDatabase } from '../../support/cluster'

/** Everything that lies in a database, seen from above: by a superuser, past every right of the API's. */
export interface Inspector {
  /** Each table as `schema.table` with the number of its rows and a hash of all that is in them. */
  snapshot(options?: { readonly without?: readonly string[] }): Promise<Readonly<Record<string, string>>>
  /** Each table's number of rows. */
  counts(): Promise<Readonly<Record<string, number>>>
  /** Tables in which some row, written as text, holds one of the texts: `schema.table: text`. */
  find(texts: readonly string[]): Promise<readonly string[]>
  query<Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<Row[]>
  end(): Promise<void>
}

/** Opens an inspector on a test's database. */
export async function inspect(database: TestDatabase): Promise<Inspector> {
  const client = new pg.Client({ connectionString: database.superuserUrl })
  // A database that is dropped under it is no news.
  client.on('error', () => undefined)
  await client.connect()
  const { rows } = await client.query<{ name: string; sql: string }>(
    `select table_schema || '.' || table_name as name, format('%I.%I', table_schema, table_name) as sql
       from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1`,
  )
  const eachTable = async <Row extends { name: string }>(select: string, values: unknown[] = []): Promise<Row[]> => {
    const parts = rows.map(
      (table) => `select ${pg.escapeLiteral(table.name)} as name, ${select} from ${table.sql} as t`,
    )
    return (await client.query<Row>(parts.join(' union all '), values)).rows
  }
  return {
    snapshot: async ({ without = [] } = {}) => {
      const found = await eachTable<{ name: string; is: string }>(
        `count(*) || ' ' || md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as is`,
      )
      return Object.fromEntries(found.filter(({ name }) => !without.includes(name)).map(({ name, is }) => [name, is]))
    },
    counts: async () => {
      const found = await eachTable<{ name: string; rows: number }>('count(*)::int as rows')
      return Object.fromEntries(found.map((row) => [row.name, row.rows]))
    },
    find: async (texts) => {
      const found = await eachTable<{ name: string; all: string | null }>(`string_agg(t::text, chr(10)) as all`)
      return found.flatMap(({ name, all }) =>
        texts.filter((text) => all?.includes(text) === true).map((text) => `${name}: ${text}`),
      )
    },
    query: async (text, values = []) => (await client.query(text, [...values])).rows as never,
    end: () => client.end(),
  }
}

/** Waits until a statement that begins so waits for a lock; the process id of its backend. */
export async function waitingBackend(seen: Inspector, statement: string): Promise<number> {
  for (;;) {
    const [waiting] = await seen.query<{ pid: number }>(
      `select pid from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock' and starts_with(ltrim(query, E' \\n'), $1)`,
      [statement],
    )
    if (waiting) return waiting.pid
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
