import { Type, type Static } from 'typebox'
import { ROLES } from '#domain/access/roles'
import type { Routes } from './route'
import { AccountCode, Text } from './text'

const RoleName = Type.Enum([...ROLES])

/** A session. The token goes into `authorization: Bearer …`, is random, and is kept hashed. */
export const SessionReply = Type.Object({
  token: Type.String(),
  district: Type.String(),
  /** Epoch milliseconds. */
  expires: Type.Integer(),
})
export type SessionReply = Static<typeof SessionReply>

/** Digits that open the web version on a desktop, once, within minutes. */
export const DeskCodeReply = Type.Object({
  digits: Type.String(),
  /** Epoch milliseconds. */
  expires: Type.Integer(),
})
export type DeskCodeReply = Static<typeof DeskCodeReply>

/** A persona of the demo. `role` is null for a youth. */
export const Persona = Type.Object({
  id: Type.String(),
  name: Type.String(),
  role: Type.Union([RoleName, Type.Null()]),
})
export type Persona = Static<typeof Persona>
export const PersonasReply = Type.Array(Persona)

/** The demo's clock: how far ahead of real time it runs, and what it shows. */
export const DemoClock = Type.Object({
  /** Milliseconds; never negative: time in a database doesn't run backwards. */
  offset: Type.Integer(),
  now: Type.Integer(),
})
export type DemoClock = Static<typeof DemoClock>

export const sessionRoutes = {
  'POST /v1/sessions': {
    /** The code of wx.login; lives five minutes, works once. */
    body: Type.Object({ code: Text({ minLength: 1, maxLength: 200 }) }, { additionalProperties: false }),
    reply: SessionReply,
    status: 201,
  },
  'POST /v1/me/desk-codes': { reply: DeskCodeReply, status: 201 },
  'POST /v1/sessions/desk': {
    body: Type.Object(
      { account: AccountCode, digits: Type.String({ pattern: '^\\d{6}$' }) },
      { additionalProperties: false },
    ),
    reply: SessionReply,
    status: 201,
  },
  'GET /v1/personas': { reply: PersonasReply },
  'POST /v1/sessions/demo': {
    body: Type.Object({ persona: Text({ minLength: 1, maxLength: 50 }) }, { additionalProperties: false }),
    reply: SessionReply,
    status: 201,
  },
  'DELETE /v1/sessions/current': { reply: Type.Null(), status: 204 },
  'GET /v1/demo/clock': { reply: DemoClock },
  'PUT /v1/demo/clock': {
    body: Type.Object(
      { offset: Type.Integer({ minimum: 0, maximum: 10 * 366 * 86_400_000 }) },
      { additionalProperties: false },
    ),
    reply: DemoClock,
  },
} as const satisfies Routes
