import type { RegistrationState } from '../events/registration'
import type { Instant } from '../time'
import { STEP_MS, stepAt, stepStart, type Direction, type ReadCode } from './code'
import type { Flag, Way } from './check-in'
import { deskCode, isGenuine, type Mac } from './mac'
import { accept, reject, type CheckInDecision, type CheckInRefusal } from './refusal'
import type { CheckInRules } from './rules'
import { checkInWindow } from './window'

/** A device of an event that shows codes for one direction. */
export interface Desk {
  readonly desk: number
  readonly direction: Direction
  readonly key: string
  /** Since when its codes are flagged: another took it over, or the event was closed. */
  readonly revoked: Instant | null
  /** Who runs it. */
  readonly by: string
}

/** What a phone sends: its body was frozen when the code was taken. Times are the phone's own. */
export type Upload =
  | { readonly way: 'scan'; readonly code: Extract<ReadCode, { kind: 'desk' }>; readonly at: Instant }
  | {
      readonly way: 'typed'
      readonly digits: string
      /** Which desks are meant; null = whichever shows these digits. */
      readonly direction: Direction | null
      readonly at: Instant
      /** Server time minus the phone's, as it last learnt; null = never yet. */
      readonly offset: number | null
    }
  /** A host's, about another. `code`: what the person's phone showed; null = the host says so by name. */
  | {
      readonly way: Exclude<Way, 'scan' | 'typed'>
      readonly code: Extract<ReadCode, { kind: 'own' }> | null
      readonly direction: Direction
      readonly at: Instant
    }

/** What is asked, beside the upload. */
export interface CheckInGuards {
  readonly person: string
  /** A name and a birth date are known. */
  readonly hasProfile: boolean
  /** A newcomer says, or has said before, that they are 14 or older, and consents. */
  readonly declared: boolean
  readonly event: {
    readonly code: string
    readonly status: 'draft' | 'published' | 'cancelled'
    readonly start: Instant
    readonly end: Instant
    /** When it was closed last; null = it is open. */
    readonly closed: Instant | null
  }
  readonly desks: readonly Desk[]
  /** The person's standing with the event; null = they never registered. */
  readonly registration: RegistrationState | null
  /** The key of the person's own code of that day, where a host scanned it; null = there is none any more. */
  readonly ownKey: string | null
  /** The phone's clock at sending; null = it didn't say. */
  readonly sentAt: Instant | null
  /** When the same session last spoke to the server before this; null = unknown. */
  readonly spokeAt: Instant | null
}

/** A check-in as it is recorded. */
export interface Accepted {
  readonly direction: Direction
  readonly way: Way
  readonly desk: number | null
  readonly at: Instant
  readonly flags: readonly Flag[]
}

/** A phone that is online sends within this many steps of what the desk shows. */
const ONLINE_STEPS = 1
/** How far the time that a phone kept a code may differ from the code's age: the network's and the clock's own wavering. */
const WAVER_MS = 2 * 60_000
/** A late typed code is looked for so many steps around the phone's corrected time: what a clock drifts in an evening. */
const TYPED_STEPS = 2
/** Spoken in this moment is not "in between": the queue is sent when the network returns, as is everything else. */
const JUST_NOW_MS = 2 * 60_000

/** The genuine time of an upload and what is suspicious about it. */
interface Timed {
  readonly at: Instant
  readonly direction: Direction
  readonly desk: Desk | null
  readonly flags: readonly Flag[]
}

/**
 * The one decision about checking in, for every way: first valid, then whose, then (when folded, `attendanceOf`) duplicate. A yes is
 * recorded as a fact, whatever its flags; a no says why. `now`: the moment of arrival.
 */
