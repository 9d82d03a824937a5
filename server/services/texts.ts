import { createHash, randomBytes } from 'node:crypto'
import type { Transaction } from 'kysely'
import { canonicalJson } from '#domain/policy/version'
import type { DistrictTables } from '../database/tables'

/** Words that go with a fact, with the salt of their hash. */
export interface SaltedText {
  readonly body: Readonly<Record<string, string>>
  readonly salt: Buffer
  /** What the fact keeps: it proves the words as long as they are there, and tells nothing once they are gone. */
  readonly hash: Buffer
}

/** Salts and hashes words. The salt lies with the words and is erased with them (a salt beside a hash gives short texts back). */
export function salted(body: Readonly<Record<string, string>>): SaltedText {
  const salt = randomBytes(16)
  const hash = createHash('sha256').update(salt).update(canonicalJson(body), 'utf8').digest()
  return { body, salt, hash }
}

/** Keeps the words of a fact about a person. */
export async function keepText(
  trx: Transaction<DistrictTables>,
  factId: string,
  personId: string,
  text: SaltedText,
): Promise<void> {
  await trx
    .insertInto('fact_text')
    .values({ fact_id: factId, person_id: personId, body: JSON.stringify(text.body), salt: text.salt })
    .execute()
}
