import type { EventsReply } from '#contract/event'
import { call } from '../../platform/request'
import { queries } from '../../platform/state'
import { FRESH, useQuery, type Query } from '../../platform/use-query'
import type { Span } from './calendar'

/** Under this name the newest answer is kept on the device: it takes the place of the one before. */
export const AHEAD = 'events-ahead'

/** What is on in some weeks, and in which. */
export type AheadReply = EventsReply & Span

/** What is on in the weeks ahead; until the answer is there, and without a network, what was kept. */
export function useAhead({ from, to }: Span): Query<EventsReply> {
  const ask = async (): Promise<AheadReply> => {
    const reply = { ...(await call('GET /v1/events', { query: { from, to } })), from, to }
    queries.put(AHEAD, reply, true)
    return reply
  }
  // Another week is another question: a phone whose clock is wrong learns what day it is from the first answer.
  const query = useQuery<EventsReply>({ key: `events from ${from}`, kept: false, ask }, FRESH.own)
  if (query.data !== undefined) return query
  const { data, at } = queries.peek(AHEAD, true)
  return { ...query, data: data as AheadReply | undefined, at }
}
