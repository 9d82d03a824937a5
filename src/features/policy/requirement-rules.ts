import type { RequirementId } from '#domain/path/requirement'
import { cite, valueOf, type Policy, type RuleId } from '#domain/policy/policy'
import { hoursWords, minutesWords } from '../../text/amounts'
import { OWN_RULE } from '../../text/own-rule'
import { RULE_TITLES } from '../../text/rules'
import { editionWords, unconfirmedWords } from './model'

interface RuleView {
  readonly id: RuleId
  readonly title: string
  readonly note: string
  /** 细则, or 本区规定. */
  readonly source: string
  /** The text's whole name; null = 本区规定. */
  readonly sourceTitle: string | null
}

export interface PolicyView {
  /** 为什么是 8 学时. */
  readonly title: string
  readonly rules: readonly RuleView[]
  readonly edition: string
  /** Said while nobody of the district has confirmed the pack. */
  readonly unconfirmed: string | null
}

/** The rules behind each requirement, the one that asks for it first. */
const BEHIND: Readonly<Record<RequirementId, readonly RuleId[]>> = {
  'class-hours': ['class-hours', 'class-hours.window', 'class-hours.mode', 'class-hours.minutes'],
  'volunteer-hours': ['volunteer-hours', 'volunteer.year', 'volunteer.registered'],
  civics: ['civics'],
  'training.months': ['training.months', 'mentors.count'],
  'admission.ways': [
    'admission.ways',
    'activist.approval',
    'talk.within',
    'activist.within',
    'application.age-min',
    'application.age-max',
  ],
}

/** What the district asks for in one requirement, and where each part of it stands. */
export function requirementRules(policy: Policy, requirement: RequirementId): PolicyView {
  return {
    title: whyTitle(policy, requirement),
    rules: BEHIND[requirement].map((id) => ruleView(policy, id)),
    edition: editionWords(policy),
    unconfirmed: unconfirmedWords(policy),
  }
}

/** One rule with its sentence and its source. */
function ruleView(policy: Policy, id: RuleId): RuleView {
  const { note, source } = cite(policy, id)
  return {
    id,
    title: RULE_TITLES[id] ?? id,
    note,
    source: source?.short ?? OWN_RULE,
    sourceTitle: source?.title ?? null,
  }
}

function whyTitle(policy: Policy, requirement: RequirementId): string {
  switch (requirement) {
    case 'class-hours':
      return `为什么是 ${hoursWords(valueOf(policy, 'class-hours').tenths)}`
    case 'volunteer-hours':
      return `为什么是 ${minutesWords(valueOf(policy, 'volunteer-hours').minutes)}`
    case 'civics':
      return '为什么看思政课考评'
    case 'training.months':
      return `为什么是 ${valueOf(policy, 'training.months')} 个月`
    case 'admission.ways':
      return '为什么要推荐和批准'
  }
}
