import { EventEmitter, once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

type Suggest = 'pass' | 'review' | 'risky'

/** A server that answers WeChat's stable_token and msg_sec_check as they do: tokens that end, verdicts by what the text holds. */
export interface TextStandin {
  readonly url: string
  /** Paths asked so far, and what the checks were sent. */
  readonly paths: readonly string[]
  readonly checked: readonly Readonly<Record<string, unknown>>[]
  /** Makes every token that was given out so far void. */
  revoke(): void
  /** Texts are judged so from now on, one after the other, the last again and again; nothing = by what they hold. */
  deem(...suggests: readonly Suggest[]): void
  /** Answers nothing until the function that it gives is called. */
  hold(): () => void
  /** Everything is answered with this status from now on; null = as usual. */
  break(status: number | null): void
  stop(): Promise<void>
}

/** @param lifeSeconds how long tokens last */
export async function startTextStandin(
  app: { readonly appId: string; readonly secret: string },
  lifeSeconds = 7200,
): Promise<TextStandin> {
  const paths: string[] = []
  const checked: Record<string, unknown>[] = []
  let generation = 1
  let broken: number | null = null
  let deemed: readonly Suggest[] = []
  let held: Promise<unknown> = Promise.resolve()
  const answer = (path: string, query: URLSearchParams, body: Record<string, unknown>): unknown => {
    if (path === '/cgi-bin/stable_token') {
      if (body.appid !== app.appId || body.secret !== app.secret) return { errcode: 40125, errmsg: 'invalid appsecret' }
      // Stable: whoever asks gets the same one.
      return { access_token: `token-${generation}`, expires_in: lifeSeconds }
    }
    if (query.get('access_token') !== `token-${generation}`) return { errcode: 40001, errmsg: 'invalid credential' }
    checked.push(body)
    if (body.openid === 'not-seen') return { errcode: 61010, errmsg: 'code is expired' }
    const content = String(body.content)
    const [said] = deemed
    if (deemed.length > 1) deemed = deemed.slice(1)
    const suggest = said ?? (content.includes('坏') ? 'risky' : content.includes('疑') ? 'review' : 'pass')
    return { errcode: 0, errmsg: 'ok', result: { suggest, label: 100 } }
  }
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://standin')
    paths.push(url.pathname)
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      if (broken !== null) {
        response.writeHead(broken).end()
        return
      }
      const body = JSON.parse(Buffer.concat(parts).toString() || '{}') as Record<string, unknown>
      // A moment, so that several wait for one answer.
      const reply = () => {
        response.writeHead(200, { 'content-type': 'application/json' })
        response.end(JSON.stringify(answer(url.pathname, url.searchParams, body)))
      }
      void held.then(() => setTimeout(reply, 20))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    paths,
    checked,
    revoke: () => {
      generation++
    },
    deem: (...suggests) => {
      deemed = suggests
    },
    hold: () => {
      const hanging = new EventEmitter()
      held = once(hanging, 'released')
      return () => {
        hanging.emit('released')
      }
    },
    break: (status) => {
      broken = status
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
