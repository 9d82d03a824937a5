import type { DemoClock } from '#contract/session'
import type { Deps } from '../deps'

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
