/** Why WeChat gave us nobody for a login code. Closed: whoever turns it into an HTTP status handles every one. */
export type WechatErrorKind =
  /** WeChat doesn't know the code, or its five minutes are over. */
  | 'code-invalid'
  /** The code was exchanged before: a code works once. */
  | 'code-used'
  /** The app or the person asked too often in this minute or day. */
  | 'rate-limited'
  /** WeChat itself keeps this account out of mini-programs (high risk). */
  | 'blocked'
  /** WeChat is busy, or the answer was lost on the way: a new code may work. */
  | 'busy'
  /** No answer, or none that comes from WeChat's API. */
  | 'unreachable'
  /** WeChat refuses our app id, secret or address. Only the operator can mend it. */
  | 'misconfigured'
  /** An answer that WeChat's documents don't describe. */
  | 'unknown'

const SENTENCE: Readonly<Record<WechatErrorKind, string>> = {
  'code-invalid': 'WeChat does not know this login code, or it has expired',
  'code-used': 'this login code was used before',
  'rate-limited': 'WeChat was asked too often',
  blocked: 'WeChat keeps this account out',
  busy: 'WeChat is busy, or its answer was lost',
  unreachable: 'no usable answer came from WeChat',
  misconfigured: 'WeChat refuses the app id, the secret or the address of this server',
  unknown: 'WeChat gave an answer that its documents do not describe',
}

/** What may be told about a failure: numbers and ids of WeChat's making that name no person. */
export interface WechatFailure {
  readonly kind: WechatErrorKind
  /** WeChat's number, when it gave one. */
  readonly errcode?: number
  /** WeChat's id of the request, which its support asks for. */
  readonly rid?: string
  /** What stood in the way of an answer: `timeout`, `not-json`, `status-502`, `ECONNREFUSED` and the like. */
  readonly obstacle?: string
}

/**
 * A login code could not be exchanged. Safe to log as it is: it holds neither the address that was asked (WeChat wants
 * the secret in its query) nor the code, WeChat's free text, or an error of the HTTP client.
 */
export class WechatError extends Error {
  override readonly name = 'WechatError'
  readonly kind: WechatErrorKind
  readonly errcode: number | undefined
  readonly rid: string | undefined
  readonly obstacle: string | undefined
  /** How often WeChat was asked, the first time included. */
  readonly attempts: number

  constructor(failure: WechatFailure, attempts: number) {
    const { kind, errcode, rid, obstacle } = failure
    const details = [
      errcode === undefined ? undefined : `errcode ${errcode}`,
      rid === undefined ? undefined : `rid ${rid}`,
      obstacle,
      attempts > 1 ? `${attempts} attempts` : undefined,
    ].filter((detail) => detail !== undefined)
    super(`code2session: ${SENTENCE[kind]}${details.length > 0 ? ` (${details.join(', ')})` : ''}`)
    this.kind = kind
    this.errcode = errcode
    this.rid = rid
    this.obstacle = obstacle
    this.attempts = attempts
  }
}
