import type { EventsReply, MyEventsReply } from '#contract/event'
import { useKnown } from '../../platform/use-known'
import { knownEvents, type KnownEvents } from './known-events'

/** What the phone last heard of events, also without a network; it asks nobody. */
export function useKnownEvents(): KnownEvents {
  const mine = useKnown('my-events') as MyEventsReply | undefined
  const week = useKnown('events') as EventsReply | undefined
  return knownEvents(mine, week)
}
