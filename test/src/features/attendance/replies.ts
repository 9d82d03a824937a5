import type { AttendanceReply, AttendanceRow, Credit, DesksReply } from '#contract/check-in'
import type { Instant } from '#domain/time'
import { at, card } from '../hosting/events'

/** Who came to an event, as the API gives it; everything that a case doesn't speak of is plain. */

/** While the event of `card()` is on: 2026-11-28 15:00 at +08:00. */
export const DURING = at(28, 15) as Instant
export const AFTER = at(28, 17) as Instant

export function credit(part: Partial<Credit> = {}): Credit {
  return { present: null, least: 72, minutes: null, tenths: null, reason: 'no-check-in', ...part }
}

export function row(person: string, part: Partial<AttendanceRow> = {}): AttendanceRow {
  return {
    person,
    name: `人·${person}`,
    masked: '人**',
    registered: true,
    digits: null,
    tag: null,
    role: 'attendee',
    in: null,
    out: null,
    flags: [],
    weak: false,
    struck: false,
    confirmed: false,
    inWay: null,
    outWay: null,
    credit: credit(),
    own: false,
    ...part,
  }
}

/** Came and scanned. */
export function came(person: string, part: Partial<AttendanceRow> = {}): AttendanceRow {
  return row(person, { in: at(28, 14), inWay: 'scan', credit: credit({ reason: 'no-check-out' }), ...part })
}

export function attendance(people: readonly AttendanceRow[], part: Partial<AttendanceReply> = {}): AttendanceReply {
  const here = people.filter((one) => !one.struck && (one.in !== null || one.out !== null))
  const ids = (keep: (one: AttendanceRow) => boolean) => here.filter(keep).map(({ person }) => person)
  const heads = part.heads ?? null
  return {
    asOf: DURING,
    card: card(),
    team: 'lead',
    closed: null,
    openRow: null,
    afterClose: 0,
    heads,
    guests: 0,
    people: [...people],
    desks: [],
    closeOut: {
      accepted: here.length,
      noCheckOut: ids(({ out }) => out === null),
      weak: ids(({ weak }) => weak),
      noShows: people
        .filter((one) => one.registered && one.in === null && one.out === null)
        .map(({ person }) => person),
      withinHeads: heads !== null && here.length <= heads,
    },
    keysFrom: at(28, 2),
    keysUntil: at(29, 16),
    members: [],
    ...part,
  }
}

export const KEYS: DesksReply = {
  asOf: DURING,
  code: '234567',
  origin: 'https://aili.example',
  desks: [
    { desk: 1, direction: 'in', key: '11'.repeat(32) },
    { desk: 2, direction: 'out', key: '22'.repeat(32) },
  ],
  until: at(29, 16),
}
