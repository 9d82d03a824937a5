import { Cleanup } from '../../scripts/lib/cleanup'

test('undoes in the opposite order, once, whatever fails on the way', async () => {
  const cleanup = new Cleanup()
  const done: string[] = []
  cleanup.add(async () => void done.push('database'))
  cleanup.add(() => Promise.reject(new Error('stuck')))
  cleanup.add(async () => void done.push('server'))
  const [first, second] = await Promise.all([cleanup.run(), cleanup.run()])
  expect(done).toEqual(['server', 'database'])
  expect(first).toEqual([new Error('stuck')])
  expect(second).toBe(first)
})
