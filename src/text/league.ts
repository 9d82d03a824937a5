import type { OverviewRow, PersonRow } from '#contract/organisation'
import type { OfficeAct, Turn } from '#contract/path'
import type { Role } from '#domain/access/roles'
import type { LocalDate } from '#domain/time'
import { minutesWords } from './amounts'
import { dayWords, dueWords, nthDay } from './dates'
import { amountWords } from './requirements'
import { TURN_TODO, whoName } from './turns'

/** What only the League's people read: tasks, tables, forms. What a youth reads too stands elsewhere in this folder. */

type State = keyof OverviewRow['steps']

/** Where an application stands, short enough for a table. */
export const STATE_NAMES: Readonly<Record<State, string>> = {
  none: '还没申请',
  submitted: '已提交',
  applied: '已申请',
  talked: '已谈话',
  nominated: '已推荐',
  activist: '积极分子',
  training: '培养考察',
}

type Requirements = NonNullable<PersonRow['confirmed']>['requirements']

const SHORT_NAMES = { 'class-hours': '团课', 'volunteer-hours': '志愿', civics: '思政课考评' } as const

/** 团课 2 学时、志愿 6 小时: what somebody still has to gather; '' where nothing can be named. */
export function gatherWords(requirements: Requirements): string {
  return requirements
    .filter(({ gate, state }) => gate === 'hard' && state === 'not-yet')
    .map(({ rule, need, have, pending, value }) => {
      if (rule === 'civics') return value === null ? '' : SHORT_NAMES[rule]
      if (rule !== 'class-hours' && rule !== 'volunteer-hours') return ''
      return `${SHORT_NAMES[rule]} ${amountWords(rule, Math.max(0, need - have - pending))}`
    })
    .filter(Boolean)
    .join('、')
}

/** Whose turn it is and what for, in one line of a table: 我：安排谈话 · 本人：志愿 6 小时 · 时间：到 12月16日. */
export function turnLine(
  { who, act, due }: Turn,
  requirements: Requirements,
  office: Role | null,
  today: LocalDate,
): string {
  if (who === null) return TURN_TODO[act]
  // The branch committee discusses a candidate, and its record isn't kept here yet.
  if (act === 'propose') return `支委会：${TURN_TODO[act]}`
  const actor = who === office ? '我' : whoName(who)
  if (act === 'wait') return due === null ? actor : `${actor}：到 ${dayWords(due, today)}`
  return `${actor}：${(act === 'collect' && gatherWords(requirements)) || TURN_TODO[act]}`
}

/** The clock of a task: how long there is, else since when: 还剩 6 天, 已超过 2 天, 第 3 天. */
export function taskClock(due: string | null, since: string | null, today: LocalDate): string {
  if (due !== null) return dueWords(due, today)
  return since === null ? '可以办了' : nthDay(since, today)
}

/** 最晚 12月3日，还剩 6 天: a clock in a sentence. */
export function lastDayWords(due: string, today: LocalDate): string {
  return `最晚 ${dayWords(due, today)}，${dueWords(due, today)}`
}

/** What an office may do about somebody, as the words of a button. */
export const OFFICE_ACTS: Readonly<Record<Exclude<OfficeAct, `correct-${string}`>, string>> = {
  'confirm-paper': '确认收到申请书',
  talk: '记录谈话',
  nominate: '记录推荐',
  'answer-nomination': '答复推荐',
  'record-activist': '补录入团积极分子',
  'name-mentors': '定培养联系人',
  'record-class-hours': '登记团课',
  'record-volunteer-hours': '登记志愿服务',
  'record-civics': '登记思政课考评',
}

/** Who decides on a nomination in a branch of that size. */
export const BODY_NAMES = { 'branch-committee': '支委会', 'branch-meeting': '支部大会' } as const

/** Whose name was erased with their data. */
export const NO_NAME = '资料已删除'

export const PAPER_INTRO =
  '点“确认收到”，就是确认收到了本人手写、签名的入团申请书，也确认了纸上的出生日期：以后以它为准。不用拍照，申请书上有住址和身份证号。'

/** Who decides in a branch of as many members as were typed; before that, where the line is. */
export function decidingWords(body: keyof typeof BODY_NAMES | null, committeeFrom: number): string {
  if (body === null) {
    return `${committeeFrom} 人及以上由${BODY_NAMES['branch-committee']}决定，${committeeFrom} 人以下由${BODY_NAMES['branch-meeting']}决定`
  }
  return `由${BODY_NAMES[body]}讨论决定`
}

const ORDINALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

/** 培养联系人一 */
export function mentorLabel(index: number): string {
  return `培养联系人${ORDINALS[index] ?? index + 1}`
}

/** 要 1 到 2 名，都是团员或党员. */
export function mentorsIntro({ minimum, maximum }: { readonly minimum: number; readonly maximum: number }): string {
  const count = minimum === maximum ? `${minimum}` : `${minimum} 到 ${maximum}`
  return `要 ${count} 名，团员或党员都可以。从定下那天起，由他们和支部一起培养考察。`
}

export const CORRECTING = '更正会新记一条，写明它更正的是哪一条；原来的还看得到。'

/** 2.5 小时 as it will be kept: 就是 150 分钟. */
export function asMinutes(minutes: number | null): string {
  return minutes === null ? '实际服务的时间，路上不算；比如 2.5 小时，或 150 分钟' : `记作 ${minutesWords(minutes)}`
}

/** Said before the reason is chosen. */
export const WHY_ASKED = '这位青年未满 18 周岁。选一个原因再打开；本人在“谁看过我”里看得到单位和原因。'

export const SAME_WORDS = '下面的话，和本人看到的一样。你打开过，本人在“谁看过我”里看得到。'

/** Whose turn it is, where nothing can be written down now; what is done outside the app says so. */
export function othersTurn(sentence: string, act: Turn['act']): string {
  return act === 'propose' ? `${sentence}这一步由支部委员会在线下办，这里还不登记。` : sentence
}

/** Where a list ends before everybody is on it. */
export const MORE_PEOPLE = '人太多，这里没有列全。到“下属支部”里一级一级打开，能看到每个支部的人。'
