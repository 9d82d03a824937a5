import type { Instant } from '#domain/time'
import { createKeptUntil } from '../../../src/platform/kept-until'
import { deviceIdIn } from '../../../src/platform/device-id'
import { memoryStorage } from './memory-storage'

const at = (ms: number) => ms as Instant

describe('what is kept until a moment', () => {
  it('is there until then, over a restart too, and gone at that moment', () => {
    const storage = memoryStorage()
    createKeptUntil(storage).set('desk', { key: 'ab' }, at(1000))
    expect(createKeptUntil(storage).get('desk', at(999))).toEqual({ key: 'ab' })
    expect(createKeptUntil(storage).get('desk', at(1000))).toBeNull()
    expect(storage.all.size).toBe(0)
  })

  it('is removed by a sweep without being asked for; nothing else is', () => {
    const storage = memoryStorage()
    const kept = createKeptUntil(storage)
    kept.set('old', 1, at(10))
    kept.set('new', 2, at(30))
    storage.set('draft:old', '3')
    kept.sweep(at(20))
    expect([...storage.all.keys()]).toEqual(['until:new', 'draft:old'])
    kept.clear()
    expect([...storage.all.keys()]).toEqual(['draft:old'])
  })

  it('that can’t be read any more is none', () => {
    const storage = memoryStorage()
    storage.set('until:desk', '{')
    expect(createKeptUntil(storage).get('desk', at(1))).toBeNull()
    expect(storage.all.size).toBe(0)
  })
})

it('a device keeps its id', async () => {
  const storage = memoryStorage()
  let made = 0
  const newId = () => Promise.resolve(`id-${++made}`)
  expect([await deviceIdIn(storage, newId), await deviceIdIn(storage, newId)]).toEqual(['id-1', 'id-1'])
})
