import { randomUUID } from 'node:crypto'
import type { Role } from '#domain/access/roles'
import { localDateAt, type Instant } from '#domain/time'
import type { Context } from '../../../server/context'
import { grantRole } from '../../../server/services/roles'
import { ensureAccount, ensurePerson, type Identity } from '../../../server/services/sessions'
import { newToken, tokenHash } from '../../../server/services/tokens'
import { caller, newRequestId, type Answer, type Caller, type TestApi } from '../support'

const DAY_MS = 86_400_000

/** A person with an account, signed in. */
export interface Somebody extends Caller {
  readonly account: string
  readonly person: string
  readonly district: string
  readonly identity: Identity
}

export interface Office {
  readonly role: Role
  readonly organisation: string
  /** Of a venue's host. */
  readonly venue?: string
  /** Through this day; years from now by default. */
  readonly until?: string
}

export interface Claim {
  readonly name: string
  readonly organisation: string
  readonly birthDate?: string
  readonly township?: string | null
}

/** Born so, a person is 16 on the day of the tests. */
export const BIRTH_DATE = '2009-08-17'

/** What a service is told of a request at this moment. */
export function contextOf(api: TestApi, district = 'saihan'): Context {
  const now = api.now() as Instant
  return { deps: api.deps, district: api.district(district), now, today: localDateAt(now) }
}

/** A new person: signed in for thirty days, with an office and a profile if wished. Also where there are no personas. */
export async function newPerson(
  api: TestApi,
  options: { readonly district?: string; readonly office?: Office | undefined; readonly profile?: Claim } = {},
): Promise<Somebody> {
  const slug = options.district ?? 'saihan'
  const context = contextOf(api, slug)
  const identity = { appid: 'wx0123456789abcdef', openid: `o-${randomUUID()}` }
  const account = await ensureAccount(context, identity)
  const person = await ensurePerson(context, account)
  if (options.office) await giveOffice(api, person, options.office, slug)
  const somebody = await signIn(api, { account, person, district: slug, identity })
  if (options.profile) must(201, 200, await saveProfile(somebody, options.profile))
  return somebody
}

/** Another session of a person. */
export async function signIn(api: TestApi, of: Omit<Somebody, keyof Caller>): Promise<Somebody> {
  const token = newToken()
  await api.deps.platform
    .insertInto('session')
    .values({
      token_hash: tokenHash(token),
      account_id: of.account,
      district: of.district,
      created_at: new Date(api.now()),
      expires_at: new Date(api.now() + 30 * DAY_MS),
    })
    .execute()
  return {
    account: of.account,
    person: of.person,
    district: of.district,
    identity: of.identity,
    ...caller(api, token, of.district),
  }
}

/** Gives an office; returns the grant's id. */
export function giveOffice(api: TestApi, person: string, office: Office, district = 'saihan'): Promise<string> {
  const { role, organisation, venue, until } = office
  const grant = { person, role, organisation, venue: venue ?? null, until: until ?? '2099-12-31' }
  return grantRole(api.district(district).db, grant, 'operator', api.now() as Instant)
}

/** Says who one is. */
export function saveProfile(somebody: Caller, claim: Claim): Promise<Answer> {
  const { name, organisation, birthDate = BIRTH_DATE, township = null } = claim
  return somebody.call('PUT', '/v1/me/profile', { requestId: newRequestId(), name, birthDate, township, organisation })
}

/** A secretary says whether a person belongs to the branch. */
export function answer(secretary: Caller, person: string, belongs: boolean): Promise<Answer> {
  return secretary.call('POST', `/v1/people/${person}/affiliation-confirmations`, {
    requestId: newRequestId(),
    belongs,
  })
}

/** The body of an entry of class hours. */
export function classHours(more: object = {}): Record<string, unknown> {
  return {
    requestId: newRequestId(),
    on: '2026-03-01',
    tenths: 20,
    mode: 'in-person',
    content: '团史一课（示例）',
    witness: '团支书·丙',
    ...more,
  }
}

/** The body of the fact `activist`. */
export function activist(more: object = {}): Record<string, unknown> {
  return {
    requestId: newRequestId(),
    on: '2026-03-01',
    way: 'nomination',
    approvedBy: '校团委（示例）',
    paperSeen: true,
    ...more,
  }
}

/** A member of a branch: profile, and confirmed by that branch's secretary. */
export async function confirmedPerson(api: TestApi, secretary: Somebody, profile: Claim): Promise<Somebody> {
  const somebody = await newPerson(api, { district: secretary.district, profile })
  must(201, 201, await answer(secretary, somebody.person, true))
  return somebody
}

/** The answer, if its status is one of two; otherwise the test's set-up is broken. */
export function must(one: number, other: number, got: Answer): Answer {
  if (got.status !== one && got.status !== other) throw new Error(`expected ${one}, got ${got.status}: ${got.raw}`)
  return got
}

/** The id that an act left. */
export function idOf(got: Answer): string {
  must(201, 201, got)
  return (got.body as { id: string }).id
}
