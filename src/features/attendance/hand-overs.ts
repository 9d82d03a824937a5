import type { HandOversReply } from '#contract/check-in'
import { daysBetween, localDateAt, type Instant } from '#domain/time'
import { eventTitle, venueName } from '../../text/event-cards'
import { spanWords } from '../../text/host'

/** An event whose record isn't entered in the upper system yet. */
export interface HandOverView {
  readonly event: string
  readonly title: string
  readonly who: string
  readonly closed: boolean
  /** Pressing after a week. */
  readonly tone: 'waiting' | 'not-yet'
  readonly clock: string
}

/** After so many days it is pressing. */
const LONG_DAYS = 7

/** The longest waiting first. */
export function handOverViews({ events }: HandOversReply, now: Instant): readonly HandOverView[] {
  const today = localDateAt(now)
  return [...events]
    .sort((a, b) => a.card.end - b.card.end)
    .map(({ card, venue, closed }) => {
      const days = daysBetween(localDateAt(card.end as Instant), today)
      const ago = days <= 0 ? '今天结束' : `结束 ${days} 天`
      return {
        event: card.id,
        title: eventTitle(card.kind, card.title),
        who: `${venueName(venue)} · ${spanWords(card.start, card.end, today)}`,
        closed: closed !== null,
        tone: days > LONG_DAYS ? 'not-yet' : 'waiting',
        clock: closed === null ? '还没有收尾' : ago,
      }
    })
}
