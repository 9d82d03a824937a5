import { mkdir, open, readFile, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // It is there, but somebody else's.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function take(file: string): Promise<boolean> {
  try {
    const handle = await open(file, 'wx')
    await handle.writeFile(String(process.pid))
    await handle.close()
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return false
  }
}

/**
 * Does `work` while no other process on this machine does work under the same lock file; waits its turn. A lock whose
 * owner is gone is taken over.
 */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  await mkdir(dirname(file), { recursive: true })
  while (!(await take(file))) {
    const owner = await readFile(file, 'utf8').catch(() => '')
    // Empty for the moment between its making and its owner's name.
    if (owner !== '' && !isAlive(Number(owner))) await rm(file, { force: true })
    else await sleep(200)
  }
  try {
    return await work()
  } finally {
    await rm(file, { force: true })
  }
}
