import type { Instant } from '#domain/time'
import type { DemoClock } from '#contract/session'
import type { SignedIn } from '../context'
import type { Deps } from '../deps'
import { tick } from '../jobs/tick'

/** How far the demo's time runs ahead of real time, in milliseconds; 0 outside a demo. */
export async function demoOffset({ demo, platform }: Pick<Deps, 'demo' | 'platform'>): Promise<number> {
  if (!demo) return 0
  const row = await platform.selectFrom('demo_clock').select('offset_ms').executeTakeFirst()
  return row?.offset_ms ?? 0
}

/** The demo's clock. */
export async function readDemoClock(deps: Deps): Promise<DemoClock> {
  const offset = await demoOffset(deps)
  return { offset, now: deps.realNow() + offset }
}

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
