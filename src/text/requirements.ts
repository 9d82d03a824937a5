import type { PathRequirement } from '#contract/path'
import type { RequirementId } from '#domain/path/requirement'
import { valueOf, type PolicyPack } from '#domain/policy/policy'
import type { LocalDate } from '#domain/time'
import { hoursNumber, hoursOfMinutes, hoursWords, minutesWords, missingHoursOfMinutes } from './amounts'
import { dayWords, nthDay } from './dates'
import { SHORT_WAY_NAMES, wayName } from './names'
import type { Viewer } from './turns'

/** What a list's row has of a requirement, too. */
export type RequirementSum = Pick<PathRequirement, 'rule' | 'state' | 'need' | 'have' | 'pending' | 'value'>

/** What the sentences about a requirement need to know of it. */
export type RequirementFacts = RequirementSum &
  Pick<PathRequirement, 'gate' | 'who' | 'since' | 'reason' | 'earliest' | 'year' | 'closes'>

/** What the district asks, as far as the words name it. */
export interface AskedFor {
  /** `training.months`. */
  readonly months: number
  /** The grades that are good enough. */
  readonly good: readonly string[]
  /** `volunteer.year`: last year's hours still count in this one. */
  readonly previousYear: boolean
}

/** What the words name of a district's pack. */
export function askedFor(policy: PolicyPack): AskedFor {
  return {
    months: valueOf(policy, 'training.months'),
    good: valueOf(policy, 'civics').good,
    previousYear: valueOf(policy, 'volunteer.year') === 'calendar-or-previous',
  }
}

/** How a requirement looks. */
export type RequirementTone = 'met' | 'waiting' | 'not-yet' | 'not-applicable'

/** A requirement's name. */
export const REQUIREMENT_NAMES: Readonly<Record<RequirementId, string>> = {
  'class-hours': '团课学习',
  'volunteer-hours': '志愿服务',
  civics: '思政课考评',
  'training.months': '培养考察',
  'admission.ways': '组织推荐',
}

/** Said where a requirement is wished for and holds nobody up. */
export const SOFT_WORDS = '建议，不是硬条件'

/** An amount in the unit of its requirement; '' for what isn't counted in amounts. */
export function amountWords(rule: RequirementId, amount: number): string {
  switch (rule) {
    case 'class-hours':
      return hoursWords(amount)
    case 'volunteer-hours':
      return minutesWords(amount)
    case 'training.months':
      return `${amount} 天`
    case 'civics':
    case 'admission.ways':
      return ''
  }
}

/** What is still missing, to the minute: 还差 5 小时 55 分钟. */
export function missingWords({ rule, need, have }: Pick<RequirementSum, 'rule' | 'need' | 'have'>): string {
  return amountWords(rule, Math.max(0, need - have))
}

/** The same, short enough for a pill. */
function missingShort({ rule, need, have }: Pick<RequirementSum, 'rule' | 'need' | 'have'>): string {
  const missing = Math.max(0, need - have)
  return rule === 'volunteer-hours' ? `${missingHoursOfMinutes(missing)} 小时` : amountWords(rule, missing)
}

function number(rule: RequirementId, amount: number): string {
  if (rule === 'class-hours') return hoursNumber(amount)
  return rule === 'volunteer-hours' ? hoursOfMinutes(amount) : String(amount)
}

/** What stands in the ring's middle, and small under it. */
export function ringWords(
  requirement: RequirementSum,
  asked: AskedFor,
): { readonly value: string; readonly unit: string } {
  const { rule, state, have, need, value } = requirement
  if (state === 'not-applicable') return { value: '—', unit: '' }
  switch (rule) {
    case 'class-hours':
      return { value: number(rule, have), unit: `/ ${hoursWords(need)}` }
    case 'volunteer-hours':
      return { value: number(rule, have), unit: `/ ${hoursNumber(Math.round(need / 6))} 小时` }
    case 'training.months':
      return { value: String(have), unit: need > 0 ? `/ ${need} 天` : `/ ${asked.months} 个月` }
    case 'civics':
      return { value: value ?? '—', unit: '' }
    case 'admission.ways':
      return { value: value === null ? '—' : wayName(value, SHORT_WAY_NAMES), unit: '' }
  }
}

