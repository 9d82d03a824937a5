import type { EventRole } from '../events/event'
import type { Instant } from '../time'
import { byTime, WEAK, type CheckIn, type Flag, type Way } from './check-in'
import type { Direction } from './code'

/** What hosts do about people and the event, as an append-only stream under the event's lock. */
export type AttendanceAct =
  /** A device shows codes; a second one takes the desk over. `device`: the phone's own random id. */
  | { readonly act: 'desk-opened'; readonly desk: number; readonly direction: Direction; readonly device: string }
  | { readonly act: 'desk-revoked'; readonly desk: number }
  /** null = no longer of the team. */
  | { readonly act: 'team-set'; readonly person: string; readonly team: TeamRole | null }
  /** Heads at the door, and guests under 14, who leave no row. */
  | { readonly act: 'heads-counted'; readonly heads: number; readonly guests: number }
  /** A lead or host says when somebody came and went, with a reason. */
  | { readonly act: 'times-set'; readonly person: string; readonly in: Instant; readonly out: Instant }
  /** A weak one was there. */
  | { readonly act: 'confirmed'; readonly person: string }
  /** Not credited; taken back by `restored`. */
  | { readonly act: 'struck' | 'restored'; readonly person: string }
  | { readonly act: 'closed' | 'reopened' }
  /** Entered in the upper system. */
  | { readonly act: 'handed-over' }

/** Who may do what at an event: a helper scans, a host runs the desk and settles, a lead undoes, closes, reopens. */
export const TEAM_ROLES = ['lead', 'host', 'helper'] as const

export type TeamRole = (typeof TEAM_ROLES)[number]

export type AttendanceFact = AttendanceAct & {
  readonly no: number
  readonly at: Instant
  /** null = time did it. */
  readonly by: string | null
}

/** One end of somebody's attendance. */
export interface Mark {
  readonly at: Instant
  readonly way: Way | 'set'
  /** A host's word, not the person's own phone. */
  readonly byHost: boolean
}

/** Somebody who came, as all uploads and all acts make it. */
export interface Attendance {
  readonly person: string
  /** `attendee` for who hadn't registered. */
  readonly role: EventRole
  readonly in: Mark | null
  readonly out: Mark | null
  readonly flags: readonly Flag[]
  /** Of the uploads that count: the one from which the two digits come. */
  readonly requestId: string | null
  readonly struck: boolean
  /** A person said yes to what is weak, and nothing that counts has arrived since. */
  readonly confirmed: boolean
}

/** Where the event's attendance stands. */
export interface Sheet {
  readonly attendances: readonly Attendance[]
  readonly heads: number | null
  readonly guests: number
  /** When it was closed; null = it is open. */
  readonly closed: Instant | null
  /** Closed, but for the row of who closed it: that one waits for another lead. */
  readonly openRow: string | null
  /** When what the upper system asks for was entered there, and by whom. */
  readonly handedOver: { readonly at: Instant; readonly by: string | null } | null
}

/** Whether somebody needs a person's yes. */
export function isWeak({ flags, confirmed, struck }: Pick<Attendance, 'flags' | 'confirmed' | 'struck'>): boolean {
  return !confirmed && !struck && flags.some((flag) => WEAK.includes(flag))
}

/**
 * Who was there: folded from every upload and every act. The same uploads in any order give the same sheet; acts have their order in their stream.
 * In: the earliest. Out: the earliest that isn't before it.
 */
export function sheetOf(
  uploads: readonly CheckIn[],
  acts: readonly AttendanceFact[],
  roles: ReadonlyMap<string, EventRole>,
): Sheet {
  const people = new Map<string, CheckIn[]>()
  const of = (person: string): CheckIn[] => {
    const theirs = people.get(person) ?? []
    people.set(person, theirs)
    return theirs
  }
  for (const upload of uploads) of(upload.person).push(upload)
  for (const act of acts) if (act.act === 'times-set') of(act.person)
  const attendances = Array.from(people, ([person, mine]) =>
    attendanceOf(
      person,
      roles.get(person) ?? 'attendee',
      mine,
      acts.filter((act) => 'person' in act && act.person === person),
    ),
  )
  let heads: number | null = null
  let guests = 0
  let closed: Instant | null = null
  let closer: string | null = null
  let handedOver: Sheet['handedOver'] = null
  for (const act of acts) {
    if (act.act === 'heads-counted') ({ heads, guests } = act)
    if (act.act === 'closed') {
      // The first to close leaves their own row; another who closes after them leaves none.
      closer = closed === null ? act.by : null
      closed = act.at
    }
    // What is entered elsewhere may not be true any more.
    if (act.act === 'reopened') closed = closer = handedOver = null
    if (act.act === 'handed-over') handedOver = { at: act.at, by: act.by }
  }
  const openRow = attendances.some(({ person }) => person === closer) ? closer : null
  return { attendances: attendances.sort(byArrival), heads, guests, closed, openRow, handedOver }
}

function byArrival(a: Attendance, b: Attendance): number {
  const [x, y] = [a.in?.at ?? a.out?.at ?? 0, b.in?.at ?? b.out?.at ?? 0]
  return x === y ? (a.person < b.person ? -1 : 1) : x - y
}

function attendanceOf(
  person: string,
  role: EventRole,
  uploads: readonly CheckIn[],
  acts: readonly AttendanceFact[],
): Attendance {
  const sorted = [...uploads].sort(byTime)
  const first = sorted.find(({ direction }) => direction === 'in')
  const last = sorted.find(({ direction, at }) => direction === 'out' && (!first || at >= first.at))
  const used = [first, last].filter((one) => one !== undefined)
  let [came, left] = [markOf(first), markOf(last)]
  let struck = false
  let seen: Instant | null = null
  for (const act of acts) {
    if (act.act === 'struck') struck = true
    if (act.act === 'restored') struck = false
    if (act.act === 'confirmed') seen = act.at
    if (act.act === 'times-set') {
      came = { at: act.in, way: 'set', byHost: true }
      left = { at: act.out, way: 'set', byHost: true }
    }
  }
  return {
    person,
    role,
    in: came,
    out: left,
    flags: Array.from(new Set(used.flatMap(({ flags }) => flags))).sort(),
    requestId: used[0]?.requestId ?? null,
    struck,
    confirmed: isSeen(used, seen),
  }
}

function isSeen(used: readonly CheckIn[], seen: Instant | null): boolean {
  return seen !== null && used.every(({ arrived }) => arrived <= seen)
}

function markOf(upload: CheckIn | undefined): Mark | null {
  return upload ? { at: upload.at, way: upload.way, byHost: upload.by !== null } : null
}
