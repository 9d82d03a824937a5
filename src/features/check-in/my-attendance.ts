import type { MyAttendance } from '#contract/check-in'
import type { Instant } from '#domain/time'
import { eventTimeWords, eventTitle } from '../../text/event-cards'
import { EVENT_ROLE_NAMES } from '../../text/names'
import { amountWords, hostWords, marksWords, whyWords } from '../../text/my-attendance'

/** My coming to an event, as one line of 我的活动. */
export interface MyAttendanceRow {
  /** The event's id. */
  readonly id: string
  readonly title: string
  readonly note: string
  readonly tone: 'met' | 'waiting' | 'note'
  readonly fate: string
}

type Fate = Pick<MyAttendanceRow, 'tone' | 'fate'>

/**
 * When I came and went, what is credited or will be, and why, or why not. Whether it counts says the path: a class from before one was an
 * activist is accepted and doesn't count.
 */
export function myAttendanceRow(attendance: MyAttendance, now: Instant): MyAttendanceRow {
  const { card, role, closed, credit, reason } = attendance
  const amount = amountWords(credit)
  const why = whyWords(credit, closed)
  const lines = [
    `${eventTimeWords(card.start as Instant, card.end as Instant, now)} · ${EVENT_ROLE_NAMES[role]}`,
    marksWords(attendance),
    amount === '' ? null : closed ? `认定${amount}` : `收尾以后认定${amount}`,
    why,
    reason === null ? null : hostWords(reason),
  ]
  return {
    id: card.id,
    title: eventTitle(card.kind, card.title),
    note: lines.filter((line) => line !== null).join('\n'),
    ...fateOf(attendance, now),
  }
}

function fateOf({ card, in: came, out: left, closed, struck, credit }: MyAttendance, now: Instant): Fate {
  if (struck) return { tone: 'note', fate: '不计入' }
  if (credit.reason === 'gives-nothing') return { tone: 'met', fate: '已到场' }
  if (!closed) {
    // While it is on, what matters is whether I have to check out still.
    if (now < card.end && came !== null && left === null) return { tone: 'met', fate: '已签到' }
    return { tone: 'waiting', fate: '待认定' }
  }
  if (credit.minutes !== null || credit.tenths !== null) return { tone: 'met', fate: '已认定' }
  switch (credit.reason) {
    case 'after-close':
    case 'own-row':
    case 'profile-missing':
      return { tone: 'waiting', fate: '待认定' }
    default:
      return { tone: 'note', fate: '不计入' }
  }
}
