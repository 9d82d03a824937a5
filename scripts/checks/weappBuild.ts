import { createHash } from 'node:crypto'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { hashSources } from '../lib/web-build'
import { filesBelow } from './files'
import { withLock } from './lock'
import { ROOT, runPackage } from './run'

/** Where the mini-program for WeChat is built. */
export const WEAPP = join(ROOT, 'dist', 'weapp')

const CACHE = join(ROOT, 'node_modules', '.cache')
const STAMP = join(CACHE, 'weapp-build.json')
const LOCK = join(CACHE, 'weapp-build.lock')

/** What was built from what, when the stamp was written. */
interface Stamp {
  readonly inputs: string
  readonly outputs: string
}

/** The web build's sources, and what only the build for WeChat takes. */
async function hashInputs(): Promise<string> {
  const project = await readFile(join(ROOT, 'project.config.json'), 'utf8').catch(() => '')
  const parts = [await hashSources(ROOT), project, process.env.API_URL ?? '']
  return createHash('sha256').update(parts.join('\0')).digest('hex')
}

/** By time and size, so that whoever else built into the folder (a watcher's development build) is noticed. */
async function hashOutputs(): Promise<string> {
  const hash = createHash('sha256')
  for (const { path, bytes, modifiedMs } of await filesBelow(WEAPP)) hash.update(`${path}\0${bytes}\0${modifiedMs}\n`)
  return hash.digest('hex')
}

async function readStamp(): Promise<Stamp | null> {
  const text = await readFile(STAMP, 'utf8').catch(() => null)
  return text === null ? null : (JSON.parse(text) as Stamp)
}

/** Builds beside the folder and puts it in its place when complete: what an older build left must not be weighed too. */
async function build(): Promise<void> {
  const work = join('dist', `.weapp-${process.pid}`)
  try {
    const env = { ...process.env, NODE_ENV: 'production', OUTPUT_ROOT: work }
    const { ok, output } = await runPackage('@tarojs/cli', 'taro', ['build', '--type', 'weapp'], env)
    // Taro ends with 0 after some failures.
    const complete = (await filesBelow(join(ROOT, work))).some((file) => file.path === 'app.json')
    if (!ok || !complete) throw new Error(`the build for WeChat failed:\n${output}`)
    await rm(WEAPP, { recursive: true, force: true })
    await rename(join(ROOT, work), WEAPP)
  } finally {
    await rm(join(ROOT, work), { recursive: true, force: true })
  }
}

/**
 * Makes sure that dist/weapp is a production build of what lies here: builds it when it is missing, stale or somebody
 * else's; several processes may ask at once. Answers whether it had to. Throws with the build's output when it fails.
 */
export async function ensureWeappBuild(): Promise<'built' | 'fresh'> {
  return withLock(LOCK, async () => {
    const inputs = await hashInputs()
    const stamp = await readStamp()
    if (stamp?.inputs === inputs && stamp.outputs === (await hashOutputs())) return 'fresh'
    await build()
    await writeFile(STAMP, JSON.stringify({ inputs, outputs: await hashOutputs() } satisfies Stamp))
    return 'built'
  })
}
