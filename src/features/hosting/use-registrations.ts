import type { RegistrationsReply } from '#contract/event'
import { call } from '../../platform/request'
import { FRESH, useQuery, type Query } from '../../platform/use-query'
import { useSession } from '../../platform/use-session'

/**
 * Who has registered, masked. Every answer is logged as a look at each of them, so nothing is asked before it is `opened`, and not
 * again just because the screen comes up.
 */
export function useRegistrations(event: string, search: string, opened: boolean): Query<RegistrationsReply> {
  const { session } = useSession()
  const question = {
    key: `hosting:registrations:${event}:${search}`,
    kept: false,
    ask: () =>
      call('GET /v1/events/:event/registrations', {
        params: { event },
        query: search === '' ? {} : { search },
      }),
  }
  return useQuery<RegistrationsReply>(session && opened ? question : null, FRESH.reference)
}
