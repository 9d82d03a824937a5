import { addDays, addMonths, type LocalDate } from '../time'
import { valueOf, type RuleId } from '../policy/policy'
import type { Actor, PathQuestion, Requirement } from './requirement'

/** What has to be done next. */
export type TurnAct =
  | 'choose-organisation'
  | 'confirm-affiliation'
  | 'apply'
  | 'confirm-paper'
  | 'talk'
  | 'nominate'
  | 'answer-nomination'
  | 'name-mentors'
  /** What the applicant gathers themselves: hours, a better grade, or saying what they do. */
  | 'collect'
  | 'accept-hours'
  | 'record-civics'
  | 'wait'
  /** Everything is there: the branch committee may discuss the candidate (step 6, outside this app for now). */
  | 'propose'
  /** Nobody's: too old to apply (团章: 14 to 28). */
  | 'over-age'

/** Whose turn it is, what for, since when and until when; the rule that sets the clock. */
export interface Turn {
  readonly who: Actor | null
  readonly act: TurnAct
  readonly since: LocalDate | null
  /** The last day on which it is in time; null where no rule says one. */
  readonly due: LocalDate | null
  readonly rule: RuleId | null
}

/** The one next thing on the path. */
export function turnOf(question: PathQuestion, requirements: readonly Requirement[]): Turn {
  const { facts, application, policy, activistFrom } = question
  const { state, since } = application
  if (!facts.affiliation) return turn('applicant', 'choose-organisation', null)
  // Neither the answer of a branch nor a paper changes that somebody is too old to apply.
  if (activistFrom === null) return turn(null, 'over-age', null)
  // Applying needs no answer of the branch: it is the applicant's own step.
  if (facts.affiliation.state === 'claimed') {
    const within = valueOf(policy, 'affiliation.within').days
    const claimed = facts.affiliation.since
    return {
      ...turn('branch-secretary', 'confirm-affiliation', claimed),
      due: addDays(claimed, within),
      rule: 'affiliation.within',
    }
  }
  switch (state) {
    case 'none':
      return turn('applicant', 'apply', null)
    case 'submitted':
      return turn('branch-secretary', 'confirm-paper', since)
    case 'applied': {
      const due = application.applied && talkDue(application.applied.on, policy)
      return { ...turn('branch-secretary', 'talk', since), due, rule: 'talk.within' }
    }
    case 'talked':
      return turn('branch-secretary', 'nominate', since)
    case 'nominated': {
      const due = since && addDays(since, valueOf(policy, 'activist.within').days)
      return { ...turn('committee-officer', 'answer-nomination', since), due, rule: 'activist.within' }
    }
    case 'activist':
      return turn('branch-secretary', 'name-mentors', since)
    case 'training':
      return trainingTurn(requirements)
  }
}

/** The last day of the talk: within a month of the application (细则, Q). */
export function talkDue(appliedOn: LocalDate, policy: PathQuestion['policy']): LocalDate {
  return addMonths(appliedOn, valueOf(policy, 'talk.within').months)
}

/** In training whoever can do something comes before time: first the applicant, then the branch. */
function trainingTurn(requirements: readonly Requirement[]): Turn {
  const open = requirements.filter(
    (one) => one.gate === 'hard' && one.state !== 'met' && one.state !== 'not-applicable',
  )
  const of = (who: Actor) => open.find((one) => one.who === who)
  const mine = of('applicant')
  if (mine) return turn('applicant', 'collect', null)
  const branch = of('branch-secretary')
  if (branch) {
    return turn('branch-secretary', branch.reason === 'grade-missing' ? 'record-civics' : 'accept-hours', branch.since)
  }
  const lead = of('event-lead')
  if (lead) return turn('event-lead', 'accept-hours', lead.since)
  const time = of('time')
  if (time) return { ...turn('time', 'wait', time.since), due: time.earliest, rule: time.rule }
  return turn('branch-secretary', 'propose', null)
}

function turn(who: Actor | null, act: TurnAct, since: LocalDate | null): Turn {
  return { who, act, since, due: null, rule: null }
}
