import { Type, type Static } from 'typebox'
import { ACCESS_REASONS } from '#domain/access/reasons'
import { ROLES } from '#domain/access/roles'
import { Way } from './check-in'
import { EventRole, Mine, Moment } from './event'
import { OrganisationRef } from './organisation'
import { FactTexts, Occupation, PathFacts } from './path'
import type { Routes } from './route'
import { Day, OrganisationCode, RequestId, Text } from './text'

const Nullable = Type.Union([Type.String(), Type.Null()])

export const Affiliation = Type.Object({
  organisation: OrganisationRef,
  state: Type.Union([Type.Literal('claimed'), Type.Literal('confirmed')]),
  since: Type.String(),
})

export const HeldRole = Type.Object({
  role: Type.Enum([...ROLES]),
  organisation: OrganisationRef,
  until: Type.String(),
  /** Of a venue's host: the venue. */
  venue: Type.Union([Type.Null(), Type.Object({ code: Type.String(), name: Type.String() })]),
  /** Whether the organisation, or one below it, has venues: without any there is nothing about events to do. */
  hasVenues: Type.Boolean(),
})
export type HeldRole = Static<typeof HeldRole>

export const Profile = Type.Object({
  name: Type.String(),
  birthDate: Type.String(),
  township: Type.Union([OrganisationRef, Type.Null()]),
  occupation: Type.Union([Occupation, Type.Null()]),
  /** The branch has seen it on paper: from then on it corrects it. */
  birthDateConfirmed: Type.Boolean(),
})

/** Who one is here. */
export const MeReply = Type.Object({
  /** The code that an operator asks for when giving a role. */
  account: Type.Object({ code: Type.String() }),
  person: Type.String(),
  profile: Type.Union([Profile, Type.Null()]),
  affiliation: Type.Union([Affiliation, Type.Null()]),
  /** The last answer of a branch that said "not one of ours"; null once another organisation was named. */
  declined: Type.Union([Type.Null(), Type.Object({ organisation: OrganisationRef, on: Type.String() })]),
  roles: Type.Array(HeldRole),
  demo: Type.Boolean(),
})
export type MeReply = Static<typeof MeReply>

export const ProfileBody = Type.Object(
  {
    requestId: RequestId,
    name: Text({ maxLength: 200 }),
    birthDate: Day,
    township: Type.Union([OrganisationCode, Type.Null()]),
    organisation: OrganisationCode,
    occupation: Type.Optional(Type.Union([Occupation, Type.Null()])),
  },
  { additionalProperties: false },
)
export type ProfileBody = Static<typeof ProfileBody>

/** Everything that is kept about oneself, with the day it goes. */
export const MyDataReply = Type.Object({
  asOf: Type.String(),
  account: Type.Object({ code: Type.String(), createdOn: Type.String(), lastSignInOn: Type.String() }),
  profile: Type.Union([Profile, Type.Null()]),
  affiliations: Type.Array(
    Type.Object({
      organisation: OrganisationRef,
      act: Type.Union([Type.Literal('claimed'), Type.Literal('confirmed'), Type.Literal('declined')]),
      on: Type.String(),
    }),
  ),
  /** Every act, hour and grade, with the words beside each. */
  facts: PathFacts,
  texts: FactTexts,
  /** The events one has registered for, the newest first, given-back ones too. */
  registrations: Type.Array(
    Type.Object({
      event: Type.String(),
      /** Empty while others may not read it. */
      title: Type.String(),
      /** The day on which it begins. */
      on: Type.String(),
      role: EventRole,
      state: Mine.properties.state,
      /** The day since which one stands so. */
      since: Type.String(),
      /** The last place was given back late. */
      late: Type.Boolean(),
    }),
  ),
  /** Each check-in, also one that says again what is known, and what hosts did about one's coming; the newest first. */
  attendance: Type.Array(
    Type.Object({
      event: Type.String(),
      /** Empty while others may not read it. */
      title: Type.String(),
      on: Type.String(),
      what: Type.Enum(['in', 'out', 'times-set', 'confirmed', 'struck', 'restored', 'team-set']),
      /** Of a check-in. */
      way: Type.Union([Way, Type.Null()]),
      /** When it was: of a check-in as far as it can be told. */
      at: Moment,
      /** A host's word. */
      byHost: Type.Boolean(),
      /** The host's words. */
      reason: Nullable,
    }),
  ),
  /** How many lines one's inbox holds. */
  messages: Type.Integer(),
  roles: Type.Array(HeldRole),
  /** Who opened what about me, newest first: the office, not the person. */
  accesses: Type.Array(
    Type.Object({
      on: Type.String(),
      office: Type.Enum([...ROLES]),
      organisation: OrganisationRef,
      what: Type.Enum(['list', 'path', 'registrations', 'attendance']),
      /** Why, where it had to be said. */
      reason: Type.Union([Type.Null(), Type.Enum([...ACCESS_REASONS])]),
    }),
  ),
  keeping: Type.Array(
    Type.Object({
      what: Type.Union([
        Type.Literal('account'),
        Type.Literal('profile'),
        Type.Literal('sessions'),
        Type.Literal('requests'),
        Type.Literal('accesses'),
        Type.Literal('registrations'),
        Type.Literal('attendance'),
        Type.Literal('messages'),
      ]),
      /** The rule that says how long. */
      rule: Type.String(),
      days: Type.Integer(),
      /** The day on which it goes if nothing happens before; null where there is nothing of it. */
      until: Nullable,
      source: Type.Union([Type.Null(), Type.Object({ title: Type.String(), short: Type.String() })]),
    }),
  ),
})
export type MyDataReply = Static<typeof MyDataReply>

export const meRoutes = {
  'GET /v1/me': { reply: MeReply },
  'PUT /v1/me/profile': { body: ProfileBody, reply: MeReply },
  'GET /v1/me/data': { reply: MyDataReply },
  'DELETE /v1/me': {
    body: Type.Object({ requestId: RequestId }, { additionalProperties: false }),
    reply: Type.Null(),
    status: 204,
  },
} as const satisfies Routes
