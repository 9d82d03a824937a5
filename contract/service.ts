import { Type, type Static } from 'typebox'
import type { Routes } from './route'

/** The reply to a question about the service's health. */
export const Health = Type.Object({ status: Type.Literal('ok') })
export type Health = Static<typeof Health>

export const serviceRoutes = {
  'GET /v1/health': { reply: Health },
  'GET /v1/openapi.json': { reply: Type.Unknown() },
} as const satisfies Routes
