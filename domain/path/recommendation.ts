import type { Application } from '../application/acts'
import { cite } from '../policy/policy'
import { MET, placeVerdict, type PathQuestion, type Requirement, type Verdict } from './requirement'

/** The requirement `admission.ways`: recommended by members, points or review, and approved (赛罕, Q; 细则, step 3). */
export function recommendationRequirement(question: PathQuestion): Requirement {
  const { application, policy, on, activistFrom } = question
  const done = application.activist !== null
  return {
    ...cite(policy, 'admission.ways'),
    rule: 'admission.ways',
    gate: 'hard',
    ...recommendationVerdict(question),
    need: 1,
    have: done ? 1 : 0,
    pending: application.state === 'nominated' ? 1 : 0,
    unit: 'way',
    earliest: done ? on : activistFrom,
    value: application.activist?.way ?? application.nominated?.way ?? null,
    year: null,
    closes: null,
    entries: [],
  }
}

/** Who has to act until somebody is an activist: the steps 0 to 3, one after the other. */
export function recommendationVerdict(question: PathQuestion): Verdict {
  const { application, activistFrom } = question
  if (application.activist) return MET
  if (!question.facts.affiliation) return placeVerdict(question) ?? MET
  if (activistFrom === null) return { state: 'not-yet', who: null, since: null, reason: 'over-age' }
  return placeVerdict(question) ?? stepVerdict(application)
}

function stepVerdict({ state, since, returned }: Application): Verdict {
  switch (state) {
    case 'submitted':
      return { state: 'not-yet', who: 'branch-secretary', since, reason: 'paper-pending' }
    case 'applied':
      return { state: 'not-yet', who: 'branch-secretary', since, reason: 'talk-pending' }
    case 'talked':
      return {
        state: 'not-yet',
        who: 'branch-secretary',
        since,
        reason: returned ? 'nomination-returned' : 'nomination-pending',
      }
    case 'nominated':
      return { state: 'waiting', who: 'committee-officer', since, reason: 'approval-pending' }
    case 'none':
    case 'activist':
    case 'training':
      return { state: 'not-yet', who: 'applicant', since: null, reason: 'not-applied' }
  }
}

/** The verdict of what only begins with `activist`: whoever has to act until then. */
export function notActivistVerdict(question: PathQuestion): Verdict {
  const { who, since } = recommendationVerdict(question)
  return { state: 'not-yet', who, since, reason: 'not-activist' }
}
