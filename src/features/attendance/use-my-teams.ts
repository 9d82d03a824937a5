import type { MyTeamsReply } from '#contract/check-in'
import { call } from '../../platform/request'
import { FRESH, useQuery, type Query } from '../../platform/use-query'
import { useSession } from '../../platform/use-session'

const question = { key: 'my-teams', kept: true, ask: () => call('GET /v1/me/teams', {}) }

/** The events that I help to run. */
export function useMyTeams(): Query<MyTeamsReply> {
  const { session } = useSession()
  return useQuery<MyTeamsReply>(session ? question : null, FRESH.own)
}
