import { useCallback, useRef, useState } from 'react'
import { createActIds } from './act-ids'
import { keptAct } from './kept-act'
import { ApiProblem, problemOf, type Problem } from './problem'
import { newRequestId } from './request-id'
import { drafts } from './state'

export interface Act<Args extends readonly unknown[], Reply> {
  /** Does it; null when it is being done already, or failed (then `problem` says why). */
  readonly run: (...args: Args) => Promise<Reply | null>
  readonly busy: boolean
  readonly problem: Problem | null
  /** Takes the last problem off the screen. */
  readonly forgive: () => void
}

/**
 * An act, done once however often the button is tapped. Sent again with the same words after no answer came, it carries
 * the same requestId, so that the server does it once even if the first one did arrive. `keptAs`: a name under which this
 * outlives the app as well; for acts whose words are kept as a draft.
 */
export function useAct<Args extends readonly unknown[], Reply>(
  perform: (requestId: string, ...args: Args) => Promise<Reply>,
  keptAs?: string,
): Act<Args, Reply> {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [ids] = useState(() => createActIds(newRequestId, keptAs === undefined ? undefined : keptAct(drafts, keptAs)))
  const running = useRef(false)
  const latest = useRef(perform)
  latest.current = perform

  const run = useCallback(
    async (...args: Args): Promise<Reply | null> => {
      if (running.current) return null
      running.current = true
      setBusy(true)
      setProblem(null)
      try {
        const reply = await latest.current(await ids.idFor(JSON.stringify(args)), ...args)
        ids.answered()
        return reply
      } catch (error) {
        if (error instanceof ApiProblem && error.status < 500) ids.answered()
        setProblem(problemOf(error))
        return null
      } finally {
        running.current = false
        setBusy(false)
      }
    },
    [ids],
  )
  const forgive = useCallback(() => {
    setProblem(null)
  }, [])
  return { run, busy, problem, forgive }
}
