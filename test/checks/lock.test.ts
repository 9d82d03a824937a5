import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { withLock } from '../../scripts/checks/lock'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

test('one at a time, and a failure gives the lock back', async () => {
  const file = join(folder, 'deep', 'lock')
  let inside = 0
  let most = 0
  const work = async (fail: boolean): Promise<void> => {
    inside += 1
    most = Math.max(most, inside)
    await sleep(20)
    inside -= 1
    if (fail) throw new Error('planted')
  }
  const runs = [true, false, false].map((fail) => withLock(file, () => work(fail)))
  const ends = await Promise.allSettled(runs)
  expect(ends.map((end) => end.status)).toEqual(['rejected', 'fulfilled', 'fulfilled'])
  expect(most).toBe(1)
})

test('a lock whose owner is gone is taken over', async () => {
  const file = join(folder, 'lock')
  // Larger than any process id that Linux, macOS or Windows gives.
  writeFileSync(file, '99999999')
  await expect(withLock(file, () => Promise.resolve('done'))).resolves.toBe('done')
})
