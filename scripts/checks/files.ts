import { readdir, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'

/** A file of a folder: its path inside with slashes, and its bytes. */
export interface FileEntry {
  readonly path: string
  readonly bytes: number
  readonly modifiedMs: number
}

/** All files below a folder, sorted by path; empty when the folder isn't there. */
export async function filesBelow(root: string): Promise<FileEntry[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const listed = await Promise.all(
    files.map(async (file) => {
      const { size, mtimeMs } = await stat(file)
      return { path: relative(root, file).split(sep).join('/'), bytes: size, modifiedMs: mtimeMs }
    }),
  )
  return listed.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
}
