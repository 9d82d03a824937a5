import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Transaction } from 'kysely'
import { canonicalJson } from '#domain/policy/version'
import type { DistrictTables } from '../database/tables'
import type { SignedIn } from '../context'
import { requestIdReused } from '../problem'

/** An act that a phone may send again. */
export interface Act {
  readonly requestId: string
  /** The route's key and the ids in its path: the same body elsewhere is another act. */
  readonly route: string
  readonly body: unknown
}

const UNIQUE_VIOLATION = '23505'

/**
 * Does an act once, in one transaction, and gives a repeat what the first delivery got.
 *
 * `begin` asks for the rights (a lost right is dead for a repeat too) and takes the lock of the stream that the act writes
 * to. What `perform` reads, it reads in later statements (READ COMMITTED: a statement's snapshot is older than the lock
 * that it waits for). A refusal thrown by `perform` isn't stored and is
 * decided anew. The same requestId with another route or body is a 409.
 */
export async function once<Ready, Outcome>(
  context: SignedIn,
  act: Act,
  begin: (trx: Transaction<DistrictTables>) => Promise<Ready>,
  perform: (trx: Transaction<DistrictTables>, ready: Ready) => Promise<Outcome>,
): Promise<Outcome> {
  const { district, session } = context
  const hmac = bodyHmac(context, act)
  const attempt = () =>
    district.db.transaction().execute(async (trx) => {
      const ready = await begin(trx)
      const before = await trx
        .selectFrom('request')
        .select(['body_hmac', 'outcome'])
        .where('actor', '=', session.account)
        .where('request_id', '=', act.requestId)
        .executeTakeFirst()
      if (before) return remembered(before, hmac) as Outcome
      // Answered as it is remembered: a repeat gets the same bytes.
      const { outcome } = await trx
        .insertInto('request')
        .values({
          actor: session.account,
          request_id: act.requestId,
          route: act.route,
          body_hmac: hmac,
          outcome: JSON.stringify(await perform(trx, ready)),
          at: new Date(context.now),
        })
        .returning('outcome')
        .executeTakeFirstOrThrow()
      return outcome as Outcome
    })
  try {
    return await attempt()
  } catch (error) {
    // The same requestId was committed under another lock in between: now it can be read.
    if (isRequestClash(error)) return attempt()
    throw error
  }
}

/** What is remembered of a body: tells whether another one is the same, and nothing else. */
export function bodyHmac({ deps }: Pick<SignedIn, 'deps'>, { route, body }: Omit<Act, 'requestId'>): Buffer {
  return createHmac('sha256', deps.requestKey)
    .update(`${route}\n${canonicalJson(body)}`, 'utf8')
    .digest()
}

/**
 * What the first delivery of a request got. @throws 409 when that was another act
 */
export function remembered(before: { readonly body_hmac: Buffer; readonly outcome: unknown }, hmac: Buffer): unknown {
  if (!timingSafeEqual(before.body_hmac, hmac)) throw requestIdReused()
  return before.outcome
}

/** Whether an act is remembered: what it would have to ask elsewhere first needn't be asked again. */
export async function isRemembered(
  { district, session }: SignedIn,
  { requestId }: Pick<Act, 'requestId'>,
): Promise<boolean> {
  const row = await district.db
    .selectFrom('request')
    .select('request_id')
    .where('actor', '=', session.account)
    .where('request_id', '=', requestId)
    .executeTakeFirst()
  return row !== undefined
}

function isRequestClash(error: unknown): boolean {
  const { code, constraint } = error as { code?: string; constraint?: string }
  return code === UNIQUE_VIOLATION && constraint === 'request_pkey'
}
