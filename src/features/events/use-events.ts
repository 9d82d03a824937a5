import type { EventsReply } from '#contract/event'
import { call } from '../../platform/request'
import { FRESH, useQuery, type Query } from '../../platform/use-query'
import type { Span } from './calendar'
import type { Where } from './filter'

/** What is on in a span, of one kind or at one place if it says so; null = nothing is asked. */
export function useEvents(span: Span | null, where: Where = {}): Query<EventsReply> {
  const query = span && { from: span.from, to: span.to, ...where }
  const key = `events ${JSON.stringify(query)}`
  return useQuery<EventsReply>(query && { key, kept: false, ask: () => call('GET /v1/events', { query }) }, FRESH.own)
}
