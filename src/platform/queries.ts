import type { Instant } from '#domain/time'
import type { Cache } from './cache'
import { problemOf, type Problem } from './problem'

/** What is known of one question. */
export interface Answer<T> {
  readonly data: T | undefined
  /** When the server gave it. */
  readonly at: Instant | undefined
  /** Why the newest attempt gave nothing; `data` may still be there, older. */
  readonly problem: Problem | undefined
  readonly loading: boolean
  /** Something happened that may have changed it. */
  readonly stale: boolean
}

export interface Question<T> {
  readonly key: string
  readonly ask: () => Promise<T>
  /** Whether the last answer is kept on the device. Other people's data isn't: it lives as long as the app is open. */
  readonly kept: boolean
}

/** Answers shared by all screens: each question is asked once at a time. */
export interface Queries {
  readonly peek: (key: string, kept: boolean) => Answer<unknown>
  readonly subscribe: (key: string, changed: () => void) => () => void
  /** Asks, unless it is being asked already. */
  readonly ask: (question: Question<unknown>) => Promise<void>
  /** Puts in what an act's reply said. */
  readonly put: (key: string, value: unknown, kept: boolean) => void
  /** Asks again for everything that is shown somewhere; never rejects. */
  readonly askShown: () => Promise<void>
  /** Whoever shows one of these asks again. */
  readonly outdate: (prefix: string) => void
  /** Forgets everything, also answers that are still on their way: they were another person's. */
  readonly clear: () => void
}

const NOTHING: Answer<never> = { data: undefined, at: undefined, problem: undefined, loading: false, stale: false }

export function createQueries(cache: Cache, now: () => Instant): Queries {
  let answers = new Map<string, Answer<unknown>>()
  let asking = new Map<string, Promise<void>>()
  const watchers = new Map<string, Set<() => void>>()
  const asked = new Map<string, Question<unknown>>()

  const tell = (key: string) =>
    watchers.get(key)?.forEach((changed) => {
      changed()
    })
  const change = (key: string, part: Partial<Answer<unknown>>) => {
    answers.set(key, { ...(answers.get(key) ?? NOTHING), ...part })
    tell(key)
  }
  const peek = (key: string, kept: boolean): Answer<unknown> => {
    const before = answers.get(key)
    if (before) return before
    const known = kept ? cache.get(key) : null
    // Whatever its age, it is asked for anew: who opens or reloads the app wants to know how things stand now.
    const answer = known ? { ...NOTHING, data: known.value, at: known.at, stale: true } : NOTHING
    answers.set(key, answer)
    return answer
  }
  const put = (key: string, value: unknown, kept: boolean) => {
    const at = now()
    if (kept) cache.set(key, { value, at })
    change(key, { data: value, at, problem: undefined, loading: false, stale: false })
  }

  const ask = (question: Question<unknown>): Promise<void> => {
    const { key, kept } = question
    const running = asking.get(key)
    if (running) return running
    const generation = asking
    asked.set(key, question)
    peek(key, kept)
    change(key, { loading: true, stale: false })
    const run = question
      .ask()
      .then(
        (value) => {
          if (generation === asking) put(key, value, kept)
        },
        (error: unknown) => {
          const problem = problemOf(error)
          if (generation === asking) change(key, { problem, loading: false })
        },
      )
      .finally(() => {
        generation.delete(key)
      })
    asking.set(key, run)
    return run
  }

  return {
    peek,
    put,
    subscribe(key, changed) {
      const set = watchers.get(key) ?? new Set()
      watchers.set(key, set.add(changed))
      return () => {
        set.delete(changed)
      }
    },
    ask,
    async askShown() {
      const shown = Array.from(asked.values()).filter(({ key }) => (watchers.get(key)?.size ?? 0) > 0)
      await Promise.all(shown.map(ask))
    },
    outdate(prefix) {
      for (const key of Array.from(answers.keys())) if (key.startsWith(prefix)) change(key, { stale: true })
    },
    clear() {
      const keys = Array.from(answers.keys())
      answers = new Map()
      asking = new Map()
      asked.clear()
      cache.clear()
      keys.forEach(tell)
    },
  }
}
