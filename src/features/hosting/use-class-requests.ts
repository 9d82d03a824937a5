import type { ClassRequestsReply } from '#contract/event'
import { call } from '../../platform/request'
import { FRESH, useQuery, type Query } from '../../platform/use-query'
import { useSession } from '../../platform/use-session'

/** The events that ask an organisation to name them a class; null = nobody is asked. */
export function useClassRequests(organisation: string | null): Query<ClassRequestsReply> {
  const { session } = useSession()
  const question =
    organisation === null
      ? null
      : {
          key: `hosting:class-requests:${organisation}`,
          kept: false,
          ask: () => call('GET /v1/organisations/:organisation/class-requests', { params: { organisation } }),
        }
  return useQuery<ClassRequestsReply>(session ? question : null, FRESH.work)
}
