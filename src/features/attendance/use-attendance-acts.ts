import type { AttendanceReply, SettlementBody, StrikeBody, TeamBody } from '#contract/check-in'
import { call } from '../../platform/request'
import { queries } from '../../platform/state'
import { useAct, type Act } from '../../platform/use-act'
import { outdateAttendance, putAttendance } from './use-attendance'

type Without<T> = T extends unknown ? Omit<T, 'requestId'> : never

/** An act whose answer is the list anew; also after a no it is asked anew: somebody else may have been first. */
function useAttendanceAct<Args extends readonly unknown[]>(
  event: string,
  perform: (requestId: string, ...args: Args) => Promise<AttendanceReply>,
): Act<Args, AttendanceReply> {
  return useAct(async (requestId, ...args: Args) => {
    try {
      const reply = await perform(requestId, ...args)
      putAttendance(event, reply)
      return reply
    } catch (error) {
      outdateAttendance(event)
      throw error
    }
  })
}

const params = (event: string) => ({ params: { event } })

/** Settles what is missing: times, weak ones, heads at the door. */
export function useSettle(event: string): Act<[Without<SettlementBody>], AttendanceReply> {
  return useAttendanceAct(event, (requestId, settled) =>
    call('POST /v1/events/:event/settlements', { ...params(event), body: { requestId, ...settled } }),
  )
}

/** Strikes somebody's coming, or takes that back. */
export function useStrike(event: string): Act<[Without<StrikeBody>], AttendanceReply> {
  return useAttendanceAct(event, (requestId, struck) =>
    call('POST /v1/events/:event/strikes', { ...params(event), body: { requestId, ...struck } }),
  )
}

/** Closes the event, which credits. */
export function useClose(event: string): Act<[], AttendanceReply> {
  return useAttendanceAct(event, async (requestId) => {
    const reply = await call('POST /v1/events/:event/close', { ...params(event), body: { requestId } })
    // Where the event stands is shown on many screens.
    queries.outdate('')
    return reply
  })
}

/** Opens a closed event again. */
export function useReopen(event: string): Act<[reason: string], AttendanceReply> {
  return useAttendanceAct(event, async (requestId, reason) => {
    const reply = await call('POST /v1/events/:event/reopen', { ...params(event), body: { requestId, reason } })
    queries.outdate('')
    return reply
  })
}

/** Names somebody of the team, changes what they may do, or takes them off. */
export function useTeam(event: string): Act<[Without<TeamBody>], AttendanceReply> {
  return useAttendanceAct(event, (requestId, named) =>
    call('POST /v1/events/:event/team', { ...params(event), body: { requestId, ...named } }),
  )
}
