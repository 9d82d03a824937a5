import type { InboxReply } from '#contract/event'
import { call } from '../../platform/request'
import { FRESH, useQuery, type Query } from '../../platform/use-query'
import { useSession } from '../../platform/use-session'

const question = { key: 'inbox', kept: true, ask: () => call('GET /v1/me/inbox', {}) }

/** What I have been told. */
export function useInbox(): Query<InboxReply> {
  const { session } = useSession()
  return useQuery<InboxReply>(session ? question : null, FRESH.own)
}
