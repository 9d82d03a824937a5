import { call } from '../../platform/request'
import { drafts } from '../../platform/state'
import type { Act } from '../../platform/use-act'
import type { EventTermsBody } from './event-draft'
import { useHostingAct } from './use-hosting-act'

/** A new event of a venue, or the one to change. */
export type EventTarget = { readonly venue: string } | { readonly event: string }

/** Drafts an event or changes one, once, also across a restart of the app; gives its id. `draft`: the name of what was typed. */
export function useSaveEvent(target: EventTarget, draft: string): Act<[EventTermsBody], string> {
  return useHostingAct(async (requestId, terms) => {
    const body = { requestId, ...terms }
    const { event } =
      'venue' in target
        ? await call('POST /v1/venues/:venue/events', { params: { venue: target.venue }, body })
        : await call('PUT /v1/events/:event', { params: { event: target.event }, body })
    drafts.drop(draft)
    return event
  }, draft)
}
