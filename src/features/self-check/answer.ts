import type { PathReport } from '#domain/path/report'
import type { Requirement } from '#domain/path/requirement'
import { cite, type Policy } from '#domain/policy/policy'
import { dayWords } from '../../text/dates'
import { earliestWords } from '../../text/earliest'
import { headline, REQUIREMENT_NAMES, SOFT_WORDS } from '../../text/requirements'
import { OWN_RULE } from '../../text/own-rule'
import { meanwhile } from '../../text/turns'
import type { SelfCheckDraft } from './model'

export interface LineView {
  readonly key: string
  readonly state: Requirement['state']
  /** Its sign, name and state first, then the rule that asks for it. One text: a view for each would be too much for one tap. */
  readonly text: string
}

export interface AnswerView {
  readonly title: string
  readonly text: string
  readonly lines: readonly LineView[]
}

const SIGNS: Readonly<Record<Requirement['state'], string>> = {
  met: '✓',
  waiting: '…',
  'not-yet': '○',
  'not-applicable': '–',
}

/** One was asked whether the grade is good enough, not which it is. */
const CIVICS: Readonly<Record<string, string>> = { good: '达到了', 'not-good': '还没达到', none: '还没有成绩' }

/** The answer in words: when it can be at the earliest, what is there, what is missing, and by which rule. */
export function answerView(report: PathReport, draft: SelfCheckDraft, policy: Policy): AnswerView {
  const { title, text } = earliestWords(report, policy)
  const lines = report.requirements.map((one) => lineView(one, draft, policy))
  if (draft.age === 'below') return { ...youngWords(report, draft, policy), lines: [] }
  if (report.turn.act !== 'over-age') return { title, text, lines }
  return {
    title: '已经过了申请入团的年龄',
    text: `${ruleOf(policy, 'application.age-max')}${meanwhile('over-age') ?? ''}`,
    lines: [],
  }
}

/** Below the age the first thing missing is time; with a birth date the day has a name. */
function youngWords(report: PathReport, draft: SelfCheckDraft, policy: Policy): Omit<AnswerView, 'lines'> {
  const rule = ruleOf(policy, 'application.age-min')
  const { on } = report.earliest
  if (draft.birthDate === '' || on === null) {
    return { title: '还没到年龄，先不着急', text: `${rule}选一下出生日期，可以看到最快是哪一天。` }
  }
  return {
    title: `最快 ${dayWords(on, report.asOf)} 具备条件`,
    text: `${rule}到了年龄就申请，一天都不耽误，才会这么快。`,
  }
}

function lineView(requirement: Requirement, draft: SelfCheckDraft, policy: Policy): LineView {
  const { rule, state, gate } = requirement
  const said = rule === 'civics' ? CIVICS[draft.civics] : undefined
  const soft = gate === 'soft' && state !== 'met' ? `（${SOFT_WORDS}）` : ''
  return {
    key: rule,
    state,
    text: `${SIGNS[state]} ${REQUIREMENT_NAMES[rule]}：${said ?? headline(requirement)}${soft}\n${ruleOf(policy, rule)}`,
  }
}

/** A rule's own sentence, and where it stands. */
function ruleOf(policy: Policy, id: Parameters<typeof cite>[1]): string {
  const { note, source } = cite(policy, id)
  return `${note.replace(/。$/, '')}（${source?.short ?? OWN_RULE}）。`
}
