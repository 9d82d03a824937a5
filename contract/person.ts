import { Type, type Static } from 'typebox'
import type { Routes } from './route'
import { Day, RequestId, Text } from './text'

const PersonParams = Type.Object({ person: Type.String() })

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
    params: Type.Object({ person: Type.String(), entry: Type.String() }),
    body: CorrectionBody,
    reply: ActReply,
    status: 201,
  },
  'POST /v1/people/:person/activist': { params: PersonParams, body: ActivistBody, reply: ActReply, status: 201 },
} as const satisfies Routes
