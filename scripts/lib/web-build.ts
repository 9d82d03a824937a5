import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { StartError } from './start-error'

/** What the web version is made from: files, and all files below folders. What isn't there counts as not there. */
const SOURCES = [
  'src',
  'domain',
  'contract',
  'config',
  'districts',
  'babel.config.js',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.base.json',
]
/** Variables that change the web build: config/index.ts and src/app.config.ts read them. */
const VARIABLES = ['DISTRICT', 'GALLERY']
/** Never handed to a build, which has no use for them. */
const SECRETS = ['DATABASE_URL', 'MIGRATION_DATABASE_URL', 'WECHAT_SECRET']
const STAMP = '.built-from'

export interface WebBuildOptions {
  /** The repository. */
  readonly root: string
  readonly log: (line: string) => void
  readonly signal: AbortSignal
}

/** Where the web version lies once it is built. */
export function webFolder(root: string): string {
  return path.join(root, 'dist', 'h5')
}

/**
 * Builds the web version unless `dist/h5` was made from exactly these sources. It is built beside it and put in its
 * place when complete: an interrupted build leaves the old one.
 *
 * @returns whether it had to be built
 * @throws StartError when the build fails, with the end of what it said
 */
export async function ensureWebBuild(options: WebBuildOptions): Promise<boolean> {
  const { root, log, signal } = options
  const target = webFolder(root)
  const hash = await hashSources(root)
  if (await isBuiltFrom(target, hash)) return false

  log('building the web version (half a minute; only when it has changed)')
  const dist = path.dirname(target)
  await mkdir(dist, { recursive: true })
  await sweep(dist)
  const work = path.join(dist, `.h5-${process.pid}`)
  try {
    await runTaro(root, work, signal)
    await writeFile(path.join(work, STAMP), `${hash}\n`)
    // Somebody else may have built the same meanwhile, and may be serving it.
    if (await isBuiltFrom(target, hash)) return true
    await rm(target, { recursive: true, force: true })
    await rename(work, target)
  } finally {
    await rm(work, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
  return true
}

async function isBuiltFrom(target: string, hash: string): Promise<boolean> {
  return (await readFile(path.join(target, STAMP), 'utf8').catch(() => '')).trim() === hash
}

/** One hash over names and contents, the same on every machine and for every order of the file system. */
export async function hashSources(root: string, env: NodeJS.ProcessEnv = process.env): Promise<string> {
  const hash = createHash('sha256')
  for (const name of VARIABLES) hash.update(`${name}=${env[name] ?? ''}\n`)
  for (const source of SOURCES) {
    for (const file of await filesBelow(path.join(root, source))) {
      const content = await readFile(file)
      hash.update(`${path.relative(root, file).split(path.sep).join('/')} ${content.length}\n`).update(content)
    }
  }
  return hash.digest('hex')
}

async function filesBelow(place: string): Promise<string[]> {
  const found = await stat(place).catch(() => undefined)
  if (!found) return []
  if (!found.isDirectory()) return [place]
  const entries = await readdir(place, { withFileTypes: true })
  const lists = await Promise.all(
    entries
      // .DS_Store, .swc and the like: not sources.
      .filter((entry) => !entry.name.startsWith('.'))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map((entry) => filesBelow(path.join(place, entry.name))),
  )
  return lists.flat()
}

async function runTaro(root: string, outputRoot: string, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted()
  const cli = createRequire(path.join(root, 'package.json')).resolve('@tarojs/cli/bin/taro')
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'production',
    OUTPUT_ROOT: path.relative(root, outputRoot),
  }
  for (const name of SECRETS) env[name] = undefined
  const child = spawn(process.execPath, [cli, 'build', '--type', 'h5'], {
    cwd: root,
    env,
    // A group of its own, so that all of it can be ended and Ctrl-C reaches it through us only.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  })
  const end = (): void => {
    if (child.pid === undefined) return
    try {
      process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL')
    } catch {
      // Gone already.
    }
  }
  signal.addEventListener('abort', end)
  let words = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (words = (words + text).slice(-100_000)))
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  }).finally(() => signal.removeEventListener('abort', end))
  signal.throwIfAborted()
  // Taro ends with 0 after some failures: a build without its page is none.
  if (code === 0 && existsSync(path.join(outputRoot, 'index.html'))) return
  throw new StartError(`The web version could not be built:\n${essence(words)}`)
}

/** The first 30 lines from the first error on; the last ones when no line says error. */
function essence(words: string): string {
  const lines = words.trimEnd().split('\n')
  const first = lines.findIndex((line) => /error|not found/i.test(line))
  return (first < 0 ? lines.slice(-30) : lines.slice(first, first + 30)).join('\n')
}

/** Removes what killed builds left. */
async function sweep(dist: string): Promise<void> {
  for (const name of await readdir(dist)) {
    const pid = /^\.h5-(\d+)$/.exec(name)?.[1]
    if (pid !== undefined && !isAlive(Number(pid))) await rm(path.join(dist, name), { recursive: true, force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
