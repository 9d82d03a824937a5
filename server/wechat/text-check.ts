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
  let token: Token | null = null
  let renewing: Promise<Token | null> | null = null

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

  /** Whoever comes first asks for a new one; the others wait for that answer. */
  async function currentToken(): Promise<string | null> {
    if (token && token.until - EARLY_MS > now()) return token.value
    renewing ??= renew().then((fresh) => {
      token = fresh
      renewing = null
      return fresh
    })
    return (await renewing)?.value ?? null
  }

  async function ask(value: string, openid: string, text: string): Promise<Readonly<Record<string, unknown>> | null> {
    const url = new URL('/wxa/msg_sec_check', baseUrl)
    url.search = new URLSearchParams({ access_token: value }).toString()
    // Scene 2: comments, here everything that is written for others.
    return post(url, { openid, scene: 2, version: 2, content: text })
  }

  return async (openid, text) => {
    let reply: Readonly<Record<string, unknown>> | null = null
    for (let tries = 0; tries < 2; tries++) {
      const value = await currentToken()
      if (value === null) return 'unknown'
      reply = await ask(value, openid, text)
      if (typeof reply?.errcode !== 'number' || !STALE.includes(reply.errcode)) break
      // Unless another request has renewed it in the meantime.
      if (token?.value === value) token = null
    }
    if (reply?.errcode !== 0) return 'unknown'
    const suggest = (reply.result as { readonly suggest?: unknown } | undefined)?.suggest
    return suggest === 'pass' || suggest === 'risky' ? suggest : 'unknown'
  }
}
