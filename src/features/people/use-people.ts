import type { PeopleReply } from '#contract/organisation'
import { call } from '../../platform/request'
import { FRESH, useQuery, type Query } from '../../platform/use-query'
import { useSession } from '../../platform/use-session'

/** The people of an organisation. Other people's data: never kept on the device. */
export function usePeople(organisation: string): Query<PeopleReply> {
  const { session } = useSession()
  const question = {
    key: `people:${organisation}`,
    kept: false,
    ask: () => call('GET /v1/organisations/:organisation/people', { params: { organisation } }),
  }
  return useQuery<PeopleReply>(session ? question : null, FRESH.work)
}
