import type { EventStatusBody } from '#contract/event'
import { call } from '../../platform/request'
import type { Act } from '../../platform/use-act'
import { useHostingAct } from './use-hosting-act'

/** Publishes, unpublishes or cancels an event. */
export function useEventStatus(event: string): Act<[EventStatusBody['act']], true> {
  return useHostingAct(async (requestId, act) => {
    await call('POST /v1/events/:event/status', { params: { event }, body: { requestId, act } })
    return true as const
  })
}
