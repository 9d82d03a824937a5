import type { Flag } from '#domain/checkin/check-in'
import type { Direction } from '#domain/checkin/code'
import type { CheckInRefusal } from '#domain/checkin/refusal'
import type { Instant } from '#domain/time'
import { minutesWords } from './amounts'
import { momentWords, timeWords } from './dates'
import { generalProblemWords } from './general-problems'

/** What the person who checks in reads. A part of the main package: as little as they need. */

export const DIRECTION_WORDS: Readonly<Record<Direction, string>> = { in: '签到', out: '签退' }

/** What the person's own phone can be told; what only hosts meet stands with their screens (text/desk-refusals). */
type Code = Extract<
  CheckInRefusal['code'],
  | 'code-unreadable'
  | 'code-wrong'
  | 'digits-wrong'
  | 'code-expired'
  | 'code-from-future'
  | 'upload-too-late'
  | 'event-not-published'
  | 'event-cancelled'
  | 'check-in-not-open'
  | 'check-in-over'
  | 'event-not-named'
  | 'declaration-needed'
>

type Sentences = {
  readonly [C in Code]: (facts: Extract<CheckInRefusal, { readonly code: C }>['facts'], now: Instant) => string
}

/** Why it didn't become a check-in, and what to do. A code without a sentence doesn't compile. */
const SENTENCES: Sentences = {
  'code-unreadable': () => '这不是签到码。请扫组织者屏幕上的签到码。',
  'code-wrong': () => '这个码不是这场活动的签到码。请扫组织者屏幕上现在显示的码。',
  'digits-wrong': () => '这六位数字对不上，可能刚好换了。请看着屏幕再输一次。',
  'code-expired': () => '这个码扫到时已经换过了，可能是照片或截图。请扫屏幕上现在显示的码。',
  'code-from-future': () => '这个码的时间不对。请组织者重新打开签到台，再扫一次。',
  'upload-too-late': ({ hours }) => `超过 ${hours} 小时才联网上传，不能自动算了。请找组织者，按现场情况补登。`,
  'event-not-published': () => '这场活动没有发布，请问问组织者。',
  'event-cancelled': () => '这场活动已经取消了。',
  'check-in-not-open': ({ from }, now) => `还没到签到的时间，${momentWords(from, now)}起可以签到。`,
  'check-in-over': ({ until }, now) => `签到和签退在${momentWords(until, now)}结束了。确实到场的，请找组织者补登。`,
  'event-not-named': () => '同时有几场活动：请选是哪一场，再输一次屏幕上的数字。',
  'declaration-needed': () => '第一次签到，要先确认满 14 周岁、同意保存签到记录。',
}

/** A refusal as a sentence, by its code and facts as they came over the wire. */
export function checkInRefusalWords(code: string, facts: Readonly<Record<string, unknown>>, now: Instant): string {
  if (!Object.prototype.hasOwnProperty.call(SENTENCES, code)) return generalProblemWords({ code, facts })
  return (SENTENCES[code as Code] as (facts: unknown, now: Instant) => string)(facts, now)
}

/** A member's own code isn't scanned by a member. */
export const OWN_CODE_WORDS = '这是别人的会员码。请扫组织者屏幕上的签到码。'

/** What the host will look at, without blame. */
const FLAG_WORDS: Readonly<Record<Flag, string>> = {
  late: '没有网络时签的，后来才上传',
  'late-online': '没有网络时签的，后来才上传',
  clock: '手机的时间和签到码对不上',
  'typed-late': '数字是后来才上传的',
  'desk-revoked': '扫的那块屏幕已经换成了别的设备',
  'not-registered': '没有报名',
  cancelled: '报名已经取消了',
  'after-close': '活动已经收尾',
  'own-desk': '扫的是自己开的签到台',
}

/** 没有报名：组织者会看一眼，确认以后才算. Null when nothing is to be looked at. */
export function flagsWords(flags: readonly Flag[]): string | null {
  const said = Array.from(new Set(flags.map((flag) => FLAG_WORDS[flag])))
  return said.length === 0 ? null : `${said.join('；')}。已经记下，组织者看过就算，你不用再做什么。`
}

/** How to check out, before it is too late: what is known of it. */
export function checkOutWords(
  known: { readonly end: Instant; readonly until: Instant; readonly least: number } | null,
): string {
  if (known === null) return '走的时候扫同一块屏幕上的“签退”码，没有网络也可以。'
  const { end, until, least } = known
  const share = least > 0 ? `至少在场 ${minutesWords(least)}才计。` : ''
  return `${timeWords(end)} 前后，扫同一块屏幕上的“签退”码，最晚 ${timeWords(until)}。${share}`
}

/** Said after checking out: what happens next. */
export const LEFT_WORDS = '谢谢你来。活动收尾以后计入，到时在“我的活动”里看得到。'

/** Who has to give a name still. */
export function newcomerWords(until: Instant, now: Instant): string {
  return `姓名、出生日期和团支部可以以后再填，在${momentWords(until, now)}以前填好，这次就能计入。不填的话，到时候你的账号和这次签到会删除，只算一个到场人数。`
}

/** What a newcomer agrees to. `days`: of the pack. */
export function consentWords(days: number, age: number): string {
  return `签到会保存：微信给的登录标识（不是微信号，没有头像和手机号）、你在哪场活动、什么时候到和走。组织者看得到这次签到。${days} 天里没有填写姓名和出生日期，就连账号一起删除。未满 ${age} 周岁不用签到，请告诉组织者，会算作来宾。`
}

/** 3 条待上传. */
export function waitingWords(count: number): string {
  return `${count} 条待上传`
}
