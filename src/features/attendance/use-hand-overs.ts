import type { HandOversReply } from '#contract/check-in'
import { call } from '../../platform/request'
import { FRESH, useQuery, type Query } from '../../platform/use-query'
import { useSession } from '../../platform/use-session'

/** The events whose record isn't entered in the upper system yet. */
export function useHandOvers(organisation: string): Query<HandOversReply> {
  const { session } = useSession()
  const question = {
    key: `record:to-enter:${organisation}`,
    kept: false,
    ask: () => call('GET /v1/hand-overs', { query: { organisation } }),
  }
  return useQuery<HandOversReply>(session ? question : null, FRESH.work)
}
