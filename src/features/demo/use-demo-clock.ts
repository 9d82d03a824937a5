import type { DemoClock } from '#contract/session'
import { call } from '../../platform/request'
import { queries } from '../../platform/state'
import { useAct, type Act } from '../../platform/use-act'
import { FRESH, useQuery, type Query } from '../../platform/use-query'

const question = { key: 'demo-clock', kept: false, ask: () => call('GET /v1/demo/clock', {}) }

/** The demo's clock; asked only in a demo. */
export function useDemoClock(demo: boolean): Query<DemoClock> {
  return useQuery<DemoClock>(demo ? question : null, FRESH.own)
}

/** Moves the demo's clock, and asks again for everything that depends on the day. */
export function useMoveDemoClock(): Act<[offset: number], true> {
  return useAct(async (_requestId, offset) => {
    await call('PUT /v1/demo/clock', { body: { offset } })
    queries.outdate('')
    return true as const
  })
}
