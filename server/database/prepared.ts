import { createHash } from 'node:crypto'
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type pg from 'pg'

/** Statements named in one process at most. What varies without end (a list of ids in the text) stays unnamed from there on. */
const MOST = 500

const names = new Map<string, string>()

/**
 * A pool whose statements with parameters are prepared once a connection: planning a path's query takes PostgreSQL longer
 * than answering it (docs/performance.md). Kysely itself sends every statement unnamed.
 */
export function preparing(pool: pg.Pool): PostgresPool {
  // Kysely knows connections by the object: one connection, one object.
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  return {
    connect: async () => {
      const client = await pool.connect()
      const known = clients.get(client) ?? preparingClient(client)
      clients.set(client, known)
      return known
    },
    end: () => pool.end(),
  }
}

function preparingClient(client: pg.PoolClient): PostgresPoolClient {
  const query = (text: unknown, values: readonly unknown[] = []): unknown => {
    if (typeof text !== 'string') throw new TypeError('Cursors are not used here.')
    const name = values.length === 0 ? undefined : nameOf(text)
    return client.query({ text, values: [...values], ...(name === undefined ? {} : { name }) })
  }
  return {
    query: query as PostgresPoolClient['query'],
    release: () => {
      client.release()
    },
  }
}

/** From the text alone, so that no two texts share a name, whichever process or pooler meets them. */
function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined || names.size >= MOST) return known
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 22)
  names.set(text, name)
  return name
}
