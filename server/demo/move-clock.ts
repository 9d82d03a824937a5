import type { Instant } from '#domain/time'
import type { DemoClock } from '#contract/session'
import type { SignedIn } from '../context'
import { tick } from '../jobs/tick'
import { readDemoClock } from '../services/demo-clock'

/** Moves the demo's clock, forward only, and lets happen what is due by then. */
export async function moveDemoClock({ deps }: SignedIn, offset: number): Promise<DemoClock> {
  await deps.platform
    .updateTable('demo_clock')
    .set(({ fn, val }) => ({ offset_ms: fn<number>('greatest', ['offset_ms', val(offset)]) }))
    .execute()
  const clock = await readDemoClock(deps)
  await tick(deps, clock.now as Instant)
  return clock
}
