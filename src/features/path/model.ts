import type { PathReply } from '#contract/path'
import type { ApplicationState } from '#domain/application/acts'
import { STEPS } from '#domain/application/steps'
import type { PathReport } from '#domain/path/report'
import { REQUIREMENTS, type Requirement, type RequirementId } from '#domain/path/requirement'
import type { Policy } from '#domain/policy/policy'
import type { LocalDate } from '#domain/time'
import { dayWords, fullDayWords } from '../../text/dates'
import { earliestWords } from '../../text/earliest'
import {
  askedFor,
  closesWords,
  headline,
  meaning,
  REQUIREMENT_NAMES,
  requirementTurn,
  ringLabel,
  ringWords,
  SOFT_WORDS,
  stateWords,
  sums,
  tileNote,
  toneOf,
  type AskedFor,
} from '../../text/requirements'
import { STANDING_NAMES, STATE_WORDS } from '../../text/steps'
import {
  isOverdue,
  meanwhile,
  OVERDUE_HINT,
  turnPill,
  turnSentence,
  type TurnTone,
  type Viewer,
} from '../../text/turns'
import { nextAction, type ActionView } from './action'
import { entryViews, type EntryView } from './entries'
import { factsOf, knownReport } from './report'
import { currentStep, stagesLabel, stageViews, trailViews, type StageView, type TrailStepView } from './trail'

export type Tone = 'met' | 'waiting' | 'not-yet' | 'not-applicable'

export interface RequirementView {
  readonly rule: RequirementId
  readonly title: string
  readonly headline: string
  readonly sums: string
  readonly ring: {
    readonly have: number
    readonly pending: number
    readonly need: number
    readonly value: string
    readonly unit: string
    readonly label: string
  }
  /** What is missing, short: the pill of a tile. */
  readonly state: { readonly tone: Tone; readonly text: string }
  /** Who it hangs on, and since when: the pill beside the headline, which says what is missing. */
  readonly hangs: { readonly tone: Tone | TurnTone; readonly text: string }
  /** One quiet line under the pill of a tile. */
  readonly note: string | null
  readonly turn: string | null
  readonly meaning: string | null
  /** A warning late in the year. */
  readonly closes: string | null
  /** 建议，不是硬条件; null for a hard requirement. */
  readonly soft: string | null
  readonly entries: readonly EntryView[]
  /** From when to when, of the months of training; none before they began. */
  readonly span: readonly { readonly key: string; readonly name: string; readonly value: string }[]
}

export interface BannerView {
  /** 入团积极分子 · 第 5 步，共 15 步. */
  readonly over: string
  readonly title: string
  readonly turn: { readonly tone: TurnTone; readonly text: string } | null
  /** Whose turn it is, what for, since when and until when. */
  readonly sentence: string
  readonly overdue: boolean
  /** What one can do meanwhile; null when it is the reader's own turn. */
  readonly meanwhile: string | null
}

export interface PathView {
  /** The day that it speaks of. */
  readonly asOf: LocalDate
  readonly state: ApplicationState
  /** The day on which the application before this one was withdrawn, in words. */
  readonly withdrawn: string | null
  readonly banner: BannerView
  readonly stages: readonly StageView[]
  readonly stagesLabel: string
  readonly requirements: readonly RequirementView[]
  readonly earliest: { readonly title: string; readonly text: string }
  readonly trail: readonly TrailStepView[]
  /** Every hard requirement is met. */
  readonly ready: boolean
  /** What the applicant can do next here; null while others act. */
  readonly action: ActionView | null
  /** The committee's words, where it returned the nomination. */
  readonly returned: string | null
  readonly policy: PathReport['policy']
}

/**
 * A path as it is shown, to the youth and to an office alike: the same words, but for 你 and 本人. `today`: by the server's
 * clock as this device knows it; an older answer is brought up to it.
 */
