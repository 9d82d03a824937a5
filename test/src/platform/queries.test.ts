import type { Instant } from '#domain/time'
import { createCache } from '../../../src/platform/cache'
import { NetworkProblem } from '../../../src/platform/problem'
import { createQueries } from '../../../src/platform/queries'
import { memoryStorage } from './memory-storage'

function device() {
  const storage = memoryStorage()
  let time = 1000
  const open = () => createQueries(createCache(storage), () => time as Instant)
  return {
    storage,
    open,
    queries: open(),
    wait: (milliseconds: number) => {
      time += milliseconds
    },
  }
}

const gives = <T>(value: T, kept = true) => ({ key: 'path', kept, ask: () => Promise.resolve(value) })

it('keeps the last answer with its time for the next opening', async () => {
  const { queries, open, wait } = device()
  await queries.ask(gives('first'))
  wait(5000)
  expect(open().peek('path', true)).toMatchObject({ data: 'first', at: 1000, loading: false })
})

it('asks anew for what it knows from before, however young', async () => {
  const { queries, open } = device()
  await queries.ask(gives('first'))
  expect(queries.peek('path', true).stale).toBe(false)
  expect(open().peek('path', true).stale).toBe(true)
})

it('asks again for what is shown, and for nothing else', async () => {
  const { queries } = device()
  const asked: string[] = []
  const question = (key: string) => ({
    key,
    kept: false,
    ask: () => {
      asked.push(key)
      return key === 'broken' ? Promise.reject(new NetworkProblem(false)) : Promise.resolve(key)
    },
  })
  const stop = queries.subscribe('left', () => undefined)
  for (const key of ['shown', 'broken']) queries.subscribe(key, () => undefined)
  for (const key of ['shown', 'broken', 'left', 'never-watched']) await queries.ask(question(key))
  stop()
  asked.length = 0
  await queries.askShown()
  expect(asked).toEqual(['shown', 'broken'])
})

it('keeps nothing of what isn’t one’s own', async () => {
  const { queries, open, storage } = device()
  await queries.ask(gives('somebody', false))
  expect(queries.peek('path', false).data).toBe('somebody')
  expect(open().peek('path', false).data).toBeUndefined()
  expect(storage.all.size).toBe(0)
})

it('shows the last answer beside the problem of the newest attempt', async () => {
  const { queries } = device()
  await queries.ask(gives('first'))
  await queries.ask({ key: 'path', kept: true, ask: () => Promise.reject(new NetworkProblem(false)) })
  const answer = queries.peek('path', true)
  expect(answer.data).toBe('first')
  expect(answer.problem).toBeInstanceOf(NetworkProblem)
  await queries.ask(gives('second'))
  expect(queries.peek('path', true)).toMatchObject({ data: 'second', problem: undefined })
})

it('asks once at a time', async () => {
  const { queries } = device()
  const ask = jest.fn(() => Promise.resolve(1))
  await Promise.all([queries.ask({ key: 'a', kept: false, ask }), queries.ask({ key: 'a', kept: false, ask })])
  expect(ask).toHaveBeenCalledTimes(1)
})

it('forgets everything, also what arrives after the forgetting', async () => {
  const { queries, storage } = device()
  await queries.ask(gives('mine'))
  let arrive: (value: string) => void = () => undefined
  const late = queries.ask({ key: 'data', kept: true, ask: () => new Promise<string>((resolve) => (arrive = resolve)) })
  queries.clear()
  arrive('mine too')
  await late
  expect(storage.all.size).toBe(0)
  expect(queries.peek('path', true).data).toBeUndefined()
  expect(queries.peek('data', true).data).toBeUndefined()
})

it('tells those who watch, and only them', async () => {
  const { queries } = device()
  const [path, data] = [jest.fn(), jest.fn()]
  const stop = queries.subscribe('path', path)
  queries.subscribe('data', data)
  await queries.ask(gives('first'))
  expect(path).toHaveBeenCalled()
  expect(data).not.toHaveBeenCalled()
  path.mockClear()
  stop()
  queries.outdate('path')
  expect(path).not.toHaveBeenCalled()
})

it('outdates by the beginning of a name', async () => {
  const { queries } = device()
  queries.put('people:A', 1, false)
  queries.put('person:1', 1, false)
  queries.put('path', 1, false)
  queries.outdate('peo')
  expect(['people:A', 'person:1', 'path'].map((key) => queries.peek(key, false).stale)).toEqual([true, false, false])
})