export function decideCheckIn(
  upload: Upload,
  guards: CheckInGuards,
  mac: Mac,
  rules: CheckInRules,
  now: Instant,
): CheckInDecision<Accepted> {
  const timed = timeOf(upload, guards, mac, rules, now)
  if (!timed.ok) return timed
  const { at, direction, desk, flags } = timed.value
  const closedDoor = statusRefusal(guards) ?? windowRefusal(at, guards, rules)
  if (closedDoor) return reject(closedDoor)
  if (!guards.hasProfile && !guards.declared && upload.way !== 'roll')
    return reject({ code: 'declaration-needed', facts: {} })
  const own = desk !== null && desk.by === guards.person ? (['own-desk'] as const) : []
  return accept({
    direction,
    way: upload.way,
    desk: desk?.desk ?? null,
    at,
    flags: [...flags, ...own, ...standingFlags(guards)],
  })
}

/** A desk that was opened before the event was taken back or cancelled still shows genuine codes. */
function statusRefusal({ event: { status } }: CheckInGuards): CheckInRefusal | null {
  if (status === 'published') return null
  return { code: status === 'cancelled' ? 'event-cancelled' : 'event-not-published', facts: {} }
}

function windowRefusal(at: Instant, { event }: CheckInGuards, rules: CheckInRules): CheckInRefusal | null {
  const { from, until } = checkInWindow(event, rules)
  if (at < from - STEP_MS) return { code: 'check-in-not-open', facts: { from, rule: 'check-in.window' } }
  return at > until ? { code: 'check-in-over', facts: { until, rule: 'check-in.window' } } : null
}

function standingFlags({ registration, event }: CheckInGuards): readonly Flag[] {
  const standing: readonly Flag[] =
    registration === 'registered'
      ? []
      : registration === 'cancelled' || registration === 'left'
        ? ['cancelled']
        : ['not-registered']
  return [...standing, ...(event.closed === null ? [] : (['after-close'] as const))]
}

function timeOf(
  upload: Upload,
  guards: CheckInGuards,
  mac: Mac,
  rules: CheckInRules,
  now: Instant,
): CheckInDecision<Timed> {
  switch (upload.way) {
    case 'scan':
      return scanned(upload, guards, mac, rules, now)
    case 'typed':
      return typed(upload, guards, mac, rules, now)
    case 'own':
    case 'roll':
    case 'walk-in':
    case 'sheet':
      return byHost(upload, guards, mac, rules, now)
  }
}

function scanned(
  { code, at }: Extract<Upload, { way: 'scan' }>,
  guards: CheckInGuards,
  mac: Mac,
  rules: CheckInRules,
  now: Instant,
): CheckInDecision<Timed> {
  const desk = guards.desks.find((one) => one.desk === code.desk && one.direction === code.direction)
  if (!desk || code.event !== guards.event.code || !isGenuine(mac, desk.key, code)) {
    return reject({ code: 'code-wrong', facts: {} })
  }
  const timed = aged(code.step, at, guards, rules, now)
  if (!timed.ok) return timed
  const { flags } = timed.value
  return accept({
    ...timed.value,
    direction: desk.direction,
    desk,
    flags: [...flags, ...revokedFlag(desk, timed.value.at)],
  })
}

/**
 * When a code was shown, and what that says. A code that was kept on a phone is as old as the phone says that it kept it; one that is
 * older was old when it was scanned.
 */
function aged(
  step: number,
  taken: Instant,
  guards: CheckInGuards,
  rules: CheckInRules,
  now: Instant,
): CheckInDecision<{ readonly at: Instant; readonly flags: readonly Flag[] }> {
  const steps = stepAt(now) - step
  if (steps < -ONLINE_STEPS) return reject({ code: 'code-from-future', facts: {} })
  const at = Math.min(stepStart(step), now) as Instant
  if (steps <= ONLINE_STEPS) return accept({ at, flags: [] })
  const age = now - stepStart(step)
  const kept = guards.sentAt === null ? null : guards.sentAt - taken
  if (kept !== null && kept >= 0 && age - kept > WAVER_MS) {
    return reject({ code: 'code-expired', facts: { age: Math.round(age / 1000) } })
  }
  const tooLate = lateRefusal(at, rules, now)
  if (tooLate) return reject(tooLate)
  const clock = kept === null || Math.abs(age - kept) > WAVER_MS
  return accept({ at, flags: [...lateFlags(at, guards, now), ...(clock ? (['clock'] as const) : [])] })
}

