import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { explainSpawnFailure, findBinaries } from '../../../server/database/binaries'
import { findServer } from '../../../server/database/cluster'
import { startEmbedded, useEmbedded } from '../../../server/database/embedded'

const CHILD = path.join(__dirname, 'embeddedChild.ts')
const asRoot = process.getuid?.() === 0

interface Up {
  readonly superuserUrl: string
  readonly apiUrl: string
  readonly port: number
  readonly adopted: boolean
  readonly created: boolean
}

/** A process that owns (or tries to own) the data folder. */
class Owner {
  readonly child: ChildProcess
  readonly ended: Promise<number | null>
  out = ''
  err = ''

  constructor(dataDir: string) {
    this.child = spawn(process.execPath, ['-r', 'tsx/cjs', CHILD, dataDir], {
      // A group of its own, as a terminal makes one: Ctrl-C goes to all of it.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.child.stdout?.setEncoding('utf8').on('data', (text: string) => (this.out += text))
    this.child.stderr?.setEncoding('utf8').on('data', (text: string) => (this.err += text))
    this.ended = new Promise((resolve) => this.child.once('close', resolve))
    owners.push(this)
  }

  async up(): Promise<Up> {
    await until(() => this.out.includes('\n') || this.child.exitCode !== null)
    const line = this.out.split('\n')[0] ?? ''
    if (line === '') throw new Error(`not up: ${this.err}`)
    return JSON.parse(line) as Up
  }

  /** Ctrl-C: the signal to the whole group. */
  async interrupt(): Promise<number | null> {
    if (this.child.pid !== undefined) process.kill(-this.child.pid, 'SIGINT')
    return this.ended
  }

  async kill(): Promise<void> {
    this.child.kill('SIGKILL')
    await this.ended
  }
}

let owners: Owner[] = []
let folder: string
let dataDir: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'aili-embedded-'))
  // Started as root, PostgreSQL runs as another user, who must get through.
  await chmod(folder, 0o711)
  dataDir = path.join(folder, 'data')
})

afterEach(async () => {
  for (const owner of owners) if (owner.child.exitCode === null) await owner.kill()
  owners = []
  const left = existsSync(dataDir) ? await findServer(dataDir) : undefined
  if (left) process.kill(left.pid, 'SIGQUIT')
  await until(async () => !existsSync(dataDir) || (await findServer(dataDir)) === undefined)
  await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
})

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const since = Date.now()
  while (!(await condition())) {
    if (Date.now() - since > 20_000) throw new Error('waited in vain')
    await sleep(10)
  }
}

