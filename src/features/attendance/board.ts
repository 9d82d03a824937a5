import type { AttendanceReply } from '#contract/check-in'
import { ApiProblem, type Problem } from '../../platform/problem'
import type { OpenDesk } from './desk-store'

/** Where a desk stands on this device. */
export type Board =
  | { readonly kind: 'showing'; readonly desk: OpenDesk }
  | { readonly kind: 'opening' }
  /** Another device took this one's desk over: its codes are flagged since. */
  | { readonly kind: 'taken-over' }
  /** Other devices have all desks. */
  | { readonly kind: 'full'; readonly problem: ApiProblem }
  /** The event is closed: nobody checks in any more. */
  | { readonly kind: 'closed'; readonly at: number }
  /** A helper opens no desk. */
  | { readonly kind: 'not-yours' }
  | { readonly kind: 'failed'; readonly problem: Problem }

interface Known {
  /** Null = this device has none. */
  readonly desk: OpenDesk | null
  /** Null = nothing is known yet. */
  readonly attendance: Pick<AttendanceReply, 'asOf' | 'closed' | 'team' | 'desks'> | null
  /** Why the last try to open it failed. */
  readonly problem: Problem | null
}

/** Where the desk stands, from what this device has and what the server last said. */
export function boardOf({ desk, attendance, problem }: Known): Board {
  if (attendance !== null && attendance.closed !== null) return { kind: 'closed', at: attendance.closed }
  if (attendance?.team === 'helper') return { kind: 'not-yours' }
  if (desk !== null) {
    return attendance !== null && isTakenOver(desk, attendance) ? { kind: 'taken-over' } : { kind: 'showing', desk }
  }
  if (problem === null) return { kind: 'opening' }
  return problem instanceof ApiProblem && problem.code === 'desks-full'
    ? { kind: 'full', problem }
    : { kind: 'failed', problem }
}

/** Whether the server has said, since this device opened its desk, that another has it. */
function isTakenOver({ reply }: OpenDesk, { asOf, desks }: Pick<AttendanceReply, 'asOf' | 'desks'>): boolean {
  if (asOf < reply.asOf) return false
  const own = reply.desks.map(({ desk }) => desk)
  return desks.some(({ desk, revoked }) => own.includes(desk) && revoked !== null)
}
