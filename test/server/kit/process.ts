import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import type { TestDatabase } from '../../support/cluster'

/** An API in a process of its own. */
export interface ApiProcess {
  /** Its address: http://127.0.0.1:port */
  readonly url: string
  /** All that it wrote, to stdout and stderr. */
  output(): string
  /** kill -9; resolves when it is gone. */
  kill(): Promise<void>
}

const ROOT = path.resolve(__dirname, '../../..')

/** Starts an API process on a test's database; resolves when it listens. */
export async function startProcess(database: TestDatabase): Promise<ApiProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', path.join(ROOT, 'test/server/fixtures/api-process.ts')], {
    cwd: ROOT,
    env: {
      ...(process.env.PATH === undefined ? {} : { PATH: process.env.PATH }),
      ...(process.env.TZ === undefined ? {} : { TZ: process.env.TZ }),
      DATABASE_URL: database.apiUrl,
      DEMO: '1',
      HOST: '127.0.0.1',
      PORT: '0',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const written: string[] = []
  child.stdout.on('data', (chunk: Buffer) => written.push(chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => written.push(chunk.toString()))
  const output = () => written.join('')
  const url = await listening(child, output)
  return {
    url,
    output,
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGKILL')
      await once(child, 'close')
    },
  }
}

async function listening(child: ChildProcess, output: () => string): Promise<string> {
  for (;;) {
    const url = /^http:\/\/127\.0\.0\.1:\d+$/m.exec(output())?.[0]
    if (url !== undefined) return url
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`the API process ended:\n${output()}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** Asks an API process over HTTP, in the tests' district. @throws when it is gone before it answers */
export async function ask(
  api: ApiProcess,
  method: string,
  path: string,
  token?: string,
  body?: unknown,
): Promise<{ readonly status: number; readonly body: unknown }> {
  const response = await fetch(api.url + path, {
    method,
    headers: {
      'x-district': 'saihan',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return { status: response.status, body: await response.json() }
}
