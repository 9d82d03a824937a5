import type { HostCheckInReply } from '#contract/check-in'
import type { Direction } from '#domain/checkin/code'
import { call } from '../../platform/request'
import type { Act } from '../../platform/use-act'
import { useActThen } from '../../platform/use-act-then'
import { outdateAttendance } from './use-attendance'

/** Enters from a sheet of paper when people came, or went. */
export function useRecordSheet(
  event: string,
): Act<[direction: Direction, at: number, people: readonly string[]], HostCheckInReply> {
  return useActThen(
    () => outdateAttendance(event),
    (requestId, direction, at, people) =>
      call('POST /v1/events/:event/check-ins', {
        params: { event },
        body: { requestId, way: 'sheet', direction, at, code: null, account: null, people: [...people] },
      }),
  )
}
