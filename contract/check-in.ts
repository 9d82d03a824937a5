import { Type, type Static, type TSchema } from 'typebox'
import { TEAM_ROLES } from '#domain/checkin/attendance'
import { FLAGS, WAYS } from '#domain/checkin/check-in'
import { DIRECTIONS } from '#domain/checkin/code'
import { NO_CREDIT } from '#domain/checkin/credit'
import { EventCard, EventRole, Moment, SheetReply, VenueRef } from './event'
import type { Routes } from './route'
import { AccountCode, OrganisationCode, RequestId, Text, Uuid } from './text'

const Null = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const only = <T extends Parameters<typeof Type.Object>[0]>(properties: T) =>
  Type.Object(properties, { additionalProperties: false })

export const Direction = Type.Enum([...DIRECTIONS])
export const Way = Type.Enum([...WAYS])
export const Flag = Type.Enum([...FLAGS])
export const TeamRole = Type.Enum([...TEAM_ROLES])

/** The clock of a phone, right or wrong: milliseconds since 1970 as it believes. */
const PhoneTime = Type.Integer({ minimum: 0, maximum: 4_102_444_800_000 })

/**
 * A check-in as the phone froze it; it sends the same body until it has the outcome. Its clock at sending travels in the header
 * `x-phone-time`.
 */
export const CheckInBody = only({
  requestId: RequestId,
  /** What the camera saw; null = digits were typed. */
  code: Null(Text({ maxLength: 200 })),
  digits: Null(Type.String({ pattern: '^\\d{6}$' })),
  /** Of typed digits: which event; null = whichever is on. */
  event: Null(Uuid),
  at: PhoneTime,
  /** Server time minus the phone's, as it last learnt; null = never yet. */
  offset: Null(Type.Integer({ minimum: -4_102_444_800_000, maximum: 4_102_444_800_000 })),
  /** Who is new: 14 or older, and consents. */
  declared: Type.Boolean(),
})
export type CheckInBody = Static<typeof CheckInBody>

export const CheckInReply = Type.Object({
  asOf: Moment,
  card: EventCard,
  direction: Direction,
  way: Way,
  at: Moment,
  flags: Type.Array(Flag),
  /** They had done so before: since when. The earliest counts. */
  again: Null(Moment),
  role: EventRole,
  registered: Type.Boolean(),
  /** No name yet: two digits by which the host sees who is who, and until when name and birth date can follow. */
  newcomer: Null(Type.Object({ digits: Type.String(), until: Moment })),
  /** Until when one can check out, and how many minutes one has to be there. */
  checkOutUntil: Moment,
  leastMinutes: Type.Integer(),
})
export type CheckInReply = Static<typeof CheckInReply>

/** A person's own code turns every 15 s, made by the phone from this key of one day. */
export const OwnCodeReply = Type.Object({
  tag: Type.String(),
  /** 32 bytes in hexadecimal. */
  key: Type.String(),
  /** The day at +08:00. */
  day: Type.String(),
})
export type OwnCodeReply = Static<typeof OwnCodeReply>

/** What somebody's coming is credited, or would be. */
export const Credit = Type.Object({
  present: Null(Type.Integer()),
  least: Type.Integer(),
  minutes: Null(Type.Integer()),
  tenths: Null(Type.Integer()),
  /** Why it is nothing, less than the event gives, or not yet. */
  reason: Null(Type.Enum([...NO_CREDIT])),
})
export type Credit = Static<typeof Credit>

const marks = {
  role: EventRole,
  in: Null(Moment),
  out: Null(Moment),
  flags: Type.Array(Flag),
  weak: Type.Boolean(),
  struck: Type.Boolean(),
} as const

export const MyAttendance = Type.Object({
  card: EventCard,
  ...marks,
  /** Only closing credits; until then it is 待认定. */
  closed: Type.Boolean(),
  credit: Credit,
  /** Why it was struck, or times were set: the host's words. */
  reason: Null(Type.String()),
})
export type MyAttendance = Static<typeof MyAttendance>
export const MyAttendancesReply = Type.Object({ asOf: Moment, attendances: Type.Array(MyAttendance) })
export type MyAttendancesReply = Static<typeof MyAttendancesReply>