/** The ring in one sentence, for those who can't see it. */
export function ringLabel(requirement: RequirementSum): string {
  const { rule, state, have, pending, need, value } = requirement
  if (state === 'not-applicable') return '不适用'
  switch (rule) {
    case 'class-hours':
      return `已计入 ${hoursNumber(have)}，待认定 ${hoursNumber(pending)}，需要 ${hoursWords(need)}`
    case 'volunteer-hours':
      return `已计入 ${minutesWords(have)}，待认定 ${minutesWords(pending)}，需要 ${minutesWords(need)}`
    case 'training.months':
      return `已过 ${have} 天，一共 ${need} 天`
    case 'civics':
      return value === null ? '还没有考评' : `考评：${value}`
    case 'admission.ways':
      if (have > 0) return '已批准'
      return pending > 0 ? '已推荐，等批准' : '还没有推荐'
  }
}

/** The one line one remembers. */
export function headline(requirement: RequirementFacts): string {
  const { rule, state, value, reason } = requirement
  if (state === 'not-applicable') return '不适用'
  switch (rule) {
    case 'class-hours':
      if (state === 'met') return '学时够了'
      return state === 'waiting' ? '等认定，认定后就够了' : `还差 ${missingWords(requirement)}`
    case 'volunteer-hours':
      if (state === 'met') return '时长够了'
      return state === 'waiting' ? '等认定，认定后就够了' : `还差 ${missingWords(requirement)}`
    case 'training.months':
      if (state === 'met') return '时间满了'
      return reason === 'months-running' ? `还需 ${missingWords(requirement)}` : '还没开始'
    case 'civics':
      if (state === 'met') return `考评是“${value ?? ''}”`
      return value === null ? '还没有登记' : `考评是“${value}”，还不够`
    case 'admission.ways':
      if (state === 'met') return value === null ? '已批准' : wayName(value)
      return state === 'waiting' ? '支部已推荐' : '还没有推荐'
  }
}

/** 已计入 6 学时 · 待认定 2 学时, in the unit of the requirement. */
export function sums({ rule, have, pending, need }: RequirementSum): string {
  switch (rule) {
    case 'class-hours':
    case 'volunteer-hours':
      return `已计入 ${amountWords(rule, have)}${pending > 0 ? ` · 待认定 ${amountWords(rule, pending)}` : ''}`
    case 'training.months':
      return `已过 ${have} 天 · 一共 ${need} 天`
    case 'civics':
      return '看最近一次考评'
    case 'admission.ways':
      return have > 0 ? '团委已批准' : pending > 0 ? '等团委批准' : '三步：支部收到申请书、谈话、推荐'
  }
}

/** Blue whenever an office has to act, also where the rule says not-yet; time is nobody's delay. */
export function toneOf({ state, who }: Pick<RequirementFacts, 'state' | 'who'>): RequirementTone {
  return state === 'not-yet' && (who === 'branch-secretary' || who === 'committee-officer') ? 'waiting' : state
}

/** The pill: what is missing, or who it hangs on. */
export function stateWords(requirement: RequirementFacts): string {
  const { rule, state, reason, pending } = requirement
  if (state === 'met') return MET_WORDS[rule]
  if (state === 'not-applicable') return '不适用'
  switch (reason) {
    case 'organisation-missing':
      return '还没选支部'
    case 'affiliation-pending':
    case 'paper-pending':
    case 'talk-pending':
    case 'nomination-pending':
      return '等团支书'
    case 'nomination-returned':
      return '推荐被退回'
    case 'approval-pending':
      return '等团委'
    case 'hours-waiting':
      return `${number(rule, pending)} 待认定`
    case 'hours-missing':
      return `还差 ${missingShort(requirement)}`
    case 'not-activist':
      return '还没开始'
    case 'occupation-missing':
      return '还缺身份'
    case 'grade-missing':
      return '等登记'
    case 'grade-not-good':
      return '还不够'
    case 'months-running':
      return `还需 ${missingShort(requirement)}`
    case 'not-applied':
      return '还没申请'
    case 'over-age':
      return '已过年龄'
    case null:
      return '还没达到'
  }
}

