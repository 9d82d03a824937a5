import { createHmac } from 'node:crypto'

/**
 * Whether a text may name a district: it becomes a PostgreSQL schema and a part of a role's name, so anything that
 * would need quoting (a space, a capital, a hyphen) is refused.
 */
export function isSlug(text: string): boolean {
  return /^[a-z][a-z0-9_]{1,30}$/.test(text)
}

/** The PostgreSQL role under which the API works in one district. */
export interface DistrictLogin {
  readonly role: string
  /** Printable ASCII, 43 characters. The migrations give the role `scramVerifier(password)`. */
  readonly password: string
  /** `apiUrl` with this login in the place of the API's. */
  readonly url: string
}

/**
 * The login of a district's role: `aili_<slug>`, with a password derived from the API login's own:
 * base64url(HMAC-SHA256(key = the API's password, 'district:' + slug)).
 *
 * Derived, not stored: adopting another district then needs no further setting and no secret in a table, every API
 * process computes the same, and whoever knows the API's password could reach every district anyway. A changed API
 * password needs one run of the migrations, which give the roles their new passwords.
 *
 * @param apiUrl the API's login, with its password
 * @throws RangeError when the slug isn't one or the URL has no password
 */
export function districtLogin(apiUrl: string, slug: string): DistrictLogin {
  if (!isSlug(slug)) throw new RangeError('A district is named by 2 to 31 characters of a-z, 0-9 and _.')
  const role = `aili_${slug}`
  const password = derivedKey(apiUrl, `district:${slug}`)
  const url = new URL(apiUrl)
  url.username = role
  url.password = password
  return { role, password, url: url.toString() }
}

/**
 * A key for one purpose, derived from the API login's password (see districtLogin): 32 bytes as base64url.
 *
 * @throws RangeError when the URL has no password
 */
export function derivedKey(apiUrl: string, purpose: string): string {
  const secret = decodeURIComponent(new URL(apiUrl).password)
  if (secret === '') throw new RangeError('The login of the API has no password to derive from.')
  return createHmac('sha256', secret).update(purpose).digest('base64url')
}
