import type { SeasonReply } from '#contract/event'
import { call } from '../../platform/request'
import { FRESH, useQuery, type Query } from '../../platform/use-query'
import { useSession } from '../../platform/use-session'

/** The board of the season: each venue of an organisation and those below it. */
export function useSeason(organisation: string): Query<SeasonReply> {
  const { session } = useSession()
  const question = {
    key: `hosting:season:${organisation}`,
    kept: false,
    ask: () => call('GET /v1/season', { query: { organisation } }),
  }
  return useQuery<SeasonReply>(session ? question : null, FRESH.work)
}
