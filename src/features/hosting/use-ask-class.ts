import { call } from '../../platform/request'
import type { Act } from '../../platform/use-act'
import type { ClassBody } from './class-draft'
import { useHostingAct } from './use-hosting-act'

/** Asks an organisation to name the event a class. */
export function useAskClass(event: string): Act<[ClassBody], true> {
  return useHostingAct(async (requestId, asked) => {
    await call('POST /v1/events/:event/class-request', { params: { event }, body: { requestId, ...asked } })
    return true as const
  })
}
