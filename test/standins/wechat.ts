import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** WeChat's words for its numbers, as its documents and its answers have them. */
const ERRMSG: Readonly<Record<number, string>> = {
  [-1]: 'system error',
  40001: 'invalid credential',
  40002: 'invalid grant_type',
  40013: 'invalid appid',
  40029: 'invalid code',
  40125: 'invalid appsecret',
  40163: 'code been used',
  40164: 'invalid ip, not in whitelist',
  40226: 'code blocked',
  41002: 'appid missing',
  41004: 'appsecret missing',
  41008: 'missing code',
  43001: 'require GET method',
  45009: 'reach max api daily quota limit',
  45011: 'api minute-quota reach limit mustslower retry next minute',
}

const CODE_LIFE_MS = 5 * 60 * 1000

/** What goes wrong with one request instead of its answer. Only `lose-reply` and `cut` use the code up. */
export type WechatFault =
  /** WeChat's own refusal; its usual words unless others are given. */
  | { readonly errcode: number; readonly errmsg?: string }
  /** 200 with this body, as text or to be sent as JSON. */
  | { readonly body: unknown }
  /** Another status than 200, with an HTML page; `location` for redirects. */
  | { readonly status: number; readonly location?: string }
  /** The connection stays open and silent until the end. */
  | 'hang'
  /** The connection breaks before the request is looked at. */
  | 'drop'
  /** The code is exchanged, but the connection breaks before the answer. */
  | 'lose-reply'
  /** The code is exchanged, but the connection breaks within the answer. */
  | 'cut'
  /** A page where the API's answer should be, as captive portals give. */
  | 'html'

export interface WechatStandinRequest {
  readonly method: string
  readonly path: string
  readonly query: Readonly<Record<string, string>>
}

export interface WechatStandin {
  /** Origin, e.g. http://127.0.0.1:49152 */
  readonly url: string
  /** Everything that was asked so far, oldest first. */
  readonly requests: readonly WechatStandinRequest[]
  /** Every session_key that was handed out: none may ever be seen elsewhere. */
  readonly sessionKeys: readonly string[]
  /** What `wx.login` would give on the phone of the person with this openid. Works once, for five minutes. */
  issueCode(openid: string, more?: { readonly unionid?: string }): string
  /** The next request that has no fault yet meets this one; `times` as many. */
  fail(fault: WechatFault, times?: number): void
  /** Ends open connections, too. */
  stop(): Promise<void>
}

interface IssuedCode {
  readonly openid: string
  readonly unionid: string | undefined
  readonly until: number
  used: boolean
}

/**
 * A server that answers `GET /sns/jscode2session` as WeChat does: JSON called text/plain, status 200 for refusals,
 * `errcode` left out of a success, a rid in each refusal.
 *
 * @param options.appId the one app it knows
 * @param options.now milliseconds; only the life of codes reads it
 * @param options.port 0 (the default) takes any free one; listens on 127.0.0.1 only
 */
export async function startWechatStandin(options: {
  readonly appId: string
  readonly secret: string
  readonly now?: () => number
  readonly port?: number
}): Promise<WechatStandin> {
  const { appId, secret } = options
  const now = options.now ?? (() => Date.now())
  const codes = new Map<string, IssuedCode>()
  const faults: WechatFault[] = []
  const requests: WechatStandinRequest[] = []
  const sessionKeys: string[] = []

  /** The checks in WeChat's order: an app that isn't known gets no word about the code. */
  function exchange(method: string, query: URLSearchParams): unknown {
    if (method !== 'GET') return refusal(43001)
    const code = query.get('js_code')
    if (!query.get('appid')) return refusal(41002)
    if (!query.get('secret')) return refusal(41004)
    if (query.get('appid') !== appId) return refusal(40013)
    if (query.get('secret') !== secret) return refusal(40125)
    if (query.get('grant_type') !== 'authorization_code') return refusal(40002)
    if (!code) return refusal(41008)
    const issued = codes.get(code)
    if (issued === undefined) return refusal(40029)
    if (issued.used) return refusal(40163)
    if (now() >= issued.until) return refusal(40029)
    issued.used = true
    const sessionKey = randomBytes(16).toString('base64')
    sessionKeys.push(sessionKey)
    const identity = { session_key: sessionKey, openid: issued.openid }
    return issued.unionid === undefined ? identity : { ...identity, unionid: issued.unionid }
  }

  function handle(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '/', 'http://standin')
    const method = request.method ?? 'GET'
    requests.push({ method, path: url.pathname, query: Object.fromEntries(url.searchParams) })
    if (url.pathname !== '/sns/jscode2session') {
      page(response, 404)
      return
    }
    const fault = faults.shift()
    switch (fault) {
      case undefined:
        json(response, exchange(method, url.searchParams))
        return
      case 'hang':
        return
      case 'drop':
        request.socket.destroy()
        return
      case 'lose-reply':
        exchange(method, url.searchParams)
        request.socket.destroy()
        return
      case 'cut': {
        const body = JSON.stringify(exchange(method, url.searchParams))
        response.writeHead(200, { 'content-type': 'text/plain', 'content-length': Buffer.byteLength(body) })
        response.write(body.slice(0, 10), () => request.socket.destroy())
        return
      }
      case 'html':
        page(response, 200)
        return
      default:
        if ('status' in fault) page(response, fault.status, fault.location)
        else if ('body' in fault) json(response, fault.body)
        else json(response, refusal(fault.errcode, fault.errmsg))
    }
  }

  const server = createServer(handle)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo

  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    sessionKeys,
    issueCode(openid, more = {}) {
      const code = `0${randomBytes(24).toString('base64url').slice(0, 31)}`
      codes.set(code, { openid, unionid: more.unionid, until: now() + CODE_LIFE_MS, used: false })
      return code
    },
    fail(fault, times = 1) {
      for (let n = 0; n < times; n += 1) faults.push(fault)
    },
    async stop() {
      await new Promise<void>((resolve, reject) => {
        server.close((error) => {
          if (error) reject(error)
          else resolve()
        })
        server.closeAllConnections()
      })
    },
  }
}

function refusal(errcode: number, errmsg = ERRMSG[errcode] ?? 'unknown error'): unknown {
  const rid = [4, 4, 4].map((bytes) => randomBytes(bytes).toString('hex')).join('-')
  return { errcode, errmsg: `${errmsg}, rid: ${rid}` }
}

function json(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { 'content-type': 'text/plain' })
  response.end(typeof body === 'string' ? body : JSON.stringify(body))
}

function page(response: ServerResponse, status: number, location?: string): void {
  response.writeHead(status, { 'content-type': 'text/html', ...(location === undefined ? {} : { location }) })
  response.end('<!doctype html><title>Sign in to this network</title>')
}
