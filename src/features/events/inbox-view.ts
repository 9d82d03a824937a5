import type { InboxReply } from '#contract/event'
import type { Instant } from '#domain/time'
import type { Link } from '../../platform/navigation'
import { links } from '../../routes'
import { momentWords } from '../../text/dates'
import { messageWords } from '../../text/messages'

export interface MessageView {
  readonly id: string
  readonly title: string
  readonly note: string
  /** What is still to be done about it; null = nothing. */
  readonly open: '待你答复' | '新' | null
  readonly opened: boolean
  readonly link: Link
}

/** The inbox: what isn't settled first, the newest first in each. */
export function inboxView({ messages }: InboxReply, now: Instant): readonly MessageView[] {
  return [...messages.filter(({ settled }) => !settled), ...messages.filter(({ settled }) => settled)].map(
    (message) => {
      const { title, text } = messageWords(message, now)
      return {
        id: message.id,
        title,
        note: `${text}\n${momentWords(message.at as Instant, now)}`,
        open: message.settled ? null : message.kind === 'place-offered' ? '待你答复' : '新',
        opened: message.opened,
        link: message.link === 'desk' ? links.desk(message.card.id) : links.event(message.card.id),
      }
    },
  )
}