async function withClient<T>(url: string, act: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await act(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Writes rows one after the other until the server goes; says which were acknowledged. */
function keepWriting(url: string): { acknowledged: number[]; ended: Promise<void> } {
  const acknowledged: number[] = []
  const ended = withClient(url, async (client) => {
    await client.query('create table written (n int primary key)')
    for (let n = 1; ; n++) {
      await client.query('insert into written values ($1)', [n])
      acknowledged.push(n)
    }
  }).then(
    () => undefined,
    () => undefined,
  )
  return { acknowledged, ended }
}

const mode = async (file: string) => ((await stat(file)).mode & 0o777).toString(8)

test('a first start, a refused second one, Ctrl-C, and the next start on the same data', async () => {
  const first = new Owner(dataDir)
  const up = await first.up()
  expect(up).toMatchObject({ adopted: false, created: true })

  expect(await mode(dataDir)).toBe('700')
  expect(await mode(path.join(dataDir, 'postgres'))).toBe('700')
  expect(await mode(path.join(dataDir, 'secrets.json'))).toBe('600')
  expect(await mode(path.join(dataDir, 'postgres.log'))).toBe('600')
  expect(await readdir(dataDir)).toEqual(['postgres', 'postgres.log', 'secrets.json'])

  await withClient(up.superuserUrl, async (client) => {
    const { rows } = await client.query<{ name: string; setting: string }>(
      `select name, setting from pg_settings
        where name in ('fsync', 'synchronous_commit', 'listen_addresses', 'unix_socket_directories') order by name`,
    )
    expect(rows.map(({ name, setting }) => `${name}=${setting}`)).toEqual([
      'fsync=on',
      'listen_addresses=127.0.0.1',
      'synchronous_commit=on',
      'unix_socket_directories=',
    ])
    const logins = await client.query(
      `select rolname, rolsuper, rolcreaterole, rolcreatedb, left(rolpassword, 13) as kind
         from pg_authid where rolcanlogin order by rolname`,
    )
    const plain = { rolsuper: false, rolcreaterole: false, rolcreatedb: false, kind: 'SCRAM-SHA-256' }
    expect(logins.rows).toEqual([
      { ...plain, rolname: 'aili_api' },
      { ...plain, rolname: 'aili_owner', rolcreaterole: true },
      { ...plain, rolname: 'postgres', rolsuper: true, rolcreaterole: true, rolcreatedb: true },
    ])
    await client.query('create table kept (n int)')
    await client.query('insert into kept values (7)')
  })
  const guess = new URL(up.superuserUrl)
  guess.password = 'password'
  await expect(withClient(guess.toString(), () => Promise.resolve())).rejects.toMatchObject({ code: '28P01' })

  const second = new Owner(dataDir)
  expect(await second.ended).toBe(1)
  expect(second.err).toMatch(/^DatabaseStartError: Already running on this data[^\n]+\n$/)
  // A tool beside the server shares its PostgreSQL and leaves it running.
  const tool = await useEmbedded({ dataDir, log: () => undefined })
  expect(tool.port).toBe(up.port)
  await tool.stop()
  await withClient(up.superuserUrl, (client) => client.query('select 1'))

  expect(await first.interrupt()).toBe(0)
  expect(first.out).not.toContain('lost')
  expect(await findServer(dataDir)).toBeUndefined()
  expect(await readFile(path.join(dataDir, 'postgres.log'), 'utf8')).toMatch(/database system is shut down\n$/)

  // After a crash of the machine the number in postmaster.pid may be somebody else's: here, ours.
  const pidFile = path.join(dataDir, 'postgres', 'postmaster.pid')
  await writeFile(pidFile, `${process.pid}\n${dataDir}/postgres\n1\n${up.port}\n\n127.0.0.1\n\nready\n`, {
    mode: 0o600,
  })
  const third = new Owner(dataDir)
  const again = await third.up()
  expect(again).toMatchObject({ adopted: false, created: false })
  await withClient(again.superuserUrl, async (client) => {
    expect((await client.query('select n from kept')).rows).toEqual([{ n: 7 }])
  })
  expect(await third.interrupt()).toBe(0)
})

test('after kill -9 of Node and then of everything, nothing acknowledged is missing', async () => {
  const first = new Owner(dataDir)
  const up = await first.up()
  const writer = keepWriting(up.superuserUrl)
  await until(() => writer.acknowledged.length > 20)
  await first.kill()

  // PostgreSQL lives on, the next start takes it over.
  const second = new Owner(dataDir)
  const adopted = await second.up()
  expect(adopted).toMatchObject({ adopted: true, created: false, port: up.port })
  const count = writer.acknowledged.length
  await until(() => writer.acknowledged.length > count)

  // Now both die at once, in the midst of writing.
  const server = await findServer(dataDir)
  if (!server) throw new Error('no server')
  process.kill(server.pid, 'SIGKILL')
  await second.kill()
  const third = new Owner(dataDir)
  const recovered = await third.up()
  expect(recovered.adopted).toBe(false)
  await writer.ended
  await withClient(recovered.superuserUrl, async (client) => {
    const { rows } = await client.query<{ n: number }>('select n from written order by n')
    expect(rows.slice(0, writer.acknowledged.length).map((row) => row.n)).toEqual(writer.acknowledged)
  })

  // An owner notices when PostgreSQL goes away under it.
  const running = await findServer(dataDir)
  if (running) process.kill(running.pid, 'SIGQUIT')
  await until(() => third.out.includes('lost'))
})

test('an adopted server is stopped like one of our own', async () => {
  const first = new Owner(dataDir)
  await first.up()
  await first.kill()
  const second = new Owner(dataDir)
  expect((await second.up()).adopted).toBe(true)
  expect(await second.interrupt()).toBe(0)
  expect(await findServer(dataDir)).toBeUndefined()
})

test('a first start that is killed, or interrupted, half-way is simply made again', async () => {
  const initialising = async () =>
    existsSync(dataDir) &&
    (await readdir(dataDir)).some(
      (name) => name.startsWith('postgres.init-') && existsSync(path.join(dataDir, name, 'data', 'base')),
    )

  const killed = new Owner(dataDir)
  await until(initialising)
  await killed.kill()
  expect(existsSync(path.join(dataDir, 'postgres'))).toBe(false)

  const interrupted = new Owner(dataDir)
  await until(async () => (await readdir(dataDir)).some((name) => name.includes(`-${String(interrupted.child.pid)}-`)))
  await interrupted.interrupt()
  expect(existsSync(path.join(dataDir, 'postgres'))).toBe(false)

  const third = new Owner(dataDir)
  expect(await third.up()).toMatchObject({ adopted: false, created: true })
  expect(await readdir(dataDir)).toEqual(['postgres', 'postgres.log', 'secrets.json'])
  expect(await third.interrupt()).toBe(0)
})

test('of two first starts at once one runs and the other says so', async () => {
  const both = [new Owner(dataDir), new Owner(dataDir)]
  const loser = await Promise.race(both.map((owner) => owner.ended.then(() => owner)))
  expect(loser.err).toMatch(/Already running on this data/)
  const winner = both.find((owner) => owner !== loser)
  await winner?.up()
  expect(await winner?.interrupt()).toBe(0)
})

describe('one sentence', () => {
  const start = () => startEmbedded({ dataDir, log: () => undefined })

  test('for a folder that holds other things', async () => {
    await writeFile(path.join(folder, 'letter.txt'), 'mine')
    dataDir = folder
    await expect(start()).rejects.toThrow(/holds other things \(letter\.txt\)/)
    expect(await readFile(path.join(folder, 'letter.txt'), 'utf8')).toBe('mine')
    dataDir = path.join(folder, 'letter.txt')
    await expect(start()).rejects.toThrow(/is not a folder/)
    dataDir = path.join(folder, 'data')
  })

  test('for a folder that nobody may use', async () => {
    // Root may write anywhere, but PostgreSQL, which then runs as another user, can't get there.
    await chmod(folder, asRoot ? 0o700 : 0o500)
    await expect(start()).rejects.toThrow(asRoot ? `can't enter ${folder}` : `No permission to use DATA_DIR ${dataDir}`)
    await chmod(folder, 0o711)
  })

  test('for a database whose secrets are gone or damaged', async () => {
    const owner = new Owner(dataDir)
    await owner.up()
    await owner.interrupt()
    const secrets = path.join(dataDir, 'secrets.json')
    const text = await readFile(secrets, 'utf8')
    await writeFile(secrets, text.slice(0, 40))
    await expect(start()).rejects.toThrow(/secrets\.json is damaged/)
    await writeFile(secrets, text.replace(/"superuser": "[^"]+"/, `"superuser": "${'x'.repeat(43)}"`))
    await expect(start()).rejects.toThrow(/does not take the password in secrets\.json/)
    expect(await findServer(dataDir)).toBeUndefined()
    await rm(secrets)
    await expect(start()).rejects.toThrow(/not its secrets\.json/)
  })

  test('for a system without a PostgreSQL from npm', async () => {
    await expect(findBinaries('aix', 'ppc64')).rejects.toThrow(/aix-ppc64.*DATABASE_URL/)
    // What a system without glibc answers for a program that is there.
    const failure = Object.assign(new Error('spawn'), { code: 'ENOENT' })
    expect(explainSpawnFailure(failure, process.execPath).message).toMatch(/glibc.*DATABASE_URL/)
    expect(explainSpawnFailure(failure, '/nowhere/postgres').message).toMatch(/could not be run/)
  })
})
