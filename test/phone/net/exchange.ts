import http from 'node:http'
import https from 'node:https'
import { clearTimeout, setTimeout } from 'node:timers'

import type { RequestRecord } from '../journal'
import { asBag, asText, isBag, type Bag } from '../util'

import type { Network } from './network'

export interface HttpOptions extends Bag {
  api: RequestRecord['api']
  url: unknown
  /** A ready body (upload); otherwise `data` is encoded as wx.request does. */
  body?: Buffer
  contentType?: string
}

export interface HttpReply {
  status: number
  /** Header names as the server wrote them, as on a phone. */
  header: Record<string, string>
  cookies: string[]
  body: Buffer
}

type Failure = Bag & { errMsg: string }

export type ExchangeResult = { reply: HttpReply; failure?: undefined } | { failure: Failure; reply?: undefined }

/** A request in flight. */
export interface Exchange {
  /** Ends it with this failure, unless it is over. */
  end(failure: Failure): void
}

/** wx.request knows no PATCH. */
const METHODS = new Set(['OPTIONS', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'TRACE', 'CONNECT'])

const USER_AGENT =
  'Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 MicroMessenger/8.0.50 NetType/WIFI MiniProgramEnv/android'

export const OFFLINE: Failure = { errMsg: 'fail net::ERR_INTERNET_DISCONNECTED', errno: 600001 }
const RESET: Failure = { errMsg: 'fail net::ERR_CONNECTION_RESET', errno: 600001 }
const REDIRECT_LIMIT = 5

/** One HTTP exchange as WeChat does it. Calls `done` once. */
export function exchange(network: Network, options: HttpOptions, done: (result: ExchangeResult) => void): Exchange {
  const { app } = network
  const started = Date.now()
  const record: RequestRecord = {
    api: options.api,
    method: (asText(options.method) || 'GET').toUpperCase(),
    url: asText(options.url),
    status: 0,
    ms: 0,
    bytes: 0,
    sent: 0,
  }
  let over = false
  let request: http.ClientRequest | undefined
  const settle = (result: ExchangeResult): void => {
    if (over) return
    over = true
    clearTimeout(timer)
    record.ms = Date.now() - started
    if (result.failure) record.error = result.failure.errMsg
    app.journal.requests.push(record)
    request?.destroy()
    done(result)
  }
  const end = (failure: Failure): void => {
    settle({ failure })
  }
  const timer = setTimeout(
    () => {
      end({ errMsg: 'fail timeout', errno: 5 })
    },
    network.timeout(options.api, options.timeout),
  )
  const prepared = prepare(network, options, record)
  if ('errMsg' in prepared) {
    setTimeout(() => {
      end(prepared)
    }, 5)
    return { end }
  }
  const { header } = prepared
  let { target, method, body } = prepared

  const send = (): void => {
    if (over) return
    const secure = target.protocol === 'https:'
    request = (secure ? https : http).request(target, { method, headers: header, agent: false }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => {
        parts.push(part)
        record.bytes += part.length
      })
      response.on('error', () => {
        end(RESET)
      })
      response.on('aborted', () => {
        end(RESET)
      })
      response.on('end', () => {
        if (over) return
        record.status = response.statusCode ?? 0
        const next = redirection(network, target, response, options, record)
        if (next) {
          target = next
          if (record.status <= 303 && method !== 'HEAD') {
            method = 'GET'
            body = undefined
            delete header['content-length']
          }
          send()
        } else if (network.takeLost(record.url)) {
          end(RESET)
        } else {
          settle({ reply: replyOf(response, Buffer.concat(parts)) })
        }
      })
    })
    request.on('error', (error: NodeJS.ErrnoException) => {
      end({ errMsg: `fail net::${networkError(error.code)}`, errno: 600001 })
    })
    if (body) request.write(body)
    request.end()
  }
  const { latency } = app.handset.options
  if (latency) setTimeout(send, latency)
  else send()
  return { end }
}

interface Prepared {
  target: URL
  method: string
  header: Record<string, string | number>
  body: Buffer | undefined
}

