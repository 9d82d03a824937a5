import { decideAnnouncement } from '#domain/events/announcement'
import type { AnnouncementBody, EventActReply } from '#contract/event'
import type { SignedIn } from '../../context'
import { grantedOr } from '../../problem'
import { authoriseOverEvent } from './authorise'
import { actAsHost } from './host'
import { checkWords, keepWords } from './words'

/** The host's word to all who have a place: one a day an event, without links and phone numbers. */
export async function announce(context: SignedIn, id: string, body: AnnouncementBody): Promise<EventActReply> {
  const route = 'POST /v1/events/:event/announcements'
  await authoriseOverEvent(context, route, id)
  const text = body.text.trim()
  const checked = await checkWords(context, body, [text])
  return actAsHost(context, route, id, body, async (trx, stream, asker) => {
    const words = await keepWords(trx, context, { text }, checked)
    stream.add(grantedOr(decideAnnouncement(text, words, stream.event, context.now)), asker)
  })
}
