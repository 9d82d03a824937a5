import { Type, type Static, type TSchema } from 'typebox'
import { EVENT_KINDS, EVENT_ROLES } from '#domain/events/event'
import { OrganisationRef } from './organisation'
import { Facts } from './problem'
import type { Routes } from './route'
import { AccountCode, Day, OrganisationCode, RequestId, Text, Uuid } from './text'

const Null = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])

/** A moment, in milliseconds since 1970 (UTC). */
export const Moment = Type.Integer({ minimum: 0, maximum: 4_102_444_800_000 })

export const EventKind = Type.Enum([...EVENT_KINDS])
export const EventRole = Type.Enum([...EVENT_ROLES])
export const VenueCode = Type.String({ pattern: '^[A-Z][A-Z0-9-]{0,19}$' })

/** A venue by its name, with the organisation above it. */
export const VenueRef = Type.Object({
  code: VenueCode,
  name: Type.String(),
  organisation: OrganisationRef,
  /** Made up until the district gives its own; shown as （示例）. */
  placeholder: Type.Boolean(),
})
export type VenueRef = Static<typeof VenueRef>
export const VenuesReply = Type.Object({ venues: Type.Array(VenueRef) })
export type VenuesReply = Static<typeof VenuesReply>

/** Where an event stands at the moment of the answer (domain/events/event `phaseOf`). */
export const EventPhase = Type.Enum(['draft', 'open', 'closed', 'running', 'over', 'cancelled'])

/** Places of one role, and what it gives. */
export const RolePlaces = Type.Object({
  role: EventRole,
  places: Type.Integer(),
  /** What a newcomer can have. */
  left: Type.Integer(),
  waiting: Type.Integer(),
  /** Volunteer minutes credited; null = none. */
  minutes: Null(Type.Integer()),
  /** Tenths of a 学时 credited; null = none. */
  tenths: Null(Type.Integer()),
})
export type RolePlaces = Static<typeof RolePlaces>

/** Whether its words may be read by others. */
export const WordsState = Type.Enum(['waiting', 'clear', 'refused'])

/** An event in a list. */
export const EventCard = Type.Object({
  id: Uuid,
  kind: EventKind,
  /** Empty for who may not read it yet (`words`). */
  title: Type.String(),
  words: WordsState,
  venue: VenueRef,
  /** Where in or near the venue, in words; null = the venue. */
  spot: Null(Type.String()),
  start: Moment,
  end: Moment,
  deadline: Moment,
  phase: EventPhase,
  roles: Type.Array(RolePlaces),
})
export type EventCard = Static<typeof EventCard>

export const EventsReply = Type.Object({
  asOf: Moment,
  events: Type.Array(EventCard),
  /** There are more than are listed: ask for fewer days, or for a venue. */
  more: Type.Boolean(),
})
export type EventsReply = Static<typeof EventsReply>

/** A "no" of the rules with its facts; src/text words it. */
export const Closed = Type.Object({
  code: Type.String(),
  facts: Facts,
})

/** What registering for a role would lead to: a place, a number on the list, or why not. */
export const Door = Type.Object({
  role: EventRole,
  to: Null(Type.Enum(['place', 'list'])),
  closed: Null(Closed),
})
export type Door = Static<typeof Door>

/** All that is needed to decide. */
export const EventDetail = Type.Object({
  card: EventCard,
  notes: Type.String(),
  /** The last move: what it was before. */
  moved: Null(Type.Object({ at: Moment, start: Moment, end: Moment, venue: VenueRef, spot: Null(Type.String()) })),
  /** Until when a cancellation leaves no mark; and from when nobody can join the list any more. */
  cancelFreeUntil: Moment,
  listClosesAt: Moment,
  /** How long a freed place is offered, minutes. */
  offerWithin: Type.Integer(),
  /** The organisation that named it a class. */
  classOf: Null(OrganisationRef),
  /** For whoever it is. */
  doors: Type.Array(Door),
})
export type EventDetail = Static<typeof EventDetail>
export const EventReply = Type.Object({ asOf: Moment, event: EventDetail })
export type EventReply = Static<typeof EventReply>

