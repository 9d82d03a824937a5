import { call } from '../../platform/request'
import { useAct, type Act } from '../../platform/use-act'
import { showAfter } from './after-act'

/** Takes or declines the place that is kept for me. The second argument is since when: a later offer is another act. */
export function useAnswerOffer(id: string): Act<[boolean, number], true> {
  return useAct(
    (requestId, accept, _since) =>
      showAfter(
        id,
        call('POST /v1/me/events/:event/offer-answer', { params: { event: id }, body: { requestId, accept } }),
      ),
    `answer ${id}`,
  )
}
