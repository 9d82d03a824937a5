import { call } from '../../platform/request'
import { useAct, type Act } from '../../platform/use-act'
import { showAfter } from './after-act'

/** Gives my place or my number on the list back. The argument is since when I have had it: a later one is another act. */
export function useCancel(id: string): Act<[number], true> {
  return useAct(
    (requestId, _since) =>
      showAfter(id, call('POST /v1/me/events/:event/cancellation', { params: { event: id }, body: { requestId } })),
    `cancel ${id}`,
  )
}
