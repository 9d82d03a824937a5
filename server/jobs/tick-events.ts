import type { Context } from '../context'
import { nextDue, openStream } from '../services/events/stream'

/** So many events at most a round; the next round goes on. */
const BATCH = 200

/**
 * Offers that end, places for who comes next, lists that close, reminders: one event a transaction, so that whoever dies in the
 * middle leaves whole events behind, and the next call goes on. Any number of processes may do so at once.
 */
export async function tickEvents(context: Context): Promise<void> {
  for (let round = 0; round < BATCH; round++) {
    const more = await context.district.db.transaction().execute(async (trx) => {
      const id = await nextDue(trx, context.now)
      if (id === undefined) return false
      const stream = await openStream(trx, context, id)
      await stream?.close()
      return true
    })
    if (!more) return
  }
}
