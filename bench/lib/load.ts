import type { Sample } from './statistics'

export interface Load {
  /** Callers at once; each asks again as soon as it has its answer. */
  readonly callers: number
  /** Requests of all callers together. */
  readonly requests: number
  /** Milliseconds after which no new request is begun, however few there were. */
  readonly limit: number
}

/**
 * Drives `act` in a closed loop and notes how long each call took, as its caller sees it.
 *
 * @param act one request of caller 0, 1, …; a rejection ends the measurement, because an error isn't an answer
 */
export async function drive(load: Load, act: (caller: number) => Promise<unknown>): Promise<Sample> {
  const latencies: number[] = []
  const start = performance.now()
  let begun = 0
  await Promise.all(
    Array.from({ length: load.callers }, async (_, caller) => {
      while (begun < load.requests && performance.now() - start < load.limit) {
        begun += 1
        const before = performance.now()
        await act(caller)
        latencies.push(performance.now() - before)
      }
    }),
  )
  const seconds = (performance.now() - start) / 1000
  return { latencies: latencies.sort((a, b) => a - b), seconds }
}
