import { chmodSync, constants, accessSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Outcome } from './check'
import { filesBelow } from './files'
import { ROOT, run } from './run'

/** The folder of binaries that miniprogram-compiler brings for this machine; null when it brings none that runs here. */
function folderHere(): string | null {
  if (process.platform === 'linux') return process.arch === 'x64' ? 'linux' : null
  if (process.platform === 'darwin') return 'mac'
  return process.platform === 'win32' ? 'windows' : null
}

/** WeChat's own compiler `wcc` or `wcsc`; null when there is none for this machine. */
function binary(name: 'wcc' | 'wcsc'): string | null {
  const folder = folderHere()
  if (folder === null) return null
  const home = dirname(createRequire(join(ROOT, 'package.json')).resolve('miniprogram-compiler/package.json'))
  const file = join(home, 'bin', folder, folder === 'windows' ? `${name}.exe` : name)
  try {
    accessSync(file, constants.X_OK)
  } catch {
    // The package ships them without the right to be run.
    chmodSync(file, 0o755)
  }
  return file
}

async function compile(name: 'wcc' | 'wcsc', root: string, args: readonly string[], files: number): Promise<Outcome> {
  if (files === 0) return { state: 'failed', report: `nothing to compile in ${root}` }
  const program = binary(name)
  if (program === null) {
    return { state: 'skipped', reason: `WeChat's ${name} does not exist for ${process.platform} ${process.arch}` }
  }
  const { ok, output } = await run(program, args, root)
  const note = `${files} files`
  // On success the output is the compiled code; on failure the complaint.
  return ok ? { state: 'passed', note } : { state: 'failed', report: output.slice(0, 4000) }
}

/** Compiles every WXML and WXS file of a build as WeChat does: stops what is wrongly written, not what is missing. */
export async function compileWxml(root: string): Promise<Outcome> {
  const names = (await filesBelow(root)).map((file) => file.path).filter((path) => /\.(wxml|wxs)$/.test(path))
  return compile('wcc', root, ['-d', ...names, '-gn', '$gwx'], names.length)
}

/** Compiles and lints every WXSS file of a build as WeChat does. */
export async function compileWxss(root: string): Promise<Outcome> {
  const names = (await filesBelow(root)).map((file) => file.path).filter((path) => path.endsWith('.wxss'))
  return compile('wcsc', root, ['-lc', '-pc', String(names.length), ...names], names.length)
}
