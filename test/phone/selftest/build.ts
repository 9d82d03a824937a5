import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { promisify } from 'node:util'

import { sleep } from '../util'

const app = join(__dirname, 'app')
const out = join(__dirname, '.build')
const dist = join(out, 'dist')
const stamp = join(out, 'stamp')
const lock = join(out, 'lock')

/** A builder that was killed leaves its lock behind. */
const STALE_LOCK_MS = 120_000

/** Everything the build depends on, as one hash. */
function sourceHash(): string {
  const hash = createHash('sha256')
  const require = createRequire(__filename)
  for (const name of ['@tarojs/cli', '@tarojs/webpack5-runner', 'react']) {
    hash.update(readFileSync(require.resolve(`${name}/package.json`)))
  }
  const walk = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) {
        if (!entry.name.startsWith('.')) walk(path)
      } else {
        hash.update(relative(app, path)).update(readFileSync(path))
      }
    }
  }
  walk(app)
  return hash.digest('hex')
}

const isFresh = (hash: string): boolean =>
  existsSync(join(dist, 'app.json')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash

/**
 * Builds the small Taro app for WeChat unless the build at hand is of the same sources. Several test files may ask at
 * once, from several processes: one builds, the others wait.
 * @returns folder of the build
 */
export async function builtApp(): Promise<string> {
  const hash = sourceHash()
  mkdirSync(out, { recursive: true })
  while (!isFresh(hash)) {
    try {
      mkdirSync(lock)
    } catch {
      if (existsSync(lock) && Date.now() - statSync(lock).mtimeMs > STALE_LOCK_MS) rmSync(lock, { recursive: true })
      await sleep(200)
      continue
    }
    try {
      if (!isFresh(hash)) await build(hash)
    } finally {
      rmSync(lock, { recursive: true, force: true })
    }
  }
  return dist
}

async function build(hash: string): Promise<void> {
  const fresh = join(out, 'fresh')
  rmSync(fresh, { recursive: true, force: true })
  const cli = createRequire(__filename).resolve('@tarojs/cli/package.json')
  const env = { ...process.env, NODE_ENV: 'production', PHONE_SELFTEST_OUT: relative(app, fresh) }
  try {
    const taro = join(dirname(cli), 'bin', 'taro')
    await promisify(execFile)(process.execPath, [taro, 'build', '--type', 'weapp'], { cwd: app, env })
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string }
    throw new Error(`the self-test app did not build:\n${stdout ?? ''}\n${stderr ?? String(error)}`)
  }
  rmSync(dist, { recursive: true, force: true })
  renameSync(fresh, dist)
  writeFileSync(stamp, hash)
}
