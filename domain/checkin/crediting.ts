import { firstClassDay } from '../hours/class-hours'
import { standingOnDay, type HoursRequirement, type LedgerEntry, type Origin } from '../hours/ledger'
import type { LeagueEvent } from '../events/event'
import { valueOf, type PolicyPack } from '../policy/policy'
import { localDateAt, type LocalDate } from '../time'
import type { Sheet } from './attendance'
import type { AttendanceCredit, NoCredit } from './credit'

/** What is credited, in the units of the two requirements: minutes, and tenths of a 学时. */
export interface Amounts {
  readonly minutes: number | null
  readonly tenths: number | null
}

/** An entry that a close writes; `corrects`: the one of the same event in whose place it stands. */
export interface CreditEntry {
  readonly requirement: HoursRequirement
  /** 0 strikes the entry that it corrects. */
  readonly amount: number
  readonly origin: Extract<Origin, 'check-in' | 'recorded' | 'adjustment'>
  readonly corrects: string | null
}

/** What is asked about the person. */
export interface CreditGuards {
  /** All of the person's, in the order of their stream. */
  readonly entries: readonly LedgerEntry[]
  /** Which of them a close of this event has written. */
  readonly ofEvent: ReadonlySet<string>
  /** null = no profile (any more): nothing new is credited. */
  readonly birthDate: LocalDate | null
}

/** What a close makes of a credit: the entries that it writes, what stands then, and why it isn't more. */
export interface Crediting extends Amounts {
  readonly entries: readonly CreditEntry[]
  readonly reason: NoCredit | null
}

/** The day of an event's entries: the one on which it begins. */
export function creditDay({ terms }: Pick<LeagueEvent, 'terms'>): LocalDate {
  return localDateAt(terms.start)
}

/**
 * Brings what an event has credited to somebody to what it should: nothing where it is so already, else a new entry, or one that corrects
 * the old. So a second close, and a third, never doubles anything. A day holds no more than the pack says, and what the branch has
 * corrected stays as the branch said.
 */
export function creditingOf(
  credit: AttendanceCredit,
  event: Pick<LeagueEvent, 'terms'>,
  guards: CreditGuards,
  policy: PolicyPack,
): Crediting {
  const minutes = oneCrediting('volunteer-hours', credit.minutes, credit, creditDay(event), guards, policy)
  const tenths = oneCrediting('class-hours', credit.tenths, credit, creditDay(event), guards, policy)
  return {
    entries: [...minutes.entries, ...tenths.entries],
    minutes: minutes.stands === 0 ? null : minutes.stands,
    tenths: tenths.stands === 0 ? null : tenths.stands,
    reason: credit.reason ?? minutes.reason ?? tenths.reason,
  }
}

interface OneCrediting {
  readonly entries: readonly CreditEntry[]
  readonly stands: number
  readonly reason: NoCredit | null
}

const ENTRY_MAX = { 'volunteer-hours': 'volunteer-hours.entry-max', 'class-hours': 'class-hours.entry-max' } as const

function oneCrediting(
  requirement: HoursRequirement,
  amount: number | null,
  { origin }: AttendanceCredit,
  on: LocalDate,
  { entries, ofEvent, birthDate }: CreditGuards,
  policy: PolicyPack,
): OneCrediting {
  const own = lastOfEvent(requirement, entries, ofEvent)
  if (own.corrected) return { entries: [], stands: own.amount, reason: 'corrected' }
  const { want, reason } = wanted()
  if (want === own.amount) return { entries: [], stands: want, reason }
  // A struck one is gone: what comes after it is a new entry, as the branch would record it.
  return own.id === null
    ? { entries: [{ requirement, amount: want, origin, corrects: null }], stands: want, reason }
    : { entries: [{ requirement, amount: want, origin: 'adjustment', corrects: own.id }], stands: want, reason }

  function wanted(): { readonly want: number; readonly reason: NoCredit | null } {
    if (amount === null) return { want: 0, reason: null }
    if (birthDate === null) return { want: Math.min(amount, own.amount), reason: 'profile-missing' }
    if (requirement === 'class-hours' && on < firstClassDay(birthDate)) {
      return { want: 0, reason: 'before-age' }
    }
    const there = standingOnDay(entries, { requirement, on, without: own.id })
    const room = Math.max(0, valueOf(policy, ENTRY_MAX[requirement]) - there)
    return room < amount ? { want: room, reason: 'day-full' } : { want: amount, reason: null }
  }
}

/** The entry of the event that stands; `id` null = there is none, or it was struck. `corrected`: by somebody else's entry since. */
function lastOfEvent(
  requirement: HoursRequirement,
  entries: readonly LedgerEntry[],
  ofEvent: ReadonlySet<string>,
): { readonly id: string | null; readonly amount: number; readonly corrected: boolean } {
  const last = entries.filter((entry) => entry.requirement === requirement && ofEvent.has(entry.id)).pop()
  if (!last) return { id: null, amount: 0, corrected: false }
  const byCorrected = new Map(entries.map((entry) => [entry.corrects, entry]))
  let tip = last
  for (let next = byCorrected.get(tip.id); next; next = byCorrected.get(tip.id)) tip = next
  if (tip !== last) return { id: null, amount: tip.amount, corrected: true }
  return last.amount === 0
    ? { id: null, amount: 0, corrected: false }
    : { id: last.id, amount: last.amount, corrected: false }
}

/** What stands of an event's entries of a person, and whether the branch has corrected one of them. */
export interface Standing extends Amounts {
  readonly corrected: boolean
}

/** What an event has credited to somebody, of its entries and those that correct them. */
export function standingOfEvent(entries: readonly LedgerEntry[], ofEvent: ReadonlySet<string>): Standing {
  const minutes = lastOfEvent('volunteer-hours', entries, ofEvent)
  const tenths = lastOfEvent('class-hours', entries, ofEvent)
  return {
    minutes: minutes.amount === 0 ? null : minutes.amount,
    tenths: tenths.amount === 0 ? null : tenths.amount,
    corrected: minutes.corrected || tenths.corrected,
  }
}

/** What is known of an attendance when its credit is shown. */
export interface Shown {
  readonly event: Pick<LeagueEvent, 'terms'>
  readonly sheet: Pick<Sheet, 'closed' | 'openRow'>
  readonly person: string
  /** What the ledger says. */
  readonly standing: Standing
  /** An upload of theirs came after the close. */
  readonly late: boolean
  /** null = no profile. */
  readonly birthDate: LocalDate | null
}

/** What is shown of an attendance: before the close what it would be credited, after it what it was, and why not more. */
export function shownCredit(
  credit: AttendanceCredit,
  { event, sheet: { closed, openRow }, person, standing, late, birthDate }: Shown,
): AttendanceCredit {
  if (closed === null) {
    return credit.reason === null && birthDate === null ? { ...credit, reason: 'profile-missing' } : credit
  }
  const { minutes, tenths, corrected } = standing
  const shown = (reason: NoCredit | null): AttendanceCredit => ({ ...credit, minutes, tenths, reason })
  if (person === openRow) return shown('own-row')
  if (corrected) return shown('corrected')
  if (minutes === credit.minutes && tenths === credit.tenths) return shown(credit.reason)
  if (late) return shown('after-close')
  if (birthDate === null) return shown('profile-missing')
  const early = credit.tenths !== null && tenths === null && creditDay(event) < firstClassDay(birthDate)
  return shown(early ? 'before-age' : (credit.reason ?? 'day-full'))
}