const MET_WORDS: Readonly<Record<RequirementId, string>> = {
  'class-hours': '已达到',
  'volunteer-hours': '已达到',
  civics: '已计入',
  'training.months': '已满',
  'admission.ways': '已批准',
}

/** The pill of a row in a list, which knows the sums only. */
export function sumWords(requirement: RequirementSum): string {
  const { rule, state, pending, value } = requirement
  if (state === 'met') return MET_WORDS[rule]
  if (state === 'not-applicable') return '不适用'
  if (rule === 'civics') return value === null ? '还没登记' : '还不够'
  if (rule === 'admission.ways') return pending > 0 ? '等团委' : '还没推荐'
  return state === 'waiting' ? `${number(rule, pending)} 待认定` : `还差 ${missingShort(requirement)}`
}

/** What was checked in to, who runs the event accepts; anything else the branch. */
function acceptor({ who }: Pick<RequirementFacts, 'who'>): string {
  return who === 'event-lead' ? '活动负责人' : '团支书'
}

function waited(since: string | null, today: LocalDate): string {
  return since === null ? '' : `，${nthDay(since, today)}`
}

/** One quiet line under the pill: who and since when, or what the number stands for. */
export function tileNote(requirement: RequirementFacts, asked: AskedFor, today: LocalDate): string | null {
  const { rule, state, reason, since, pending, year, earliest, gate, closes } = requirement
  if (state === 'not-applicable') return rule === 'civics' ? '没有这门课' : null
  if (rule === 'volunteer-hours' && gate === 'soft' && state !== 'met') return SOFT_WORDS
  switch (reason) {
    case 'affiliation-pending':
      // Said once, where it belongs: what the others lack is no secret meanwhile.
      return rule === 'class-hours' || rule === 'volunteer-hours'
        ? `还差 ${missingShort(requirement)}`
        : rule === 'admission.ways'
          ? `等确认支部${waited(since, today)}`
          : null
    case 'hours-waiting':
      return `等${acceptor(requirement)}${waited(since, today)}`
    case 'hours-missing':
      if (pending > 0) return `另有 ${number(rule, pending)} 待认定`
      if (closes !== null && gate === 'hard') return `到 ${dayWords(closes, today)}为止`
      return year === null ? null : `${year} 年`
    case 'not-activist':
      return '从成为积极分子算起'
    case 'occupation-missing':
      return '填了才知道要不要'
    case 'grade-missing':
      return '等团支书登记'
    case 'grade-not-good':
      return `要达到${asked.good.join('、')}`
    case 'months-running':
      return earliest === null ? null : `最早 ${dayWords(earliest, today)}满 ${asked.months} 个月`
    case 'paper-pending':
      return `等书面申请书${waited(since, today)}`
    case 'talk-pending':
      return `等谈话${waited(since, today)}`
    case 'nomination-pending':
      return `等支部推荐${waited(since, today)}`
    case 'nomination-returned':
      return `等支部再推荐${waited(since, today)}`
    case 'approval-pending':
      return `等批准${waited(since, today)}`
    case 'organisation-missing':
    case 'not-applied':
    case 'over-age':
      return null
    case null:
      return year === null ? null : `${year} 年`
  }
}

/** Whose turn it is about a requirement, what for, and since when; null when it is nobody's. */
export function requirementTurn(requirement: RequirementFacts, today: LocalDate, viewer: Viewer): string | null {
  const { rule, since, who } = requirement
  const you = viewer === 'applicant' ? '你' : '本人'
  switch (requirement.reason) {
    case 'organisation-missing':
      return `轮到${you}：填写资料，选择团支部`
    case 'affiliation-pending':
      return `等团支书确认支部${waited(since, today)}`
    case 'not-activist':
      if (who === 'applicant') return `轮到${you}：提交入团申请`
      return who === 'committee-officer'
        ? `等团委批准为入团积极分子${waited(since, today)}`
        : `先成为入团积极分子，等团支书${waited(since, today)}`
    case 'hours-missing':
      return rule === 'class-hours'
        ? `轮到${you}：再参加 ${missingWords(requirement)}团课`
        : `轮到${you}：再做 ${missingWords(requirement)}志愿服务`
    case 'hours-waiting':
      return `等${acceptor(requirement)}认定${rule === 'class-hours' ? '学时' : '时长'}${waited(since, today)}`
    case 'occupation-missing':
      return `轮到${you}：说说现在在做什么`
    case 'grade-missing':
      return '等团支书登记思政课考评'
    case 'grade-not-good':
      return `轮到${you}：下一次考评再努力`
    case 'months-running':
      return '只等时间'
    case 'not-applied':
      return `轮到${you}：提交入团申请`
    case 'paper-pending':
      return `等团支书确认收到书面申请书${waited(since, today)}`
    case 'talk-pending':
      return `等团支书安排谈话${waited(since, today)}`
    case 'nomination-pending':
      return `等支部讨论推荐${waited(since, today)}`
    case 'nomination-returned':
      return `团委退回了推荐，等支部再讨论${waited(since, today)}`
    case 'approval-pending':
      return `等团委批准${waited(since, today)}`
    case 'over-age':
    case null:
      return null
  }
}

