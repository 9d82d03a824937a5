import type { AddBody } from '#contract/event'
import { call } from '../../platform/request'
import type { Act } from '../../platform/use-act'
import { useHostingAct } from './use-hosting-act'

/** Puts somebody on by the code of their account. */
export function useAddPerson(event: string): Act<[Omit<AddBody, 'requestId'>], true> {
  return useHostingAct(async (requestId, added) => {
    await call('POST /v1/events/:event/registrations', { params: { event }, body: { requestId, ...added } })
    return true as const
  })
}
