import { createHash, randomBytes, randomInt } from 'node:crypto'

/** A new token: 256 random bits. Kept hashed only. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What is kept of a token. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token, 'utf8').digest()
}

/** Without 0 O 1 I: read aloud and typed by people. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** A new account code, XXXX-XXXX. Tells nothing of its age or owner. */
export function newAccountCode(): string {
  const part = () => Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
  return `${part()}-${part()}`
}