/** One's standing with an event. */
export const Mine = Type.Object({
  role: EventRole,
  state: Type.Enum(['registered', 'waiting', 'offered', 'declined', 'expired', 'cancelled', 'left']),
  since: Moment,
  /** One's place on the waiting list, from 1; null when one doesn't wait. */
  place: Null(Type.Integer()),
  /** Of an offer: until when it can be answered. */
  until: Null(Moment),
  /** The last place was given back late. */
  late: Type.Boolean(),
  byHost: Type.Boolean(),
  /** Whether cancelling now would leave a mark. */
  cancelMarks: Type.Boolean(),
  /** The event was moved after one had taken the place: leaving leaves no mark. */
  movedSince: Type.Boolean(),
})
export type Mine = Static<typeof Mine>

export const MyEventReply = Type.Object({ asOf: Moment, mine: Null(Mine), doors: Type.Array(Door) })
export type MyEventReply = Static<typeof MyEventReply>

export const MyEventsReply = Type.Object({
  asOf: Moment,
  /** Live ones first by start, then past and given-back ones, the newest first. */
  registrations: Type.Array(Type.Object({ card: EventCard, mine: Mine })),
})
export type MyEventsReply = Static<typeof MyEventsReply>

/** A line of the inbox. */
export const Message = Type.Object({
  id: Uuid,
  kind: Type.Enum([
    'place-offered',
    'offer-expired',
    'list-closed',
    'moved',
    'cancelled',
    'reminder',
    'added',
    'announcement',
    'class-answered',
  ]),
  /** Where it leads. */
  link: Type.Enum(['event', 'desk']),
  card: EventCard,
  at: Moment,
  /** Of an offer: until when it can be answered. */
  until: Null(Moment),
  /** The host's words, where it is an announcement that others may read. */
  words: Null(Type.String()),
  opened: Type.Boolean(),
  /** It has settled itself: answered, over, or opened where there is nothing to answer. */
  settled: Type.Boolean(),
})
export type Message = Static<typeof Message>
export const InboxReply = Type.Object({ asOf: Moment, unsettled: Type.Integer(), messages: Type.Array(Message) })
export type InboxReply = Static<typeof InboxReply>
/** How many messages have something left to do, without the messages. */
export const UnsettledReply = Type.Object({ asOf: Moment, unsettled: Type.Integer() })
export type UnsettledReply = Static<typeof UnsettledReply>

// ---- hosts

const Places = Null(Type.Integer({ minimum: 0, maximum: 100_000 }))

/** What a host says about an event. */
const terms = {
  kind: EventKind,
  title: Text({ minLength: 1, maxLength: 40 }),
  notes: Text({ maxLength: 1000 }),
  spot: Null(Text({ minLength: 1, maxLength: 60 })),
  start: Moment,
  end: Moment,
  deadline: Moment,
  attendeePlaces: Places,
  volunteerPlaces: Places,
  volunteerMinutes: Null(Type.Integer({ minimum: 0, maximum: 10_000 })),
} as const

export const EventBody = Type.Object({ requestId: RequestId, ...terms }, { additionalProperties: false })
export type EventBody = Static<typeof EventBody>
export const EventTermsReply = Type.Object(terms)
export type EventTermsReply = Static<typeof EventTermsReply>

/** An event as its host, or an office above, sees it. */
export const DeskCard = Type.Object({
  card: EventCard,
  registered: Type.Integer(),
  offered: Type.Integer(),
  waiting: Type.Integer(),
})
export type DeskCard = Static<typeof DeskCard>
export const VenueEventsReply = Type.Object({
  asOf: Moment,
  venue: VenueRef,
  events: Type.Array(DeskCard),
  /** The day of the last event before these days that isn't a draft; null = there is none. */
  earlier: Null(Day),
})
export type VenueEventsReply = Static<typeof VenueEventsReply>

/** How many have a place in a role, are offered one, or wait. */
export const RoleCount = Type.Object({
  registered: Type.Integer(),
  offered: Type.Integer(),
  waiting: Type.Integer(),
})

