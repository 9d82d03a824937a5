import type { PathEntry, PathRequirement } from '#contract/path'
import type { LocalDate } from '#domain/time'
import { hoursNumber, hoursWords } from './amounts'
import { nthDay } from './dates'

type Requirement = Pick<PathRequirement, 'state' | 'reason' | 'need' | 'have' | 'pending' | 'since'>

function missing({ need, have }: Requirement): string {
  return hoursWords(Math.max(0, need - have))
}

function waited(since: string | null, today: LocalDate): string {
  return since === null ? '' : `，${nthDay(since, today)}`
}

/** The one line one remembers. */
export function headline(requirement: Requirement): string {
  switch (requirement.state) {
    case 'met':
      return '学时够了'
    case 'waiting':
      return '等认定，认定后就够了'
    case 'not-yet':
      return `还差 ${missing(requirement)}`
    case 'not-applicable':
      return '不用学'
  }
}

/** 已计入 6 学时 · 待认定 2 学时. */
export function sums({ have, pending }: Requirement): string {
  return `已计入 ${hoursWords(have)}${pending > 0 ? ` · 待认定 ${hoursWords(pending)}` : ''}`
}

/** The ring in one sentence, for those who can't see it. */
export function ringLabel({ have, pending, need }: Requirement): string {
  return `已计入 ${hoursNumber(have)}，待认定 ${hoursNumber(pending)}，需要 ${hoursWords(need)}`
}

/** The pill: who or what it hangs on. */
export function stateWords({ state, reason }: Requirement): string {
  if (state === 'met') return '已达到'
  if (state === 'not-applicable') return '不适用'
  switch (reason) {
    case 'affiliation-pending':
      return '等团支书'
    case 'hours-waiting':
      return '待认定'
    case 'not-activist':
      return '等团委'
    default:
      return '还没达到'
  }
}

/** Whose turn it is, what for, and since when; null when it is nobody's. */
export function turnWords(requirement: Requirement, today: LocalDate): string | null {
  switch (requirement.reason) {
    case 'organisation-missing':
      return '轮到你：填写资料，选择团支部'
    case 'affiliation-pending':
      return `等团支书确认支部${waited(requirement.since, today)}`
    case 'not-activist':
      return `等团委登记入团积极分子${waited(requirement.since, today)}`
    case 'hours-missing':
      return `轮到你：再参加 ${missing(requirement)}团课`
    case 'hours-waiting':
      return `等团支书认定学时${waited(requirement.since, today)}`
    case null:
      return null
  }
}

/** What it means, and what comes next. */
export function meaning({ state, reason }: Requirement): string | null {
  if (state === 'met') return '团课还要考核合格，由团支部安排。'
  switch (reason) {
    case 'organisation-missing':
      return '填好以后，由团支书确认是不是本支部的人。'
    case 'affiliation-pending':
      return '确认之前，团支书只看得到姓名。等久了，可以直接问团支书。'
    case 'not-activist':
      return '成为入团积极分子之后的团课才计入。团委看过批准的纸质材料，就会登记。'
    case 'hours-missing':
      return '参加支部组织的团课，由团支书登记。'
    case 'hours-waiting':
      return '不用再做什么，等团支书认定就行。'
    case null:
      return null
  }
}

const ORIGINS: Readonly<Record<PathEntry['origin'], string>> = {
  'check-in': '签到',
  recorded: '团支书登记',
  'self-reported': '自己填报',
  imported: '导入',
  adjustment: '更正后的登记',
}

const MODES: Readonly<Record<PathEntry['mode'], string>> = { 'in-person': '线下', online: '线上' }

export function originWords(origin: PathEntry['origin']): string {
  return ORIGINS[origin]
}

export function modeWords(mode: PathEntry['mode']): string {
  return MODES[mode]
}

/** What became of an entry, in one word. */
export function fateWord({ fate, reason }: Pick<PathEntry, 'fate' | 'reason'>): string {
  if (fate === 'counted') return '计入'
  if (fate === 'pending') return '待认定'
  if (reason === 'corrected') return '已更正'
  return reason === 'struck' ? '已作废' : '不计入'
}

/** Why an entry doesn't count; null when it does, or when its word says it all. */
export function whyNotCounted(reason: PathEntry['reason']): string | null {
  switch (reason) {
    case 'before-activist':
      return '不计入：成为积极分子之前'
    case 'not-in-person':
      return '不计入：不是线下团课'
    case 'before-age':
      return '不计入：年满 14 周岁的当月之前'
    case 'corrected':
    case 'struck':
    case null:
      return null
  }
}
