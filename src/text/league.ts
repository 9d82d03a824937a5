import type { PersonRow, OverviewRow } from '#contract/organisation'
import type { OfficeAct, Turn } from '#contract/path'
import type { AccessReason } from '#domain/access/reasons'
import type { Role } from '#domain/access/roles'
import { daysBetween, localDate, type LocalDate } from '#domain/time'
import { hoursWords, minutesWords } from './amounts'
import { dayWords, nthDay } from './dates'

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

/** What has to be done next, as the title of a task. */
const TASKS: Readonly<Record<Turn['act'], string>> = {
  'choose-organisation': '选择团支部',
  'confirm-affiliation': '是不是本支部的人',
  apply: '提交入团申请',
  'confirm-paper': '确认收到申请书',
  talk: '谈话',
  nominate: '推荐',
  'answer-nomination': '答复推荐',
  'name-mentors': '定培养联系人',
  collect: '补齐条件',
  'accept-hours': '认定学时',
  'record-civics': '登记思政课考评',
  wait: '等时间',
  propose: '讨论发展对象',
  'over-age': '超过申请年龄',
}

export function taskTitle(act: Turn['act']): string {
  return TASKS[act]
}

const ACTORS: Readonly<Record<NonNullable<Turn['who']>, string>> = {
  applicant: '本人',
  'branch-secretary': '团支书',
  'committee-officer': '团委',
  time: '时间',
}

type Requirements = NonNullable<PersonRow['confirmed']>['requirements']

const SHORT_NAMES: Readonly<Record<Requirements[number]['rule'], string>> = {
  'class-hours': '团课',
  'volunteer-hours': '志愿',
  civics: '思政课考评',
  'training.months': '培养期',
  'admission.ways': '推荐',
}

/** 团课 2 学时、志愿 6 小时: what somebody still has to gather. */
export function missingWords(requirements: Requirements): string {
  const open = requirements.filter(({ gate, state }) => gate === 'hard' && state === 'not-yet')
  return open
    .filter(({ rule }) => rule !== 'training.months' && rule !== 'admission.ways')
    .map(({ rule, need, have, pending }) => {
      const missing = Math.max(0, need - have - pending)
      if (rule === 'class-hours') return `${SHORT_NAMES[rule]} ${hoursWords(missing)}`
      if (rule === 'volunteer-hours') return `${SHORT_NAMES[rule]} ${minutesWords(missing)}`
      return SHORT_NAMES[rule]
    })
    .join('、')
}

/** Whose turn it is and what for, in one line of a table: 我：谈话 · 本人：志愿 6 小时 · 时间：到 12月16日. */
export function turnLine(
  { who, act, due }: Turn,
  requirements: Requirements,
  office: Role | null,
  today: LocalDate,
): string {
  if (who === null) return TASKS[act]
  // The branch committee discusses a candidate, and its record isn't kept here yet.
  if (act === 'propose') return `支委会：${TASKS[act]}`
  const actor = who === office ? '我' : ACTORS[who]
  switch (act) {
    case 'wait':
      return due === null ? ACTORS.time : `${ACTORS.time}：到 ${dayWords(due, today)}`
    case 'collect':
      return `${actor}：${missingWords(requirements) || TASKS[act]}`
    case 'confirm-paper':
      return `${actor}：收书面申请书`
    default:
      return `${actor}：${TASKS[act]}`
  }
}

/** How long there is, or how long it has waited: 还剩 6 天, 今天到期, 超过 2 天, 第 3 天. */
export function clockWords(due: string | null, since: string | null, today: LocalDate): string {
  if (due !== null) {
    const left = daysBetween(today, localDate(due))
    if (left === 0) return '今天到期'
    return left > 0 ? `还剩 ${left} 天` : `超过 ${-left} 天`
  }
  return since === null ? '待办' : nthDay(since, today)
}

/** 最晚 12月3日，还剩 6 天: a clock in a sentence. */
export function dueWords(due: string, today: LocalDate): string {
  return `最晚 ${dayWords(due, today)}，${clockWords(due, null, today)}`
}

/** Why an office above the branch opens a minor's row. */
export const REASON_NAMES: Readonly<Record<AccessReason, string>> = {
  nomination: '审核推荐',
  overdue: '处理超期事项',
  help: '本人或监护人求助',
  complaint: '处理投诉',
  inspection: '工作检查',
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

export const MEMBERSHIP_NAMES = { league: '团员', party: '党员' } as const

/** Who decides on a nomination in a branch of that size. */
export const BODY_NAMES = { 'branch-committee': '支委会', 'branch-meeting': '支部大会' } as const

/** Whose name was erased with their data. */
export const NO_NAME = '资料已删除'
