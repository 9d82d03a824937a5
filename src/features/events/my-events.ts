import type { MyEventsReply } from '#contract/event'
import { isLive } from '#domain/events/registration'
import type { Instant } from '#domain/time'
import { eventTimeWords, eventTitle, whereWords } from '../../text/event-cards'
import { pointWords } from '../../text/events'
import { timesOf } from './card'

export interface MyEventRow {
  readonly id: string
  readonly title: string
  readonly note: string
  readonly tone: 'met' | 'waiting' | 'mine' | 'note' | 'not-applicable'
  readonly fate: string
}

export interface MyEventsView {
  readonly coming: readonly MyEventRow[]
  readonly waiting: readonly MyEventRow[]
  readonly past: readonly MyEventRow[]
}

type One = MyEventsReply['registrations'][number]

/** My events: those I go to, those I wait for, and what is past or given back. */
export function myEventsView({ registrations }: MyEventsReply, now: Instant): MyEventsView {
  const live = registrations.filter(
    ({ card, mine }) =>
      isLive(mine) && card.phase !== 'cancelled' && now < (mine.state === 'registered' ? card.end : card.start),
  )
  const rows = (all: readonly One[]) => all.map((one) => rowOf(one, live.includes(one), now))
  return {
    coming: rows(live.filter(({ mine }) => mine.state === 'registered')),
    // What has to be answered comes first.
    waiting: rows([
      ...live.filter(({ mine }) => mine.state === 'offered'),
      ...live.filter(({ mine }) => mine.state === 'waiting'),
    ]),
    past: rows(registrations.filter((one) => !live.includes(one))),
  }
}

function rowOf(one: One, live: boolean, now: Instant): MyEventRow {
  const { card, mine } = one
  const { start, end } = timesOf(card)
  const told = live && mine.until !== null ? `保留到${pointWords(mine.until as Instant, now)} · ` : ''
  return {
    id: card.id,
    title: eventTitle(card.kind, card.title),
    note: `${told}${eventTimeWords(start, end, now)} · ${whereWords(card)}`,
    ...(live ? liveFate(one) : pastFate(one)),
  }
}

function liveFate({ mine }: One): Pick<MyEventRow, 'tone' | 'fate'> {
  switch (mine.state) {
    case 'offered':
      return { tone: 'mine', fate: '待你答复' }
    case 'waiting':
      return { tone: 'waiting', fate: `候补第 ${mine.place ?? 1} 位` }
    default:
      return { tone: 'met', fate: '已报名' }
  }
}

function pastFate({ card, mine }: One): Pick<MyEventRow, 'tone' | 'fate'> {
  if (card.phase === 'cancelled') return { tone: 'not-applicable', fate: '活动取消' }
  switch (mine.state) {
    case 'registered':
      return { tone: 'note', fate: '已结束' }
    case 'waiting':
    case 'offered':
      return { tone: 'note', fate: '没有候补上' }
    case 'declined':
      return { tone: 'note', fate: '已让出' }
    case 'expired':
      return { tone: 'note', fate: '没有答复' }
    case 'left':
      return { tone: 'note', fate: '已退出' }
    case 'cancelled':
      return { tone: 'note', fate: mine.late ? '临时取消' : '已取消' }
  }
}
