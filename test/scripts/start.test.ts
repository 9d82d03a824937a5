import { spawn, type ChildProcess } from 'node:child_process'
import { chmod, cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo, type Server } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { findServer } from '../../server/database/cluster'

const ROOT = path.resolve(__dirname, '../..')
const START = path.join(ROOT, 'scripts', 'start.cjs')
/** The web version may have to be built first. */
const PATIENCE_MS = 150_000

class Run {
  readonly child: ChildProcess
  readonly ended: Promise<number | null>
  out = ''
  err = ''

  constructor(env: Record<string, string>, args: readonly string[] = [START]) {
    // Nothing of this machine's settings.
    const clean = Object.fromEntries(
      ['PATH', 'HOME', 'TMPDIR', 'SystemRoot'].map((name) => [name, process.env[name]]).filter(([, value]) => value),
    ) as Record<string, string>
    this.child = spawn(process.execPath, args, {
      cwd: os.tmpdir(),
      env: { ...clean, ...env },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.child.stdout?.setEncoding('utf8').on('data', (text: string) => (this.out += text))
    this.child.stderr?.setEncoding('utf8').on('data', (text: string) => (this.err += text))
    this.ended = new Promise((resolve) => this.child.once('close', resolve))
    runs.push(this)
  }

  async says(pattern: RegExp): Promise<string> {
    const since = Date.now()
    while (Date.now() - since < PATIENCE_MS) {
      const match = pattern.exec(this.out)
      if (match) return match[1] ?? match[0]
      if (this.child.exitCode !== null) break
      await sleep(20)
    }
    throw new Error(`never said ${String(pattern)}:\n${this.out}${this.err}`)
  }

  /** Ctrl-C, twice, as it arrives under npm: from the terminal to the whole group and from npm. */
  async interrupt(): Promise<number | null> {
    if (this.child.pid !== undefined) process.kill(-this.child.pid, 'SIGINT')
    this.child.kill('SIGINT')
    return this.ended
  }
}

let runs: Run[] = []
let folder: string
let dataDir: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'aili-start-'))
  await chmod(folder, 0o711)
  dataDir = path.join(folder, 'data')
})

afterEach(async () => {
  for (const run of runs) {
    if (run.child.exitCode === null) run.child.kill('SIGKILL')
    await run.ended
  }
  runs = []
  const left = await findServer(dataDir)
  if (left) process.kill(left.pid, 'SIGQUIT')
  while (await findServer(dataDir)) await sleep(20)
  await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
})

const ONE_SENTENCE = /^[^\n]+\.\n$/

test(
  'serves the API and the web version, refuses a second start, stops on Ctrl-C, and starts again',
  async () => {
    const first = new Run({ DATA_DIR: dataDir, PORT: '0' })
    const address = await first.says(/serving (http:\S+)/)
    await first.says(/申请人·甲/)
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    expect(await (await fetch(`${address}/v1/health`)).json()).toMatchObject({ status: 'ok' })
    const page = await fetch(`${address}/`)
    expect(page.headers.get('content-type')).toContain('text/html')
    expect(await page.text()).toContain('<script')
    expect(first.err).toBe('')

    const second = new Run({ DATA_DIR: dataDir, PORT: '0' })
    expect(await second.ended).toBe(1)
    expect(second.err).toMatch(ONE_SENTENCE)
    expect(second.err).toContain('Already running on this data')

    expect(await first.interrupt()).toBe(0)
    expect(await findServer(dataDir)).toBeUndefined()
    await expect(fetch(`${address}/v1/health`)).rejects.toThrow()

    // kill -9, then the next start.
    const third = new Run({ DATA_DIR: dataDir, PORT: '0' })
    await third.says(/serving/)
    third.child.kill('SIGKILL')
    await third.ended
    const fourth = new Run({ DATA_DIR: dataDir, PORT: '0' })
    await fourth.says(/took it over/)
    await fourth.says(/serving/)
    expect(await fourth.interrupt()).toBe(0)
    expect(await findServer(dataDir)).toBeUndefined()

    // What was stamped a demo stays one.
    const fifth = new Run({
      DATA_DIR: dataDir,
      DEMO: '0',
      WECHAT_APPID: 'wx0123456789abcdef',
      WECHAT_SECRET: 'shh',
      PUBLIC_URL: 'https://aili.example',
    })
    expect(await fifth.ended).toBe(1)
    expect(fifth.err).toMatch(ONE_SENTENCE)
    expect(fifth.err).toContain('DEMO=0')
    expect(await findServer(dataDir)).toBeUndefined()
  },
  PATIENCE_MS + 60_000,
)

test('Ctrl-C while it is still starting leaves nothing behind', async () => {
  const run = new Run({ DATA_DIR: dataDir, PORT: '0' })
  await run.says(/making the database/)
  expect(await run.interrupt()).toBe(130)
  expect(run.err).toBe('')
  expect(await findServer(dataDir)).toBeUndefined()
})

describe('one sentence and a code other than 0', () => {
  let taken: Server | undefined
  afterEach(() => {
    taken?.close()
    taken = undefined
  })

  test('for a port that is taken', async () => {
    taken = createServer()
    await new Promise<void>((resolve) => taken?.listen(0, '127.0.0.1', resolve))
    const { port } = taken.address() as AddressInfo
    const run = new Run({ DATA_DIR: dataDir, PORT: String(port) })
    expect(await run.ended).toBe(1)
    expect(run.err).toMatch(ONE_SENTENCE)
    expect(run.err).toContain(`PORT ${port}`)
    expect(await findServer(dataDir)).toBeUndefined()
  })

  test.each<[string, Record<string, string>]>([
    ['PORT', { PORT: 'x' }],
    ['HOST', { HOST: '192.0.2.1' }],
    ['DATABASE_URL', { DATABASE_URL: 'postgres://a:b@127.0.0.1:1/c', DEMO: '1' }],
    ['DATA_DIR', { DATA_DIR: START }],
    ['FILES_DIR', { FILES_DIR: START }],
  ])('for a bad %s', async (name, env) => {
    const run = new Run({ DATA_DIR: dataDir, PORT: '0', ...env })
    expect(await run.ended).toBe(1)
    expect(run.err).toMatch(ONE_SENTENCE)
    expect(run.err).toContain(name)
    expect(run.err).not.toContain(':b@')
  })

  test('for an old Node', async () => {
    const old = `Object.defineProperty(process.versions, 'node', { value: '20.18.3' }); require(${JSON.stringify(START)})`
    const run = new Run({}, ['-e', old])
    expect(await run.ended).toBe(1)
    expect(run.err).toBe('Node 20.19 or newer is needed, but this is Node 20.18.3.\n')
  })

  test('for a clone without its dependencies', async () => {
    await mkdir(path.join(folder, 'scripts'))
    await cp(START, path.join(folder, 'scripts', 'start.cjs'))
    const run = new Run({}, [path.join(folder, 'scripts', 'start.cjs')])
    expect(await run.ended).toBe(1)
    expect(run.err).toBe('The dependencies are not installed yet: run npm ci first.\n')
  })
})