export function pathView(reply: PathReply, policy: Policy, today: LocalDate, viewer: Viewer = 'applicant'): PathView {
  const report = knownReport(reply, policy, today)
  const facts = factsOf(reply)
  const asked = askedFor(policy)
  const { asOf } = report
  const requirements = report.requirements.map((one) => ({
    ...requirementView(one, asked, asOf, viewer),
    entries: entryViews(one, facts, reply.texts, asOf),
    span: one.rule === 'training.months' ? spanOf(report, one) : [],
  }))
  const training = report.requirements.find((one) => one.rule === 'training.months')
  const current = currentStep(report)
  const now =
    current.id === 'training' && training && training.state === 'not-yet'
      ? tileNote(training, asked, asOf)
      : (turnPill(report.turn, asOf, viewer)?.text ?? null)
  return {
    asOf,
    state: report.application.state,
    withdrawn: report.application.withdrawnOn && dayWords(report.application.withdrawnOn, asOf),
    banner: bannerView(report, viewer),
    stages: stageViews(report),
    stagesLabel: stagesLabel(report),
    requirements,
    earliest: earliestWords(report, policy),
    trail: trailViews(report, facts, reply.texts, now),
    ready: report.ready,
    action: nextAction(report),
    returned: report.application.returned === null ? null : (reply.texts[report.application.returned]?.why ?? null),
    policy: report.policy,
  }
}

/** One requirement as a tile and as the head of its page. */
export function requirementView(
  requirement: Requirement,
  asked: AskedFor,
  today: LocalDate,
  viewer: Viewer,
): Omit<RequirementView, 'entries' | 'span'> {
  const { rule, have, pending, need, gate, who, since } = requirement
  const state = { tone: toneOf(requirement), text: stateWords(requirement) }
  return {
    rule,
    title: REQUIREMENT_NAMES[rule],
    headline: headline(requirement),
    sums: sums(requirement),
    ring: { have, pending, need, ...ringWords(requirement, asked), label: ringLabel(requirement) },
    state,
    hangs: turnPill({ who, since, due: null }, today, viewer) ?? state,
    note: tileNote(requirement, asked, today),
    turn: requirementTurn(requirement, today, viewer),
    meaning: meaning(requirement, asked, today),
    closes: closesWords(requirement, asked, today),
    soft: gate === 'soft' ? SOFT_WORDS : null,
  }
}

/** The requirement that a link names; undefined for words that name none. */
export function requirementIn(view: PathView, rule: string | undefined): RequirementView | undefined {
  return view.requirements.find((one) => one.rule === rule)
}

/** Whether words from a link name a requirement. */
export function isRequirement(rule: string | undefined): rule is RequirementId {
  return REQUIREMENTS.some((one) => one === rule)
}

function bannerView(report: PathReport, viewer: Viewer): BannerView {
  const { turn, asOf, ready } = report
  return {
    over: overOf(report),
    title: titleOf(report, ready),
    turn: turnPill(turn, asOf, viewer),
    sentence: turnSentence(turn, asOf, viewer),
    overdue: isOverdue(turn, asOf),
    meanwhile: turn.who === viewer ? null : isOverdue(turn, asOf) ? OVERDUE_HINT : meanwhile(turn.act),
  }
}

/** Number 0 is the tap in the app: no step of the paper's count. */
function overOf(report: PathReport): string {
  const { number } = currentStep(report)
  const total = `共 ${STEPS.length - 1} 步`
  return [STANDING_NAMES[report.application.state], number === 0 ? total : `第 ${number} 步，${total}`].join(' · ')
}

function titleOf({ application, turn, asOf }: PathReport, ready: boolean): string {
  const { state, withdrawnOn, returned } = application
  if (turn.act === 'over-age') return '已过申请年龄'
  if (turn.act === 'choose-organisation') return '从这里开始'
  if (state === 'none' && withdrawnOn !== null) return `${dayWords(withdrawnOn, asOf)}撤回了申请`
  if (state === 'talked' && returned !== null) return '推荐被退回'
  if (state === 'training' && ready) return '条件都到了'
  return STATE_WORDS[state]
}

function spanOf({ activistOn }: PathReport, { earliest, state }: Requirement): RequirementView['span'] {
  if (activistOn === null) return []
  const from = { key: 'from', name: '从', value: `${fullDayWords(activistOn)}（成为积极分子）` }
  if (earliest === null || state === 'met' || state === 'not-applicable') return [from]
  return [from, { key: 'to', name: '到', value: fullDayWords(earliest) }]
}
