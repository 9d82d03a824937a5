import type { ApplicationAct } from '../application/acts'
import type { GradeEntry } from '../civics/grades'
import type { LedgerEntry } from '../hours/ledger'
import type { Occupation } from '../profile/occupation'
import type { LocalDate } from '../time'

/** What the path is computed from: facts only, as they cross the wire. */
export interface PathFacts {
  /** null when the person's profile was erased, or isn't there yet. */
  readonly birthDate: LocalDate | null
  readonly occupation: Occupation | null
  readonly affiliation: { readonly state: 'claimed' | 'confirmed'; readonly since: LocalDate } | null
  /** In the order of their stream. */
  readonly acts: readonly ApplicationAct[]
  readonly entries: readonly LedgerEntry[]
  /** In the order of their stream. */
  readonly grades: readonly GradeEntry[]
}

/** What was known on a day: what was said or done after it is left out. */
export function knownOn(facts: PathFacts, on: LocalDate): PathFacts {
  return {
    ...facts,
    affiliation: facts.affiliation && facts.affiliation.since <= on ? facts.affiliation : null,
    acts: facts.acts.filter((act) => act.on <= on && act.since <= on),
    entries: facts.entries
      .filter((entry) => entry.on <= on && entry.since <= on)
      .map((entry) => ({
        ...entry,
        acceptedOn: entry.acceptedOn !== null && entry.acceptedOn <= on ? entry.acceptedOn : null,
      })),
    grades: facts.grades.filter((grade) => grade.on <= on && grade.since <= on),
  }
}
