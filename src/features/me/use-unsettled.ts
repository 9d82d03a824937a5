import type { UnsettledReply } from '#contract/event'
import { call } from '../../platform/request'
import { FRESH, useQuery, type Query } from '../../platform/use-query'
import { useSession } from '../../platform/use-session'

// Outdated with the inbox, whose key it begins with.
const question = { key: 'inbox unsettled', kept: true, ask: () => call('GET /v1/me/unsettled', {}) }

/** How many of my messages have something left to do, without the messages. */
export function useUnsettled(): Query<UnsettledReply> {
  const { session } = useSession()
  return useQuery<UnsettledReply>(session ? question : null, FRESH.own)
}
