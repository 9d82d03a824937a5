import { STAGES, STEPS, type Stage, type Step } from '#domain/application/steps'
import { cite, valueOf, type Policy, type RuleId } from '#domain/policy/policy'
import { hoursWords, minutesWords } from '../../text/amounts'
import { SHORT_WAY_NAMES } from '../../text/names'
import { OWN_RULE } from '../../text/own-rule'
import { STAGE_NAMES, STEP_ASKS, STEP_EVIDENCE, STEP_NAMES, TAKER_NAMES } from '../../text/steps'

/** One fact of what it takes, to see at a glance. */
export interface FactView {
  readonly key: RuleId
  readonly over: string
  readonly value: string
  readonly under: string
}

export interface StepView {
  readonly key: string
  /** Its name first, then what it asks and by which rule, who takes it, and what is kept of it; a line each. */
  readonly text: string
}

export interface StageView {
  readonly key: Stage
  readonly mark: string
  readonly title: string
  /** 第 6–10 步. */
  readonly note: string
  readonly steps: readonly StepView[]
}

const COUNTS = ['零', '一', '二', '三', '四', '五']

/** The conditions in numbers, as the district's pack has them; those that it doesn't ask for are left out. */
export function factViews(policy: Policy): readonly FactView[] {
  const { requiredOf, good } = valueOf(policy, 'civics')
  const { minutes, gate } = valueOf(policy, 'volunteer-hours')
  const ways = valueOf(policy, 'admission.ways')
  const { tenths } = valueOf(policy, 'class-hours')
  const fromActivist = valueOf(policy, 'class-hours.window') === 'from-activist'
  const names = ways.map((way) => SHORT_WAY_NAMES[way])
  return [
    ...(requiredOf.length === 0
      ? []
      : [
          {
            key: 'civics' as const,
            over: requiredOf.length > 1 ? '在校学生' : requiredOf[0] === 'pupil' ? '中学生' : '大学生',
            value: good.join(good.every((grade) => grade.length === 1) ? '' : '、'),
            under: '思政课考评',
          },
        ]),
    {
      key: 'class-hours',
      over: fromActivist ? '培养期内' : '一共',
      value: hoursWords(tenths),
      under: '团课',
    },
    {
      key: 'volunteer-hours',
      over: gate === 'soft' ? '每年（建议）' : '每年',
      value: minutesWords(minutes),
      under: '志愿服务',
    },
    {
      key: 'admission.ways',
      over: '推荐',
      value: ways.length > 1 ? `${COUNTS[ways.length] ?? ways.length}选一` : (names[0] ?? ''),
      under: ways.length > 1 ? names.join(' · ') : '团支部推荐，团委批准',
    },
  ]
}

/** The whole way: five stages with their steps. */
export function stageViews(policy: Policy): readonly StageView[] {
  return STAGES.map((stage, at) => {
    const steps = STEPS.filter((step) => step.stage === stage)
    return {
      key: stage,
      mark: String(at + 1),
      title: titleOf(stage, policy),
      note: numbers(steps),
      steps: steps.map((step) => stepView(step, policy)),
    }
  })
}

/** How many steps there are, not counting the one in the app. */
export function stepCount(): number {
  return STEPS.length - 1
}

function titleOf(stage: Stage, policy: Policy): string {
  const months = valueOf(policy, 'training.months')
  return stage === 'training' && months > 0 ? `${STAGE_NAMES[stage]} · 至少 ${months} 个月` : STAGE_NAMES[stage]
}

/** Number 0 is the tap in the app; it is no step of the paper's count. */
function numbers(steps: readonly Step[]): string {
  const counted = steps.map(({ number }) => number).filter((number) => number > 0)
  const [first, last] = [counted[0], counted[counted.length - 1]]
  return first === last ? `第 ${first ?? 0} 步` : `第 ${first ?? 0}–${last ?? 0} 步`
}

function stepView(step: Step, policy: Policy): StepView {
  const { number, id, taker, rules } = step
  return {
    key: id,
    text: [
      number === 0 ? STEP_NAMES[id] : `${number} ${STEP_NAMES[id]}`,
      STEP_ASKS[id],
      ...rules.map((rule) => ruleLine(rule, policy)),
      `谁来办：${TAKER_NAMES[taker]}`,
      `留下的记录：${STEP_EVIDENCE[id]}`,
    ].join('\n'),
  }
}

/** The rule's own sentence, and where it stands. */
function ruleLine(rule: RuleId, policy: Policy): string {
  const { note, source } = cite(policy, rule)
  return `${note.replace(/。$/, '')}（${source?.short ?? OWN_RULE}）`
}
