import type { AttendanceReply, AttendanceRow } from '#contract/check-in'
import { readCode, stepAt, type Direction } from '#domain/checkin/code'
import type { Instant } from '#domain/time'

/** What a scan says, before the server has seen it. */
export type OwnScan =
  | { readonly kind: 'unreadable' }
  /** The code of a desk: that is for the others' phones. */
  | { readonly kind: 'desk' }
  /** It was shown a while ago: a picture of it. */
  | { readonly kind: 'old' }
  /** The asker's own. */
  | { readonly kind: 'own-row' }
  /** Has come, or gone, already; or waits on this device. */
  | { readonly kind: 'again'; readonly row: AttendanceRow }
  | { readonly kind: 'found'; readonly row: AttendanceRow }
  /** Nobody of the list: who hasn't registered, or has opened their code since the list was fetched. */
  | { readonly kind: 'unknown' }

/** How many steps a code may be off: two minutes, for a phone whose clock is wrong and a host who is slow. */
const OFF_STEPS = 8

/** Reads what the camera saw against the list on this device. `pending`: who waits on it. Whether it is genuine, the server says. */
export function readOwnScan(
  text: string,
  { people }: Pick<AttendanceReply, 'people'>,
  direction: Direction,
  pending: ReadonlySet<string>,
  now: Instant,
): OwnScan {
  const code = readCode(text)
  if (!code) return { kind: 'unreadable' }
  if (code.kind === 'desk') return { kind: 'desk' }
  if (Math.abs(stepAt(now) - code.step) > OFF_STEPS) return { kind: 'old' }
  const row = people.find(({ tag }) => tag === code.tag)
  if (!row) return { kind: 'unknown' }
  if (row.own) return { kind: 'own-row' }
  return row[direction] !== null || pending.has(row.person) ? { kind: 'again', row } : { kind: 'found', row }
}
