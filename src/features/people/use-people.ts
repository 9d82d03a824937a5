import type { PeopleReply } from '#contract/organisation'
import { call } from '../../platform/request'
import { FRESH, useQuery, type Query } from '../../platform/use-query'
import { useSession } from '../../platform/use-session'

/** The people of an organisation, or only those whose nomination waits. Other people's data: never kept on the device. */
export function usePeople(organisation: string, only?: 'nominated'): Query<PeopleReply> {
  const { session } = useSession()
  const question = {
    key: `people:${organisation}${only === undefined ? '' : `:${only}`}`,
    kept: false,
    ask: () =>
      call('GET /v1/organisations/:organisation/people', {
        params: { organisation },
        query: only === undefined ? {} : { only },
      }),
  }
  return useQuery<PeopleReply>(session ? question : null, FRESH.work)
}
