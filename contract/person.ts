import { Type, type Static } from 'typebox'
import type { Routes } from './route'
import { Day, OrganisationCode, RequestId, Text, Uuid } from './text'

const PersonParams = Type.Object({ person: Type.String() })
const EntryParams = Type.Object({ person: Type.String(), entry: Type.String() })

/** What an act leaves behind: the id of its fact. A repeat with the same requestId gets the same. */
export const ActReply = Type.Object({ id: Type.String() })
export type ActReply = Static<typeof ActReply>

const classHours = {
  requestId: RequestId,
  /** The day of the class. */
  on: Day,
  /** Tenths of a 学时. */
  tenths: Type.Integer({ minimum: 0, maximum: 1000 }),
  mode: Type.Union([Type.Literal('in-person'), Type.Literal('online')]),
  content: Text({ minLength: 1, maxLength: 200 }),
  witness: Text({ minLength: 1, maxLength: 50 }),
}

export const ClassHoursBody = Type.Object(classHours, { additionalProperties: false })
export type ClassHoursBody = Static<typeof ClassHoursBody>

/** A correction replaces the entry it names; 0 tenths strikes it. */
export const CorrectionBody = Type.Object(
  { ...classHours, reason: Text({ minLength: 1, maxLength: 200 }) },
  { additionalProperties: false },
)
export type CorrectionBody = Static<typeof CorrectionBody>

/** Class hours of many at once: the same class, each person's own entry. */
export const ClassHoursOfManyBody = Type.Object(
  { ...classHours, people: Type.Array(Uuid, { minItems: 1, maxItems: 100 }) },
  { additionalProperties: false },
)
export type ClassHoursOfManyBody = Static<typeof ClassHoursOfManyBody>

/**
 * Who was recorded and who wasn't, each with the reason's code: one person's refusal holds up nobody else. No facts: what is
 * remembered of the act must not tell a birthday.
 */
export const ClassHoursOfManyReply = Type.Object({
  recorded: Type.Array(Type.Object({ person: Type.String(), id: Type.String() })),
  refused: Type.Array(Type.Object({ person: Type.String(), code: Type.String() })),
})
export type ClassHoursOfManyReply = Static<typeof ClassHoursOfManyReply>

const volunteerHours = {
  requestId: RequestId,
  /** The day of the service. */
  on: Day,
  /** Whole minutes of real service. */
  minutes: Type.Integer({ minimum: 0, maximum: 100_000 }),
  content: Text({ minLength: 1, maxLength: 200 }),
  witness: Text({ minLength: 1, maxLength: 50 }),
}

export const VolunteerHoursBody = Type.Object(volunteerHours, { additionalProperties: false })
export type VolunteerHoursBody = Static<typeof VolunteerHoursBody>

/** Replaces the entry it names; 0 minutes strike it. */
export const VolunteerCorrectionBody = Type.Object(
  { ...volunteerHours, reason: Text({ minLength: 1, maxLength: 200 }) },
  { additionalProperties: false },
)
export type VolunteerCorrectionBody = Static<typeof VolunteerCorrectionBody>

const grade = {
  requestId: RequestId,
  /** The day on which it was given. */
  on: Day,
  /** One of the pack's scale. */
  grade: Text({ minLength: 1, maxLength: 20 }),
  /** Which term, in words. */
  term: Text({ minLength: 1, maxLength: 50 }),
}

export const GradeBody = Type.Object(grade, { additionalProperties: false })
export type GradeBody = Static<typeof GradeBody>

/** Replaces the grade it names; a grade of null strikes it. */
export const GradeCorrectionBody = Type.Object(
  {
    ...grade,
    grade: Type.Union([grade.grade, Type.Null()]),
    reason: Text({ minLength: 1, maxLength: 200 }),
  },
  { additionalProperties: false },
)
export type GradeCorrectionBody = Static<typeof GradeCorrectionBody>

export const AffiliationAnswerBody = Type.Object(
  { requestId: RequestId, belongs: Type.Boolean() },
  { additionalProperties: false },
)
export type AffiliationAnswerBody = Static<typeof AffiliationAnswerBody>

/** The fact that someone became 入团积极分子 on paper. */
export const ActivistBody = Type.Object(
  {
    requestId: RequestId,
    on: Day,
    way: Type.Union([Type.Literal('nomination'), Type.Literal('points'), Type.Literal('review')]),
    approvedBy: Text({ minLength: 1, maxLength: 50 }),
    paperSeen: Type.Boolean(),
  },
  { additionalProperties: false },
)
export type ActivistBody = Static<typeof ActivistBody>

export const personRoutes = {
  'POST /v1/people/:person/affiliation-confirmations': {
    params: PersonParams,
    body: AffiliationAnswerBody,
    reply: ActReply,
    status: 201,
  },
  'POST /v1/people/:person/class-hours': { params: PersonParams, body: ClassHoursBody, reply: ActReply, status: 201 },
  'POST /v1/people/:person/class-hours/:entry/corrections': {
    params: EntryParams,
    body: CorrectionBody,
    reply: ActReply,
    status: 201,
  },
  'POST /v1/organisations/:organisation/class-hours': {
    params: Type.Object({ organisation: OrganisationCode }),
    body: ClassHoursOfManyBody,
    reply: ClassHoursOfManyReply,
    status: 201,
  },
  'POST /v1/people/:person/volunteer-hours': {
    params: PersonParams,
    body: VolunteerHoursBody,
    reply: ActReply,
    status: 201,
  },
  'POST /v1/people/:person/volunteer-hours/:entry/corrections': {
    params: EntryParams,
    body: VolunteerCorrectionBody,
    reply: ActReply,
    status: 201,
  },
  'POST /v1/people/:person/civics-grades': { params: PersonParams, body: GradeBody, reply: ActReply, status: 201 },
  'POST /v1/people/:person/civics-grades/:entry/corrections': {
    params: EntryParams,
    body: GradeCorrectionBody,
    reply: ActReply,
    status: 201,
  },
  'POST /v1/people/:person/activist': { params: PersonParams, body: ActivistBody, reply: ActReply, status: 201 },
} as const satisfies Routes
