import type { Unanswered, UnansweredStore } from './act-ids'
import type { Drafts } from './drafts'

/**
 * Remembers an unanswered act beside its draft, so that sending it again after a restart of the app still does it once. Like
 * drafts it belongs to the signed-in account and goes with the sign-out.
 */
export function keptAct(drafts: Drafts, name: string): UnansweredStore {
  const key = `act:${name}`
  return {
    get: () => drafts.get(key) as Unanswered | null,
    set: (unanswered) => drafts.set(key, unanswered),
    drop: () => drafts.drop(key),
  }
}
