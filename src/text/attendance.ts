import type { AttendanceRow, Credit } from '#contract/check-in'
import type { TeamRole } from '#domain/checkin/attendance'
import type { Flag } from '#domain/checkin/check-in'
import type { Direction } from '#domain/checkin/code'
import type { Instant } from '#domain/time'
import { hoursWords, minutesWords } from './amounts'
import { timeWords } from './dates'

/** What hosts read about who came. */

export const DIRECTION_WORDS: Readonly<Record<Direction, string>> = { in: '签到', out: '签退' }

/** What each may do. */
export const TEAM_NOTES: Readonly<Record<TeamRole, string>> = {
  lead: '能收尾、划掉、重新打开，能定谁在班底里',
  host: '能开签到台、点名、补签退',
  helper: '只能扫会员码和点名，名单里只看得到姓',
}

/** Why somebody's coming has to be looked at. */
export const FLAG_WORDS: Readonly<Record<Flag, string>> = {
  late: '手机没有网络，后来才传上来',
  'late-online': '说是没有网络，其实中间连过网',
  clock: '手机的时间对不上',
  'typed-late': '数字是后来才传上来的',
  'desk-revoked': '用的签到台当时已经被接管',
  'not-registered': '没有报名',
  cancelled: '报名已经取消了',
  'after-close': '收尾以后才传上来',
  'own-desk': '扫的是自己开的签到台',
}

/** How somebody's coming or going came to be known. */
export const MARK_WAYS: Readonly<Record<NonNullable<AttendanceRow['inWay']>, string>> = {
  scan: '扫码',
  typed: '输数字',
  own: '出示会员码',
  roll: '点名',
  'walk-in': '现场登记',
  sheet: '纸质签到表',
  set: '组织者填写',
}

/** Whose name went with their data, or never came. */
export const NO_NAME_HERE = '没有留下姓名'

type Named = Pick<AttendanceRow, 'name' | 'masked' | 'digits'>

/** The name as this team's role may read it; a newcomer by the two digits on their phone. */
export function rowName({ name, masked, digits }: Named): string {
  return name ?? masked ?? (digits === null ? NO_NAME_HERE : `新朋友 ${digits}`)
}

/** The surname alone; whoever holds the phone up to somebody else shows no more. */
export function shyName({ masked, digits }: Named): string {
  return masked ?? (digits === null ? NO_NAME_HERE : `新朋友 ${digits}`)
}

/** 14:02 扫码 签到; what isn't there says so. */
export function markWords(direction: Direction, at: number | null, way: AttendanceRow['inWay']): string {
  if (at === null) return `没有${DIRECTION_WORDS[direction]}`
  return [
    `${timeWords(at as Instant)} ${DIRECTION_WORDS[direction]}`,
    way === null ? '' : `（${MARK_WAYS[way]}）`,
  ].join('')
}

/** Why somebody's coming is credited nothing, or less than the event gives. */
function noCreditWords(reason: NonNullable<Credit['reason']>, { present, least }: Credit): string {
  switch (reason) {
    case 'struck':
      return '已经划掉'
    case 'weak':
      return '还没有确认到场'
    case 'no-check-in':
      return '没有签到'
    case 'no-check-out':
      return '没有签退'
    case 'share':
      return `在场 ${minutesWords(present ?? 0)}，要 ${minutesWords(least)}`
    case 'gives-nothing':
      return '这场活动不计时长'
    case 'day-full':
      return '这一天已经记满了'
    case 'before-age':
      return '还没满 14 周岁'
    case 'profile-missing':
      return '还没有填写姓名和出生日期'
    case 'after-close':
      return '收尾以后才传上来'
    case 'own-row':
      return '要由另一位负责人收尾'
    case 'corrected':
      return '团支部更正过，以更正的为准'
  }
}

/** What somebody is credited, without why not: 志愿服务 2 小时; '' where it is nothing. */
export function givenWords({ minutes, tenths }: Pick<Credit, 'minutes' | 'tenths'>): string {
  return [
    minutes === null ? '' : `志愿服务 ${minutesWords(minutes)}`,
    tenths === null ? '' : `团课 ${hoursWords(tenths)}`,
  ]
    .filter(Boolean)
    .join('、')
}

/** 计志愿服务 2 小时; 不计：没有签退. */
export function creditLine(credit: Credit): string {
  const given = givenWords(credit)
  const why = credit.reason === null ? '' : noCreditWords(credit.reason, credit)
  if (given !== '') return why === '' ? `计${given}` : `计${given}（${why}）`
  return why === '' ? '不计时长' : `不计：${why}`
}

/** Reasons that can be picked; the person reads the reason too. */
export const READY_REASONS = {
  times: ['忘了签退，人在现场', '手机没电或没有网络', '按纸质签到表补'],
  strike: ['人不在现场', '登记错了人', '代别人签的'],
  restore: ['核实过，人在现场', '划错了人'],
  reopen: ['有人的时间不对', '补上晚到的签到', '少算或多算了人'],
} as const

/** Somebody of the team; whoever holds an office may have no name here. */
export function memberName({ name, own }: { readonly name: string | null; readonly own: boolean }): string {
  return name ?? (own ? '我' : NO_NAME_HERE)
}
