import type { EventsReply } from '#contract/event'
import type { Query } from '../../platform/use-query'
import type { Span } from './calendar'
import type { Where } from './filter'
import { useEvents } from './use-events'

/** Whether anything narrows. */
export function isNarrow(where: Where): boolean {
  return Object.keys(where).length > 0
}

/**
 * A span's answer for one kind or place: where a span holds more than one answer, the server narrows; until it has, what is here
 * already stands.
 */
export function useNarrowed(all: Query<EventsReply>, span: Span, where: Where): Query<EventsReply> {
  const some = useEvents(all.data?.more && isNarrow(where) ? span : null, where)
  return some.data ? some : { ...all, problem: some.problem ?? all.problem }
}
