import type { Read } from '../../components/screen/read'
import { NetworkProblem, type Problem } from '../../platform/problem'
import type { Query } from '../../platform/use-query'
import { ageWords } from '../../text/dates'
import { generalProblemWords } from '../../text/general-problems'
import type { Instant } from '#domain/time'

/** Whether the API said no (rather than nothing): what was seen before may not be shown any longer. */
function isRefused(problem: Problem): boolean {
  return !(problem instanceof NetworkProblem) && problem.status < 500 && problem.status !== 429
}

/** A question's answer as one of a screen's four states. The last known answer stays readable, with its age. */
export function readOf<T>(query: Pick<Query<T>, 'data' | 'at' | 'problem' | 'refresh'>, now: Instant): Read<T> {
  const { data, at, problem, refresh } = query
  if (problem && (data === undefined || isRefused(problem))) {
    const title = problem instanceof NetworkProblem ? '没有连上' : '看不了这一页'
    return { state: 'error', title, hint: generalProblemWords(problem), retry: refresh }
  }
  if (data === undefined) return { state: 'loading' }
  const age = ageWords(at ?? now, now)
  if (problem instanceof NetworkProblem) {
    return { state: 'content', value: data, note: { text: `没有连上服务，先看上次的内容（${age}）`, offline: true } }
  }
  return {
    state: 'content',
    value: data,
    note: { text: problem ? `${generalProblemWords(problem)}（${age}）` : age, offline: false },
  }
}

/** The same state about another value. */
export function mapRead<A, B>(read: Read<A>, map: (value: A) => B): Read<B> {
  return read.state === 'content' ? { ...read, value: map(read.value) } : read
}

/** The same state without its age: for a form, where the age of what it starts from helps nobody. */
export function withoutNote<T>(read: Read<T>): Read<T> {
  return read.state === 'content' ? { state: 'content', value: read.value } : read
}
