import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import { valueOf } from '#domain/policy/policy'
import { canonicalJson } from '#domain/policy/version'
import type { DistrictTables } from '../../database/tables'
import type { SignedIn } from '../../context'
import { refusal } from '../../problem'
import type { Trx } from '../acts'
import { isRemembered } from '../once'

/** Words for others, by what they are: title and notes, a spot, an announcement. */
export type WordsBody = Readonly<Record<string, string>>

export type WordsState = 'waiting' | 'clear' | 'refused'

/** The hash that stands for words in facts: the same words have the same one (another spot is another place). */
function wordsHash(body: WordsBody): string {
  return createHash('sha256').update(canonicalJson(body), 'utf8').digest('hex')
}

/**
 * Whether words may be read by others at once: WeChat is asked where it can be (an openid seen on a phone), else the pack's list of
 * words, and then a person looks at them. To be called before the act's transaction, which must not wait for WeChat. `refused` is for
 * `keepWords` to say: a repeat of the act gets what the first delivery got, whatever would be said of its words by now.
 */
export async function checkWords(
  context: SignedIn,
  act: { readonly requestId: string },
  texts: readonly string[],
): Promise<WordsState> {
  const text = texts.join('\n').trim()
  if (text === '') return 'clear'
  // What is said here of a repeat is used by nobody.
  if (await isRemembered(context, act)) return 'waiting'
  const { deps, district, session } = context
  const openid = session.kind === 'phone' ? await openidOf(context) : undefined
  const verdict = openid === undefined || !deps.wechat ? 'unknown' : await deps.wechat.checkText(openid, text)
  if (verdict === 'pass') return 'clear'
  const listed = valueOf(district.policy, 'text.words').some((word) => text.includes(word))
  return verdict === 'risky' || listed ? 'refused' : 'waiting'
}

/** The openid of an account that belongs to this app. */
async function openidOf({ deps, session }: SignedIn): Promise<string | undefined> {
  const row = await deps.platform
    .selectFrom('account')
    .select(['appid', 'openid'])
    .where('id', '=', session.account)
    .executeTakeFirst()
  return row && row.appid === deps.wechat?.appId ? row.openid : undefined
}

/**
 * Keeps words; what was read by nobody yet is clear once it is found to be.
 * @returns their hash in hex
 * @throws 422 when they may not be written at all
 */
export async function keepWords(trx: Trx, context: SignedIn, body: WordsBody, checked: WordsState): Promise<string> {
  if (checked === 'refused') throw refusal({ code: 'words-refused', facts: {} })
  const hash = wordsHash(body)
  await trx
    .insertInto('event_words')
    .values({
      hash: Buffer.from(hash, 'hex'),
      body: JSON.stringify(body),
      checked,
      checked_by: null,
      at: new Date(context.now),
    })
    .onConflict((conflict) =>
      conflict
        .column('hash')
        .doUpdateSet(({ ref }) => ({ checked: ref('excluded.checked'), at: ref('excluded.at') }))
        .where('event_words.checked', '=', 'waiting')
        .where('excluded.checked' as 'event_words.checked', '=', 'clear'),
    )
    .execute()
  return hash
}

/** Words by their hashes. */
export async function wordsOf(
  db: Kysely<DistrictTables>,
  hashes: readonly Buffer[],
): Promise<ReadonlyMap<string, { readonly body: WordsBody; readonly checked: WordsState }>> {
  if (hashes.length === 0) return new Map()
  const rows = await db
    .selectFrom('event_words')
    .select(['hash', 'body', 'checked'])
    .where('hash', 'in', [...hashes])
    .execute()
  return new Map(rows.map(({ hash, body, checked }) => [hash.toString('hex'), { body, checked }]))
}
