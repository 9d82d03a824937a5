import { createHash } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { filesBelow } from './files'
import { ROOT, runPackage } from './run'

/** Where the mini-program for WeChat is built. */
export const WEAPP = join(ROOT, 'dist', 'weapp')

/** What the build is made from; and whatever else of the environment goes into it. */
const SOURCES = ['src', 'domain', 'contract', 'districts', 'config', 'types']
const FILES = ['package.json', 'package-lock.json', 'tsconfig.base.json', 'babel.config.js', 'project.config.json']
const SETTINGS = ['DISTRICT', 'API_URL']

const STAMP = join(ROOT, 'node_modules', '.cache', 'weapp-build.json')

/** What was built from what, when the stamp was written. */
interface Stamp {
  readonly inputs: string
  readonly outputs: string
}

async function hashInputs(): Promise<string> {
  const hash = createHash('sha256')
  const below = await Promise.all(
    SOURCES.map(async (folder) => (await filesBelow(join(ROOT, folder))).map((file) => join(folder, file.path))),
  )
  for (const name of [...below.flat(), ...FILES]) {
    const content = await readFile(join(ROOT, name)).catch(() => null)
    if (content !== null) hash.update(`\0${name}\0${content.length}\0`).update(content)
  }
  for (const name of SETTINGS) hash.update(`\0${name}=${process.env[name] ?? ''}`)
  return hash.digest('hex')
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

/**
 * Makes sure that dist/weapp is a production build of what lies here: builds it when it is missing, stale or somebody
 * else's. Answers whether it had to. Throws with the build's output when it fails.
 */
export async function ensureWeappBuild(): Promise<'built' | 'fresh'> {
  const inputs = await hashInputs()
  const stamp = await readStamp()
  if (stamp?.inputs === inputs && stamp.outputs === (await hashOutputs())) return 'fresh'
  // What an older build left behind would be checked and weighed too.
  await rm(WEAPP, { recursive: true, force: true })
  const { ok, output } = await runPackage('@tarojs/cli', 'taro', ['build', '--type', 'weapp'])
  const built = (await filesBelow(WEAPP)).some((file) => file.path === 'app.json')
  if (!ok || !built) throw new Error(`the build for WeChat failed:\n${output}`)
  await mkdir(dirname(STAMP), { recursive: true })
  await writeFile(STAMP, JSON.stringify({ inputs, outputs: await hashOutputs() } satisfies Stamp))
  return 'built'
}