export const DeskReply = Type.Object({
  asOf: Moment,
  desk: DeskCard,
  /** By role: what a change may not take from anybody. */
  counts: Type.Object({ attendee: RoleCount, volunteer: RoleCount }),
  terms: EventTermsReply,
  /** Whether the asker is a host of the venue: what the screen offers. */
  host: Type.Boolean(),
  naming: Type.Object({
    state: Type.Enum(['none', 'asked', 'named', 'refused']),
    organisation: Null(OrganisationRef),
    tenths: Null(Type.Integer()),
  }),
  /** The day (+08:00) of the last word to all; null = none yet. */
  announcedOn: Null(Type.String()),
  announcements: Type.Array(Type.Object({ at: Moment, text: Type.String(), words: WordsState })),
})
export type DeskReply = Static<typeof DeskReply>

/** Somebody who has registered, masked. */
export const RegistrationRow = Type.Object({
  person: Uuid,
  /** Masked; null = no name here any more. */
  name: Null(Type.String()),
  role: EventRole,
  state: Mine.properties.state,
  place: Null(Type.Integer()),
  since: Moment,
  byHost: Type.Boolean(),
})
export type RegistrationRow = Static<typeof RegistrationRow>
export const RegistrationsReply = Type.Object({
  asOf: Moment,
  people: Type.Array(RegistrationRow),
  more: Type.Boolean(),
})
export type RegistrationsReply = Static<typeof RegistrationsReply>

/** An event that asks to be named a class. */
export const ClassRequestsReply = Type.Object({
  asOf: Moment,
  requests: Type.Array(Type.Object({ card: EventCard, notes: Type.String(), tenths: Type.Integer() })),
})
export type ClassRequestsReply = Static<typeof ClassRequestsReply>

/** Words that wait for a person's look. */
export const WordsReply = Type.Object({
  asOf: Moment,
  words: Type.Array(
    Type.Object({
      /** The hash of the words, in hex. */
      id: Type.String(),
      event: Uuid,
      venue: VenueRef,
      start: Moment,
      /** The words, by what they are: title, notes, spot, announcement. */
      body: Type.Record(Type.String(), Type.String()),
      at: Moment,
    }),
  ),
})
export type WordsReply = Static<typeof WordsReply>

/** A venue on the season's board. */
export const SeasonRow = Type.Object({
  venue: VenueRef,
  state: Type.Enum(['held', 'planned', 'lacking']),
  held: Type.Integer(),
  planned: Type.Integer(),
  need: Type.Integer(),
  next: Null(Type.String()),
  events: Type.Array(EventCard),
})
export type SeasonRow = Static<typeof SeasonRow>
export const SeasonReply = Type.Object({
  asOf: Moment,
  name: Type.String(),
  from: Type.String(),
  to: Type.String(),
  totals: Type.Object({ held: Type.Integer(), planned: Type.Integer(), lacking: Type.Integer() }),
  venues: Type.Array(SeasonRow),
})
export type SeasonReply = Static<typeof SeasonReply>

/** A file, as the web version saves it and WeChat opens it. */
export const SheetReply = Type.Object({ name: Type.String(), type: Type.String(), base64: Type.String() })
export type SheetReply = Static<typeof SheetReply>

export const EventActReply = Type.Object({ event: Uuid })
export type EventActReply = Static<typeof EventActReply>

/** What isn't an id names nothing: it is answered as such, not as bad input. */
const event = Type.Object({ event: Type.String() })
const only = <T extends Parameters<typeof Type.Object>[0]>(properties: T) =>
  Type.Object(properties, { additionalProperties: false })

export const RegistrationBody = only({ requestId: RequestId, role: EventRole })
export type RegistrationBody = Static<typeof RegistrationBody>
export const CancellationBody = only({ requestId: RequestId })
export const OfferAnswerBody = only({ requestId: RequestId, accept: Type.Boolean() })
export type OfferAnswerBody = Static<typeof OfferAnswerBody>
export const EventStatusBody = only({ requestId: RequestId, act: Type.Enum(['publish', 'unpublish', 'cancel']) })
export type EventStatusBody = Static<typeof EventStatusBody>
export const AddBody = only({ requestId: RequestId, account: AccountCode, role: EventRole })
export type AddBody = Static<typeof AddBody>
export const AnnouncementBody = only({ requestId: RequestId, text: Text({ minLength: 1, maxLength: 200 }) })
export type AnnouncementBody = Static<typeof AnnouncementBody>
export const ClassRequestBody = only({
  requestId: RequestId,
  organisation: OrganisationCode,
  tenths: Type.Integer({ minimum: 0, maximum: 1000 }),
})
export type ClassRequestBody = Static<typeof ClassRequestBody>
export const AnswerBody = only({ requestId: RequestId, yes: Type.Boolean() })
export type AnswerBody = Static<typeof AnswerBody>

