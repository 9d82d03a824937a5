import { addMonths, daysBetween } from '../time'
import { cite, valueOf } from '../policy/policy'
import { notActivistVerdict } from './recommendation'
import { MET, NOT_APPLICABLE, type PathQuestion, type Requirement, type Verdict } from './requirement'

/**
 * The requirement `training.months`: 培养考察, at least three calendar months from `activist` (细则, Q): 16 September → 16
 * December, 30 November → the last day of February; never 90 days. Counted in the days between the two.
 */
export function trainingRequirement(question: PathQuestion): Requirement {
  const { application, policy, on, activistFrom } = question
  const months = valueOf(policy, 'training.months')
  const activistOn = application.activist?.on ?? null
  const end = activistFrom && addMonths(activistFrom, months)
  // Who can't begin any more would still need as long.
  const from = activistFrom ?? on
  const need = daysBetween(from, addMonths(from, months))
  const verdict = trainingVerdict(question, months, end !== null && on >= end)
  return {
    ...cite(policy, 'training.months'),
    rule: 'training.months',
    gate: 'hard',
    ...verdict,
    need,
    have: activistOn ? Math.min(need, daysBetween(activistOn, on)) : 0,
    pending: 0,
    unit: 'day',
    earliest: verdict.reason === null ? on : end,
    value: null,
    year: null,
    closes: null,
    entries: [],
  }
}

function trainingVerdict(question: PathQuestion, months: number, over: boolean): Verdict {
  if (months === 0) return NOT_APPLICABLE
  const { activist } = question.application
  if (!activist) return notActivistVerdict(question)
  return over ? MET : { state: 'not-yet', who: 'time', since: activist.on, reason: 'months-running' }
}
