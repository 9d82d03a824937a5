import type { SignedIn } from '../../context'
import { notFound, refusal } from '../../problem'
import type { Trx } from '../acts'
import { once } from '../once'
import { lockEvent } from './acts'
import { authoriseTeam, type TeamAuthority, type TeamRoute } from './authorise'
import { loadSheet, type LoadedSheet } from './sheet-of'

/**
 * An act of an event's team on its attendance, once: rights, the event's lock, everything read under it, then what `perform` decides and
 * writes. What is answered is read anew: the names of others aren't remembered with the request.
 *
 * @param lockFirst takes the locks that come before the event's
 */
export async function actOnEvent(
  context: SignedIn,
  route: TeamRoute,
  id: string,
  body: { readonly requestId: string },
  perform: (trx: Trx, authority: TeamAuthority, loaded: LoadedSheet) => Promise<void>,
  lockFirst: (trx: Trx, authority: TeamAuthority) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const begin = async (trx: Trx) => {
    const authority = await authoriseTeam(context, route, id, trx)
    await lockFirst(trx, authority)
    await lockEvent(trx, id)
    return authority
  }
  await once(context, { requestId: body.requestId, route: `${route} ${id}`, body }, begin, async (trx, authority) => {
    await perform(trx, authority, await loadEvent(trx, id))
    return {}
  })
}

/** The attendance of an event that is, or was, to be held. */
export async function loadEvent(trx: Trx, id: string): Promise<LoadedSheet> {
  const row = await trx.selectFrom('event').select(['id', 'state']).where('id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  const loaded = await loadSheet(trx, row)
  const { status } = loaded.event
  if (status === 'published') return loaded
  throw refusal({ code: status === 'cancelled' ? 'event-cancelled' : 'event-not-published', facts: {} })
}
