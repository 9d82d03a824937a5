import type { EventsReply } from '#contract/event'
import { call } from '../../platform/request'
import { FRESH, useQuery, type Query } from '../../platform/use-query'
import type { Span } from './calendar'

/** The question's name: its newest answer is kept on the device and takes the place of the one before. */
export const AHEAD = 'events-ahead'

/** What is on in some weeks, and in which. */
export type AheadReply = EventsReply & Span

/** What is on in the weeks ahead, without a network as it was when it was last asked for. */
export function useAhead({ from, to }: Span): Query<AheadReply> {
  const ask = async () => ({ ...(await call('GET /v1/events', { query: { from, to } })), from, to })
  return useQuery<AheadReply>({ key: AHEAD, kept: true, ask }, FRESH.own)
}
