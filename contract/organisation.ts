import { Type, type Static } from 'typebox'
import { ORGANISATION_KINDS } from '#domain/policy/organisations'
import type { Routes } from './route'
import { OrganisationCode } from './text'
import { RequirementState } from './path'

/** An organisation by its name, for screens. */
export const OrganisationRef = Type.Object({
  code: OrganisationCode,
  name: Type.String(),
  /** Made up until the district gives its own; shown as （示例）. */
  placeholder: Type.Boolean(),
})
export type OrganisationRef = Static<typeof OrganisationRef>

/** A row of the tree, in reading order (the district's own order, parents before children). */
export const OrganisationRow = Type.Object({
  code: OrganisationCode,
  name: Type.String(),
  kind: Type.Enum([...ORGANISATION_KINDS]),
  parent: Type.Union([OrganisationCode, Type.Null()]),
  placeholder: Type.Boolean(),
  /** Whether a youth can belong to it. */
  joinable: Type.Boolean(),
})
export type OrganisationRow = Static<typeof OrganisationRow>

export const OrganisationsReply = Type.Object({ organisations: Type.Array(OrganisationRow) })
export type OrganisationsReply = Static<typeof OrganisationsReply>

/** A person in a branch's list. Until the organisation is confirmed: the name only. */
export const PersonRow = Type.Object({
  person: Type.String(),
  name: Type.Union([Type.String(), Type.Null()]),
  affiliation: Type.Union([Type.Literal('claimed'), Type.Literal('confirmed')]),
  /** The day on which the affiliation was claimed or confirmed. */
  since: Type.String(),
  organisation: OrganisationRef,
  /** null until the organisation is confirmed. */
  confirmed: Type.Union([
    Type.Null(),
    Type.Object({
      activistOn: Type.Union([Type.String(), Type.Null()]),
      classHours: Type.Object({
        state: RequirementState,
        need: Type.Integer(),
        have: Type.Integer(),
        pending: Type.Integer(),
      }),
    }),
  ]),
})
export type PersonRow = Static<typeof PersonRow>

export const PeopleReply = Type.Object({ organisation: OrganisationRef, people: Type.Array(PersonRow) })
export type PeopleReply = Static<typeof PeopleReply>

/** Numbers of one organisation's own people. */
export const OverviewRow = Type.Object({
  organisation: OrganisationRef,
  claimed: Type.Integer(),
  confirmed: Type.Integer(),
  activists: Type.Integer(),
})
export const OverviewReply = Type.Object({ asOf: Type.String(), rows: Type.Array(OverviewRow) })
export type OverviewReply = Static<typeof OverviewReply>

export const organisationRoutes = {
  'GET /v1/organisations': { reply: OrganisationsReply },
  'GET /v1/organisations/:organisation/people': {
    params: Type.Object({ organisation: OrganisationCode }),
    reply: PeopleReply,
  },
  'GET /v1/overview': {
    query: Type.Object({ organisation: OrganisationCode }, { additionalProperties: false }),
    reply: OverviewReply,
  },
} as const satisfies Routes
