import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Binaries } from './binaries'
import { DatabaseStartError } from './errors'

const run = promisify(execFile)

/** The user that PostgreSQL runs as: nothing to change unless we are root, as whom it refuses to run. */
export type ServerUser = { readonly uid: number; readonly gid: number } | Record<string, never>

/**
 * Whom PostgreSQL runs as. As root: the owner of the data folder, or the user `postgres`, made if there is none.
 *
 * @throws DatabaseStartError when the user can't be made
 */
export async function serverUser(dataDir: string, log: (line: string) => void): Promise<ServerUser> {
  if (process.getuid?.() !== 0) return {}
  const owner = await stat(dataDir)
  if (owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  const found = await lookUp()
  if (found) return found
  log('PostgreSQL refuses to run as root: making the system user postgres for it')
  try {
    await run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'])
  } catch {
    throw new DatabaseStartError(
      'PostgreSQL refuses to run as root and the user postgres could not be made: start as another user or set DATABASE_URL.',
    )
  }
  const made = await lookUp()
  if (!made) throw new DatabaseStartError('The user postgres was made but is not found: start as another user.')
  return made
}

/**
 * That this user can reach the data folder and PostgreSQL's programs: asked of the system itself, under that user's
 * id, because modes alone don't tell (ACLs, mounts).
 *
 * @throws DatabaseStartError naming the first folder that the user can't enter
 */
export async function assertReachable(user: ServerUser, dataDir: string, binaries: Binaries): Promise<void> {
  if (!('uid' in user)) return
  for (const target of [dataDir, binaries.postgres]) {
    const steps = [...ancestors(target), target]
    const blocked = await run(
      '/bin/sh',
      ['-c', 'for f in "$@"; do [ -x "$f" ] || { printf %s "$f"; break; }; done', 'sh', ...steps],
      {
        ...user,
        cwd: '/',
      },
    )
    if (blocked.stdout !== '') {
      const what = target === dataDir ? 'DATA_DIR' : 'this program'
      throw new DatabaseStartError(
        `As root, PostgreSQL runs as another user (uid ${user.uid}), who can't enter ${blocked.stdout}: move ${what} elsewhere, open that folder (chmod o+x), or don't start as root.`,
      )
    }
  }
}

async function lookUp(): Promise<{ uid: number; gid: number } | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', 'postgres']), run('id', ['-g', 'postgres'])])
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  } catch {
    return undefined
  }
}

function ancestors(folder: string): string[] {
  const parent = path.dirname(folder)
  return parent === folder ? [] : [...ancestors(parent), parent]
}
