import type { MyEventsReply } from '#contract/event'
import { call } from '../../platform/request'
import { FRESH, useQuery, type Query } from '../../platform/use-query'
import { useSession } from '../../platform/use-session'

const question = { key: 'my-events', kept: true, ask: () => call('GET /v1/me/events', {}) }

/** The events I have registered for. */
export function useMyEvents(): Query<MyEventsReply> {
  const { session } = useSession()
  return useQuery<MyEventsReply>(session ? question : null, FRESH.own)
}
