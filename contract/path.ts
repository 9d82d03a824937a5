import { Type, type Static, type TEnum } from 'typebox'
import { ACCESS_REASONS } from '#domain/access/reasons'
import { ACTS } from '#domain/application/acts'
import { REQUIREMENTS } from '#domain/path/requirement'
import { OCCUPATIONS } from '#domain/profile/occupation'
import type { Routes } from './route'

/** One of a closed list of words. */
function oneOf<const T extends string>(...words: readonly T[]): TEnum<T[]> {
  return Type.Enum([...words])
}

const Nullable = Type.Union([Type.String(), Type.Null()])
const Way = oneOf('nomination', 'points', 'review')

export const RequirementState = oneOf('met', 'waiting', 'not-yet', 'not-applicable')
export const ApplicationState = oneOf('none', 'submitted', 'applied', 'talked', 'nominated', 'activist', 'training')
export const Occupation = Type.Enum([...OCCUPATIONS])

const Actor = oneOf('applicant', 'branch-secretary', 'committee-officer', 'event-lead', 'time')

/** One row of the ledger: hours of one class or service. */
export const LedgerEntry = Type.Object({
  id: Type.String(),
  requirement: oneOf('class-hours', 'volunteer-hours'),
  /** Tenths of a 学时, or minutes; 0 strikes the entry that it corrects. */
  amount: Type.Integer(),
  on: Type.String(),
  origin: oneOf('check-in', 'recorded', 'self-reported', 'imported', 'adjustment'),
  mode: oneOf('in-person', 'online'),
  since: Type.String(),
  acceptedOn: Nullable,
  corrects: Nullable,
})
export type LedgerEntry = Static<typeof LedgerEntry>

/** One act of the application. */
export const ApplicationAct = Type.Object({
  id: Type.String(),
  act: Type.Enum([...ACTS]),
  on: Type.String(),
  since: Type.String(),
  way: Type.Union([Way, Type.Null()]),
  onPaper: Type.Boolean(),
  people: Type.Union([Type.Integer(), Type.Null()]),
  corrects: Nullable,
  voided: Type.Boolean(),
})
export type ApplicationAct = Static<typeof ApplicationAct>

/** One grade of the civics course; null strikes the one that it corrects. */
export const GradeEntry = Type.Object({
  id: Type.String(),
  grade: Nullable,
  on: Type.String(),
  since: Type.String(),
  corrects: Nullable,
})
export type GradeEntry = Static<typeof GradeEntry>

const AffiliationState = Type.Union([
  Type.Null(),
  Type.Object({ state: oneOf('claimed', 'confirmed'), since: Type.String() }),
])

/** What the path is computed from (domain/path/facts): with it the phone computes the same report on a later day. */
export const PathFacts = Type.Object({
  birthDate: Nullable,
  occupation: Type.Union([Occupation, Type.Null()]),
  affiliation: AffiliationState,
  acts: Type.Array(ApplicationAct),
  entries: Type.Array(LedgerEntry),
  grades: Type.Array(GradeEntry),
})
export type PathFacts = Static<typeof PathFacts>

const EntryFate = Type.Object({
  id: Type.String(),
  fate: oneOf('counted', 'pending', 'not-counted'),
  reason: Type.Union([
    Type.Null(),
    oneOf(
      'corrected',
      'struck',
      'before-activist',
      'not-in-person',
      'before-age',
      'other-year',
      'newer-grade',
      'not-good',
    ),
  ]),
})

const Source = Type.Union([Type.Null(), Type.Object({ title: Type.String(), short: Type.String() })])

