import type { CheckInBody, CheckInReply, HostCheckInBody, HostCheckInReply } from '#contract/check-in'
import { createActRows } from './act-rows'
import { createCache } from './cache'
import { createClock } from './clock'
import { deviceStorage } from './device-storage'
import { createDrafts } from './drafts'
import { createKeptUntil } from './kept-until'
import { createQueries } from './queries'
import { createSessionStore } from './session-store'

/** What this device knows: one of each for the whole app. */
export const clock = createClock(deviceStorage, () => Date.now())
export const session = createSessionStore(deviceStorage)
export const drafts = createDrafts(deviceStorage)
export const queries = createQueries(createCache(deviceStorage), clock.now)
export const keptUntil = createKeptUntil(deviceStorage)
export const checkInRows = createActRows<CheckInBody, CheckInReply>(deviceStorage, 'check-ins')
/** What a host recorded about others; of the answers only what was refused is kept. */
export const hostRows = createActRows<HostCheckInBody & { readonly event: string }, Pick<HostCheckInReply, 'refused'>>(
  deviceStorage,
  'host-check-ins',
)
