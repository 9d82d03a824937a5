import type { EventsReply } from '#contract/event'
import { call } from '../../platform/request'
import { queries } from '../../platform/state'
import { FRESH, useQuery, type Query } from '../../platform/use-query'
import type { Span } from './calendar'
import type { Where } from './filter'

const LAST = 'events'

/**
 * What is on. `home`: of the week that holds today, the last answer is kept on the device, under one name: the newest takes the
 * place of the one before, and stands in where there is none yet. `narrow`: asks the server for one kind or place only, where a
 * span holds more than an answer.
 */
export function useEvents(span: Span | null, home: boolean, narrow: Where = {}): Query<EventsReply> {
  const key = `events ${JSON.stringify({ ...span, ...narrow })}`
  const ask = async () => {
    const reply = await call('GET /v1/events', { query: { from: span?.from ?? '', to: span?.to ?? '', ...narrow } })
    if (home) queries.put(LAST, reply, true)
    return reply
  }
  const query = useQuery<EventsReply>(span && { key, kept: false, ask }, FRESH.own)
  if (!home || query.data !== undefined) return query
  const { data, at } = queries.peek(LAST, true)
  return { ...query, data: data as EventsReply | undefined, at }
}
