import { createHmac, randomInt, timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import type { DeskCodeReply, SessionReply } from '#contract/session'
import type { Context, SignedIn } from '../context'
import type { Deps } from '../deps'
import { HttpProblem, refusal } from '../problem'
import { countAttempt, DESK_CODES, SIGN_IN } from './limits'
import { holdsOffice } from './person'
import { issueSession } from './sessions'

/** Digits live so long. */
const LIFE_MS = 5 * 60_000
/** So many may be typed wrong; then the phone has to show new ones. */
const TRIES = 3

/** Digits with which the owner of an office signs in on a desktop: once, within five minutes. New ones replace those before. */
export async function createDeskCode(context: SignedIn): Promise<DeskCodeReply> {
  const { deps, district, session, now } = context
  // A desktop that was left open must not keep itself signed in.
  if (session.kind === 'desk') throw refusal({ code: 'phone-only', facts: {} })
  if (!(await holdsOffice(context, session.account))) throw refusal({ code: 'no-office', facts: {} })
  await countAttempt(deps, DESK_CODES, session.account)
  const digits = String(randomInt(1_000_000)).padStart(6, '0')
  const expires = now + LIFE_MS
  const row = {
    district: district.slug,
    code_hmac: hmacOf(deps, session.account, digits),
    tries_left: TRIES,
    expires_at: new Date(expires),
  }
  await deps.platform
    .insertInto('desk_code')
    .values({ account_id: session.account, ...row })
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet(row))
    .execute()
  return { digits, expires }
}

/**
 * Signs in on a desktop. Unknown account, wrong, used, spent or ended digits, and an office that is gone meanwhile are told in
 * one and the same way. The try is taken in a statement of its own before the digits are compared.
 */
export async function signInAtDesk(
  context: Context,
  address: string,
  account: string,
  digits: string,
): Promise<SessionReply> {
  const { deps, district, now } = context
  await countAttempt(deps, SIGN_IN, address)
  const code = await deps.platform
    .updateTable('desk_code')
    .set({ tries_left: sql<number>`tries_left - 1` })
    .where('account_id', 'in', (eb) => eb.selectFrom('account').select('id').where('code', '=', account))
    .where('district', '=', district.slug)
    .where('expires_at', '>', new Date(now))
    .where('tries_left', '>', 0)
    .returning(['account_id', 'code_hmac'])
    .executeTakeFirst()
  if (!code || !timingSafeEqual(code.code_hmac, hmacOf(deps, code.account_id, digits))) throw refused()
  // Once: whoever removes it has it.
  const used = await deps.platform
    .deleteFrom('desk_code')
    .where('account_id', '=', code.account_id)
    .where('code_hmac', '=', code.code_hmac)
    .returning('account_id')
    .executeTakeFirst()
  if (!used) throw refused()
  if (!(await holdsOffice(context, code.account_id))) throw refused()
  return issueSession(context, code.account_id, 'desk')
}

function refused(): HttpProblem {
  return new HttpProblem(422, 'desk-code-refused')
}

function hmacOf({ requestKey }: Deps, account: string, digits: string): Buffer {
  return createHmac('sha256', requestKey).update(`desk:${account}:${digits}`, 'utf8').digest()
}
