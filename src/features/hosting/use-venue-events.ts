import type { VenueEventsReply } from '#contract/event'
import type { LocalDate } from '#domain/time'
import { call } from '../../platform/request'
import { FRESH, useQuery, type Query } from '../../platform/use-query'
import { useSession } from '../../platform/use-session'

/** A venue's events that begin on these days (62 at most), drafts included. */
export function useVenueEvents(venue: string, from: LocalDate, to: LocalDate): Query<VenueEventsReply> {
  const { session } = useSession()
  const question = {
    key: `hosting:venue:${venue}:${from}:${to}`,
    kept: false,
    ask: () => call('GET /v1/venues/:venue/events', { params: { venue }, query: { from, to } }),
  }
  return useQuery<VenueEventsReply>(session ? question : null, FRESH.work)
}
