import { execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  appendFile,
  chmod,
  chown,
  mkdir,
  open,
  readFile,
  readdir,
  readlink,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { createServer } from 'node:net'
import { totalmem } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { explainSpawnFailure, type Binaries } from './binaries'
import { syncFolder } from './data-dir'
import { DatabaseStartError, codeOf } from './errors'
import type { ServerUser } from './server-user'

const run = promisify(execFile)

/** One PostgreSQL data folder and what is needed to run it. */
export interface Cluster {
  /** DATA_DIR, absolute. */
  readonly dataDir: string
  readonly binaries: Binaries
  readonly user: ServerUser
  /** False only for tests: nothing is forced to disk. */
  readonly durable: boolean
}

/** PostgreSQL's own data inside DATA_DIR. */
export function clusterFolder(dataDir: string): string {
  return path.join(dataDir, 'postgres')
}

/** Whether `initdb` has completed here once. */
export async function isInitialised(dataDir: string): Promise<boolean> {
  return stat(path.join(clusterFolder(dataDir), 'PG_VERSION')).then(
    () => true,
    () => false,
  )
}

/**
 * Makes the data folder with the superuser `postgres` and this password. It is made under another name and renamed when
 * complete and on disk, so an interrupted start leaves nothing that the next one could mistake for a database.
 */
export async function initialise(cluster: Cluster, password: string, signal?: AbortSignal): Promise<void> {
  await sweepInterrupted(cluster.dataDir)
  const work = path.join(cluster.dataDir, `postgres.init-${process.pid}-${randomBytes(4).toString('hex')}`)
  const data = path.join(work, 'data')
  const passwordFile = path.join(work, 'password')
  try {
    await mkdir(work, { mode: 0o700 })
    await writeFile(passwordFile, password + '\n', { mode: 0o600, flag: 'wx' })
    if ('uid' in cluster.user) {
      for (const one of [passwordFile, work]) await chown(one, cluster.user.uid, cluster.user.gid)
    }
    await runInitdb(cluster, work, data, passwordFile, signal)
    await appendFile(path.join(data, 'postgresql.conf'), "\ninclude_if_exists = 'aili.conf'\n")
    // One way in: with a password, over loopback. initdb's own file also opens replication and local sockets.
    await writeFile(path.join(data, 'pg_hba.conf'), 'host all all 127.0.0.1/32 scram-sha-256\n')
    if (cluster.durable) await syncFolder(data)
    await rename(data, clusterFolder(cluster.dataDir)).catch((error: unknown) => {
      // Another start was faster. Both used the same secrets, so its database will do.
      if (codeOf(error) !== 'ENOTEMPTY' && codeOf(error) !== 'EEXIST') throw error
    })
    if (cluster.durable) await syncFolder(cluster.dataDir)
  } finally {
    await rm(work, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
}

/** What `postmaster.pid` says, provided that the process it names really is the PostgreSQL of this folder. */
export interface RunningServer {
  readonly pid: number
  readonly port: number
  /** 'starting', 'ready', 'stopping' ... */
  readonly status: string
}

/** The PostgreSQL that runs on this data, whoever started it. A left-over file of a dead one is no server. */
export async function findServer(dataDir: string): Promise<RunningServer | undefined> {
  const text = await readFile(pidFile(dataDir), 'utf8').catch(() => '')
  const lines = text.split('\n').map((line) => line.trim())
  const [pid, port] = [Number(lines[0]), Number(lines[3])]
  if (!Number.isSafeInteger(pid) || pid <= 0) return undefined
  if (!(await isServerOf(pid, clusterFolder(dataDir)))) return undefined
  return { pid, port, status: lines[7] ?? 'starting' }
}

/**
 * Starts PostgreSQL on a free loopback port, in a session of its own so that the terminal's Ctrl-C doesn't reach it
 * before our connections are closed. It survives this process.
 *
 * @returns the running server, or undefined when it is worth another try (another server is just going away, the port
 *   was taken in between)
 * @throws DatabaseStartError with PostgreSQL's last word otherwise
 */
export async function launch(cluster: Cluster, log: (line: string) => void): Promise<RunningServer | undefined> {
  const { dataDir, binaries } = cluster
  const folder = clusterFolder(dataDir)
  await chmod(folder, 0o700)
  await dropStalePidFile(dataDir)
  await writeConfiguration(cluster, await freePort())

  const logFile = path.join(dataDir, 'postgres.log')
  const size = await stat(logFile).then(
    (found) => found.size,
    () => 0,
  )
  if (size > 1_000_000) await rename(logFile, `${logFile}.1`)
  const out = await open(logFile, 'a', 0o600)
  const from = (await out.stat()).size
  const child = spawn(binaries.postgres, ['-D', folder], {
    ...cluster.user,
    cwd: folder,
    detached: true,
    env: cleanEnvironment(),
    stdio: ['ignore', out.fd, out.fd],
    windowsHide: true,
  })
  const life: { ended: boolean; failure?: unknown } = { ended: false }
  child.once('error', (error) => {
    life.failure = error
    life.ended = true
  })
  child.once('exit', () => (life.ended = true))
  child.unref()
  await out.close()

  let told = false
  const since = Date.now()
  while (!life.ended) {
    await sleep(20)
    const server = await findServer(dataDir)
    if (server?.pid === child.pid && server?.status === 'ready') return server
    if (!told && Date.now() - since > 3000) {
      told = true
      log('PostgreSQL is recovering what the last run left behind; this can take a while')
    }
  }
  if (life.failure !== undefined) throw explainSpawnFailure(life.failure, binaries.postgres)
  const words = (await readFile(logFile, 'utf8')).slice(from)
  if (/postmaster\.pid|pre-existing shared memory|could not create any TCP\/IP sockets/.test(words)) return undefined
  const last = words
    .split('\n')
    .filter((line) => /FATAL|PANIC|error/i.test(line))
    .pop()
  throw new DatabaseStartError(
    `PostgreSQL did not start on ${folder}: ${last?.replace(/^.*?(FATAL|PANIC):\s*/, '') ?? 'it gave no reason'} (see ${logFile}).`,
  )
}

/**
 * Stops the PostgreSQL of this folder, whoever started it: open transactions are rolled back, everything committed is
 * on disk. Nothing to do when none runs.
 */
export async function shutDown(cluster: Cluster): Promise<void> {
  const server = await findServer(cluster.dataDir)
  if (!server) return
  const folder = clusterFolder(cluster.dataDir)
  const child = spawn(cluster.binaries.pgCtl, ['stop', '-D', folder, '-m', 'fast', '-w', '-t', '60'], {
    ...cluster.user,
    cwd: folder,
    // Out of reach of a second Ctrl-C, which goes to the whole foreground group.
    detached: true,
    env: cleanEnvironment(),
    stdio: 'ignore',
    windowsHide: true,
  })
  await new Promise((resolve, reject) => {
    child.once('exit', resolve)
    child.once('error', (error) => reject(explainSpawnFailure(error, cluster.binaries.pgCtl)))
  })
  const still = await findServer(cluster.dataDir)
  if (still) throw new DatabaseStartError(`PostgreSQL (process ${still.pid}) did not stop within a minute.`)
}

async function runInitdb(
  cluster: Cluster,
  cwd: string,
  data: string,
  passwordFile: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  const { initdb } = cluster.binaries
  const child = spawn(
    initdb,
    [
      `--pgdata=${data}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // PostgreSQL's own Unicode tables, the same on every system.
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      ...(cluster.durable ? [] : ['--no-sync']),
    ],
    {
      ...cluster.user,
      cwd,
      detached: true,
      env: cleanEnvironment(),
      stdio: ['ignore', 'ignore', 'pipe'],
      windowsHide: true,
      ...(signal ? { signal } : {}),
    },
  )
  let words = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (words += text))
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('close', resolve)
    child.once('error', (error) => {
      reject(error.name === 'AbortError' ? error : explainSpawnFailure(error, initdb))
    })
  })
  if (code === 0) return
  const last = words
    .split('\n')
    .filter((line) => /error|fatal/i.test(line))
    .pop()
  throw new DatabaseStartError(
    `PostgreSQL could not make its data folder in ${cluster.dataDir}: ${last?.trim() ?? `initdb ended with ${String(code)}`}.`,
  )
}

/** Removes what killed starts left; what a living one is working on stays. */
async function sweepInterrupted(dataDir: string): Promise<void> {
  for (const name of await readdir(dataDir)) {
    const match = /^postgres\.init-(\d+)-/.exec(name)
    if (match && !isAlive(Number(match[1]))) {
      // The orphaned initdb may still be writing into it for a moment.
      await rm(path.join(dataDir, name), { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
    }
  }
}

/**
 * A quarter of the machine's memory, from PostgreSQL's own default to a gigabyte: with less than a district takes up, each path
 * reads from outside it. Taken when it is used, so a laptop with a small district doesn't feel it.
 */
export function sharedBuffersMb(memoryBytes: number): number {
  const quarter = Math.floor(memoryBytes / 4 / 1024 / 1024)
  return Math.min(1024, Math.max(128, quarter))
}

async function writeConfiguration(cluster: Cluster, port: number): Promise<void> {
  const lines = [
    '# Written at every start.',
    `port = ${port}`,
    "listen_addresses = '127.0.0.1'",
    // No socket file: one way in is enough, and a deep data folder would exceed the 107 bytes of a socket's path.
    "unix_socket_directories = ''",
    'password_encryption = scram-sha-256',
    `fsync = ${cluster.durable ? 'on' : 'off'}`,
    `synchronous_commit = ${cluster.durable ? 'on' : 'off'}`,
    `full_page_writes = ${cluster.durable ? 'on' : 'off'}`,
    ...(cluster.durable ? [`shared_buffers = ${sharedBuffersMb(totalmem())}MB`] : []),
    "timezone = 'UTC'",
    "log_timezone = 'UTC'",
    "lc_messages = 'C'",
    // The log must not hold what people typed: neither statements nor the values that error messages quote.
    'log_statement = none',
    'log_min_messages = log',
    'log_min_error_statement = panic',
    'log_error_verbosity = terse',
    'log_parameter_max_length_on_error = 0',
    'log_checkpoints = off',
  ]
  const file = path.join(clusterFolder(cluster.dataDir), 'aili.conf')
  await writeFile(file, lines.join('\n') + '\n', { mode: 0o600 })
  if ('uid' in cluster.user) await chown(file, cluster.user.uid, cluster.user.gid)
}

/**
 * After a crash the number in `postmaster.pid` may belong to another process by now; PostgreSQL then believes in
 * another server and refuses for ever. In a container, where numbers are small, that is the usual case. PostgreSQL's
 * own check of the shared memory still protects against backends that live on.
 */
async function dropStalePidFile(dataDir: string): Promise<void> {
  if (!(await findServer(dataDir))) await rm(pidFile(dataDir), { force: true })
}

async function isServerOf(pid: number, folder: string): Promise<boolean> {
  if (!isAlive(pid)) return false
  if (process.platform === 'linux') {
    // A postmaster's working directory is its data folder.
    const cwd = await readlink(`/proc/${pid}/cwd`).catch(() => undefined)
    return cwd !== undefined && cwd === (await realpath(folder))
  }
  if (process.platform === 'win32') return true
  const { stdout } = await run('ps', ['-p', String(pid), '-o', 'command=']).catch(() => ({ stdout: '' }))
  return stdout.includes('postgres')
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new DatabaseStartError('No free port was found.')
  return address.port
}

/** PG… variables and locales of the operator's shell must not change how our own PostgreSQL starts. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name))
  return { ...Object.fromEntries(kept), LC_ALL: 'C' }
}

function pidFile(dataDir: string): string {
  return path.join(clusterFolder(dataDir), 'postmaster.pid')
}