export const MyTeamsReply = Type.Object({
  asOf: Moment,
  teams: Type.Array(Type.Object({ card: EventCard, team: TeamRole, closed: Type.Boolean() })),
})
export type MyTeamsReply = Static<typeof MyTeamsReply>

/** Somebody who is expected or has come. */
export const AttendanceRow = Type.Object({
  person: Uuid,
  /** Masked for a helper, whole for leads and hosts; null = a newcomer, or no name here any more. */
  name: Null(Type.String()),
  masked: Null(Type.String()),
  registered: Type.Boolean(),
  /** The digits that a newcomer shows. */
  digits: Null(Type.String()),
  /** The tag of the person's own code of today, so that a scan without a network finds the row; null = none made today. */
  tag: Null(Type.String()),
  ...marks,
  confirmed: Type.Boolean(),
  inWay: Null(Type.Union([Way, Type.Literal('set')])),
  outWay: Null(Type.Union([Way, Type.Literal('set')])),
  credit: Credit,
  /** The asker's own: nobody acts on it themselves. */
  own: Type.Boolean(),
})
export type AttendanceRow = Static<typeof AttendanceRow>

export const DeskRow = Type.Object({
  desk: Type.Integer(),
  direction: Direction,
  device: Uuid,
  since: Moment,
  revoked: Null(Moment),
})
export type DeskRow = Static<typeof DeskRow>

export const AttendanceReply = Type.Object({
  asOf: Moment,
  card: EventCard,
  /** The asker's role. */
  team: TeamRole,
  /** When it was closed; null = it is open. */
  closed: Null(Moment),
  /** Whose row is still open after the close: who closed it. Another lead settles and closes it. */
  openRow: Null(Uuid),
  /** Uploads that came after the close wait for a lead. */
  afterClose: Type.Integer(),
  heads: Null(Type.Integer()),
  guests: Type.Integer(),
  people: Type.Array(AttendanceRow),
  desks: Type.Array(DeskRow),
  closeOut: Type.Object({
    accepted: Type.Integer(),
    noCheckOut: Type.Array(Uuid),
    weak: Type.Array(Uuid),
    noShows: Type.Array(Uuid),
    withinHeads: Type.Boolean(),
  }),
  /** From when, and until when, a desk can be opened. */
  keysFrom: Moment,
  keysUntil: Moment,
  members: Type.Array(
    Type.Object({
      person: Uuid,
      name: Null(Type.String()),
      team: TeamRole,
      maker: Type.Boolean(),
      own: Type.Boolean(),
    }),
  ),
})
export type AttendanceReply = Static<typeof AttendanceReply>

/** Keys for one device; they leave it at the close, or at `until`. */
export const DesksReply = Type.Object({
  asOf: Moment,
  /** The event's short code. */
  code: Type.String(),
  /** The address that the codes' links begin with. */
  origin: Type.String(),
  desks: Type.Array(Type.Object({ desk: Type.Integer(), direction: Direction, key: Type.String() })),
  until: Moment,
})
export type DesksReply = Static<typeof DesksReply>

export const DesksBody = only({
  requestId: RequestId,
  /** The device's own random id. */
  device: Uuid,
  /** Take the desk over from the devices that have it. */
  takeOver: Type.Boolean(),
})
export type DesksBody = Static<typeof DesksBody>

/** One of `code`, `account`, `people`. */
export const HostCheckInBody = only({
  requestId: RequestId,
  way: Type.Enum(['own', 'roll', 'walk-in', 'sheet']),
  direction: Direction,
  at: PhoneTime,
  code: Null(Text({ maxLength: 200 })),
  account: Null(AccountCode),
  people: Type.Array(Uuid, { maxItems: 500 }),
})
export type HostCheckInBody = Static<typeof HostCheckInBody>
export const HostCheckInReply = Type.Object({
  asOf: Moment,
  recorded: Type.Array(AttendanceRow),
  refused: Type.Array(Type.Object({ person: Uuid, code: Type.String() })),
})
export type HostCheckInReply = Static<typeof HostCheckInReply>

