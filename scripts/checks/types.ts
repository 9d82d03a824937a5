import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { ROOT, runPackage, type Ran } from './run'

/** Every folder of the root with a tsconfig.json of its own, and the root itself. */
export async function typedRooms(root = ROOT): Promise<string[]> {
  const entries = await readdir(root, { withFileTypes: true })
  const rooms = entries
    .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules')
    .map((entry) => entry.name)
    .filter((name) => existsSync(join(root, name, 'tsconfig.json')))
  return [...rooms.sort(), '.']
}

/** Type-checks every room under its own tsconfig, two at a time; what is unchanged since the last time is not read again. */
export async function checkTypes(): Promise<Ran> {
  const waiting = await typedRooms()
  const results: Ran[] = []
  const work = async (): Promise<void> => {
    for (let room = waiting.shift(); room !== undefined; room = waiting.shift()) {
      const cache = join('node_modules', '.cache', 'tsc', `${room === '.' ? 'root' : room}.tsbuildinfo`)
      const args = ['--noEmit', '-p', room, '--incremental', '--tsBuildInfoFile', cache]
      results.push(await runPackage('typescript', 'tsc', args))
    }
  }
  await Promise.all([work(), work()])
  return { ok: results.every((result) => result.ok), output: results.map((result) => result.output).join('') }
}

if (require.main === module) {
  void checkTypes().then(({ ok, output }) => {
    process.stdout.write(output)
    process.exitCode = ok ? 0 : 1
  })
}
