import type { DeskReply } from '#contract/event'
import { call } from '../../platform/request'
import { FRESH, useQuery, type Query } from '../../platform/use-query'
import { useSession } from '../../platform/use-session'

/** All of an event that its host needs; null = nothing to ask about. */
export function useDesk(event: string | null): Query<DeskReply> {
  const { session } = useSession()
  const question =
    event === null
      ? null
      : {
          key: `hosting:desk:${event}`,
          kept: false,
          ask: () => call('GET /v1/events/:event/desk', { params: { event } }),
        }
  return useQuery<DeskReply>(session ? question : null, FRESH.work)
}
