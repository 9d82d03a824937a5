import { randomUUID } from 'node:crypto'
import pg from 'pg'

/** Statements in the order in which the API sent them, with their values. */
export type Recording = readonly { readonly text: string; readonly values: readonly unknown[] }[]

/** Notes every statement that this process sends to PostgreSQL while `act` runs. */
export async function record(act: () => Promise<unknown>): Promise<Recording> {
  const seen: { text: string; values: readonly unknown[] }[] = []
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its client below
  const original = pg.Client.prototype.query as (...parts: unknown[]) => unknown
  pg.Client.prototype.query = function (this: pg.Client, ...parts: unknown[]) {
    const [first, second] = parts as [string | { text: string; values?: unknown[] }, unknown[] | undefined]
    const text = typeof first === 'string' ? first : first.text
    const values = typeof first === 'string' ? second : first.values
    seen.push({ text, values: Array.isArray(values) ? values : [] })
    return original.apply(this, parts)
  } as typeof pg.Client.prototype.query
  try {
    await act()
  } finally {
    pg.Client.prototype.query = original as typeof pg.Client.prototype.query
  }
  return seen
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
let made = 0

/** What is put in the place of recorded values. */
export interface Recast {
  /** The value that stands for a recorded one; undefined = none does. */
  readonly of: (value: unknown) => unknown
  /** The number that the stream has come to: taken for `no` and `arrival` of what is inserted. */
  readonly next: () => number
}

/**
 * Sends a recording's statements once more, one connection for all of it, prepared as the API prepares them. Ids that nobody
 * knows are new ones; the numbers of what is inserted go on.
 */
export async function replay(client: pg.PoolClient, recording: Recording, { of, next }: Recast): Promise<void> {
  const number = next()
  for (const { text, values } of recording) {
    const inserts = /^insert into "(event_act|registration)"/.test(text)
    const columns = inserts
      ? [...(/\(([^)]*)\)/.exec(text)?.[1] ?? '').matchAll(/"(\w+)"/g)].map(([, name]) => name)
      : []
    const sent = values.map((value, index) => {
      const column = columns[index % Math.max(1, columns.length)]
      if (column === 'no' || column === 'arrival') return number
      const known = of(value)
      if (known !== undefined) return known
      return typeof value === 'string' && UUID.test(value) ? randomUUID() : value
    })
    await (sent.length === 0 ? client.query(text) : client.query({ text, values: sent, name: nameOf(text) }))
  }
}

const names = new Map<string, string>()

function nameOf(text: string): string {
  const known = names.get(text) ?? `replay-${++made}`
  names.set(text, known)
  return known
}
