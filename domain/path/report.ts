import type { LocalDate } from '../time'
import type { Policy, RuleId } from '../policy/policy'
import { applicationOf, type Application, type ApplicationState } from '../application/acts'
import { ageWindow } from '../application/decide'
import { civicsRequirement } from './civics'
import { classHoursRequirement } from './class-hours'
import { knownOn, type PathFacts } from './facts'
import { recommendationRequirement } from './recommendation'
import type { PathQuestion, Requirement } from './requirement'
import { trainingRequirement } from './training'
import { trailOf, type TrailStep } from './trail'
import { talkDue, turnOf, type Turn } from './turn'
import { earliestVolunteerDay, volunteerHoursRequirement } from './volunteer-hours'

/** Where a person stands on a day, by a version of the rules. Phone and server compute it with this one function. */
export interface PathReport {
  readonly asOf: LocalDate
  readonly policy: { readonly version: string; readonly edition: string; readonly confirmedOn: string | null }
  readonly affiliation: PathFacts['affiliation']
  readonly application: {
    readonly state: ApplicationState
    readonly since: LocalDate | null
    /** The last day of the talk; null before the paper is there and once it was held. */
    readonly talkDue: LocalDate | null
    /** The act with the committee's reason, where a nomination was returned. */
    readonly returned: string | null
    /** When the application before this one was withdrawn. */
    readonly withdrawnOn: LocalDate | null
    /** The way to 入团积极分子 was recorded from paper (补录). */
    readonly onPaper: boolean
  }
  readonly activistOn: LocalDate | null
  readonly trail: readonly TrailStep[]
  readonly requirements: readonly Requirement[]
  readonly turn: Turn
  /** Every hard requirement is met today. */
  readonly ready: boolean
  /** The earliest day on which all hard requirements can be met together; null when no day can be named. `by`: those that it hangs on. */
  readonly earliest: { readonly on: LocalDate | null; readonly by: readonly RuleId[] }
}

/** Facts + policy + day → report. What was said or done after `on` isn't known on that day and is left out. */
export function pathReport(facts: PathFacts, policy: Policy, on: LocalDate): PathReport {
  const known = knownOn(facts, on)
  const application = applicationOf(known.acts)
  const question: PathQuestion = {
    facts: known,
    application,
    policy,
    on,
    activistFrom: application.activist?.on ?? firstActivistDay(known, application, policy, on),
  }
  const requirements = [
    classHoursRequirement(question),
    volunteerHoursRequirement(question),
    civicsRequirement(question),
    trainingRequirement(question),
    recommendationRequirement(question),
  ]
  const open = requirements.filter(isOpen)
  const ready = open.length === 0
  return {
    asOf: on,
    policy: { version: policy.version, edition: policy.edition, confirmedOn: policy.confirmedOn },
    affiliation: known.affiliation,
    application: {
      state: application.state,
      since: application.since,
      talkDue: application.state === 'applied' && application.applied ? talkDue(application.applied.on, policy) : null,
      returned: application.returned?.id ?? null,
      withdrawnOn: application.withdrawn?.on ?? null,
      onPaper: application.activist?.onPaper ?? false,
    },
    activistOn: application.activist?.on ?? null,
    trail: trailOf(application, ready),
    requirements,
    turn: turnOf(question, requirements),
    ready,
    earliest: ready ? { on, by: [] } : earliestOf(question, requirements),
  }
}

function isOpen({ gate, state }: Requirement): boolean {
  return gate === 'hard' && state !== 'met' && state !== 'not-applicable'
}

/** The first day on which somebody who isn't an activist yet can become one; null when they are too old to apply. */
function firstActivistDay(
  facts: PathFacts,
  { applied, submitted }: Application,
  policy: Policy,
  on: LocalDate,
): LocalDate | null {
  if (!facts.birthDate) return on
  const { from, until } = ageWindow(facts.birthDate, policy)
  // The age is that of the day of the application: who has applied in time may grow older, and of who has submitted in time
  // the branch may still say that the paper was there in time.
  const inTime = applied !== null || (submitted !== null && submitted.on < until)
  if (on >= until && !inTime) return null
  return from > on ? from : on
}

/** When all hard requirements can be met together. The volunteer year is asked last: it may have turned until the others are ready. */
function earliestOf(question: PathQuestion, requirements: readonly Requirement[]): PathReport['earliest'] {
  const asked = requirements.filter((one) => one.gate === 'hard' && one.state !== 'not-applicable')
  const unknown = asked.filter((one) => one.earliest === null)
  if (unknown.length > 0) return { on: null, by: unknown.map((one) => one.rule) }
  const others = asked.filter((one) => one.rule !== 'volunteer-hours')
  const ready = latest(question.on, others)
  if (others.length === asked.length) return { on: ready, by: deciding(others, ready) }
  const day = earliestVolunteerDay(question, ready)
  if (day === null || day > ready) return { on: day, by: ['volunteer-hours'] }
  return { on: day, by: deciding(asked, day) }
}

function latest(from: LocalDate, requirements: readonly Requirement[]): LocalDate {
  return requirements.reduce((day, { earliest }) => (earliest !== null && earliest > day ? earliest : day), from)
}

/** Those that are open until the last day; where everything could be there today, all that are open. */
function deciding(requirements: readonly Requirement[], day: LocalDate): readonly RuleId[] {
  return requirements.filter((one) => isOpen(one) && one.earliest === day).map((one) => one.rule)
}
