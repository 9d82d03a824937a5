import type { OwnCodeReply } from '#contract/check-in'
import { isOfToday, ownCodeQuestion } from '../../platform/own-code'
import { FRESH, useQuery, type Query } from '../../platform/use-query'
import { useSession } from '../../platform/use-session'

/** The key of my own code; yesterday's is none. */
export function useOwnCode(): Query<OwnCodeReply> {
  const { session } = useSession()
  const query = useQuery<OwnCodeReply>(session ? ownCodeQuestion : null, FRESH.reference)
  return isOfToday(query.data) ? query : { ...query, data: undefined }
}
