import type { FastifyRequest } from 'fastify'
import { PERMISSIONS, type RouteKey } from '#domain/access/permissions'
import { valueOf } from '#domain/policy/policy'
import { addDaysToInstant, localDateAt, type Instant } from '#domain/time'
import type { Context, SignedIn } from '../context'
import type { Deps, District } from '../deps'
import { HttpProblem, noSession, notFound } from '../problem'
import { demoOffset } from '../services/demo-clock'
import { ACT, countAttempt } from '../services/limits'
import { holdsOffice } from '../services/person'
import { DESK_IDLE_MS } from '../services/sessions'
import { tokenHash } from '../services/tokens'

/** Routes that mean the installation, not a district. */
const WITHOUT_DISTRICT: ReadonlySet<RouteKey> = new Set<RouteKey>(['GET /v1/health', 'GET /v1/openapi.json'])

/**
 * What stands before every route: whether the route exists here, whose session it is, which district, what time it is.
 * Nothing of the request's path or body is looked at before.
 */
export async function enter(deps: Deps, key: RouteKey, request: FastifyRequest): Promise<Context | SignedIn | null> {
  const { kind } = PERMISSIONS[key]
  // In a database of real people these routes don't exist.
  if ((kind === 'demo' || kind === 'demo-signed-in') && !deps.demo) throw notFound()
  if (kind === 'anyone' || kind === 'demo') {
    if (WITHOUT_DISTRICT.has(key)) return null
    return contextOf(deps, districtOfRequest(deps, request), await demoOffset(deps))
  }
  const context = await sessionContext(deps, key, request)
  if (request.method !== 'GET') await countAttempt(deps, ACT, context.session.account)
  return context
}

async function sessionContext(deps: Deps, key: RouteKey, request: FastifyRequest): Promise<SignedIn> {
  const token = /^Bearer ([\w-]{43})$/.exec(request.headers.authorization ?? '')?.[1]
  if (token === undefined) throw noSession()
  const hash = tokenHash(token)
  const row = await deps.platform
    .selectFrom('session as s')
    .innerJoin('account as a', 'a.id', 's.account_id')
    .leftJoin('demo_clock as c', (join) => join.onTrue())
    .select([
      's.account_id',
      's.district',
      's.expires_at',
      's.kind',
      's.created_at',
      's.seen_at',
      'a.code',
      'c.offset_ms',
    ])
    .where('s.token_hash', '=', hash)
    .executeTakeFirst()
  const district = row && deps.districts.get(row.district)
  if (!row || !district) throw noSession()
  const named = districtOfHost(deps, request)
  if (named && named !== district) throw noSession()
  const context = contextOf(deps, district, row.offset_ms ?? 0)
  if (row.expires_at.getTime() <= context.now) throw noSession()
  if (row.kind === 'desk') {
    // It was opened for an office: without one it is nobody's any more.
    if (!(await holdsOffice(context, row.account_id))) throw noSession()
    await prolong(context, hash, row)
  }
  const spokeAt = row.seen_at === null ? null : (row.seen_at.getTime() as Instant)
  if (key !== CHECK_IN) await noteSpoke(context, hash, spokeAt)
  return {
    ...context,
    session: { account: row.account_id, accountCode: row.code, tokenHash: hash, kind: row.kind, spokeAt },
    phoneTime: phoneTimeOf(request),
  }
}

/** It asks when its session spoke before it, also when many that were kept are sent one after the other. */
const CHECK_IN: RouteKey = 'POST /v1/me/check-ins'
/** Noted so often at most: not every request has to write. */
const SPOKE_AFTER_MS = 60_000

async function noteSpoke({ deps, now }: Context, hash: Buffer, before: Instant | null): Promise<void> {
  // A demo's clock goes back, too.
  if (before !== null && Math.abs(now - before) < SPOKE_AFTER_MS) return
  await deps.platform
    .updateTable('session')
    .set({ seen_at: new Date(now) })
    .where('token_hash', '=', hash)
    .execute()
}

/** The phone's own clock; anything else than a time in milliseconds is none. */
function phoneTimeOf(request: FastifyRequest): Instant | null {
  const header = request.headers['x-phone-time']
  if (typeof header !== 'string' || !/^\d{1,13}$/.test(header)) return null
  const time = Number(header)
  return time <= LATEST ? (time as Instant) : null
}

/** The year 2100: as far as the contract's moments go. */
const LATEST = 4_102_444_800_000

/** Within this time a desk session isn't prolonged again: not every request has to write. */
const PROLONG_AFTER_MS = 60_000

/** A desk session ends when it is idle, and at the latest when any session does. */
async function prolong(
  { deps, district, now }: Context,
  hash: Buffer,
  session: { readonly expires_at: Date; readonly created_at: Date },
): Promise<void> {
  const last = addDaysToInstant(session.created_at.getTime() as Instant, valueOf(district.policy, 'keeping.session'))
  const expires = Math.min(now + DESK_IDLE_MS, last)
  if (expires - session.expires_at.getTime() < PROLONG_AFTER_MS) return
  await deps.platform
    .updateTable('session')
    .set({ expires_at: new Date(expires) })
    .where('token_hash', '=', hash)
    .execute()
}

function contextOf(deps: Deps, district: District, offset: number): Context {
  const now = (deps.realNow() + offset) as Instant
  return { deps, district, now, today: localDateAt(now) }
}

/** The district that a request names before there is a session: by its header, checked against the host where the host names one. */
function districtOfRequest(deps: Deps, request: FastifyRequest): District {
  const header = request.headers['x-district']
  const byHost = districtOfHost(deps, request)
  if (header === undefined && byHost) return byHost
  if (typeof header !== 'string') throw new HttpProblem(400, 'district-missing')
  const district = deps.districts.get(header)
  if (!district) throw new HttpProblem(400, 'district-unknown')
  if (byHost && byHost !== district) throw new HttpProblem(400, 'district-mismatch')
  return district
}

/** `saihan.aili.example` names the district saihan; an address or another name names none. */
function districtOfHost(deps: Deps, request: FastifyRequest): District | undefined {
  const label = /^([a-z][a-z0-9_]{1,30})\./.exec(request.hostname)?.[1]
  return label === undefined ? undefined : deps.districts.get(label)
}
