import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto'

/** PostgreSQL's own default (`scram_iterations`). */
const ITERATIONS = 4096

/**
 * What PostgreSQL stores instead of a password (`CREATE ROLE … PASSWORD 'SCRAM-SHA-256$…'`): given this, it takes the
 * text as it is. Computed here so that a password never appears in SQL, and so in no log, no statistics view and no
 * error. Format: PostgreSQL's documentation of `pg_authid.rolpassword`; computation: RFC 5802, section 3.
 *
 * The result holds base64, `$`, `:` and `-` only: it may stand between single quotes in SQL as it is.
 *
 * @param password printable ASCII, so that SASLprep (RFC 4013) leaves it as it is
 * @param salt 16 random bytes; given in tests only
 * @throws RangeError when the password is empty or holds anything but printable ASCII
 */
export function scramVerifier(password: string, salt: Buffer = randomBytes(16), iterations = ITERATIONS): string {
  if (!/^[\x20-\x7e]+$/.test(password)) throw new RangeError('A password for a SCRAM verifier must be printable ASCII.')
  const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256')
  const clientKey = createHmac('sha256', salted).update('Client Key').digest()
  const storedKey = createHash('sha256').update(clientKey).digest()
  const serverKey = createHmac('sha256', salted).update('Server Key').digest()
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${storedKey.toString('base64')}:${serverKey.toString('base64')}`
}
