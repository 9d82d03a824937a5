import type { AttendanceReply, DesksReply } from '#contract/check-in'
import type { Instant } from '#domain/time'
import { clock, keptUntil } from '../../platform/state'

/** A desk that this device has: its keys, as long as they are valid. */
export interface OpenDesk {
  readonly device: string
  readonly reply: DesksReply
}

const desk = (event: string) => `desk:${event}`
const list = (event: string) => `attendance:${event}`

/** The desk of an event that was opened on this device; null = none, or no longer. */
export function openDesk(event: string): OpenDesk | null {
  return keptUntil.get(desk(event), clock.now()) as OpenDesk | null
}

/** Keeps a desk's keys until they are over. */
export function keepDesk(event: string, opened: OpenDesk): void {
  keptUntil.set(desk(event), opened, opened.reply.until as Instant)
}

/** Removes a desk's keys: it was taken over. */
export function leaveDesk(event: string): void {
  keptUntil.drop(desk(event))
}

/** Who is expected and has come, as last heard; null = never, or no longer. */
export function knownAttendance(event: string): AttendanceReply | null {
  return keptUntil.get(list(event), clock.now()) as AttendanceReply | null
}

/** Keeps the list for the door without a network. Once the event is closed, neither list nor keys are needed any more. */
export function keepAttendance(event: string, reply: AttendanceReply): void {
  if (reply.closed === null) {
    keptUntil.set(list(event), reply, reply.keysUntil as Instant)
    return
  }
  keptUntil.drop(list(event))
  keptUntil.drop(desk(event))
}
