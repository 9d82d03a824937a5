import type { InjectOptions } from 'fastify'
import { api as contract } from '#contract/api'
import type { RouteSchema } from '#contract/route'
import { PERMISSIONS, type Permission, type RouteKey } from '#domain/access/permissions'
import type { TestApi } from '../support'
import { exampleOf } from './example'
import { DAY } from './way'

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** One route of the table. */
export interface Route {
  readonly key: RouteKey
  readonly method: Method
  /** With `:names`. */
  readonly pattern: string
  readonly permission: Permission
  readonly schema: RouteSchema
}

/** All routes, from the permission table: a new one is in every test that goes over them. */
export const ROUTES: readonly Route[] = (Object.keys(PERMISSIONS) as RouteKey[]).map((key) => {
  const [method, pattern] = key.split(' ') as [Method, string]
  return { key, method, pattern, permission: PERMISSIONS[key], schema: contract[key] }
})

/** What stands in the table about routes of one kind. */
export function routesOf(...kinds: readonly Permission['kind'][]): readonly Route[] {
  return ROUTES.filter(({ permission }) => kinds.includes(permission.kind))
}

export type OfficeRow = Route & { readonly permission: Extract<Permission, { kind: 'office' }> }

export const OFFICE_ROUTES = routesOf('office') as readonly OfficeRow[]

export type TeamRow = Route & { readonly permission: Extract<Permission, { kind: 'team' }> }

export const TEAM_ROUTES = routesOf('team') as readonly TeamRow[]

export type Names = Readonly<Record<string, string>>

/** Path and query of a route about something; `names` has a value for each parameter that is needed, taken as it is. */
export function urlOf({ pattern, schema }: Route, names: Names): string {
  const path = pattern.replace(/:(\w+)/g, (_, name: string) => valueIn(names, name))
  const { properties = {}, required = [] } = (schema.query ?? {}) as { properties?: object; required?: string[] }
  const query = Object.keys(properties).filter((name) => required.includes(name) || name in names)
  return query.length === 0 ? path : `${path}?${query.map((name) => `${name}=${valueIn(names, name)}`).join('&')}`
}

function valueIn(names: Names, name: string): string {
  const value = names[name]
  if (value === undefined) throw new Error(`no value for the parameter ${name}: add one to the scene`)
  return value
}

/** What a host says of an event, a week after the tests' day; without what only some events have. */
const TERMS = {
  spot: null,
  start: Date.UTC(2026, 2, 10, 6),
  end: Date.UTC(2026, 2, 10, 8),
  deadline: Date.UTC(2026, 2, 10, 5),
}

/** What a route needs beyond what its schema tells. */
const PARTICULARS: Readonly<Partial<Record<RouteKey, object>>> = {
  'PUT /v1/me/profile': { township: null },
  'POST /v1/sessions/demo': { persona: 'secretary' },
  'POST /v1/people/:person/civics-grades': { grade: '良' },
  'POST /v1/people/:person/civics-grades/:entry/corrections': { grade: '优' },
  'POST /v1/venues/:venue/events': TERMS,
  'PUT /v1/events/:event': TERMS,
  // What a camera saw, or digits that somebody typed: never both.
  'POST /v1/me/check-ins': { digits: null, event: null, offset: null },
  'POST /v1/events/:event/check-ins': { way: 'roll', code: null, account: null },
  'POST /v1/events/:event/settlements': { in: null, out: null },
  'POST /v1/events/:event/team': { person: null },
  'POST /v1/people/:person/nomination/answer': { answer: { kind: 'approved', on: DAY, approvedBy: '示例文字' } },
}

/**
 * A body that a route takes, with its own requestId; undefined where it takes none. Where a body says itself whom it is about,
 * that is the person of `names`.
 */
export function bodyOf({ key, schema }: Route, names: Names = {}): Record<string, unknown> | undefined {
  if (!schema.body) return undefined
  const example = exampleOf(schema.body) as Record<string, unknown>
  const people = names.person === undefined ? {} : { people: [names.person] }
  return {
    ...example,
    ...('on' in example ? { on: DAY } : {}),
    ...('people' in example ? people : {}),
    ...('account' in example && names.account !== undefined ? { account: names.account } : {}),
    ...PARTICULARS[key],
    ...('code' in example && names.code !== undefined ? { code: names.code } : {}),
    ...('at' in example && names.at !== undefined ? { at: Number(names.at) } : {}),
  }
}

/** An answer as it crossed the wire. */
export interface Raw {
  readonly status: number
  readonly raw: string
  readonly headers: Readonly<Record<string, unknown>>
}

/** Sends anything: any method, any bytes. */
export async function send(
  api: TestApi,
  request: Omit<InjectOptions, 'method'> & { readonly method: string },
): Promise<Raw> {
  const response = await api.app.inject(request as InjectOptions)
  return { status: response.statusCode, raw: response.body, headers: response.headers }
}

/** An answer without what differs between any two: the times. */
export function comparable({ status, raw, headers }: Raw): Raw {
  const rest = Object.entries(headers).filter(([name]) => name !== 'date' && name !== 'x-server-time')
  return { status, raw, headers: Object.fromEntries(rest) }
}
