/** What WeChat says of a text that others could read; `unknown`: it couldn't be asked, or wants a person to look. */
export type TextVerdict = 'pass' | 'risky' | 'unknown'

/** How long one request may take, in milliseconds: a person stands there, waiting. */
const LIMIT_MS = 3000
/** A token is renewed so long before it ends, in milliseconds. */
const EARLY_MS = 5 * 60_000
/** The token is no good (any more). */
const STALE = [40001, 40014, 42001]

export interface TextCheckOptions {
  readonly appId: string
  readonly secret: string
  /** Origin of WeChat's server API. */
  readonly baseUrl: string
  readonly fetch: typeof fetch
  /** A monotonic clock in milliseconds: never the demo clock. */
  readonly now: () => number
}

interface Token {
  readonly value: string
  /** On the monotonic clock. */
  readonly until: number
}

/**
 * WeChat's check of texts (msgSecCheck 2.0). Its access token is the stable one: however many processes ask for it, they get the same,
 * and none makes another's void. Within a process those who need it at once wait for one request.
 *
 * @see 文本内容安全识别 and 获取稳定版接口调用凭据 in WeChat's server documents
 */
export function createTextCheck(options: TextCheckOptions): (openid: string, text: string) => Promise<TextVerdict> {
  const { appId, secret, baseUrl, now } = options
  let token: Promise<Token | null> | null = null

  async function post(url: URL, body: object): Promise<Readonly<Record<string, unknown>> | null> {
    try {
      const response = await options.fetch(url, {
        method: 'POST',
        redirect: 'manual',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(LIMIT_MS),
      })
      const reply: unknown = response.status === 200 ? await response.json() : null
      return typeof reply === 'object' && reply !== null ? (reply as Readonly<Record<string, unknown>>) : null
    } catch {
      // What an HTTP client puts into its errors may quote the address, and with it the token.
      return null
    }
  }

  async function renew(): Promise<Token | null> {
    const asked = now()
    const reply = await post(new URL('/cgi-bin/stable_token', baseUrl), {
      grant_type: 'client_credential',
      appid: appId,
      secret,
    })
    const { access_token: value, expires_in: seconds } = reply ?? {}
    return typeof value === 'string' && typeof seconds === 'number' ? { value, until: asked + seconds * 1000 } : null
  }

  async function currentToken(): Promise<string | null> {
    const held = await token
    if (!held || held.until - EARLY_MS <= now()) {
      // Whoever came first asks; the others find its promise.
      const before = token
      if (held || before === null || (await before) === null) {
        if (token === before) token = renew()
      }
    }
    return (await token)?.value ?? null
  }

  async function ask(openid: string, text: string): Promise<Readonly<Record<string, unknown>> | null> {
    const value = await currentToken()
    if (value === null) return null
    const url = new URL('/wxa/msg_sec_check', baseUrl)
    url.search = new URLSearchParams({ access_token: value }).toString()
    // Scene 2: comments, here everything that is written for others.
    return post(url, { openid, scene: 2, version: 2, content: text })
  }

  return async (openid, text) => {
    let reply = await ask(openid, text)
    if (typeof reply?.errcode === 'number' && STALE.includes(reply.errcode)) {
      token = null
      reply = await ask(openid, text)
    }
    if (reply?.errcode !== 0) return 'unknown'
    const suggest = (reply.result as { readonly suggest?: unknown } | undefined)?.suggest
    return suggest === 'pass' || suggest === 'risky' ? suggest : 'unknown'
  }
}
