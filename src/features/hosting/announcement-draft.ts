import { hasLink, hasPhone } from '#domain/events/announcement'
import { localDateAt, type Instant } from '#domain/time'
import { eventRefusalWords } from '../../text/event-refusals'

/** The contract's limit, in characters. */
export const ANNOUNCEMENT_MAX = 200

export type AnnouncementField = 'text'

export type CheckedAnnouncement =
  | { readonly kind: 'ready'; readonly body: string }
  | { readonly kind: 'errors'; readonly errors: { readonly [F in AnnouncementField]?: string } }

const CODES = ['announcement-empty', 'announcement-has-link', 'announcement-has-phone', 'words-refused']

/** Asks whether words can go to all: something is said, not too long, no link, no phone number. */
export function checkAnnouncement({ text }: { readonly text: string }, now: Instant): CheckedAnnouncement {
  const body = text.trim()
  const words = (code: string): CheckedAnnouncement => ({
    kind: 'errors',
    errors: { text: eventRefusalWords(code, {}, now) ?? '' },
  })
  if (body === '') return words('announcement-empty')
  if (Array.from(body).length > ANNOUNCEMENT_MAX) {
    return { kind: 'errors', errors: { text: `最多 ${ANNOUNCEMENT_MAX} 个字，请短一些。` } }
  }
  if (hasLink(body)) return words('announcement-has-link')
  return hasPhone(body) ? words('announcement-has-phone') : { kind: 'ready', body }
}

/** Whether a refusal speaks of the words. */
export function announcementFieldOf(code: string): AnnouncementField | null {
  return CODES.includes(code) ? 'text' : null
}

/** Why nothing can be said to all now; null when it can. */
export function whyNotAnnounce(
  { phase, announcedOn }: { readonly phase: string; readonly announcedOn: string | null },
  now: Instant,
): string | null {
  if (phase === 'draft') return '发布以后才能发通知。'
  if (phase === 'cancelled') return '活动已经取消，取消的消息已经发给大家。'
  if (phase === 'over') return eventRefusalWords('event-over', {}, now)
  return announcedOn === localDateAt(now) ? '今天已经发过一条，明天可以再发。' : null
}
