import { useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react'
import type { Answer, Question } from './queries'
import { clock, queries } from './state'

/** How long an answer is shown without asking again, in milliseconds. */
export const FRESH = {
  /** Work of several people: ask whenever the screen comes up. */
  work: 0,
  /** One's own state. */
  own: 5_000,
  /** What changes once a season. */
  reference: 10 * 60_000,
} as const

export interface Query<T> extends Answer<T> {
  readonly refresh: () => void
}

/** An answer that stays up to date: the last known at once, then the newest. `question` null = nothing to ask (yet). */
export function useQuery<T>(question: Question<T> | null, fresh: number): Query<T> {
  const latest = useRef(question)
  latest.current = question
  const key = question?.key ?? ''
  const kept = question?.kept ?? false
  const subscribe = useCallback((changed: () => void) => queries.subscribe(key, changed), [key])
  // What is put under a key is what its question's `ask` gave.
  const answer = useSyncExternalStore(subscribe, () => queries.peek(key, kept)) as Answer<T>

  const refresh = useCallback(() => {
    if (latest.current) void queries.ask(latest.current)
  }, [])
  const refreshIfOld = useCallback(() => {
    if (!latest.current) return
    const { at, stale, problem } = queries.peek(latest.current.key, latest.current.kept)
    if (at === undefined || stale || problem || clock.now() - at >= fresh) refresh()
  }, [fresh, refresh])

  const { stale } = answer
  // Also when the answer was outdated, or everything was forgotten because somebody else signed in.
  const forgotten = question !== null && answer.at === undefined && !answer.loading && !answer.problem
  useEffect(() => {
    refreshIfOld()
  }, [key, stale, forgotten, refreshIfOld])
  useDidShow(refreshIfOld)

  return { ...answer, refresh }
}
