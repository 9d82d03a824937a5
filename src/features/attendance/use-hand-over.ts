import type { RecordReply } from '#contract/check-in'
import { call } from '../../platform/request'
import { queries } from '../../platform/state'
import type { Act } from '../../platform/use-act'
import { useActThen } from '../../platform/use-act-then'

/** Says that the record was entered there. */
export function useHandOver(event: string): Act<[], RecordReply> {
  return useActThen(
    () => queries.outdate('record:'),
    (requestId) => call('POST /v1/events/:event/hand-over', { params: { event }, body: { requestId } }),
  )
}
