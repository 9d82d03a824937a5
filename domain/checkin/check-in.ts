import type { Instant } from '../time'
import type { Direction } from './code'

/**
 * How a check-in came about; it never loses it.
 * - `scan`, `typed`: one's own phone, a desk's code or its digits.
 * - `own`: a host scanned the person's own code.
 * - `roll`: a host called the roll. `walk-in`: a host put on who hadn't registered. `sheet`: entered afterwards from paper.
 */
export const WAYS = ['scan', 'typed', 'own', 'roll', 'walk-in', 'sheet'] as const

export type Way = (typeof WAYS)[number]

/**
 * What makes a check-in one that a person looks at; nobody is refused by it.
 * - `late`: it was kept on the phone and sent later. `late-online`: and the same session spoke to the server in between.
 * - `clock`: what the phone says about the time doesn't fit what its code says.
 * - `typed-late`: late, and of digits, which can be told on.
 * - `desk-revoked`: by a desk that another had taken over by then.
 * - `not-registered`, `cancelled`: without a place, or after giving it back.
 * - `after-close`: it came after the event was closed.
 * - `own-desk`: by a desk that the person runs.
 */
export const FLAGS = [
  'late',
  'late-online',
  'clock',
  'typed-late',
  'desk-revoked',
  'not-registered',
  'cancelled',
  'after-close',
  'own-desk',
] as const

export type Flag = (typeof FLAGS)[number]

/** Flags that make a check-in weak evidence of having been there: it takes a person's yes, singly or within the heads counted. */
export const WEAK: readonly Flag[] = [
  'late',
  'late-online',
  'clock',
  'typed-late',
  'desk-revoked',
  'not-registered',
  'cancelled',
  'own-desk',
]

/** One upload that was valid: a fact, also when it says again what is known. */
export interface CheckIn {
  readonly requestId: string
  readonly person: string
  readonly direction: Direction
  readonly way: Way
  /** The number of the desk; null where a host recorded it. */
  readonly desk: number | null
  /** When it was, as far as it can be told: the code's own step, the phone's corrected clock, or the host's word. */
  readonly at: Instant
  /** When the server learnt of it. */
  readonly arrived: Instant
  /** Who recorded it; null = the person. */
  readonly by: string | null
  readonly flags: readonly Flag[]
}

/**
 * Earliest first, ties by requestId: what comes first counts, whatever order the uploads arrived in. A requestId is its account's own, so
 * a host and a person can have the same one; the person's own word comes first then.
 */
export function byTime(a: CheckIn, b: CheckIn): number {
  return a.at - b.at || order(a.requestId, b.requestId) || order(a.by ?? '', b.by ?? '')
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
