import type { ActRow, ActRows } from './act-rows'
import { ApiProblem, NetworkProblem } from './problem'

/** Sends what the device keeps, whenever that may work. */
export interface ActSender {
  /** Tries now, whatever the last attempt said: something was added, the network is back, the app is shown, somebody signed in. */
  readonly wake: () => void
  /** The attempt that is running, if one is. */
  readonly idle: () => Promise<void>
}

export interface SenderDeps<Body, Reply> {
  readonly rows: ActRows<Body, Reply>
  /** Who is signed in, as far as known without asking. */
  readonly account: () => string | null
  /** Who is signed in, asked for if need be; null = nobody. `waiting`: what would be sent. */
  readonly enter: (waiting: readonly ActRow<Body, Reply>[]) => Promise<string | null>
  readonly send: (body: Body) => Promise<Reply>
  /** Calls later; gives the way to stop it. */
  readonly later: (act: () => void, milliseconds: number) => () => void
  /** 0 to 1. */
  readonly random: () => number
  readonly settled: (row: ActRow<Body, Reply>) => void
}

const FIRST_WAIT = 4_000
const LONGEST_WAIT = 5 * 60_000

/**
 * Sends rows in their order, one at a time, each under the account that made it. One that the server can't take now waits for the next
 * round and stops none of those behind it; one that it refuses keeps the reason. Between rounds it waits longer each time, and a
 * different while on each phone: they all lost the same network.
 */
export function createActSender<Body extends { readonly requestId: string }, Reply>(
  deps: SenderDeps<Body, Reply>,
): ActSender {
  const { rows } = deps
  let running: Promise<void> | null = null
  let again = false
  let rounds = 0
  let cancel: (() => void) | null = null

  const waiting = (account?: string) =>
    rows.get().filter((row) => row.outcome === null && (account === undefined || row.account === account))

  /** false = no use going on with this round. */
  async function sendOne({ body }: ActRow<Body, Reply>): Promise<boolean> {
    try {
      rows.settle(body.requestId, { kind: 'accepted', reply: await deps.send(body) })
    } catch (error) {
      if (error instanceof NetworkProblem) return true
      if (!(error instanceof ApiProblem)) throw error
      if (error.status === 401) return false
      if (isPassing(error)) return true
      rows.settle(body.requestId, { kind: 'refused', code: error.code, facts: error.facts })
    }
    const settled = rows.get().find((row) => row.body.requestId === body.requestId)
    if (settled) deps.settled(settled)
    return true
  }

  /** Whether something is left that may be sent later without anybody doing anything. */
  async function round(): Promise<boolean> {
    const all = waiting()
    if (all.length === 0) return false
    let account: string | null
    try {
      account = await deps.enter(all)
    } catch (error) {
      if (error instanceof ApiProblem || error instanceof NetworkProblem) return true
      throw error
    }
    if (account === null) return false
    rows.claim(account)
    for (const row of waiting(account)) {
      // Signed out, or in as somebody else, meanwhile: it isn't theirs.
      if (deps.account() !== account || !(await sendOne(row))) return false
    }
    return waiting(account).length > 0
  }

  function askedAgain(): boolean {
    const was = again
    again = false
    return was
  }

  async function run(): Promise<void> {
    let left = await round()
    while (askedAgain()) left = await round()
    if (!left) {
      rounds = 0
      return
    }
    const wait = Math.min(FIRST_WAIT * 2 ** rounds, LONGEST_WAIT) * (0.5 + deps.random())
    rounds += 1
    cancel = deps.later(start, wait)
  }

  function start(): void {
    cancel?.()
    cancel = null
    if (running) {
      again = true
      return
    }
    running = run().finally(() => {
      running = null
    })
  }

  return {
    wake() {
      rounds = 0
      start()
    },
    idle: () => running ?? Promise.resolve(),
  }
}

/** Whether the same words may be taken later: the server is busy, or somebody else was first. */
function isPassing({ status, code }: ApiProblem): boolean {
  return status >= 500 || status === 429 || status === 408 || code === 'lost-race'
}
