import type { LeagueEvent } from '../events/event'
import type { PolicyPack } from '../policy/policy'
import type { Instant } from '../time'
import { isWeak, type Attendance, type Sheet } from './attendance'
import { creditOf, type AttendanceCredit } from './credit'
import { accept, reject, type CheckInDecision } from './refusal'
import type { CheckInRules } from './rules'

/** What is missing before an event can be closed; people by their ids. */
export interface CloseOut {
  /** Came and aren't struck. */
  readonly accepted: number
  readonly noCheckOut: readonly string[]
  /** Late, without a place, by a revoked desk; with more people than heads also who typed: each needs a yes. */
  readonly weak: readonly string[]
  /** Registered and never came; nothing to settle. */
  readonly noShows: readonly string[]
  readonly heads: number | null
  readonly guests: number
  /** Whether all weak ones can be said yes to at once: no more people than heads. */
  readonly withinHeads: boolean
}

/** Says what is missing. `registered`: who holds a place. */
export function closeOutOf(sheet: Sheet, registered: readonly string[]): CloseOut {
  const standing = sheet.attendances.filter(({ struck }) => !struck)
  const beyond = sheet.heads !== null && standing.length > sheet.heads
  const came = new Set(sheet.attendances.map(({ person }) => person))
  const ids = (keep: (one: Attendance) => boolean) => standing.filter(keep).map(({ person }) => person)
  return {
    accepted: standing.length,
    noCheckOut: ids((one) => one.in === null || one.out === null),
    // Digits are told on more easily than a picture is.
    weak: ids((one) => isWeak(one) || (beyond && isTyped(one))),
    noShows: registered.filter((person) => !came.has(person)),
    heads: sheet.heads,
    guests: sheet.guests,
    withinHeads: sheet.heads !== null && !beyond,
  }
}

function isTyped({ in: came, out, confirmed }: Attendance): boolean {
  return !confirmed && [came, out].some((mark) => mark?.way === 'typed')
}

/** What a host settles; each about people who came, never about oneself (asked by the server before). */
export type SettleClaim =
  | {
      readonly act: 'times-set'
      readonly people: readonly string[]
      readonly in: Instant | null
      readonly out: Instant | null
    }
  | { readonly act: 'confirmed'; readonly people: readonly string[]; readonly all: boolean }
  | { readonly act: 'struck' | 'restored'; readonly people: readonly string[] }
  | { readonly act: 'heads-counted'; readonly heads: number; readonly guests: number }

const HEADS_MAX = 100_000

/** Whether something may be settled; what isn't given of a time stays what it was, or is the planned one. */
export function decideSettle(
  claim: SettleClaim,
  sheet: Sheet,
  event: LeagueEvent,
): CheckInDecision<
  readonly { readonly person: string | null; readonly in: Instant | null; readonly out: Instant | null }[]
> {
  if (sheet.closed !== null && !isOfOpenRow(claim, sheet)) {
    return reject({ code: 'close-out-closed', facts: { at: sheet.closed } })
  }
  if (claim.act === 'heads-counted') {
    const right = [claim.heads, claim.guests].every((n) => Number.isInteger(n) && n >= 0 && n <= HEADS_MAX)
    return right
      ? accept([{ person: null, in: null, out: null }])
      : reject({ code: 'heads-out-of-range', facts: { maximum: HEADS_MAX } })
  }
  const here = new Map(sheet.attendances.map((one) => [one.person, one]))
  if (!claim.people.every((person) => here.has(person))) return reject({ code: 'not-present', facts: {} })
  if (claim.act === 'confirmed' && claim.all) {
    const { accepted, heads, withinHeads } = closeOutOf(sheet, [])
    if (!withinHeads) return reject({ code: 'beyond-heads', facts: { accepted, heads: heads ?? 0 } })
  }
  if (claim.act !== 'times-set') return accept(claim.people.map((person) => ({ person, in: null, out: null })))
  const { start, end } = event.terms
  const times = claim.people.map((person) => {
    const one = here.get(person)
    return { person, in: claim.in ?? one?.in?.at ?? start, out: claim.out ?? one?.out?.at ?? end }
  })
  // A host's word reaches as far as the planned time; who came early or stayed longer keeps what their own phone says.
  const outside = times.some(
    (one) => one.out <= one.in || (claim.in !== null && claim.in < start) || (claim.out !== null && claim.out > end),
  )
  return outside ? reject({ code: 'times-out-of-range', facts: { from: start, to: end } }) : accept(times)
}

/** After the close only the row of who closed it can still be settled; by another. */
function isOfOpenRow(claim: SettleClaim, { openRow }: Sheet): boolean {
  if (openRow === null || claim.act === 'heads-counted' || (claim.act === 'confirmed' && claim.all)) return false
  return claim.people.length > 0 && claim.people.every((person) => person === openRow)
}

/**
 * Whether an event may be closed, and what that credits to whom; the closer's own row is left for another lead, whose close after it is of
 * that row alone. Refused as long as somebody else's row is open.
 */
export function decideClose(
  sheet: Sheet,
  event: LeagueEvent,
  closer: string,
  policy: PolicyPack,
  rules: CheckInRules,
  now: Instant,
): CheckInDecision<ReadonlyMap<string, AttendanceCredit>> {
  const { closed, openRow } = sheet
  if (closed !== null && (openRow === null || openRow === closer)) {
    return reject({ code: 'close-out-closed', facts: { at: closed } })
  }
  if (event.status === 'cancelled') return reject({ code: 'event-cancelled', facts: {} })
  if (event.status === 'draft') return reject({ code: 'event-not-published', facts: {} })
  const { end } = event.terms
  if (now < end) return reject({ code: 'close-out-too-early', facts: { end } })
  const isAsked = (person: string) => (closed === null ? person !== closer : person === openRow)
  const { noCheckOut, weak, heads } = closeOutOf(sheet, [])
  const open = (people: readonly string[]) => people.filter(isAsked).length
  if (heads === null || open(noCheckOut) > 0 || open(weak) > 0) {
    return reject({
      code: 'close-out-unsettled',
      facts: { noCheckOut: open(noCheckOut), weak: open(weak), heads: heads === null ? 1 : 0 },
    })
  }
  return accept(
    new Map(
      sheet.attendances
        .filter(({ person }) => isAsked(person))
        .map((one) => [one.person, creditOf(one, event, policy, rules)] as const),
    ),
  )
}
