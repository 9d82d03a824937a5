import { cite } from '../policy/policy'
import { needsCivics, settleGrades } from '../civics/grades'
import { MET, NOT_APPLICABLE, placeVerdict, type PathQuestion, type Requirement, type Verdict } from './requirement'

/** The requirement `civics`: 思政课考评优良 (赛罕, Q); not applicable to who has no such course. */
export function civicsRequirement(question: PathQuestion): Requirement {
  const { facts, policy, on } = question
  const settled = settleGrades(facts.grades, policy)
  const newest = settled.find(({ reason }) => reason === null || reason === 'not-good')
  const good = newest?.fate === 'counted'
  const verdict = civicsVerdict(question, newest === undefined ? null : good)
  return {
    ...cite(policy, 'civics'),
    rule: 'civics',
    gate: 'hard',
    ...verdict,
    need: 1,
    have: good ? 1 : 0,
    pending: 0,
    unit: 'grade',
    // A grade can be recorded any day; when the next one is given, nobody here knows.
    earliest: newest !== undefined && !good && needsCivics(facts.occupation, policy) === true ? null : on,
    value: newest?.entry.grade ?? null,
    year: null,
    closes: null,
    entries: settled.map(({ entry, fate, reason }) => ({ id: entry.id, fate, reason })),
  }
}

/** `good`: whether the newest grade is good enough; null = there is none. */
function civicsVerdict(question: PathQuestion, good: boolean | null): Verdict {
  const { facts, policy } = question
  const needed = needsCivics(facts.occupation, policy)
  if (needed === false) return NOT_APPLICABLE
  if (good === true) return MET
  const place = placeVerdict(question)
  if (place) return place
  if (needed === null) return { state: 'not-yet', who: 'applicant', since: null, reason: 'occupation-missing' }
  if (good === false) return { state: 'not-yet', who: 'applicant', since: null, reason: 'grade-not-good' }
  return { state: 'not-yet', who: 'branch-secretary', since: null, reason: 'grade-missing' }
}