const Reason = Text({ minLength: 1, maxLength: 200 })
const People = Type.Array(Uuid, { maxItems: 500 })

export const SettlementBody = Type.Union([
  /** Times that aren't given stay, or are the planned ones. */
  only({
    requestId: RequestId,
    act: Type.Literal('times-set'),
    people: People,
    in: Null(Moment),
    out: Null(Moment),
    reason: Reason,
  }),
  /** `all`: in one tap, within the heads counted. */
  only({ requestId: RequestId, act: Type.Literal('confirmed'), people: People, all: Type.Boolean() }),
  only({
    requestId: RequestId,
    act: Type.Literal('heads-counted'),
    heads: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
    guests: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
  }),
])
export type SettlementBody = Static<typeof SettlementBody>

export const StrikeBody = only({ requestId: RequestId, people: People, struck: Type.Boolean(), reason: Reason })
export type StrikeBody = Static<typeof StrikeBody>
export const CloseBody = only({ requestId: RequestId })
export const ReopenBody = only({ requestId: RequestId, reason: Reason })
export type ReopenBody = Static<typeof ReopenBody>
export const TeamBody = only({
  requestId: RequestId,
  /** By account code to name somebody, by person to change or take off. */
  account: Null(AccountCode),
  person: Null(Uuid),
  team: Null(TeamRole),
})
export type TeamBody = Static<typeof TeamBody>

/** The record of an event for the upper system; its fields are the pack's. */
export const RecordReply = Type.Object({
  asOf: Moment,
  card: EventCard,
  /** The district hasn't confirmed the list of fields yet. */
  confirmed: Type.Boolean(),
  fields: Type.Array(Type.Object({ key: Type.String(), label: Type.String(), value: Type.String() })),
  handedOver: Null(Type.Object({ at: Moment, by: Null(Type.String()) })),
})
export type RecordReply = Static<typeof RecordReply>
export const HandOversReply = Type.Object({
  asOf: Moment,
  events: Type.Array(Type.Object({ card: EventCard, venue: VenueRef, closed: Null(Moment) })),
})
export type HandOversReply = Static<typeof HandOversReply>

const event = Type.Object({ event: Type.String() })

export const checkInRoutes = {
  'POST /v1/me/check-ins': { body: CheckInBody, reply: CheckInReply, status: 201 },
  'POST /v1/me/own-code': { reply: OwnCodeReply, status: 201 },
  'GET /v1/me/attendances': { reply: MyAttendancesReply },
  'GET /v1/me/teams': { reply: MyTeamsReply },
  'GET /v1/events/:event/attendance': { params: event, reply: AttendanceReply },
  'POST /v1/events/:event/desks': { params: event, body: DesksBody, reply: DesksReply, status: 201 },
  'POST /v1/events/:event/check-ins': { params: event, body: HostCheckInBody, reply: HostCheckInReply, status: 201 },
  'POST /v1/events/:event/settlements': { params: event, body: SettlementBody, reply: AttendanceReply, status: 201 },
  'POST /v1/events/:event/strikes': { params: event, body: StrikeBody, reply: AttendanceReply, status: 201 },
  'POST /v1/events/:event/close': { params: event, body: CloseBody, reply: AttendanceReply, status: 201 },
  'POST /v1/events/:event/reopen': { params: event, body: ReopenBody, reply: AttendanceReply, status: 201 },
  'POST /v1/events/:event/team': { params: event, body: TeamBody, reply: AttendanceReply, status: 201 },
  'GET /v1/events/:event/attendance/sheet': { params: event, reply: SheetReply },
  'GET /v1/events/:event/record': { params: event, reply: RecordReply },
  'POST /v1/events/:event/hand-over': { params: event, body: CloseBody, reply: RecordReply, status: 201 },
  'GET /v1/hand-overs': { query: only({ organisation: OrganisationCode }), reply: HandOversReply },
} as const satisfies Routes
