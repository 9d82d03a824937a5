import type { FactTexts } from '#contract/path'
import { applicationOf, type ApplicationAct } from '#domain/application/acts'
import { STAGES, STEPS, type Stage, type Step } from '#domain/application/steps'
import type { PathFacts } from '#domain/path/facts'
import type { PathReport } from '#domain/path/report'
import type { TrailStep } from '#domain/path/trail'
import { dayWords } from '../../text/dates'
import { actWords } from '../../text/entries'
import { SHORT_STAGE_NAMES, SKIPPED_WORDS, STEP_HINTS, STEP_NAMES } from '../../text/steps'

export interface TrailStepView {
  readonly key: string
  readonly mark: string
  readonly title: string
  readonly note?: string | undefined
  readonly state: TrailStep['state']
  readonly label: string
}

export interface StageView {
  readonly text: string
  readonly state: 'done' | 'current' | 'ahead'
  readonly reach?: number | undefined
}

const SAID: Readonly<Record<TrailStep['state'], string>> = {
  done: '已完成',
  current: '进行中',
  ahead: '还没到',
  skipped: '补录',
}

/** A longer name would break over two lines beside the disc, which says the same. */
const GOING_FITS = 4

/** The step on which somebody stands; the last one once all are done. */
export function currentStep({ trail }: Pick<PathReport, 'trail'>): Step {
  const number = trail.find((step) => step.state === 'current')?.number ?? STEPS.length - 1
  return STEPS.find((step) => step.number === number) ?? FIRST
}

const FIRST: Step = { number: 0, id: 'submitted', stage: 'apply', taker: 'applicant', rules: [], live: true }

/** All steps: what is behind with its day, what is being done, what comes and who takes it. `now`: a word on the current one. */
export function trailViews(
  report: PathReport,
  facts: PathFacts,
  texts: FactTexts,
  now: string | null,
): readonly TrailStepView[] {
  const application = applicationOf(facts.acts)
  const acts: Readonly<Partial<Record<string, ApplicationAct | null>>> = {
    submitted: application.submitted,
    applied: application.applied,
    talked: application.talked,
    activist: application.activist,
    mentored: application.mentored,
  }
  return report.trail.map((step) => {
    const known = STEPS.find(({ id }) => id === step.id) ?? FIRST
    const act = acts[step.id] ?? null
    const note = noteOf(step, known, act, texts, report, now)
    const title = STEP_NAMES[step.id]
    const going = step.state === 'current' && title.length <= GOING_FITS
    return {
      key: step.id,
      mark: step.state === 'current' ? SHORT_STAGE_NAMES[known.stage].slice(0, 2) : String(step.number),
      title: going ? `${title} · 进行中` : title,
      note,
      state: step.state,
      label: [`第 ${step.number} 步`, title, SAID[step.state], note].filter(Boolean).join('，'),
    }
  })
}

function noteOf(
  { state, on }: TrailStep,
  { id }: Step,
  act: ApplicationAct | null,
  texts: FactTexts,
  { asOf }: PathReport,
  now: string | null,
): string {
  switch (state) {
    case 'done': {
      const words = act ? shortWords(act, texts) : ''
      return [on === null ? '' : dayWords(on, asOf), words].filter(Boolean).join(' · ') || '条件都到了'
    }
    case 'current':
      return now ?? STEP_HINTS[id]
    case 'ahead':
      return STEP_HINTS[id]
    case 'skipped':
      return SKIPPED_WORDS
  }
}

/** Who did it, without the long words beside it. */
function shortWords(act: ApplicationAct, texts: FactTexts): string {
  const { receivedBy, by, approvedBy } = texts[act.id] ?? {}
  switch (act.act) {
    case 'applied':
      return receivedBy ? `${receivedBy}收到` : '支部已收到书面申请书'
    case 'talked':
      return by ? `${by}谈话` : ''
    case 'activist':
      return act.onPaper ? '补录' : approvedBy ? `${approvedBy}批准` : ''
    case 'mentored':
      return actWords(act.act, texts[act.id] ?? {})
    case 'submitted':
    case 'nominated':
    case 'returned':
    case 'withdrawn':
      return ''
  }
}

/** The five stages, and how far the current one is. */
export function stageViews(report: PathReport): readonly StageView[] {
  const here = STAGES.indexOf(currentStep(report).stage)
  return STAGES.map((stage, at) => ({
    text: SHORT_STAGE_NAMES[stage],
    state: at < here ? 'done' : at === here ? 'current' : 'ahead',
    ...(at === here && { reach: reachOf(stage, report) }),
  }))
}

/** 第 3 段，共 5 段：培养. */
export function stagesLabel(report: PathReport): string {
  const { stage } = currentStep(report)
  return `第 ${STAGES.indexOf(stage) + 1} 段，共 ${STAGES.length} 段：${SHORT_STAGE_NAMES[stage]}`
}

/** In training the hard requirements tell how far it is; elsewhere the steps behind do. */
function reachOf(stage: Stage, report: PathReport): number {
  const { trail, application, requirements } = report
  if (application.state === 'training' && stage === 'training') {
    const asked = requirements.filter((one) => one.gate === 'hard' && one.state !== 'not-applicable')
    const parts = asked.map(({ state, have, need }) => (state === 'met' || need <= 0 ? 1 : Math.min(have / need, 1)))
    return parts.length === 0 ? 1 : parts.reduce((a, b) => a + b, 0) / parts.length
  }
  const steps = trail.filter(({ id }) => STEPS.some((step) => step.id === id && step.stage === stage))
  const behind = steps.filter(({ state }) => state === 'done' || state === 'skipped').length
  const half = application.state === 'nominated' ? 0.5 : 0
  return (behind + half) / steps.length
}
