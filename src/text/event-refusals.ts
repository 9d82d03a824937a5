import type { EventRefusal } from '#domain/events/refusal'
import { localDateAt, type Instant } from '#domain/time'
import { hoursNumber, minutesWords } from './amounts'
import { dayWords, fullDayWords, momentWords } from './dates'
import { EVENT_ROLE_NAMES } from './names'
import { actProblemWords, problemWords, type ProblemFacts } from './problems'

/** Worded here; the others stand in text/refusals. */
type Code = Exclude<EventRefusal['code'], 'under-age'>

type Sentences = {
  readonly [C in Code]: (facts: Extract<EventRefusal, { readonly code: C }>['facts'], now: Instant) => string
}

/** Every "no" of the rules about events: what it is, until when, and what to do. A code without a sentence doesn't compile. */
const SENTENCES: Sentences = {
  'event-not-published': () => '这场活动还没有发布。',
  'event-cancelled': () => '这场活动已经取消。',
  'event-started': ({ start }, now) => `活动在${momentWords(start, now)}已经开始，不能再改了。`,
  'times-fixed': () => '已经有人签到，活动的时间不能再改。',
  'event-out-of-order': () => '活动现在的状态已经变了，刷新看看。',
  'registration-closed': ({ deadline }, now) => `报名在${momentWords(deadline, now)}截止了。`,
  'role-not-offered': ({ role }) => `这场活动不招${EVENT_ROLE_NAMES[role]}。`,
  'already-registered': ({ role, state }) =>
    state === 'registered'
      ? `已经报了名（${EVENT_ROLE_NAMES[role]}）。`
      : `已经在${EVENT_ROLE_NAMES[role]}的候补名单上。`,
  'not-registered': () => '现在没有报名，刷新看看。',
  'event-full': ({ role, listClosed }, now) =>
    `${EVENT_ROLE_NAMES[role]}名额满了。${listClosed === null ? '' : `候补在${momentWords(listClosed, now)}截止了。`}`,
  'waiting-first': ({ ahead }) => `前面还有 ${ahead} 人在候补，空出的名额先给他们。`,
  'no-offer': () => '现在没有为你保留的名额，刷新看看。',
  'offer-expired': ({ until }, now) => `名额保留到${momentWords(until, now)}，已经过了时间。`,
  'offer-running': ({ until }, now) => `名额还保留着，到${momentWords(until, now)}。`,
  'list-closed': ({ since }, now) => `离开始太近，${momentWords(since, now)}起不再递补。`,
  'profile-missing': () => '请先在“我的资料”里填写姓名和出生日期。',
  'guardian-consent-needed': ({ below, from }, now) =>
    `未满 ${below} 周岁做志愿者，要有监护人同意，现在还不能在这里办。${
      from === null ? '' : `${dayWords(from, localDateAt(now))}起就不用了。`
    }`,
  'time-clash': ({ start, end, minutes }, now) =>
    start === null || end === null
      ? '这个人同一时间另有安排，赶不过来。'
      : `和${momentWords(start, now)}的另一场活动撞了时间${minutes > 0 ? `（路上要留 ${minutes} 分钟）` : ''}。`,
  'venue-unknown': () => '没有找到这个青年爱里。',
  'event-times-invalid': () => '结束要晚于开始。',
  'event-too-long': ({ maximum }) => `一场活动最长 ${minutesWords(maximum)}。`,
  'event-in-past': () => '开始时间已经过去，请改晚一些。',
  'deadline-after-start': () => '报名截止不能晚于开始。',
  'deadline-in-past': () => '报名截止已经过去，请改晚一些再发布。',
  'places-missing': () => '参加者和志愿者至少要有一种名额。',
  'places-out-of-range': ({ minimum, maximum }) => `名额要在 ${minimum} 到 ${maximum} 之间。`,
  'places-taken': ({ role, minimum }) => `${EVENT_ROLE_NAMES[role]}已经有 ${minimum} 人，名额不能少于 ${minimum}。`,
  'credit-without-volunteers': () => '没有志愿者名额，就不能计志愿时长。',
  'credit-out-of-range': ({ maximum }) => `志愿时长最多 ${minutesWords(maximum)}：不超过活动的时间。`,
  'credit-promised': ({ minimum }) => `已经有志愿者报名，计的时长不能少于 ${minutesWords(minimum)}。`,
  'kind-fixed': () => '已经有人报名，或者已经申请认定团课，活动的类型不能再改。',
  'event-unchanged': () => '和原来的一样，没有要改的地方。',
  'people-registered': ({ people }) => `已经有 ${people} 人报名或候补，不能撤回。要停办，请用“取消活动”，会通知他们。`,
  'class-already-asked': () => '已经提出过了，不用再提。',
  'class-not-asked': () => '这个申请已经答复过了，刷新看看。',
  'class-out-of-range': ({ maximum }) =>
    maximum < 1 ? '活动的时间太短，算不了学时。' : `学时要在 0.1 到 ${hoursNumber(maximum)} 之间：不超过活动的时间。`,
  'own-class-request': () => '这是你自己提出的，要由另一位负责人答复。',
  'event-over': () => '活动已经结束。',
  'announced-today': ({ on }) => `${fullDayWords(on)}已经发过一条，一天只能发一条。`,
  'announcement-empty': () => '请写下要告诉大家的话。',
  'announcement-has-link': () => '通知里不能有网址，请去掉。',
  'announcement-has-phone': () => '通知里不能有电话号码，请去掉。',
  'words-refused': () => '有的文字不适合发布，请换个说法。',
  'words-not-waiting': () => '这段文字已经有人看过了，刷新看看。',
  'own-words': () => '这是你自己写的，要由另一位负责人看。',
  'account-unknown': () => '没有这个账号代码。请对方打开“我的”，照着念一遍。',
}

function isEventCode(code: string): code is Code {
  return Object.prototype.hasOwnProperty.call(SENTENCES, code)
}

/** A refusal as a sentence, by its code and facts as they came over the wire; null for a code of others. */
export function eventRefusalWords(code: string, facts: Readonly<Record<string, unknown>>, now: Instant): string | null {
  if (!isEventCode(code)) return null
  return (SENTENCES[code] as (facts: unknown, now: Instant) => string)(facts, now)
}

/** A problem as a sentence, where the rules about events may be what says no. */
export function eventProblemWords(problem: ProblemFacts, now: Instant): string {
  return ('code' in problem ? eventRefusalWords(problem.code, problem.facts, now) : null) ?? problemWords(problem)
}

/** The same for an act: what was typed stays. */
export function eventActProblemWords(problem: ProblemFacts, now: Instant): string {
  return ('code' in problem ? eventRefusalWords(problem.code, problem.facts, now) : null) ?? actProblemWords(problem)
}
