import type { MyEventReply } from '#contract/event'
import { call } from '../../platform/request'
import { FRESH, useQuery, type Query } from '../../platform/use-query'
import { useSession } from '../../platform/use-session'

/** How I stand with an event, and which doors are open for me. */
export function useMyEvent(id: string): Query<MyEventReply> {
  const { session } = useSession()
  const ask = () => call('GET /v1/me/events/:event', { params: { event: id } })
  return useQuery<MyEventReply>(session ? { key: `my-event ${id}`, kept: true, ask } : null, FRESH.own)
}
