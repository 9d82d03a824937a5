import type { EventsReply } from '#contract/event'
import { call } from '../../platform/request'
import { FRESH, useQuery, type Query } from '../../platform/use-query'
import type { Span } from './calendar'
import type { Where } from './filter'

/**
 * What is on. The span that holds today is kept on the device, under one name: the newest takes the place of the one before.
 * `narrow`: asks the server for one kind or place only, where a span holds more than an answer.
 */
export function useEvents(span: Span | null, kept: boolean, narrow: Where = {}): Query<EventsReply> {
  const key = kept ? 'events' : `events ${JSON.stringify({ ...span, ...narrow })}`
  const ask = () => call('GET /v1/events', { query: { from: span?.from ?? '', to: span?.to ?? '', ...narrow } })
  return useQuery<EventsReply>(span && { key, kept, ask }, FRESH.own)
}
