import type { EventRole } from '#domain/events/event'
import { call } from '../../platform/request'
import { useAct, type Act } from '../../platform/use-act'
import { showAfter } from './after-act'

/**
 * Registers me for an event, or puts me on its list, once: tapped twice, sent again after no answer came, or sent again after the
 * app was closed meanwhile. The second argument is since when my standing has been what it is: registering again after leaving is
 * another act, also where no answer came to the first one.
 */
export function useRegister(id: string): Act<[EventRole, number | null], true> {
  return useAct(
    (requestId, role, _since) =>
      showAfter(
        id,
        call('POST /v1/me/events/:event/registration', { params: { event: id }, body: { requestId, role } }),
      ),
    `register ${id}`,
  )
}
