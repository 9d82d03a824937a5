import { fork } from 'node:child_process'
import { Agent, request } from 'node:http'
import path from 'node:path'

/** The API, running in a process of its own. */
export interface ApiProcess {
  /** `http://127.0.0.1:49152` */
  readonly address: string
  stop(): Promise<void>
}

/**
 * Starts the API on a migrated database.
 *
 * @throws Error when it ends instead of listening; what it said is on stderr
 */
export async function startApiProcess(options: {
  readonly databaseUrl: string
  readonly wechatUrl: string
}): Promise<ApiProcess> {
  const child = fork(path.join(__dirname, 'serve-api.ts'), {
    env: { ...process.env, BENCH_DATABASE_URL: options.databaseUrl, BENCH_WECHAT_URL: options.wechatUrl },
    // It writes its log as always; nobody reads it here.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const address = await new Promise<string>((resolve, reject) => {
    child.once('message', (message) => resolve(message as string))
    child.once('exit', (code) => reject(new Error(`The API ended (${String(code)}) before it listened.`)))
  })
  return {
    address,
    stop: async () => {
      if (child.connected) child.disconnect()
      await ended
    },
  }
}

/** One phone: one connection, kept open. */
export interface Connection {
  /**
   * @returns the reply's body
   * @throws Error unless the status is `expect`
   */
  ask(
    method: 'GET' | 'POST',
    url: string,
    options: {
      readonly expect: number
      readonly headers: Readonly<Record<string, string>>
      readonly body?: unknown
    },
  ): Promise<Buffer>
  close(): void
}

/** @param from the address that the API sees; only Linux has more than one on the loopback */
export function connect(address: string, from?: string): Connection {
  const agent = new Agent({ keepAlive: true, maxSockets: 1, ...(from === undefined ? {} : { localAddress: from }) })
  return {
    ask: (method, url, { expect, headers, body }) =>
      new Promise((resolve, reject) => {
        const text = body === undefined ? undefined : JSON.stringify(body)
        const type =
          text === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }
        const outgoing = request(address + url, { method, agent, headers: { ...headers, ...type } }, (response) => {
          const chunks: Buffer[] = []
          response.on('data', (chunk: Buffer) => chunks.push(chunk))
          response.on('error', reject)
          response.on('end', () => {
            const reply = Buffer.concat(chunks)
            if (response.statusCode === expect) resolve(reply)
            else reject(new Error(`${method} ${url}: ${String(response.statusCode)} ${reply.toString('utf8')}`))
          })
        })
        outgoing.on('error', reject)
        outgoing.end(text)
      }),
    close: () => agent.destroy(),
  }
}
