import type { AttendanceAct, AttendanceFact } from '#domain/checkin/attendance'
import type { CheckIn } from '#domain/checkin/check-in'
import { readCode, stepAt, type Direction, type ReadCode } from '#domain/checkin/code'
import { decideCheckIn, type Accepted, type CheckInGuards, type Desk, type Upload } from '#domain/checkin/decide'
import { deskCode, ownCode } from '#domain/checkin/mac'
import type { CheckInDecision } from '#domain/checkin/refusal'
import type { CheckInRules } from '#domain/checkin/rules'
import type { Instant } from '#domain/time'
import { at, TERMS } from '../events/samples'
import { nodeMac } from './mac'

/** Values that are nobody's default, each of its own size so that a mix-up shows. */
export const RULES: CheckInRules = {
  'check-in.window': { before: 50, after: 100 },
  'check-in.keys': { before: 700, after: 1400 },
  'check-in.late-max': { hours: 48 },
  'check-in.typed-tries': 9,
  'check-in.share': { percent: 60 },
  'check-in.rounding': { minutes: 1 },
}

export const { start: START, end: END } = TERMS
export const OPENS = at('2026-06-10', '13:10')
export const SHUTS = at('2026-06-10', '17:40')
export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
export const STEP = 15 * SECOND
/** How far a phone's story may differ from a code's age. */
export const WAVER = 2 * MINUTE

export const later = (instant: Instant, ms: number): Instant => (instant + ms) as Instant

export const EVENT = 'K7M2PX'
export const IN: Desk = { desk: 1, direction: 'in', key: '1a'.repeat(32), revoked: null, by: 'host' }
export const OUT: Desk = { desk: 2, direction: 'out', key: '2b'.repeat(32), revoked: null, by: 'host' }
export const OWN_KEY = '3c'.repeat(32)
export const OWN_TAG = 'QRST2345'

/** Asked about a person who has a place, on a phone whose clock is right and that says what it shows when it sends. */
export function guards(more: Partial<CheckInGuards> = {}): CheckInGuards {
  return {
    person: '甲',
    hasProfile: true,
    declared: false,
    event: { code: EVENT, status: 'published', start: START, end: END, closed: null },
    desks: [IN, OUT],
    registration: 'registered',
    ownKey: null,
    sentAt: null,
    spokeAt: null,
    ...more,
  }
}

/** What a desk shows at a moment. */
export function shown(desk: Desk, when: Instant, event = EVENT) {
  return deskCode(nodeMac, desk.key, { event, desk: desk.desk, direction: desk.direction }, stepAt(when))
}

export function read(code: string): Extract<ReadCode, { kind: 'desk' }> {
  const found = readCode(code)
  if (found?.kind !== 'desk') throw new Error(`not a desk's code: ${code}`)
  return found
}

/** A desk's code of one moment, scanned at another by the phone's clock (as a rule the same). */
export function scan(desk: Desk, when: Instant, taken: Instant = when): Upload {
  return { way: 'scan', code: read(shown(desk, when).code), at: taken }
}

export function type(
  desk: Desk,
  when: Instant,
  more: Partial<Extract<Upload, { way: 'typed' }>> = {},
): Extract<Upload, { way: 'typed' }> {
  return { way: 'typed', digits: shown(desk, when).digits, direction: null, at: when, offset: 0, ...more }
}

/** A host's scan of what a person's phone showed. */
export function own(when: Instant, direction: Direction = 'in', key = OWN_KEY): Upload {
  const code = readCode(ownCode(nodeMac, key, OWN_TAG, stepAt(when)))
  if (code?.kind !== 'own') throw new Error('not an own code')
  return { way: 'own', code, direction, at: when }
}

export function word(way: 'roll' | 'walk-in' | 'sheet', when: Instant, direction: Direction = 'in'): Upload {
  return { way, code: null, direction, at: when }
}

/** The decision at `now`; the phone sends at that moment by its own clock, unless the guards say otherwise. */
export function decide(upload: Upload, now: Instant, more: Partial<CheckInGuards> = {}): CheckInDecision<Accepted> {
  return decideCheckIn(upload, guards({ sentAt: now, ...more }), nodeMac, RULES, now)
}

/** The flags of a yes, or the code of a no. */
export function said(upload: Upload, now: Instant, more: Partial<CheckInGuards> = {}): readonly string[] | string {
  const decision = decide(upload, now, more)
  return decision.ok ? decision.value.flags : decision.refusal.code
}

/** One valid upload; what isn't said is that of a good one by the person's own phone. */
export function upload(person: string, direction: Direction, when: Instant, more: Partial<CheckIn> = {}): CheckIn {
  return {
    requestId: `${person}-${direction}-${when}`,
    person,
    direction,
    way: 'scan',
    desk: direction === 'in' ? 1 : 2,
    at: when,
    arrived: when,
    by: null,
    flags: [],
    ...more,
  }
}

/** Acts as a stream, a minute apart from the end of the event on, by one lead. */
export function acts(...list: (AttendanceAct & { readonly by?: string; readonly at?: Instant })[]) {
  return list.map((act, n): AttendanceFact => ({ by: 'lead', at: later(END, (n + 1) * MINUTE), ...act, no: n + 1 }))
}
