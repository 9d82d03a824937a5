import { randomBytes } from 'node:crypto'
import { chmod, link, mkdir, open, readFile, readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { DatabaseStartError, codeOf } from './errors'

/** Made once a data folder, never printed. 32 random bytes each, as base64url. */
export interface Secrets {
  /** PostgreSQL's superuser, used only to make roles and to stop. */
  readonly superuser: string
  /** The login of the migrations. */
  readonly owner: string
  /** The login of the API. */
  readonly api: string
}

const SECRETS = 'secrets.json'
const NAMES = ['superuser', 'owner', 'api'] as const
/** What may lie in a folder that isn't ours yet: nothing but what an interrupted first start leaves, and the files. */
const OURS = /^(\.secrets-|postgres\.init-|files$)/

/**
 * Makes the data folder, readable by its owner only, or checks that an existing one is ours.
 *
 * @throws DatabaseStartError when it can't be made or holds other things
 */
export async function prepareDataDir(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 })
    const names = await readdir(dataDir)
    if (!names.includes(SECRETS)) {
      if (names.includes('postgres')) {
        throw new DatabaseStartError(
          `DATA_DIR ${dataDir} holds a database but not its ${SECRETS}: put that file back or choose another folder.`,
        )
      }
      const stranger = names.find((name) => !OURS.test(name))
      if (stranger !== undefined) {
        throw new DatabaseStartError(
          `DATA_DIR ${dataDir} holds other things (${stranger}): choose an empty folder or one that does not exist yet.`,
        )
      }
    }
    await chmod(dataDir, 0o700)
  } catch (error) {
    throw await explainFileError(error, dataDir)
  }
}

/** The folder's secrets, made on first use. Two starts at once get the same ones. */
export async function readSecrets(dataDir: string): Promise<Secrets> {
  const file = path.join(dataDir, SECRETS)
  try {
    return parse(await readFile(file, 'utf8'), file)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw await explainFileError(error, dataDir)
  }
  try {
    // Complete and on disk under another name first; `link` then puts it in place unless somebody was faster.
    const draft = path.join(dataDir, `.secrets-${randomBytes(6).toString('hex')}`)
    const handle = await open(draft, 'wx', 0o600)
    const secrets = Object.fromEntries(NAMES.map((name) => [name, randomBytes(32).toString('base64url')]))
    await handle.writeFile(JSON.stringify(secrets, null, 2) + '\n')
    await handle.sync()
    await handle.close()
    await link(draft, file).catch((error: unknown) => {
      if (codeOf(error) !== 'EEXIST') throw error
    })
    await rm(draft)
    await syncFolder(dataDir)
    return parse(await readFile(file, 'utf8'), file)
  } catch (error) {
    throw await explainFileError(error, dataDir)
  }
}

/** That renames and new names in a folder survive a power cut. */
export async function syncFolder(folder: string): Promise<void> {
  // Windows can't open folders.
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** A file system's refusal as one sentence about DATA_DIR; anything else comes back as it is. */
export async function explainFileError(error: unknown, dataDir: string): Promise<unknown> {
  switch (codeOf(error)) {
    case 'EACCES':
    case 'EPERM': {
      const owner = await stat(dataDir).catch(() => undefined)
      const whose = owner && owner.uid !== process.getuid?.() ? ` (it belongs to uid ${owner.uid})` : ''
      return new DatabaseStartError(
        `No permission to use DATA_DIR ${dataDir}${whose}: change its owner or choose another folder.`,
      )
    }
    case 'EROFS':
      return new DatabaseStartError(`DATA_DIR ${dataDir} is on a read-only file system: choose another folder.`)
    case 'ENOSPC':
      return new DatabaseStartError(`The disk of DATA_DIR ${dataDir} is full.`)
    case 'ENOTDIR':
    case 'EEXIST':
      return new DatabaseStartError(`DATA_DIR ${dataDir} is not a folder, or lies below something that is none.`)
    default:
      return error
  }
}

function parse(text: string, file: string): Secrets {
  let found: unknown
  try {
    found = JSON.parse(text)
  } catch {
    found = undefined
  }
  const record = (typeof found === 'object' && found !== null ? found : {}) as Record<string, unknown>
  const read = (name: (typeof NAMES)[number]): string => {
    const value = record[name]
    if (typeof value !== 'string' || value.length < 40) {
      throw new DatabaseStartError(`${file} is damaged: put it back from a copy.`)
    }
    return value
  }
  return { superuser: read('superuser'), owner: read('owner'), api: read('api') }
}
