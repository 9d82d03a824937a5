import type pg from 'pg'

/** What a spied pool was told: one statement. */
export interface Statement {
  readonly text: string
  /** The tables that it names. */
  readonly tables: readonly string[]
  /** Whether it may change rows. */
  readonly writes: boolean
}

export interface Spy {
  /** What was told to the pools while `act` ran. */
  during<T>(act: () => Promise<T>): Promise<{ readonly result: T; readonly statements: readonly Statement[] }>
}

type Query = (...args: unknown[]) => unknown

/** Listens to all that goes through some pools; one `during` at a time. */
export function spyOn(pools: readonly pg.Pool[]): Spy {
  let statements: Statement[] | undefined
  const spied = new WeakSet()
  for (const pool of pools) {
    const connect = pool.connect.bind(pool) as () => Promise<pg.PoolClient>
    const connectSpied = async (): Promise<pg.PoolClient> => {
      const client = await connect()
      if (!spied.has(client)) {
        spied.add(client)
        const query = client.query.bind(client) as Query
        const querySpied: Query = (...args) => {
          const [first] = args
          statements?.push(statement(typeof first === 'string' ? first : (first as { text: string }).text))
          return query(...args)
        }
        Object.assign(client, { query: querySpied })
      }
      return client
    }
    Object.assign(pool, { connect: connectSpied })
  }
  return {
    during: async (act) => {
      const heard: Statement[] = []
      statements = heard
      try {
        return { result: await act(), statements: heard }
      } finally {
        statements = undefined
      }
    },
  }
}

const NO_TABLES = new Set(['set', 'of', 'nowait', 'skip', 'select', 'lateral'])

function statement(text: string): Statement {
  const named = [...text.matchAll(/\b(?:from|join|into|update)\s+(?:only\s+)?(?:"?\w+"?\.)?"?(\w+)"?/gi)]
  return {
    text,
    tables: named.map((match) => match[1] ?? '').filter((name) => !NO_TABLES.has(name.toLowerCase())),
    writes: /\b(insert\s+into|update\s+"|delete\s+from|truncate|create|alter|drop|copy)\b/i.test(text),
  }
}
