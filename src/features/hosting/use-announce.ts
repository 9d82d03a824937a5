import { call } from '../../platform/request'
import { drafts } from '../../platform/state'
import type { Act } from '../../platform/use-act'
import { useHostingAct } from './use-hosting-act'

/** Where what is typed is kept until it is sent. */
export const announcementDraft = (event: string) => `announcement:${event}`

/** Says something to all who have a place. */
export function useAnnounce(event: string): Act<[text: string], true> {
  const draft = announcementDraft(event)
  return useHostingAct(async (requestId, text) => {
    await call('POST /v1/events/:event/announcements', { params: { event }, body: { requestId, text } })
    drafts.drop(draft)
    return true as const
  }, draft)
}
