import { Type, type Static } from 'typebox'
import type { Routes } from './route'

const Nullable = Type.Union([Type.String(), Type.Null()])

export const RequirementState = Type.Union([
  Type.Literal('met'),
  Type.Literal('waiting'),
  Type.Literal('not-yet'),
  Type.Literal('not-applicable'),
])

/** One entry of the ledger with its fate. `texts` is null where they were erased. */
export const PathEntry = Type.Object({
  id: Type.String(),
  /** Tenths of a 学时. */
  amount: Type.Integer(),
  on: Type.String(),
  origin: Type.Union([
    Type.Literal('check-in'),
    Type.Literal('recorded'),
    Type.Literal('self-reported'),
    Type.Literal('imported'),
    Type.Literal('adjustment'),
  ]),
  mode: Type.Union([Type.Literal('in-person'), Type.Literal('online')]),
  since: Type.String(),
  corrects: Nullable,
  /** The entry that stands in its place. */
  correctedBy: Nullable,
  fate: Type.Union([Type.Literal('counted'), Type.Literal('pending'), Type.Literal('not-counted')]),
  reason: Type.Union([
    Type.Null(),
    Type.Literal('corrected'),
    Type.Literal('struck'),
    Type.Literal('before-activist'),
    Type.Literal('not-in-person'),
    Type.Literal('before-age'),
  ]),
  texts: Type.Union([Type.Null(), Type.Object({ content: Type.String(), witness: Type.String(), reason: Nullable })]),
})
export type PathEntry = Static<typeof PathEntry>

/** One requirement: integers in `unit`, states and codes; the screen words them. */
export const PathRequirement = Type.Object({
  rule: Type.Literal('class-hours'),
  state: RequirementState,
  need: Type.Integer(),
  have: Type.Integer(),
  pending: Type.Integer(),
  unit: Type.Literal('class-hour-tenth'),
  who: Type.Union([
    Type.Null(),
    Type.Literal('applicant'),
    Type.Literal('branch-secretary'),
    Type.Literal('committee-officer'),
  ]),
  since: Nullable,
  /** null = 本区规定. */
  source: Type.Union([Type.Null(), Type.Object({ title: Type.String(), short: Type.String() })]),
  certainty: Type.Union([Type.Literal('Q'), Type.Literal('P'), Type.Literal('L'), Type.Literal('X')]),
  note: Type.String(),
  reason: Type.Union([
    Type.Null(),
    Type.Literal('organisation-missing'),
    Type.Literal('affiliation-pending'),
    Type.Literal('not-activist'),
    Type.Literal('hours-missing'),
    Type.Literal('hours-waiting'),
  ]),
  entries: Type.Array(PathEntry),
})
export type PathRequirement = Static<typeof PathRequirement>

/** Where a person stands on a day, by a version of the rules. */
export const PathReply = Type.Object({
  asOf: Type.String(),
  policy: Type.Object({ version: Type.String(), edition: Type.String(), confirmedOn: Nullable }),
  affiliation: Type.Union([
    Type.Null(),
    Type.Object({ state: Type.Union([Type.Literal('claimed'), Type.Literal('confirmed')]), since: Type.String() }),
  ]),
  activistOn: Nullable,
  requirements: Type.Array(PathRequirement),
})
export type PathReply = Static<typeof PathReply>

/** A person's path as their branch secretary or committee sees it: the same words, with the name. */
export const PersonPathReply = Type.Object({
  person: Type.String(),
  name: Nullable,
  /** Whether the asker may record and correct here (not only read). */
  may: Type.Object({ recordClassHours: Type.Boolean(), recordActivist: Type.Boolean() }),
  path: PathReply,
})
export type PersonPathReply = Static<typeof PersonPathReply>

export const pathRoutes = {
  'GET /v1/me/path': { reply: PathReply },
  'GET /v1/people/:person/path': { params: Type.Object({ person: Type.String() }), reply: PersonPathReply },
} as const satisfies Routes
