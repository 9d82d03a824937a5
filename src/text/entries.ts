import type { LedgerEntry, PathRequirement } from '#contract/path'
import type { Act } from '#domain/application/acts'
import type { RequirementId } from '#domain/path/requirement'
import { MEMBERSHIP_NAMES } from './names'

/** What the rows behind a requirement are called. */
export const ENTRIES_TITLES: Readonly<Record<RequirementId, string>> = {
  'class-hours': '团课记录',
  'volunteer-hours': '志愿服务记录',
  civics: '考评记录',
  'training.months': '从哪天到哪天',
  'admission.ways': '办过的步骤',
}

/** Said where there are none yet. */
export const NO_ENTRIES: Readonly<Record<RequirementId, string>> = {
  'class-hours': '还没有记录。参加团课以后，由团支书登记。',
  'volunteer-hours': '还没有记录。参加志愿服务以后，由团支书登记。',
  civics: '还没有记录。成绩由团支书登记。',
  'training.months': '还没有开始。从成为入团积极分子那天算起。',
  'admission.ways': '还没有办过。',
}

/** The words beside a fact, by their names. */
export type FactWords = Readonly<Record<string, string>>

type Fate = PathRequirement['entries'][number]

const ORIGINS: Readonly<Record<LedgerEntry['origin'], string>> = {
  'check-in': '签到',
  recorded: '团支书登记',
  'self-reported': '自己填报',
  imported: '导入',
  adjustment: '更正后的登记',
}

const MODES: Readonly<Record<LedgerEntry['mode'], string>> = { 'in-person': '线下', online: '线上' }

/** Where an entry comes from. */
export function originWords(origin: LedgerEntry['origin']): string {
  return ORIGINS[origin]
}

/** How a class was taken. */
export function modeWords(mode: LedgerEntry['mode']): string {
  return MODES[mode]
}

/** What became of an entry, in one word. */
export function fateWord({ fate, reason }: Pick<Fate, 'fate' | 'reason'>): string {
  if (fate === 'counted') return '计入'
  if (fate === 'pending') return '待认定'
  switch (reason) {
    case 'corrected':
      return '已更正'
    case 'struck':
      return '已作废'
    case 'newer-grade':
      return '以前的'
    case 'not-good':
      return '还不够'
    case 'before-activist':
    case 'not-in-person':
    case 'before-age':
    case 'other-year':
    case null:
      return '不计入'
  }
}

/** Why an entry doesn't count; null when it does, or when its word says it all. `year`: the one that counts. */
export function whyNotCounted(reason: Fate['reason'], year: number | null = null): string | null {
  switch (reason) {
    case 'before-activist':
      return '不计入：成为积极分子之前'
    case 'not-in-person':
      return '不计入：不是线下团课'
    case 'before-age':
      return '不计入：年满 14 周岁的当月之前'
    case 'other-year':
      return year === null ? '不计入：不在计算的那一年' : `不计入：现在看的是 ${year} 年`
    case 'newer-grade':
      return '后来有新的考评，看新的'
    case 'not-good':
      return '还没有达到要求的等级'
    case 'corrected':
    case 'struck':
    case null:
      return null
  }
}

/** What was said beside an act; '' where it was nothing, or was erased. */
export function actWords(act: Act, words: FactWords): string {
  switch (act) {
    case 'submitted':
      return words.words ? `想说的话：${words.words}` : ''
    case 'applied':
      return words.receivedBy ? `收到的人：${words.receivedBy}` : ''
    case 'talked':
      return words.by ? `谈话的人：${words.by}${words.content ? `；谈了：${words.content}` : ''}` : ''
    case 'nominated':
      return words.minutes ? `会议记录：${words.minutes}` : ''
    case 'returned':
      return words.why ? `原因：${words.why}` : ''
    case 'activist':
      return words.approvedBy ? `批准：${words.approvedBy}` : ''
    case 'mentored':
      return mentors(words).join('，')
    case 'withdrawn':
      return ''
  }
}

function mentors(words: FactWords): readonly string[] {
  return ['1', '2'].flatMap((at) => {
    const name = words[`mentor${at}`]
    const membership = words[`membership${at}`]
    if (!name) return []
    return membership === 'league' || membership === 'party' ? `${name}（${MEMBERSHIP_NAMES[membership]}）` : name
  })
}
