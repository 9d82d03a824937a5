import type { Static, TSchema } from 'typebox'
import type { RouteKey } from '#domain/access/permissions'
import { applicationRoutes } from './application'
import { checkInRoutes } from './check-in'
import { eventRoutes } from './event'
import { meRoutes } from './me'
import { organisationRoutes } from './organisation'
import { pathRoutes } from './path'
import { personRoutes } from './person'
import { policyRoutes } from './policy'
import type { RouteSchema } from './route'
import { serviceRoutes } from './service'
import { sessionRoutes } from './session'

/** The whole API. A route that stands in the permission table and not here (or the other way round) doesn't compile. */
export const api = {
  ...serviceRoutes,
  ...policyRoutes,
  ...organisationRoutes,
  ...sessionRoutes,
  ...meRoutes,
  ...pathRoutes,
  ...personRoutes,
  ...applicationRoutes,
  ...eventRoutes,
  ...checkInRoutes,
} as const satisfies Readonly<Record<RouteKey, RouteSchema>>

type Api = typeof api
type Part<K extends RouteKey, P extends keyof RouteSchema> =
  Api[K] extends Readonly<Record<P, infer S>> ? (S extends TSchema ? Static<S> : undefined) : undefined

export type ParamsOf<K extends RouteKey> = Part<K, 'params'>
export type QueryOf<K extends RouteKey> = Part<K, 'query'>
export type BodyOf<K extends RouteKey> = Part<K, 'body'>
export type ReplyOf<K extends RouteKey> = Part<K, 'reply'>