/** Checks and encodes a request; a failure when WeChat would not send it at all. */
function prepare(network: Network, options: HttpOptions, record: RequestRecord): Prepared | Failure {
  const { app } = network
  const { method } = record
  if (typeof options.url !== 'string' || !/^https?:\/\//i.test(options.url) || !URL.canParse(options.url)) {
    return { errMsg: `fail invalid url "${asText(options.url)}"`, errno: 600009 }
  }
  if (!METHODS.has(method)) return { errMsg: `fail method "${asText(options.method)}" is invalid`, errno: 600009 }
  if (!app.handset.online) return OFFLINE
  const url = new URL(options.url)
  const header: Record<string, string | number> = { 'content-type': 'application/json' }
  for (const [name, value] of Object.entries(asBag(options.header))) {
    // Referer is WeChat's own.
    if (value !== undefined && value !== null && name.toLowerCase() !== 'referer') {
      header[name.toLowerCase()] = asText(value)
    }
  }
  const body = bodyOf(options, method, url, header)
  const origin = network.route(url.origin)
  if (origin === null) return { errMsg: 'fail url not in domain list', errno: 600002 }
  const target = new URL(url.pathname + url.search, origin)
  record.url = url.href
  if (target.origin !== url.origin) record.sentTo = target.href
  header['user-agent'] = USER_AGENT
  header.referer = `https://servicewechat.com/${app.handset.appId}/0/page-frame.html`
  if (body) {
    header['content-length'] = body.length
    record.sent = body.length
  } else if (method !== 'GET' && method !== 'HEAD') {
    header['content-length'] = 0
  }
  return { target, method, header, body }
}

/** The body of a request; the data of a GET goes into the url. */
function bodyOf(
  options: HttpOptions,
  method: string,
  url: URL,
  header: Record<string, string | number>,
): Buffer | undefined {
  if (options.body) {
    if (options.contentType !== undefined) header['content-type'] = options.contentType
    return options.body
  }
  const { data } = options
  if (data === undefined || data === null) return undefined
  if (method === 'GET' || method === 'HEAD') {
    const query = isBag(data) ? formEncode(data) : asText(data)
    if (query) url.search += `${url.search ? '&' : '?'}${query}`
    return undefined
  }
  if (Object.prototype.toString.call(data) === '[object ArrayBuffer]') {
    return Buffer.from(new Uint8Array(data as ArrayBuffer))
  }
  if (!isBag(data)) return Buffer.from(asText(data))
  const isForm = /x-www-form-urlencoded/i.test(asText(header['content-type']))
  return Buffer.from(isForm ? formEncode(data) : JSON.stringify(data))
}

const formEncode = (data: Bag): string =>
  Object.entries(data)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(value === null ? 'null' : asText(value))}`)
    .join('&')

function redirection(
  network: Network,
  from: URL,
  response: http.IncomingMessage,
  options: HttpOptions,
  record: RequestRecord,
): URL | undefined {
  const { location } = response.headers
  if (![301, 302, 303, 307, 308].includes(record.status) || location === undefined) return undefined
  if ((asText(options.redirect) || 'follow') !== 'follow') return undefined
  record.redirects = (record.redirects ?? 0) + 1
  if (record.redirects > REDIRECT_LIMIT) return undefined
  const to = new URL(location, from)
  return new URL(to.pathname + to.search, network.route(to.origin) ?? to.origin)
}

function replyOf(response: http.IncomingMessage, body: Buffer): HttpReply {
  const header: Record<string, string> = {}
  const { rawHeaders } = response
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const name = rawHeaders[i] ?? ''
    const value = rawHeaders[i + 1] ?? ''
    header[name] = header[name] === undefined ? value : `${header[name]},${value}`
  }
  return { status: response.statusCode ?? 0, header, cookies: response.headers['set-cookie'] ?? [], body }
}

function networkError(code: string | undefined): string {
  if (code === 'ECONNREFUSED') return 'ERR_CONNECTION_REFUSED'
  if (code === 'ENOTFOUND') return 'ERR_NAME_NOT_RESOLVED'
  if (code === 'ECONNRESET') return 'ERR_CONNECTION_RESET'
  return `ERR_${code ?? 'FAILED'}`
}
