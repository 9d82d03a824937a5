import { Type, type Static } from 'typebox'
import { Occupation } from './path'
import { ActReply } from './person'
import type { Routes } from './route'
import { Day, RequestId, Text } from './text'

const PersonParams = Type.Object({ person: Type.String() })
const Way = Type.Union([Type.Literal('nomination'), Type.Literal('points'), Type.Literal('review')])
const Who = Text({ minLength: 1, maxLength: 50 })

/** What an applicant submits. It becomes an application when the branch has the paper. */
export const ApplicationBody = Type.Object(
  {
    requestId: RequestId,
    occupation: Occupation,
    /** In one's own words why; may be empty. */
    words: Text({ maxLength: 500 }),
  },
  { additionalProperties: false },
)
export type ApplicationBody = Static<typeof ApplicationBody>

export const WithdrawalBody = Type.Object({ requestId: RequestId }, { additionalProperties: false })
export type WithdrawalBody = Static<typeof WithdrawalBody>

const paper = {
  /** The day on which the paper was received. */
  on: Day,
  receivedBy: Who,
  /** As written on the paper: thereby confirmed. */
  birthDate: Day,
  /** What the applicant does, as the paper says; thereby confirmed. Without it, what they said themselves is. */
  occupation: Type.Optional(Occupation),
}
const talk = { on: Day, by: Who, content: Text({ minLength: 1, maxLength: 1000 }) }
const nomination = {
  /** The day of the branch committee's (or the branch meeting's) decision. */
  on: Day,
  way: Way,
  /** League members of the branch: from seven on its committee decides. */
  members: Type.Integer({ minimum: 0, maximum: 10_000 }),
  minutes: Text({ minLength: 1, maxLength: 1000 }),
}
const mentors = {
  on: Day,
  /** One or two members of the League or the Party. */
  mentors: Type.Array(
    Type.Object(
      { name: Who, membership: Type.Union([Type.Literal('league'), Type.Literal('party')]) },
      { additionalProperties: false },
    ),
    { maxItems: 10 },
  ),
}
const approval = { on: Day, approvedBy: Who }
/** `way` only where an activist was recorded from paper: otherwise it is the nomination's. */
const recorded = { ...approval, way: Type.Optional(Way) }
const returning = { on: Day, why: Text({ minLength: 1, maxLength: 500 }) }

const strict = { additionalProperties: false } as const

export const PaperBody = Type.Object({ requestId: RequestId, ...paper }, strict)
export type PaperBody = Static<typeof PaperBody>
export const TalkBody = Type.Object({ requestId: RequestId, ...talk }, strict)
export type TalkBody = Static<typeof TalkBody>
export const NominationBody = Type.Object({ requestId: RequestId, ...nomination }, strict)
export type NominationBody = Static<typeof NominationBody>
export const MentorsBody = Type.Object({ requestId: RequestId, ...mentors }, strict)
export type MentorsBody = Static<typeof MentorsBody>

/** The committee's answer to a nomination: approved, or returned with a reason. */
export const NominationAnswerBody = Type.Object(
  {
    requestId: RequestId,
    answer: Type.Union([
      Type.Object({ kind: Type.Literal('approved'), ...approval }, strict),
      Type.Object({ kind: Type.Literal('returned'), ...returning }, strict),
    ]),
  },
  strict,
)
export type NominationAnswerBody = Static<typeof NominationAnswerBody>

/** What stands in the place of a wrong act, or that it is taken back. */
export const StepChange = Type.Union([
  Type.Object({ act: Type.Literal('void') }, strict),
  Type.Object({ act: Type.Literal('applied'), ...paper }, strict),
  Type.Object({ act: Type.Literal('talked'), ...talk }, strict),
  Type.Object({ act: Type.Literal('nominated'), ...nomination }, strict),
  Type.Object({ act: Type.Literal('returned'), ...returning }, strict),
  Type.Object({ act: Type.Literal('activist'), ...recorded }, strict),
  Type.Object({ act: Type.Literal('mentored'), ...mentors }, strict),
])
export type StepChange = Static<typeof StepChange>

export const StepCorrectionBody = Type.Object(
  { requestId: RequestId, change: StepChange, reason: Text({ minLength: 1, maxLength: 200 }) },
  strict,
)
export type StepCorrectionBody = Static<typeof StepCorrectionBody>

const act = { params: PersonParams, reply: ActReply, status: 201 } as const

export const applicationRoutes = {
  'POST /v1/me/application': { body: ApplicationBody, reply: ActReply, status: 201 },
  'POST /v1/me/application/withdrawal': { body: WithdrawalBody, reply: ActReply, status: 201 },
  'POST /v1/people/:person/paper': { ...act, body: PaperBody },
  'POST /v1/people/:person/talk': { ...act, body: TalkBody },
  'POST /v1/people/:person/nomination': { ...act, body: NominationBody },
  'POST /v1/people/:person/nomination/answer': { ...act, body: NominationAnswerBody },
  'POST /v1/people/:person/mentors': { ...act, body: MentorsBody },
  'POST /v1/people/:person/steps/:step/corrections': {
    ...act,
    params: Type.Object({ person: Type.String(), step: Type.String() }),
    body: StepCorrectionBody,
  },
} as const satisfies Routes
