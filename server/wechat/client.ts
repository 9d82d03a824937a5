import { setTimeout as wait } from 'node:timers/promises'
import { WechatError, type WechatFailure } from './error'
import { createTextCheck, type TextVerdict } from './text-check'
import { readReply, type WechatIdentity } from './reply'

/** How long one attempt may take, body included, in milliseconds. */
export const ATTEMPT_MS = 3000

/** How long all attempts together may take: a person stands there, waiting. In milliseconds. */
export const TOTAL_MS = 5000

/** Pauses before the second and the third attempt, in milliseconds; there is no fourth. */
export const BACKOFF_MS: readonly number[] = [200, 800]

export interface WechatOptions {
  /** The mini-program's app id. */
  readonly appId: string
  readonly secret: string
  /** Origin of WeChat's server API, e.g. https://api.weixin.qq.com */
  readonly baseUrl: string
  readonly fetch?: typeof fetch
  /** A monotonic clock in milliseconds, for the total time only: never the demo clock. */
  readonly now?: () => number
  readonly sleep?: (ms: number) => Promise<void>
}

/** What the server asks of WeChat. */
export interface Wechat {
  /** Whose openids these are: an account is keyed by both. */
  readonly appId: string
  /**
   * Exchanges the code that `wx.login` gave the phone for the person's openid. A code works once and for five minutes.
   *
   * @param code as the phone sent it
   * @returns the ids and nothing else: session_key is dropped unread
   * @throws WechatError, within about {@link TOTAL_MS}; nothing else
   * @see 小程序登录凭证校验 (code2Session) in WeChat's server documents
   */
  code2session(code: string): Promise<WechatIdentity>
  /**
   * Whether a text may be read by others. WeChat answers for an openid that was seen within two hours only.
   *
   * @returns `unknown` when it couldn't be asked, or wants a person to look; it never throws
   */
  checkText(openid: string, text: string): Promise<TextVerdict>
}

type Attempt =
  | { readonly ok: true; readonly identity: WechatIdentity }
  /** `again`: the same code may still be good. */
  | { readonly ok: false; readonly failure: WechatFailure; readonly again: boolean }

/**
 * A client of WeChat's server API. Keeps the secret in a closure, so that logging the client doesn't log it.
 *
 * @throws TypeError if `baseUrl` is no URL
 */
export function createWechat(options: WechatOptions): Wechat {
  const { appId, secret, baseUrl } = options
  const get = options.fetch ?? fetch
  const now = options.now ?? (() => performance.now())
  const sleep = options.sleep ?? (async (ms: number) => wait(ms))
  const endpoint = new URL('/sns/jscode2session', baseUrl)

  async function attempt(code: string, limitMs: number): Promise<Attempt> {
    const url = new URL(endpoint)
    url.search = new URLSearchParams({
      appid: appId,
      secret,
      js_code: code,
      grant_type: 'authorization_code',
    }).toString()
    let body: string
    try {
      // Not followed: WeChat redirects nobody, so whoever does isn't WeChat.
      const response = await get(url, { redirect: 'manual', signal: AbortSignal.timeout(limitMs) })
      if (response.status !== 200) {
        await response.body?.cancel()
        return { ok: false, failure: { kind: 'unreachable', obstacle: `status-${response.status}` }, again: false }
      }
      body = await response.text()
    } catch (error) {
      // The error goes no further: what an HTTP client puts into its errors isn't ours to vouch for.
      const obstacle = obstacleOf(error)
      // After a time-out a person has waited long enough; a broken connection fails at once and often mends at once.
      return { ok: false, failure: { kind: 'unreachable', obstacle }, again: obstacle !== 'timeout' }
    }
    const reply = readReply(body)
    return reply.ok ? reply : { ...reply, again: reply.failure.errcode === -1 }
  }

  return {
    appId,
    checkText: createTextCheck({ appId, secret, baseUrl, fetch: get, now }),
    async code2session(code) {
      const end = now() + TOTAL_MS
      for (let attempts = 1; ; attempts += 1) {
        const result = await attempt(code, limit(end - now()))
        if (result.ok) return result.identity
        const pause = BACKOFF_MS[attempts - 1]
        if (!result.again || pause === undefined || now() + pause >= end) {
          throw new WechatError(attempts > 1 ? afterRetry(result.failure) : result.failure, attempts)
        }
        await sleep(pause)
      }
    },
  }
}

/** AbortSignal.timeout takes whole numbers only, and a late timer may have used up what was left. */
function limit(leftMs: number): number {
  return Math.max(1, Math.min(ATTEMPT_MS, Math.ceil(leftMs)))
}

/**
 * "Code been used" after an attempt of ours that stayed without an answer: it was most likely we who used it. That is no
 * refusal of the person, and a new code will do.
 */
function afterRetry(failure: WechatFailure): WechatFailure {
  return failure.kind === 'code-used' ? { ...failure, kind: 'busy' } : failure
}

/** A name for what fetch threw, from its codes alone; its messages may quote the address. */
function obstacleOf(error: unknown): string {
  if (property(error, 'name') === 'TimeoutError') return 'timeout'
  const code = property(property(error, 'cause'), 'code')
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{2,39}$/.test(code) ? code : 'network'
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined
}
