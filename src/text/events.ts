import type { EventRole } from '#domain/events/event'
import { localDateAt, type Instant } from '#domain/time'
import { minutesWords } from './amounts'
import { timeWords } from './dates'
import { eventDayWords, eventTimeWords } from './event-cards'

/** 今天 14:30, 明天 08:00, 11月30日 周日 09:00. */
export function pointWords(at: Instant, now: Instant): string {
  return `${eventDayWords(localDateAt(at), localDateAt(now))} ${timeWords(at)}`
}

/** What the one button says: 报名参加, 候补做志愿者. */
export function registerWords(role: EventRole, to: 'place' | 'list'): string {
  return `${to === 'place' ? '报名' : '候补'}${role === 'attendee' ? '参加' : '做志愿者'}`
}

/** A role as a choice: 余 6 个名额，计 2 小时. */
export function roleNote(left: number, to: 'place' | 'list', waiting: number, gives: string): string {
  return `${to === 'place' ? `余 ${left} 个名额` : `已满，${waiting} 人在候补`}，${gives}`
}

/** Until when one can take it back, and what happens after. */
export function cancelRule(freeUntil: Instant, now: Instant): string {
  return now < freeUntil
    ? `${pointWords(freeUntil, now)} 以前取消，不留记录；之后取消，会记一次临时取消`
    : '现在取消，会记一次临时取消'
}

/** How the waiting list works. */
export function listRule(offerWithin: number, closesAt: Instant, now: Instant): string {
  if (now >= closesAt) return `${pointWords(closesAt, now)} 起不再递补`
  return `有人退出时按先后递补：名额保留 ${minutesWords(offerWithin)}，没有接受就给下一位；${pointWords(closesAt, now)} 起不再递补`
}

/** Until when an offered place is kept, and how long that is still. */
export function offerWords(until: Instant, minutesLeft: number, now: Instant): string {
  if (minutesLeft === 0) return '保留的时间已经过了，名额会给下一位。'
  return `为你保留到${pointWords(until, now)}，还有 ${minutesWords(minutesLeft)}。接受了才算报名；不接受就给下一位。`
}

/** What it was before it was moved. */
export function movedWords(
  before: { readonly start: Instant; readonly end: Instant; readonly where: string },
  now: Instant,
): string {
  return `原来是${eventTimeWords(before.start, before.end, now)}，${before.where}。`
}

/** What is asked before a place, a number on the list or an offer is given back. */
export function cancelQuestion(
  state: 'registered' | 'waiting',
  marks: boolean,
  moved: boolean,
): { readonly title: string; readonly content: string; readonly yes: string; readonly no: string } {
  if (state === 'waiting') {
    return {
      title: '退出候补？',
      content: '退出以后不会再为你保留名额，也不留记录。想来还可以再报名，但要重新排队。',
      yes: '退出候补',
      no: '不退出',
    }
  }
  return {
    title: '取消报名？',
    content: moved
      ? '活动改过时间或地点：现在退出不留记录。名额会给候补的人。'
      : marks
        ? '离开始已经很近，现在取消会记一次临时取消。名额会给候补的人。'
        : '现在取消不留记录。名额会给别人；想来的时候，有名额还可以再报名。',
    yes: '取消报名',
    no: '不取消',
  }
}

export const DECLINE_QUESTION = {
  title: '让出名额？',
  content: '名额会给下一位，不留记录。想来还可以再报名，但要重新排队。',
  yes: '让出',
  no: '不让出',
} as const

/** What became of the last registration, where it is over. */
export const ENDED_WORDS = {
  declined: '你让出了为你保留的名额。',
  expired: '为你保留的名额过了时间，已经给下一位。',
  cancelled: '你取消了报名。',
  left: '活动改动以后，你退出了。',
} as const

export const LATE_WORDS = '上次取消离开始很近，记了一次临时取消。'

/** Why nothing can be done now, or any more. */
export const CLOSED = '现在不能报名'
export const CANCELLED = { title: '活动取消了', why: ['不用来了。'] } as const
export const OVER = { title: '活动已经结束', why: [] } as const
export const RUNNING = { title: '活动已经开始', why: ['不能再报名了。'] } as const
export const LIST_OVER = { title: '候补结束了', why: ['活动已经开始，没有空出名额。'] } as const

/** Of an event that is over, for who had a place. */
export function wasThereWords(role: string): string {
  return `你报了名（${role}）。来没来、计多少，以签到为准。`
}

/** How one checks in, and from when. */
export function checkInWords(from: Instant, now: Instant): string {
  return `签到：${now < from ? `${pointWords(from, now)} 起，` : ''}到场后扫组织者屏幕上的码；离开时再扫“签退”码。没有网络也可以。`
}

/** What holds about checking in and out; said before it bites. */
export function checkInRule(from: Instant, until: Instant, least: number, now: Instant): string {
  const share = least > 0 ? `，至少在场 ${minutesWords(least)}才计` : ''
  const last = localDateAt(from) === localDateAt(until) ? timeWords(until) : pointWords(until, now)
  return `${pointWords(from, now)} 起可以签到，最晚 ${last} 签退${share}`
}

/** At the door: what to do there, also for who has no place. */
export const AT_THE_DOOR = {
  mine: '扫组织者屏幕上的码签到；离开时再扫“签退”码。',
  others: '没有报名也可以来：扫组织者屏幕上的码签到，由组织者确认。',
} as const
