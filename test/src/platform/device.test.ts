import type { Instant } from '#domain/time'
import { createActIds } from '../../../src/platform/act-ids'
import { createClock } from '../../../src/platform/clock'
import { createDrafts } from '../../../src/platform/drafts'
import { keptAct } from '../../../src/platform/kept-act'
import { minutesLeft } from '../../../src/platform/minutes-left'
import { createSessionStore } from '../../../src/platform/session-store'
import { uuidOf } from '../../../src/platform/uuid'
import { memoryStorage } from './memory-storage'

describe('the clock', () => {
  it('follows the server, whatever the phone believes', () => {
    const storage = memoryStorage()
    const clock = createClock(storage, () => 1000)
    clock.heard(Date.UTC(2026, 10, 23, 16))
    expect(clock.now()).toBe(Date.UTC(2026, 10, 23, 16))
    // 16:00 UTC is the next day at +08:00
    expect(clock.today()).toBe('2026-11-24')
  })

  it('remembers the difference over a restart without a network', () => {
    const storage = memoryStorage()
    createClock(storage, () => 1000).heard(5_000_000)
    expect(createClock(storage, () => 2000).now()).toBe(5_001_000)
  })
})

describe('the phone’s own clock', () => {
  it('stays what it is beside the server’s, and how far they are apart is known once a reply came', () => {
    const storage = memoryStorage()
    const clock = createClock(storage, () => 1000)
    expect([clock.device(), clock.offset()]).toEqual([1000, null])
    clock.heard(1000)
    expect([clock.device(), clock.offset()]).toEqual([1000, 0])
    expect(createClock(storage, () => 2000).offset()).toBe(0)
  })
})

describe('the session', () => {
  it('is there again after a restart, and gone after a sign-out', () => {
    const storage = memoryStorage()
    const store = createSessionStore(storage)
    store.begin({ token: 't', kind: 'wechat' })
    expect(createSessionStore(storage).get().session).toEqual({ token: 't', kind: 'wechat' })
    store.end({ expired: false })
    expect(createSessionStore(storage).get().session).toBeNull()
    expect(storage.all.size).toBe(0)
  })

  it('isn’t brought back by a renewal that comes too late', () => {
    const store = createSessionStore(memoryStorage())
    store.renewed('late')
    expect(store.get().session).toBeNull()
  })
})

describe('drafts', () => {
  it('survive a restart, and are emptied together', () => {
    const storage = memoryStorage()
    createDrafts(storage).set('profile', { name: '申' })
    storage.set('policy', 'stays')
    const drafts = createDrafts(storage)
    expect(drafts.get('profile')).toEqual({ name: '申' })
    drafts.clear()
    expect(drafts.get('profile')).toBeNull()
    expect([...storage.all.keys()]).toEqual(['policy'])
  })

  it('that can’t be read any more are none', () => {
    const storage = memoryStorage()
    storage.set('draft:profile', '{')
    expect(createDrafts(storage).get('profile')).toBeNull()
  })
})

describe('the id of an act', () => {
  const ids = () => {
    let no = 0
    return createActIds(() => Promise.resolve(`id-${++no}`))
  }

  it('is the same for the same words until the server has answered', async () => {
    const act = ids()
    expect([await act.idFor('a'), await act.idFor('a')]).toEqual(['id-1', 'id-1'])
    act.answered()
    expect(await act.idFor('a')).toBe('id-2')
  })

  it('is another for other words', async () => {
    const act = ids()
    expect([await act.idFor('a'), await act.idFor('b')]).toEqual(['id-1', 'id-2'])
  })
})

describe('the id of an act that outlives the app', () => {
  const ids = (storage: ReturnType<typeof memoryStorage>, id: string) =>
    createActIds(() => Promise.resolve(id), keptAct(createDrafts(storage), 'application'))

  it('is the same after a restart, until the server has answered', async () => {
    const storage = memoryStorage()
    expect(await ids(storage, 'first').idFor('a')).toBe('first')
    const restarted = ids(storage, 'second')
    expect(await restarted.idFor('a')).toBe('first')
    restarted.answered()
    expect(await ids(storage, 'third').idFor('a')).toBe('third')
  })

  it('is another for other words, and goes with the drafts of who signs out', async () => {
    const storage = memoryStorage()
    await ids(storage, 'first').idFor('a')
    expect(await ids(storage, 'second').idFor('b')).toBe('second')
    createDrafts(storage).clear()
    expect(storage.all.size).toBe(0)
  })
})

describe('the minutes left', () => {
  const at = (seconds: number) => (seconds * 1000) as Instant

  it.each([
    [300, 5],
    [240.5, 5],
    [240, 4],
    [1, 1],
    [0, 0],
    [-9, 0],
  ])('of %d seconds are %i', (seconds, minutes) => {
    expect(minutesLeft(at(seconds), at(0))).toBe(minutes)
  })
})

describe('a uuid', () => {
  const V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

  it.each([[0], [255], [7]])('of bytes %i is of version 4', (byte) => {
    expect(uuidOf(Array.from({ length: 16 }, () => byte))).toMatch(V4)
  })

  it('keeps every other bit', () => {
    expect(uuidOf(Array.from({ length: 16 }, (_, i) => i))).toBe('00010203-0405-4607-8809-0a0b0c0d0e0f')
  })
})
