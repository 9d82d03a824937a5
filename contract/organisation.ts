import { Type, type Static } from 'typebox'
import { ORGANISATION_KINDS } from '#domain/policy/organisations'
import type { Routes } from './route'
import { OrganisationCode } from './text'
import { ApplicationState, PathRequirement, RequirementState, Turn } from './path'

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

/** A person in a list, in the words of their own path. Until the organisation is confirmed: the name only. */
export const PersonRow = Type.Object({
  person: Type.String(),
  /** Masked for an office above the branch. */
  name: Type.Union([Type.String(), Type.Null()]),
  /** Whether this office must say why before it opens the row. */
  needsReason: Type.Boolean(),
  affiliation: Type.Union([Type.Literal('claimed'), Type.Literal('confirmed')]),
  /** The day on which the affiliation was claimed or confirmed. */
  since: Type.String(),
  /** The last day of the answer, where one is waited for. */
  due: Type.Union([Type.String(), Type.Null()]),
  organisation: OrganisationRef,
  /** null until the organisation is confirmed. */
  confirmed: Type.Union([
    Type.Null(),
    Type.Object({
      state: ApplicationState,
      activistOn: Type.Union([Type.String(), Type.Null()]),
      turn: Turn,
      ready: Type.Boolean(),
      /** Empty where the row opens with a reason only. */
      requirements: Type.Array(
        Type.Object({
          rule: PathRequirement.properties.rule,
          state: RequirementState,
          gate: PathRequirement.properties.gate,
          need: Type.Integer(),
          have: Type.Integer(),
          pending: Type.Integer(),
          value: Type.Union([Type.String(), Type.Null()]),
          earliest: Type.Union([Type.String(), Type.Null()]),
        }),
      ),
    }),
  ]),
})
export type PersonRow = Static<typeof PersonRow>

export const PeopleReply = Type.Object({
  asOf: Type.String(),
  organisation: OrganisationRef,
  people: Type.Array(PersonRow),
  /** There are more than are listed: ask about an organisation further down. */
  more: Type.Boolean(),
})
export type PeopleReply = Static<typeof PeopleReply>

/** Numbers of one organisation's own people: how many at which step, and what is overdue with whom. */
export const OverviewRow = Type.Object({
  organisation: OrganisationRef,
  claimed: Type.Integer(),
  confirmed: Type.Integer(),
  /** Of the confirmed, by where their application stands. */
  steps: Type.Object({
    none: Type.Integer(),
    submitted: Type.Integer(),
    applied: Type.Integer(),
    talked: Type.Integer(),
    nominated: Type.Integer(),
    activist: Type.Integer(),
    training: Type.Integer(),
  }),
  /** Past the day that a rule names: answers and talks with the branch, answers to nominations with the committee. */
  overdue: Type.Object({ affiliation: Type.Integer(), talk: Type.Integer(), nomination: Type.Integer() }),
})
export type OverviewRow = Static<typeof OverviewRow>
export const OverviewReply = Type.Object({ asOf: Type.String(), rows: Type.Array(OverviewRow) })
export type OverviewReply = Static<typeof OverviewReply>

export const organisationRoutes = {
  'GET /v1/organisations': { reply: OrganisationsReply },
  'GET /v1/organisations/:organisation/people': {
    params: Type.Object({ organisation: OrganisationCode }),
    /** `nominated`: only those whose nomination waits for an answer. */
    query: Type.Object({ only: Type.Optional(Type.Literal('nominated')) }, { additionalProperties: false }),
    reply: PeopleReply,
  },
  'GET /v1/overview': {
    query: Type.Object({ organisation: OrganisationCode }, { additionalProperties: false }),
    reply: OverviewReply,
  },
} as const satisfies Routes
