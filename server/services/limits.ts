import { sql } from 'kysely'
import type { Deps } from '../deps'
import { tooMany } from '../problem'

/** So many in so long a window. */
export interface Limit {
  readonly name: string
  readonly most: number
  /** Milliseconds. */
  readonly window: number
}

/** Sign-ins by address: wide enough for a school behind one address. */
export const SIGN_IN: Limit = { name: 'sign-in', most: 600, window: 10 * 60_000 }
/** Digits for a desktop, by account. */
export const DESK_CODES: Limit = { name: 'desk-codes', most: 20, window: 60 * 60_000 }
/** Acts by account: far above what a hand can do, far below what fills a disk. */
export const ACT: Limit = { name: 'act', most: 600, window: 60 * 60_000 }

/**
 * Raises the counter of attempts in a statement of its own, which commits before any rule is asked: raised inside the
 * transaction that then refuses, it would roll back to zero.
 * @throws 429 when the limit is spent
 */
export async function countAttempt(deps: Deps, limit: Limit, who: string): Promise<void> {
  // Real time: moving the demo's clock doesn't give new attempts.
  const now = deps.realNow()
  const start = Math.floor(now / limit.window) * limit.window
  const { count } = await deps.platform
    .insertInto('attempt')
    .values({ key: `${limit.name}:${who}`, window_start: new Date(start), count: 1 })
    .onConflict((conflict) =>
      conflict.columns(['key', 'window_start']).doUpdateSet({ count: sql<number>`attempt.count + 1` }),
    )
    .returning('count')
    .executeTakeFirstOrThrow()
  if (count > limit.most) throw tooMany(Math.ceil((start + limit.window - now) / 1000))
}