/** What it means, and what comes next. */
export function meaning(requirement: RequirementFacts, asked: AskedFor, today: LocalDate): string | null {
  const { rule, state, reason, earliest } = requirement
  if (state === 'not-applicable') {
    return rule === 'civics' ? '没有思政课的人不用这一条，不影响入团。' : '这里没有这个要求。'
  }
  if (state === 'met') return MET_MEANING[rule]
  switch (reason) {
    case 'organisation-missing':
      return '填好以后，由团支书确认是不是本支部的人。'
    case 'affiliation-pending':
      return '确认之前，团支书只看得到姓名。等久了，可以直接问团支书。'
    case 'not-activist':
      return rule === 'class-hours'
        ? '成为入团积极分子之后的团课才计入。'
        : `从成为入团积极分子那天算起，满 ${asked.months} 个月。`
    case 'hours-missing':
      return rule === 'class-hours'
        ? '参加支部组织的团课，由团支书登记。'
        : '参加志愿服务，由团支书登记。路上的时间不算。'
    case 'hours-waiting':
      return `不用再做什么，等${acceptor(requirement)}认定就行。`
    case 'occupation-missing':
      return '在校学生要看思政课考评，其他人不用。在“我的资料”里选一下就知道了。'
    case 'grade-missing':
      return '成绩由团支书登记。可以告诉团支书最近一次的考评。'
    case 'grade-not-good':
      return `要达到${asked.good.join('、')}。以最近一次考评为准，下一次达到就行。`
    case 'months-running':
      return earliest === null
        ? null
        : `按日历月算，${dayWords(earliest, today)}满 ${asked.months} 个月。这段时间里补齐其他条件就好。`
    case 'not-applied':
      return '提交以后，把手写的申请书交到支部。'
    case 'paper-pending':
      return '手写、签名的申请书交到支部，才算正式申请。'
    case 'talk-pending':
      return '支部会派人和你谈一次话，不用准备材料。'
    case 'nomination-pending':
      return '支部讨论以后，报团委批准。'
    case 'nomination-returned':
      return '退回不是不行：支部看过原因，可以再推荐。'
    case 'approval-pending':
      return '支部已经推荐了，由团委答复。'
    case 'over-age':
      return '申请入团有年龄上限，现在已经超过了。'
    case null:
      return null
  }
}

const MET_MEANING: Readonly<Record<RequirementId, string>> = {
  'class-hours': '团课还要考核合格，由团支部安排。',
  'volunteer-hours': '够了也可以继续做。',
  civics: '以最近一次考评为准。',
  'training.months': '时间只是其中一个条件，其他的也到了就可以往下走。',
  'admission.ways': '支部推荐、团委批准，已经是入团积极分子。',
}

/** A word of warning late in the year; null while there is time, once it is met, or where nobody is held up by it. */
export function closesWords(
  { closes, need, have, gate }: RequirementFacts,
  asked: AskedFor,
  today: LocalDate,
): string | null {
  if (closes === null || gate === 'soft') return null
  const missing = minutesWords(Math.max(0, need - have))
  const after = asked.previousYear ? '今年做满了，明年也算；没做满，明年要从头攒。' : '明年从头算起。'
  return `这一年到 ${dayWords(closes, today)}为止，还差 ${missing}。${after}`
}
