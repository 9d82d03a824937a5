import type { Credit, MyAttendance } from '#contract/check-in'
import type { Instant } from '#domain/time'
import { hoursWords, minutesWords } from './amounts'
import { timeWords } from './dates'

/** What became of my coming to an event. A word for each: accepted is not counted, and waiting is neither. */

/** 签到 14:28 · 没有签退. */
export function marksWords({ in: came, out: left }: Pick<MyAttendance, 'in' | 'out'>): string {
  return [
    came === null ? '没有签到' : `签到 ${timeWords(came as Instant)}`,
    left === null ? '没有签退' : `签退 ${timeWords(left as Instant)}`,
  ].join(' · ')
}

/** 志愿服务 2 小时; 2 学时. Empty when nothing is credited. */
export function amountWords({ minutes, tenths }: Pick<Credit, 'minutes' | 'tenths'>): string {
  return [
    minutes === null ? '' : `志愿服务 ${minutesWords(minutes)}`,
    tenths === null ? '' : `团课 ${hoursWords(tenths)}`,
  ]
    .filter(Boolean)
    .join('，')
}

/** Why it is nothing, less than the event gives, or not yet; and what can be done about it. `closed`: the event is settled. */
export function whyWords({ reason, present, least }: Credit, closed: boolean): string | null {
  const mend = closed ? '确实有误的，请找组织者。' : '收尾以前，组织者可以补。'
  switch (reason) {
    case 'struck':
      return '组织者划掉了这次签到。'
    case 'weak':
      return '要组织者确认你到场，确认以后才计。'
    case 'no-check-in':
      return `没有签到，算不出在场的时间。${mend}`
    case 'no-check-out':
      return `没有签退，算不出在场的时间。${mend}`
    case 'share':
      return `在场 ${minutesWords(present ?? 0)}，至少要 ${minutesWords(least)}才计。`
    case 'gives-nothing':
      return '这场活动不计时长，到场已经记下。'
    case 'day-full':
      return '这一天已经计满，多出的不再计。'
    case 'before-age':
      return '年满 14 周岁的当月之前，不计学时。'
    case 'profile-missing':
      return '还没有填写姓名和出生日期：在“我的资料”里填好，就能计入。'
    case 'after-close':
      return '收尾以后才上传，等负责人处理。'
    case 'own-row':
      return '你自己收的尾，你的这一条要由另一位负责人处理。'
    case 'corrected':
      return '支部更正过这一条，以支部的为准。'
    case null:
      return null
  }
}

/** The host's reason for what they did about it. */
export function hostWords(reason: string): string {
  return `组织者写的原因：${reason}`
}
