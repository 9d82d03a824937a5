import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { filesBelow } from '../scripts/checks/files'
import { ROOT, run } from '../scripts/checks/run'
import pkg from '../package.json'

/** Two production builds for WeChat by the same tools: ours, and the smallest app there is. */
export interface Builds {
  readonly app: string
  readonly floor: string
}

const TARO = require.resolve('@tarojs/cli/bin/taro')

async function build(source: string, out: string): Promise<void> {
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    // Taro joins it to the source's folder, so it must be relative.
    OUTPUT_ROOT: relative(source, out),
    // The floor has no package.json, where Babel would look for the phones to build for.
    BROWSERSLIST: pkg.browserslist.join(', '),
  }
  const { ok, output } = await run(process.execPath, [TARO, 'build', '--type', 'weapp'], source, env)
  // Taro ends with 0 after some failures.
  const complete = (await filesBelow(out)).some((file) => file.path === 'app.json')
  if (!ok || !complete) throw new Error(`building ${source} failed:\n${output}`)
}

/** Builds both into a temporary folder, hands them to `measure` and takes them away again. */
export async function withBuilds<T>(measure: (builds: Builds) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'))
  try {
    const builds = { app: join(folder, 'app'), floor: join(folder, 'floor') }
    await build(join(ROOT, 'bench', 'floor'), builds.floor)
    await build(ROOT, builds.app)
    return await measure(builds)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
