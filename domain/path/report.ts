import type { LocalDate } from '../time'
import type { Policy } from '../policy/policy'
import { classHoursRequirement, type PathFacts } from './class-hours'
import type { Requirement } from './requirement'

/** Where a person stands on a day, by a version of the rules. Phone and server compute it with this one function. */
export interface PathReport {
  readonly asOf: LocalDate
  readonly policy: { readonly version: string; readonly edition: string; readonly confirmedOn: string | null }
  readonly affiliation: PathFacts['affiliation']
  readonly activistOn: LocalDate | null
  readonly requirements: readonly Requirement[]
}

/** Facts + policy + day → report. What was said or done after `on` isn't known on that day and is left out. */
export function pathReport(facts: PathFacts, policy: Policy, on: LocalDate): PathReport {
  const by = (day: LocalDate | null): LocalDate | null => (day !== null && day <= on ? day : null)
  const known: PathFacts = {
    ...facts,
    affiliation: facts.affiliation && by(facts.affiliation.since) ? facts.affiliation : null,
    activistOn: by(facts.activistOn),
    entries: facts.entries
      .filter((entry) => entry.on <= on && entry.since <= on)
      .map((entry) => ({ ...entry, acceptedOn: by(entry.acceptedOn) })),
  }
  return {
    asOf: on,
    policy: { version: policy.version, edition: policy.edition, confirmedOn: policy.confirmedOn },
    affiliation: known.affiliation,
    activistOn: known.activistOn,
    requirements: [classHoursRequirement(known, policy)],
  }
}
