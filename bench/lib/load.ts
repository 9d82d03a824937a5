import type { Sample } from './statistics'

export interface Load {
  /** Callers at once; each asks again as soon as it has its answer. */
  readonly callers: number
  /** Requests of all callers together. */
  readonly requests: number
  /** Milliseconds after which no new request is begun, however few there were. */
  readonly limit: number
}

/** One request of caller 0, 1, …; a rejection ends the measurement, because an error isn't an answer. */
export type Act = (caller: number) => Promise<unknown>

/** Drives `act` in a closed loop and notes how long each call took, as its caller sees it. */
export async function drive(load: Load, act: Act): Promise<Sample> {
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

const TURNS = 5

/**
 * Drives two acts in turns, a few requests of one, then of the other, so that whatever else the machine does meets both
 * alike. All callers are with the same one at a time: in one loop they would queue up at the slower one and make it look
 * slower still.
 *
 * @param load of both together
 */
export async function driveInTurns(load: Load, first: Act, second: Act): Promise<readonly [Sample, Sample]> {
  const part = { ...load, requests: load.requests / TURNS / 2, limit: load.limit / TURNS / 2 }
  const parts: { readonly of: Act; readonly sample: Sample }[] = []
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (const of of turn % 2 === 0 ? [first, second] : [second, first]) {
      parts.push({ of, sample: await drive(part, of) })
    }
  }
  const together = (act: Act): Sample => {
    const samples = parts.filter(({ of }) => of === act).map(({ sample }) => sample)
    return {
      latencies: samples.flatMap(({ latencies }) => latencies).sort((a, b) => a - b),
      seconds: samples.reduce((sum, { seconds }) => sum + seconds, 0),
    }
  }
  return [together(first), together(second)]
}
