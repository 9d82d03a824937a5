import type { BodyOf, ParamsOf, QueryOf, ReplyOf } from '#contract/api'
import type { RouteKey } from '#domain/access/permissions'
import { ApiProblem, NetworkProblem } from './problem'
import type { SessionStore } from './session-store'

type Given<Name extends string, T> = [T] extends [undefined]
  ? { readonly [N in Name]?: never }
  : { readonly [N in Name]: T }

/** What a route takes: its path's parameters, query and body. */
export type Input<K extends RouteKey> = Given<'params', ParamsOf<K>> &
  Given<'query', QueryOf<K>> &
  Given<'body', BodyOf<K>>

export interface WireRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  /** JSON; frozen when the act was made, and the same at every attempt. */
  readonly body: string | undefined
  readonly timeout: number
}

export interface WireReply {
  readonly status: number
  /** Names in small letters. */
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
}

export interface ClientDeps {
  /** Where the API is; empty = same origin. */
  readonly origin: string
  /** The district of this build. What needs no session takes it from here; everything else from the session. */
  readonly district: string
  readonly session: SessionStore
  /** Sends one request. Rejects with a NetworkProblem. */
  readonly send: (request: WireRequest) => Promise<WireReply>
  /** A new token for the same person without asking them; null where there is no such way. */
  readonly renew: (() => Promise<string>) | null
  /** What else ends with a session: the last known state of that person. */
  readonly ended: () => void
  readonly heardTime: (serverTime: number) => void
  /** The device's own clock, right or wrong: what was kept on it is as old as it says. */
  readonly deviceTime: () => number
  readonly sleep: (milliseconds: number) => Promise<void>
}

/** Calls a route of the API. Rejects with an ApiProblem or a NetworkProblem. */
export type Call = <K extends RouteKey>(key: K, input: Input<K>) => Promise<ReplyOf<K>>

const GET_TIMEOUT = 10_000
const ACT_TIMEOUT = 15_000
/** Waits before the second and third attempt. */
const BACKOFF = [400, 800]

interface Plain {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string | number | boolean>>
  readonly body?: Readonly<Record<string, unknown>>
}

/** The request layer: tokens, a silent sign-in after a 401, repeats of what is safe, the server's time. */
export function createClient(deps: ClientDeps): Call {
  let renewal: Promise<void> | null = null

  /** One attempt, with the session of this moment. */
  async function attempt(request: Omit<WireRequest, 'headers'>, token: string | null): Promise<WireReply> {
    const headers: Record<string, string> = { 'x-district': deps.district }
    if (request.body !== undefined) {
      headers['content-type'] = 'application/json'
      headers['x-phone-time'] = String(deps.deviceTime())
    }
    if (token !== null) headers.authorization = `Bearer ${token}`
    const reply = await deps.send({ ...request, headers })
    const time = Number(reply.headers['x-server-time'])
    if (time > 0) deps.heardTime(time)
    return reply
  }

  /** Repeats what is safe to repeat: a question, or an act that the server knows by its requestId. */
  async function patiently(
    request: Omit<WireRequest, 'headers'>,
    token: string | null,
    safe: boolean,
  ): Promise<WireReply> {
    for (const wait of safe ? BACKOFF : []) {
      try {
        const reply = await attempt(request, token)
        if (reply.status < 502 || reply.status > 504) return reply
      } catch (error) {
        if (!(error instanceof NetworkProblem)) throw error
      }
      await deps.sleep(wait)
    }
    return attempt(request, token)
  }

  /** Signs in again without asking, once for all requests that met the same dead token. */
  async function renewOnce(renew: () => Promise<string>, dead: string): Promise<void> {
    const token = await renew()
    // Signed out, or in as somebody else, meanwhile: the new token is nobody's.
    if (deps.session.get().session?.token === dead) deps.session.renewed(token)
  }

  /** After a 401: a living token of the same person, or null when there is none (the session ends here then). */
  async function afterDeadToken(dead: string, visit: number): Promise<string | null> {
    const { session } = deps.session.get()
    // What one person asked or did is never said again as another, who signed in meanwhile.
    if (!session || deps.session.visit() !== visit) return null
    if (session.token !== dead) return session.token
    if (session.kind === 'wechat' && deps.renew) {
      renewal ??= renewOnce(deps.renew, dead).finally(() => {
        renewal = null
      })
      try {
        await renewal
        return deps.session.visit() === visit ? (deps.session.get().session?.token ?? null) : null
      } catch (error) {
        // No network while signing in again: the person is still who they are.
        if (error instanceof NetworkProblem || (error instanceof ApiProblem && error.status >= 500)) throw error
      }
    }
    if (deps.session.get().session?.token === dead) {
      deps.session.end({ expired: true })
      deps.ended()
    }
    return null
  }

  return async function call<K extends RouteKey>(key: K, input: Input<K>): Promise<ReplyOf<K>> {
    const { params, query, body } = input as Plain
    const [method, pattern] = key.split(' ') as [WireRequest['method'], string]
    const request = {
      method,
      url: deps.origin + pathOf(pattern, params ?? {}) + searchOf(query ?? {}),
      body: body === undefined ? undefined : JSON.stringify(body),
      timeout: method === 'GET' ? GET_TIMEOUT : ACT_TIMEOUT,
    }
    const safe = method === 'GET' || (body !== undefined && 'requestId' in body)
    const token = deps.session.get().session?.token ?? null
    const visit = deps.session.visit()
    let reply = await patiently(request, token, safe)
    if (reply.status === 401 && token !== null) {
      const fresh = await afterDeadToken(token, visit)
      if (fresh !== null) reply = await patiently(request, fresh, safe)
    }
    return read(reply) as ReplyOf<K>
  }
}

function pathOf(pattern: string, params: Readonly<Record<string, string>>): string {
  return pattern.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
}

function searchOf(query: Readonly<Record<string, string | number | boolean>>): string {
  const pairs = Object.keys(query).map((name) => `${name}=${encodeURIComponent(String(query[name]))}`)
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`
}

function read(reply: WireReply): unknown {
  if (reply.status === 204) return null
  const value = parse(reply.text)
  if (reply.status >= 200 && reply.status < 300 && value !== undefined) return value
  const problem = (value ?? {}) as Partial<ApiProblem>
  // Something between us and the API may answer with a page instead of a problem.
  throw new ApiProblem(reply.status, typeof problem.code === 'string' ? problem.code : 'internal', problem.facts ?? {})
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
