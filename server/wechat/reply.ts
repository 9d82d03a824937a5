import type { WechatErrorKind, WechatFailure } from './error'

/** Whom a login code stands for. An openid belongs to one app id, a unionid to one 微信开放平台 account. */
export interface WechatIdentity {
  readonly openid: string
  readonly unionid?: string
}

export type Reply =
  { readonly ok: true; readonly identity: WechatIdentity } | { readonly ok: false; readonly failure: WechatFailure }

/**
 * The numbers that code2session answers with: its own page (小程序登录凭证校验: -1, 40029, 40226, 45011), the common list
 * (通用错误码), and those it was seen to give though neither page says so (40163, 40164, 45009).
 */
const KINDS: ReadonlyMap<number, WechatErrorKind> = new Map<number, WechatErrorKind>([
  [-1, 'busy'],
  [40029, 'code-invalid'],
  [41008, 'code-invalid'], // no code given
  [42003, 'code-invalid'], // code expired
  [40163, 'code-used'],
  [40226, 'blocked'],
  [45009, 'rate-limited'], // of the day
  [45011, 'rate-limited'], // of the minute
  [40001, 'misconfigured'], // secret wrong
  [40002, 'misconfigured'], // grant_type wrong
  [40013, 'misconfigured'], // app id wrong
  [40125, 'misconfigured'], // secret wrong
  [40164, 'misconfigured'], // this server's address isn't on the app's list
  [41002, 'misconfigured'], // no app id given
  [41004, 'misconfigured'], // no secret given
])

/** WeChat's ids are base64url, 28 characters today; it promises no length. What we store is bounded and holds no NUL. */
const ID = /^[\x21-\x7e]{1,64}$/

/** "invalid code, rid: 623ea70a-74b9b592-3e3d489a": the one part of WeChat's free text that we keep. */
const RID = /\brid: ([0-9a-f]{8}(?:-[0-9a-f]{8}){2})(?![0-9a-f-])/

/**
 * Reads the body of code2session's answer. The session_key in it ends here: nothing but the ids is taken out.
 *
 * @param body as received: WeChat sends JSON but calls it text/plain, so the content type tells nothing
 */
export function readReply(body: string): Reply {
  const reply = parse(body)
  if (reply === undefined) return failed({ kind: 'unreachable', obstacle: 'not-json' })
  if (typeof reply !== 'object' || reply === null) return failed({ kind: 'unknown' })

  const { errcode, errmsg, openid, unionid } = reply as Readonly<Record<string, unknown>>
  // A success carries errcode 0 or none at all.
  if (errcode !== undefined && errcode !== 0) {
    if (typeof errcode !== 'number') return failed({ kind: 'unknown' })
    const rid = typeof errmsg === 'string' ? RID.exec(errmsg)?.[1] : undefined
    return failed({ kind: KINDS.get(errcode) ?? 'unknown', errcode, ...(rid === undefined ? {} : { rid }) })
  }
  if (!isId(openid)) return failed({ kind: 'unknown' })
  // Sent only by apps that are bound to an open platform account.
  if (unionid === undefined || unionid === '') return { ok: true, identity: { openid } }
  return isId(unionid) ? { ok: true, identity: { openid, unionid } } : failed({ kind: 'unknown' })
}

function failed(failure: WechatFailure): Reply {
  return { ok: false, failure }
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && ID.test(value)
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body) as unknown
  } catch {
    // The parser's error quotes the body.
    return undefined
  }
}