/** One requirement: integers in `unit`, states and codes; the screen words them. */
export const PathRequirement = Type.Object({
  rule: Type.Enum([...REQUIREMENTS]),
  state: RequirementState,
  gate: oneOf('hard', 'soft'),
  need: Type.Integer(),
  have: Type.Integer(),
  pending: Type.Integer(),
  unit: oneOf('class-hour-tenth', 'minute', 'grade', 'day', 'way'),
  who: Type.Union([Actor, Type.Null()]),
  since: Nullable,
  reason: Type.Union([
    Type.Null(),
    oneOf(
      'organisation-missing',
      'affiliation-pending',
      'not-activist',
      'hours-missing',
      'hours-waiting',
      'occupation-missing',
      'grade-missing',
      'grade-not-good',
      'months-running',
      'not-applied',
      'paper-pending',
      'talk-pending',
      'nomination-pending',
      'nomination-returned',
      'approval-pending',
      'over-age',
    ),
  ]),
  earliest: Nullable,
  value: Nullable,
  year: Type.Union([Type.Integer(), Type.Null()]),
  closes: Nullable,
  /** null = 本区规定. */
  source: Source,
  certainty: oneOf('Q', 'P', 'L', 'X'),
  note: Type.String(),
  entries: Type.Array(EntryFate),
})
export type PathRequirement = Static<typeof PathRequirement>

/** Whose turn it is. */
export const Turn = Type.Object({
  who: Type.Union([Actor, Type.Null()]),
  act: oneOf(
    'choose-organisation',
    'confirm-affiliation',
    'apply',
    'confirm-paper',
    'talk',
    'nominate',
    'answer-nomination',
    'name-mentors',
    'collect',
    'accept-hours',
    'record-civics',
    'wait',
    'propose',
    'over-age',
  ),
  since: Nullable,
  due: Nullable,
  rule: Nullable,
})
export type Turn = Static<typeof Turn>

/** Where a person stands on a day, by a version of the rules (domain/path/report). */
export const PathReport = Type.Object({
  asOf: Type.String(),
  policy: Type.Object({ version: Type.String(), edition: Type.String(), confirmedOn: Nullable }),
  affiliation: AffiliationState,
  application: Type.Object({
    state: ApplicationState,
    since: Nullable,
    talkDue: Nullable,
    returned: Nullable,
    withdrawnOn: Nullable,
    onPaper: Type.Boolean(),
  }),
  activistOn: Nullable,
  trail: Type.Array(
    Type.Object({
      number: Type.Integer(),
      id: oneOf(
        'submitted',
        'applied',
        'talked',
        'activist',
        'mentored',
        'training',
        'candidate',
        'pre-reviewed',
        'noticed',
        'introduced',
        'form-filled',
        'voted',
        'approved',
        'notified',
        'sworn-in',
        'member',
      ),
      state: oneOf('done', 'current', 'ahead', 'skipped'),
      on: Nullable,
    }),
  ),
  requirements: Type.Array(PathRequirement),
  turn: Turn,
  ready: Type.Boolean(),
  earliest: Type.Object({ on: Nullable, by: Type.Array(Type.String()) }),
})
export type PathReport = Static<typeof PathReport>

/** The words beside facts, by the fact's id; none where they were erased. */
export const FactTexts = Type.Record(Type.String(), Type.Record(Type.String(), Type.String()))
export type FactTexts = Static<typeof FactTexts>

/** A path: the facts, the words beside them, and what the server reports on its day by its rules. */
export const PathReply = Type.Object({ facts: PathFacts, texts: FactTexts, report: PathReport })
export type PathReply = Static<typeof PathReply>

/** What the asker may do about the person now: in order of the path, and what is always possible. */
export const OfficeAct = oneOf(
  'confirm-paper',
  'talk',
  'nominate',
  'answer-nomination',
  'record-activist',
  'name-mentors',
  'record-class-hours',
  'record-volunteer-hours',
  'record-civics',
  'correct-branch-steps',
  'correct-committee-steps',
)
export type OfficeAct = Static<typeof OfficeAct>

/** A person's path as an office sees it: the same words, with the name. */
export const PersonPathReply = Type.Object({
  person: Type.String(),
  name: Nullable,
  may: Type.Array(OfficeAct),
  path: PathReply,
})
export type PersonPathReply = Static<typeof PersonPathReply>

export const pathRoutes = {
  'GET /v1/me/path': { reply: PathReply },
  'GET /v1/people/:person/path': {
    params: Type.Object({ person: Type.String() }),
    /** Why; needed from an office above the branch for a minor. */
    query: Type.Object({ reason: Type.Optional(Type.Enum([...ACCESS_REASONS])) }, { additionalProperties: false }),
    reply: PersonPathReply,
  },
} as const satisfies Routes
