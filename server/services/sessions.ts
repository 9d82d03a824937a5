import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { valueOf } from '#domain/policy/policy'
import { addDaysToInstant } from '#domain/time'
import type { Persona, SessionReply } from '#contract/session'
import type { Context, SignedIn } from '../context'
import { HttpProblem, lostRace, notFound } from '../problem'
import { personas } from '../demo/story'
import { WechatError } from '../wechat/error'
import { removeAccounts } from './erasure'
import { countAttempt, SIGN_IN } from './limits'
import { newAccountCode, newToken, tokenHash } from './tokens'

/** Who signs in, as some app knows them. */
export interface Identity {
  readonly appid: string
  readonly openid: string
}

/** Signs in with a WeChat login code. Makes the account, and an empty person in the district, where there is none. */
export async function signInWithWechat(context: Context, address: string, code: string): Promise<SessionReply> {
  const { deps } = context
  await countAttempt(deps, SIGN_IN, address)
  if (!deps.wechat) throw new HttpProblem(503, 'wechat-unavailable')
  let openid: string
  try {
    openid = (await deps.wechat.code2session(code)).openid
  } catch (error) {
    if (!(error instanceof WechatError)) throw error
    // A wrong secret can only be mended by the operator, who must therefore see it; the error carries no secret.
    deps.log({
      level: error.kind === 'misconfigured' || error.kind === 'unknown' ? 'error' : 'info',
      error: error.name,
      code: error.kind,
    })
    throw wechatProblem(error)
  }
  return openSession(context, { appid: deps.wechat.appId, openid })
}

function wechatProblem(error: WechatError): HttpProblem {
  switch (error.kind) {
    case 'code-invalid':
    case 'code-used':
      return new HttpProblem(401, 'wechat-code-refused')
    case 'blocked':
      return new HttpProblem(403, 'wechat-account-blocked')
    case 'rate-limited':
    case 'busy':
    case 'unreachable':
    case 'misconfigured':
    case 'unknown':
      return new HttpProblem(503, 'wechat-unavailable')
  }
}

/** The personas of a demo. */
export function listPersonas({ district }: Context): Persona[] {
  return personas(district).map(({ id, name, role }) => ({ id, name, role: role?.role ?? null }))
}

/** Signs in as a persona of the demo. */
export async function signInAsPersona(context: Context, address: string, persona: string): Promise<SessionReply> {
  await countAttempt(context.deps, SIGN_IN, address)
  if (!personas(context.district).some((one) => one.id === persona)) throw notFound()
  return openSession(context, personaIdentity(context, persona))
}

/** A persona's identity: no WeChat address, no app of WeChat's. */
export function personaIdentity({ district }: Pick<Context, 'district'>, persona: string): Identity {
  return { appid: 'demo', openid: `${district.slug}:${persona}` }
}

/** Signs out. A token that is gone is signed out already. */
export async function signOut({ deps, session }: SignedIn): Promise<null> {
  await deps.platform.deleteFrom('session').where('token_hash', '=', session.tokenHash).execute()
  // A desktop was opened with this phone: it closes with it, and so do digits that nobody has typed yet.
  if (session.kind === 'phone') {
    await deps.platform
      .deleteFrom('session')
      .where('account_id', '=', session.account)
      .where('kind', '=', 'desk')
      .execute()
    await deps.platform.deleteFrom('desk_code').where('account_id', '=', session.account).execute()
  }
  return null
}

async function openSession(context: Context, identity: Identity): Promise<SessionReply> {
  // Somebody who comes back before an erasure is finished begins anew, with another account.
  await removeAccounts(context)
  const account = await ensureAccount(context, identity)
  await ensurePerson(context, account)
  return issueSession(context, account, 'phone')
}

/** A desk session ends when nothing was asked of it for so long. */
export const DESK_IDLE_MS = 8 * 3_600_000

/** Opens a session for an account that has proved itself. */
export async function issueSession(context: Context, account: string, kind: 'phone' | 'desk'): Promise<SessionReply> {
  const { deps, district, now } = context
  const token = newToken()
  const last = addDaysToInstant(now, valueOf(district.policy, 'keeping.session'))
  const expires = kind === 'desk' ? Math.min(last, now + DESK_IDLE_MS) : last
  await deps.platform
    .insertInto('session')
    .values({
      token_hash: tokenHash(token),
      account_id: account,
      district: district.slug,
      created_at: new Date(now),
      expires_at: new Date(expires),
      kind,
    })
    .execute()
    // The account was erased in this very moment: signing in again makes another one.
    .catch((error: unknown) => {
      throw (error as { constraint?: string }).constraint === 'session_account_id_fkey' ? lostRace() : error
    })
  return { token, district: district.slug, expires }
}

/** The account of an identity; made when it is new. Two sign-ins at once make one. */
export async function ensureAccount({ deps, now }: Context, { appid, openid }: Identity): Promise<string> {
  const at = new Date(now)
  // A code that is taken already (one in 10^12) is drawn again; the identity's own conflict is what brings the account back.
  const { id } = await deps.platform
    .insertInto('account')
    .values({ id: randomUUID(), code: newAccountCode(), appid, openid, created_at: at, last_sign_in_at: at })
    .onConflict((conflict) => conflict.columns(['appid', 'openid']).doUpdateSet({ last_sign_in_at: at }))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The person of an account in a district; made, with an empty standing, when there is none. */
export async function ensurePerson({ district, now }: Context, account: string): Promise<string> {
  const at = new Date(now)
  const existing = await district.db
    .updateTable('person_account')
    .set({ last_sign_in_at: at })
    .where('account_id', '=', account)
    .returning('person_id')
    .executeTakeFirst()
  if (existing) return existing.person_id
  return district.db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${account}, 0))`.execute(trx)
    const made = await trx
      .selectFrom('person_account')
      .select('person_id')
      .where('account_id', '=', account)
      .executeTakeFirst()
    if (made) return made.person_id
    const person = randomUUID()
    await trx.insertInto('person').values({ id: person, created_at: at }).execute()
    await trx
      .insertInto('standing')
      .values({ person_id: person, organisation: null, affiliation: 'none', affiliation_on: null, activist_on: null })
      .execute()
    await trx
      .insertInto('person_account')
      .values({ account_id: account, person_id: person, last_sign_in_at: at })
      .execute()
    return person
  })
}