function lateRefusal(at: Instant, rules: CheckInRules, now: Instant): CheckInRefusal | null {
  const { hours } = rules['check-in.late-max']
  return now - at > hours * 3_600_000
    ? { code: 'upload-too-late', facts: { hours, at, rule: 'check-in.late-max' } }
    : null
}

function lateFlags(at: Instant, { spokeAt }: CheckInGuards, now: Instant): readonly Flag[] {
  const between = spokeAt !== null && spokeAt > at + WAVER_MS && spokeAt < now - JUST_NOW_MS
  return between ? ['late', 'late-online'] : ['late']
}

function revokedFlag({ revoked }: Desk, at: Instant): readonly Flag[] {
  return revoked !== null && at >= revoked ? ['desk-revoked'] : []
}

function typed(
  { digits, direction, at, offset }: Extract<Upload, { way: 'typed' }>,
  guards: CheckInGuards,
  mac: Mac,
  rules: CheckInRules,
  now: Instant,
): CheckInDecision<Timed> {
  const desks = guards.desks.filter((one) => direction === null || one.direction === direction)
  const shows = (desk: Desk, step: number) =>
    deskCode(mac, desk.key, { event: guards.event.code, desk: desk.desk, direction: desk.direction }, step).digits ===
    digits
  const find = (middle: number, around: number) => {
    for (let away = 0; away <= around; away++) {
      for (const step of away === 0 ? [middle] : [middle - away, middle + away]) {
        const desk = desks.find((one) => shows(one, step))
        if (desk) return { desk, step }
      }
    }
    return null
  }
  const kept = guards.sentAt === null ? null : guards.sentAt - at
  // Sent as it was typed: what the desk shows now.
  if (kept === null || kept <= WAVER_MS) {
    const found = find(stepAt(now), ONLINE_STEPS)
    if (found) {
      const time = Math.min(stepStart(found.step), now) as Instant
      return accept({
        at: time,
        direction: found.desk.direction,
        desk: found.desk,
        flags: revokedFlag(found.desk, time),
      })
    }
  }
  // Kept: the phone's clock, set right by what it lay beside when it was sent, or by the server time that it last learnt.
  const times = [
    kept === null || kept < 0 ? null : now - kept,
    offset === null ? null : at + offset,
    kept === null ? at : null,
  ]
  for (const time of times) {
    if (time === null || time > now) continue
    const found = find(stepAt(time as Instant), TYPED_STEPS)
    if (!found) continue
    const then = Math.min(stepStart(found.step), now) as Instant
    const tooLate = lateRefusal(then, rules, now)
    if (tooLate) return reject(tooLate)
    const flags: Flag[] = [...lateFlags(then, guards, now), 'typed-late', ...revokedFlag(found.desk, then)]
    return accept({ at: then, direction: found.desk.direction, desk: found.desk, flags })
  }
  return reject({ code: 'digits-wrong', facts: {} })
}

/**
 * A host's word: believed about the moment that they say, also when it was kept on their phone, and shown as theirs. What they scanned of
 * a person's phone is weighed like any code. `sheet`: the times on paper, which come whenever somebody enters them.
 */
function byHost(
  { way, code, direction, at }: Extract<Upload, { way: Exclude<Way, 'scan' | 'typed'> }>,
  guards: CheckInGuards,
  mac: Mac,
  rules: CheckInRules,
  now: Instant,
): CheckInDecision<Timed> {
  if (way === 'own') {
    if (!code || guards.ownKey === null) return reject({ code: 'own-code-unknown', facts: {} })
    if (!isGenuine(mac, guards.ownKey, code)) return reject({ code: 'code-wrong', facts: {} })
    const timed = aged(code.step, at, guards, rules, now)
    return timed.ok ? accept({ ...timed.value, direction, desk: null }) : timed
  }
  const kept = guards.sentAt === null || way === 'sheet' ? null : guards.sentAt - at
  const time = Math.min(kept === null ? at : now - kept, now) as Instant
  const tooLate = way === 'sheet' ? null : lateRefusal(time, rules, now)
  if (tooLate) return reject(tooLate)
  return accept({ at: time, direction, desk: null, flags: [] })
}
