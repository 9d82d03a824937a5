import type { RecordReply } from '#contract/check-in'
import { call } from '../../platform/request'
import { FRESH, useQuery, type Query } from '../../platform/use-query'
import { useSession } from '../../platform/use-session'

/** The record of an event for the upper system. */
export function useRecord(event: string): Query<RecordReply> {
  const { session } = useSession()
  const question = {
    key: `record:${event}`,
    kept: false,
    ask: () => call('GET /v1/events/:event/record', { params: { event } }),
  }
  return useQuery<RecordReply>(session ? question : null, FRESH.work)
}
