import { Type, type Static } from 'typebox'
import type { Policy } from '#domain/policy/policy'
import type { Routes } from './route'

/** A district's policy pack with its version: the content of `districts/<slug>/policy.json`, typed in domain/policy. */
export const PolicyReply = Type.Unsafe<Policy>(Type.Object({}, { additionalProperties: true }))
export type PolicyReply = Static<typeof PolicyReply>

export const policyRoutes = {
  'GET /v1/policy': { reply: PolicyReply },
} as const satisfies Routes
