import type { CheckInRefusal } from '#domain/checkin/refusal'
import type { Instant } from '#domain/time'
import { momentWords } from './dates'
import { actProblemWords, problemWords, type ProblemFacts } from './problems'

type Code = CheckInRefusal['code']

type Sentences = {
  readonly [C in Code]: (facts: Extract<CheckInRefusal, { readonly code: C }>['facts'], now: Instant) => string
}

/**
 * Every "no" of the rules about checking in, as whoever runs an event reads it; what the person who checks in reads stands with
 * their own screens. A code without a sentence doesn't compile.
 */
const SENTENCES: Sentences = {
  'code-unreadable': () => '这不是会员码，请对方打开“签到”里的“我的会员码”。',
  'code-wrong': () => '这个码不对，请对方把会员码重新打开，再扫一次。',
  'digits-wrong': () => '数字对不上，请看着签到台再输一次。',
  'code-expired': () => '这个码已经换过了，请扫对方手机上现在显示的。',
  'code-from-future': () => '这个码的时间不对，请对方把会员码重新打开，再扫一次。',
  'upload-too-late': ({ hours }) => `超过 ${hours} 小时才传上来，不能再算签到。收尾时可以按纸质签到表补。`,
  'event-not-published': () => '这场活动还没有发布。',
  'event-cancelled': () => '这场活动已经取消。',
  'check-in-not-open': ({ from }, now) => `还没到时间，${momentWords(from, now)}起可以签到。`,
  'check-in-over': ({ until }, now) => `签到和签退到${momentWords(until, now)}就结束了。收尾时可以按纸质签到表补。`,
  'event-not-named': () => '请先选是哪一场活动。',
  'declaration-needed': () => '这位新朋友还没有说过自己满 14 周岁：请对方用自己的手机扫签到码。',
  'own-code-unknown': () => '这个会员码已经过了当天，请对方联网后重新打开。',
  'person-unknown': () => '名单里没有这个人。',
  'keys-not-yet': ({ from }, now) => `${momentWords(from, now)}起可以打开签到台。`,
  'keys-over': ({ until }, now) => `签到台在${momentWords(until, now)}已经失效。要补的，请在“收尾”里补。`,
  'desks-full': ({ maximum }) => `已经有别的设备开着签到台（最多 ${Math.max(1, Math.floor(maximum / 2))} 台）。`,
  'last-lead': () => '这是最后一位负责人。先定另一位负责人，再改这一位。',
  'close-out-closed': ({ at }, now) => `这场活动在${momentWords(at, now)}已经收尾。要改，请负责人先重新打开。`,
  'close-out-not-closed': () => '这场活动还没有收尾，刷新看看。',
  'close-out-too-early': ({ end }, now) => `活动到${momentWords(end, now)}才结束，结束以后再收尾。`,
  'close-out-unsettled': ({ noCheckOut, weak, heads }) =>
    `还有要处理的：${[
      heads > 0 ? '填门口数到的人数' : '',
      noCheckOut > 0 ? `${noCheckOut} 人没有签退` : '',
      weak > 0 ? `${weak} 人要看一眼` : '',
    ]
      .filter(Boolean)
      .join('，')}。`,
  'beyond-heads': ({ accepted, heads }) =>
    `签到的有 ${accepted} 人，门口只数到 ${heads} 人，不能一次全部确认：请一个一个看。`,
  'not-present': () => '名单里没有这个人的签到，刷新看看。',
  'times-out-of-range': ({ from, to }, now) =>
    `时间要在活动计划的 ${momentWords(from, now)} 到 ${momentWords(to, now)} 之间，签退晚于签到。`,
  'heads-out-of-range': ({ maximum }) => `人数要在 0 到 ${maximum} 之间。`,
  'times-fixed': () => '已经有人签到，活动的时间不能再改。',
}

function isCode(code: string): code is Code {
  return Object.prototype.hasOwnProperty.call(SENTENCES, code)
}

/** Two that belong to other rooms, said for this one. */
const OTHERS: Readonly<Record<string, string>> = {
  'own-row': '这是你自己，要由班底里的另一个人办。',
  'account-unknown': '没有这个账号代码。请对方打开“我的”，照着念一遍。',
}

/** A refusal as a sentence, by its code and facts as they came over the wire; null for a code of others. */
export function deskRefusalWords(code: string, facts: Readonly<Record<string, unknown>>, now: Instant): string | null {
  if (!isCode(code)) return OTHERS[code] ?? null
  return (SENTENCES[code] as (facts: unknown, now: Instant) => string)(facts, now)
}

/** A problem as a sentence, where the rules about checking in may be what says no. */
export function deskProblemWords(problem: ProblemFacts, now: Instant): string {
  return ('code' in problem ? deskRefusalWords(problem.code, problem.facts, now) : null) ?? problemWords(problem)
}

/** The same for an act: what was typed stays. */
export function deskActProblemWords(problem: ProblemFacts, now: Instant): string {
  return ('code' in problem ? deskRefusalWords(problem.code, problem.facts, now) : null) ?? actProblemWords(problem)
}
