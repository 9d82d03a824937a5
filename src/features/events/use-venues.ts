import type { VenuesReply } from '#contract/event'
import { call } from '../../platform/request'
import { FRESH, useQuery, type Query } from '../../platform/use-query'

const question = { key: 'venues', kept: true, ask: () => call('GET /v1/venues', {}) }

/** The district's venues. */
export function useVenues(): Query<VenuesReply> {
  return useQuery<VenuesReply>(question, FRESH.reference)
}
