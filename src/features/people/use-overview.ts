import type { OverviewReply } from '#contract/organisation'
import { call } from '../../platform/request'
import { FRESH, useQuery, type Query } from '../../platform/use-query'
import { useSession } from '../../platform/use-session'

/** Numbers of an organisation and those below it. */
export function useOverview(organisation: string): Query<OverviewReply> {
  const { session } = useSession()
  const question = {
    key: `overview:${organisation}`,
    kept: false,
    ask: () => call('GET /v1/overview', { query: { organisation } }),
  }
  return useQuery<OverviewReply>(session ? question : null, FRESH.work)
}
