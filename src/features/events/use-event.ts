import type { EventReply } from '#contract/event'
import { call } from '../../platform/request'
import { FRESH, useQuery, type Query } from '../../platform/use-query'

/** All of an event, for anyone. `kept`: one goes there, so it can be read at the door without a network. */
export function useEvent(id: string, kept: boolean): Query<EventReply> {
  const ask = () => call('GET /v1/events/:event', { params: { event: id } })
  return useQuery<EventReply>({ key: `event ${id}`, kept, ask }, FRESH.own)
}