export const eventRoutes = {
  'GET /v1/venues': { reply: VenuesReply },
  'GET /v1/events': {
    /** `from` and `to`: days at +08:00, both included, at most 62. */
    query: only({
      from: Day,
      to: Day,
      organisation: Type.Optional(OrganisationCode),
      venue: Type.Optional(VenueCode),
      kind: Type.Optional(EventKind),
    }),
    reply: EventsReply,
  },
  'GET /v1/events/:event': { params: event, reply: EventReply },
  'GET /v1/me/events': { reply: MyEventsReply },
  'GET /v1/me/events/:event': { params: event, reply: MyEventReply },
  'POST /v1/me/events/:event/registration': { params: event, body: RegistrationBody, reply: MyEventReply, status: 201 },
  'POST /v1/me/events/:event/cancellation': { params: event, body: CancellationBody, reply: MyEventReply, status: 201 },
  'POST /v1/me/events/:event/offer-answer': { params: event, body: OfferAnswerBody, reply: MyEventReply, status: 201 },
  'GET /v1/me/inbox': { reply: InboxReply },
  'GET /v1/me/unsettled': { reply: UnsettledReply },
  'PUT /v1/me/inbox/:message': {
    params: Type.Object({ message: Type.String() }),
    body: only({ opened: Type.Literal(true) }),
    reply: Type.Null(),
    status: 204,
  },
  'GET /v1/venues/:venue/events': {
    params: Type.Object({ venue: VenueCode }),
    query: only({ from: Day, to: Day }),
    reply: VenueEventsReply,
  },
  'POST /v1/venues/:venue/events': {
    params: Type.Object({ venue: VenueCode }),
    body: EventBody,
    reply: EventActReply,
    status: 201,
  },
  'GET /v1/events/:event/desk': { params: event, reply: DeskReply },
  'PUT /v1/events/:event': { params: event, body: EventBody, reply: EventActReply },
  'POST /v1/events/:event/status': { params: event, body: EventStatusBody, reply: EventActReply, status: 201 },
  'GET /v1/events/:event/registrations': {
    params: event,
    query: only({ search: Type.Optional(Text({ maxLength: 40 })) }),
    reply: RegistrationsReply,
  },
  'POST /v1/events/:event/registrations': { params: event, body: AddBody, reply: EventActReply, status: 201 },
  'POST /v1/events/:event/announcements': { params: event, body: AnnouncementBody, reply: EventActReply, status: 201 },
  'POST /v1/events/:event/class-request': { params: event, body: ClassRequestBody, reply: EventActReply, status: 201 },
  'GET /v1/organisations/:organisation/class-requests': {
    params: Type.Object({ organisation: OrganisationCode }),
    reply: ClassRequestsReply,
  },
  'POST /v1/organisations/:organisation/class-requests/:event/answer': {
    params: Type.Object({ organisation: OrganisationCode, event: Type.String() }),
    body: AnswerBody,
    reply: EventActReply,
    status: 201,
  },
  'GET /v1/organisations/:organisation/words': {
    params: Type.Object({ organisation: OrganisationCode }),
    reply: WordsReply,
  },
  'POST /v1/organisations/:organisation/words/:words/answer': {
    params: Type.Object({ organisation: OrganisationCode, words: Type.String() }),
    body: AnswerBody,
    reply: EventActReply,
    status: 201,
  },
  'GET /v1/season': { query: only({ organisation: OrganisationCode }), reply: SeasonReply },
  'GET /v1/season/sheet': { query: only({ organisation: OrganisationCode }), reply: SheetReply },
} as const satisfies Routes
