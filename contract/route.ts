import type { TSchema } from 'typebox'
import type { RouteKey } from '#domain/access/permissions'

/** What crosses the wire on one route; one schema object validates, types the handler and writes the document. */
export interface RouteSchema {
  readonly params?: TSchema
  readonly query?: TSchema
  readonly body?: TSchema
  readonly reply: TSchema
  /** 200 unless told. 204 has no body. */
  readonly status?: 200 | 201 | 204
}

/** A noun's routes, keyed by method and pattern; each key needs a row in the permission table. */
export type Routes = Readonly<Partial<Record<RouteKey, RouteSchema>>>
