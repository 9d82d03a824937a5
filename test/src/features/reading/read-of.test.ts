import type { Instant } from '#domain/time'
import { mapRead, readOf, withoutNote } from '../../../../src/features/reading/read-of'
import { ApiProblem, NetworkProblem, type Problem } from '../../../../src/platform/problem'

const now = Date.UTC(2026, 10, 24, 6, 32) as Instant
const old = (now - 5 * 60_000) as Instant
const read = (data: string | undefined, problem?: Problem) =>
  readOf({ data, at: data === undefined ? undefined : old, problem, refresh: () => undefined }, now)

it('is loading until something is known', () => {
  expect(read(undefined)).toEqual({ state: 'loading' })
})

it('shows the last known answer with its age', () => {
  expect(read('path')).toEqual({ state: 'content', value: 'path', note: { text: '5 分钟前更新', offline: false } })
})

it('shows it without a network too, and says so', () => {
  expect(read('path', new NetworkProblem(false))).toEqual({
    state: 'content',
    value: 'path',
    note: { text: '没有连上服务，先看上次的内容（5 分钟前更新）', offline: true },
  })
})

it('shows it when the service is in trouble', () => {
  expect(read('path', new ApiProblem(500, 'internal', {})).state).toBe('content')
  expect(read('path', new ApiProblem(429, 'too-many', { retryAfter: 60 })).state).toBe('content')
})

it.each([
  [401, 'no-session'],
  [404, 'not-found'],
  [422, 'own-row'],
])('takes away what one may not see any longer (%i)', (status, code) => {
  const state = read('somebody', new ApiProblem(status, code, {}))
  expect(state.state).toBe('error')
  expect(JSON.stringify(state)).not.toContain('somebody')
})

it('says what to do when nothing is known and no answer comes', () => {
  expect(read(undefined, new NetworkProblem(true))).toMatchObject({ state: 'error', title: '没有连上' })
})

it('changes the value and keeps the rest', () => {
  expect(mapRead(read('path'), (value) => value.length)).toMatchObject({ value: 4, note: { offline: false } })
  expect(mapRead(read(undefined), () => 1)).toEqual({ state: 'loading' })
  expect(withoutNote(read('path'))).toEqual({ state: 'content', value: 'path' })
})
