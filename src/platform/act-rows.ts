import { createSignal, type Signal } from './signal'
import { readJson, writeJson, type Storage } from './storage'

/** What the server said in the end. */
export type Outcome<Reply> =
  | { readonly kind: 'accepted'; readonly reply: Reply }
  | { readonly kind: 'refused'; readonly code: string; readonly facts: Readonly<Record<string, unknown>> }

/** An act that is kept on the device until its outcome has been seen. */
export interface ActRow<Body, Reply> {
  /** Frozen when the act was done: the same bytes at every sending. */
  readonly body: Body
  /** The code of the account that did it; null = whoever signs in first. */
  readonly account: string | null
  /** When it was done, by the server's clock as the device knew it then. */
  readonly made: number
  /** null = not known yet. */
  readonly outcome: Outcome<Reply> | null
}

/** Acts on the device, oldest first. They outlive the app and a sign-out. */
export interface ActRows<Body, Reply> extends Signal<readonly ActRow<Body, Reply>[]> {
  /** Keeps an act; false when the device couldn't: then it lives as long as the app is open. */
  readonly add: (row: Omit<ActRow<Body, Reply>, 'outcome'>) => boolean
  /** What belongs to nobody yet becomes this account's. */
  readonly claim: (account: string) => void
  readonly settle: (requestId: string, outcome: Outcome<Reply>) => void
  /** The person has seen these outcomes: they go. What has no outcome stays. */
  readonly seen: (requestIds: readonly string[]) => void
  /** An account was deleted: nothing of it stays. */
  readonly drop: (account: string) => void
}

/** `key`: under which the device keeps them. */
export function createActRows<Body extends { readonly requestId: string }, Reply>(
  storage: Storage,
  key: string,
): ActRows<Body, Reply> {
  type Row = ActRow<Body, Reply>
  const signal = createSignal((readJson(storage, key) ?? []) as readonly Row[])
  const keep = (rows: readonly Row[]) => {
    if (rows.length === 0) storage.remove(key)
    else writeJson(storage, key, rows)
    signal.set(rows)
  }
  const change = (which: (row: Row) => boolean, part: Partial<Row>) => {
    const rows = signal.get()
    if (rows.some(which)) keep(rows.map((row) => (which(row) ? { ...row, ...part } : row)))
  }
  const remove = (which: (row: Row) => boolean) => {
    const rows = signal.get()
    if (rows.some(which)) keep(rows.filter((row) => !which(row)))
  }
  return {
    get: signal.get,
    subscribe: signal.subscribe,
    add(row) {
      keep([...signal.get(), { ...row, outcome: null }])
      // Writing never fails aloud: a full storage shows only when one looks.
      return storage.get(key)?.includes(row.body.requestId) === true
    },
    claim: (account) => change((row) => row.account === null, { account }),
    settle: (requestId, outcome) => change((row) => row.body.requestId === requestId, { outcome }),
    seen: (requestIds) => remove((row) => row.outcome !== null && requestIds.includes(row.body.requestId)),
    drop: (account) => remove((row) => row.account === account),
  }
}
