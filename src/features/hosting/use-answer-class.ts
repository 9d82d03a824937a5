import { call } from '../../platform/request'
import type { Act } from '../../platform/use-act'
import { useHostingAct } from './use-hosting-act'

/** Names an event a class, or not. */
export function useAnswerClass(organisation: string): Act<[event: string, yes: boolean], true> {
  return useHostingAct(async (requestId, event, yes) => {
    await call('POST /v1/organisations/:organisation/class-requests/:event/answer', {
      params: { organisation, event },
      body: { requestId, yes },
    })
    return true as const
  })
}
