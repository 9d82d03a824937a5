import { useMemo } from 'react'
import type { AttendanceReply } from '#contract/check-in'
import type { Instant } from '#domain/time'
import { NetworkProblem } from '../../platform/problem'
import { call } from '../../platform/request'
import { clock, queries } from '../../platform/state'
import { FRESH, useQuery, type Query } from '../../platform/use-query'
import { useSession } from '../../platform/use-session'
import { keepAttendance, knownAttendance } from './desk-store'

const key = (event: string) => `attendance:${event}`

/** Puts in what an act's reply said. */
export function putAttendance(event: string, reply: AttendanceReply): void {
  keepAttendance(event, reply)
  queries.put(key(event), reply, false)
}

/** Something was recorded: whoever shows the list asks anew. */
export function outdateAttendance(event: string): void {
  queries.outdate(key(event))
}

/** Who is expected and who has come. Kept on the device until the close, for a door without a network. */
export function useAttendance(event: string): Query<AttendanceReply> {
  const { session } = useSession()
  const question = {
    key: key(event),
    kept: false,
    ask: async () => {
      const reply = await call('GET /v1/events/:event/attendance', { params: { event } })
      keepAttendance(event, reply)
      return reply
    },
  }
  const query = useQuery<AttendanceReply>(session ? question : null, FRESH.work)
  const { data, problem } = query
  const known = useMemo(() => (data === undefined && session ? knownAttendance(event) : null), [data, session, event])
  // Without a network the list is shown as long as it is kept, and no longer.
  if (data !== undefined && problem instanceof NetworkProblem && clock.now() >= data.keysUntil) {
    return { ...query, data: undefined }
  }
  return known === null ? query : { ...query, data: known, at: known.asOf as Instant }
}
