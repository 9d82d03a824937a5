import type { MyAttendancesReply } from '#contract/check-in'
import { call } from '../../platform/request'
import { FRESH, useQuery, type Query } from '../../platform/use-query'
import { useSession } from '../../platform/use-session'

const question = { key: 'my-attendances', kept: true, ask: () => call('GET /v1/me/attendances', {}) }

/** Where I was, what was credited and why, or why not. */
export function useMyAttendances(): Query<MyAttendancesReply> {
  const { session } = useSession()
  return useQuery<MyAttendancesReply>(session ? question : null, FRESH.own)
}
