import type { FactTexts, PathReply } from '#contract/path'
import type { ApplicationAct } from '#domain/application/acts'
import type { PathFacts } from '#domain/path/facts'
import { pathReport } from '#domain/path/report'
import type { Policy } from '#domain/policy/policy'
import { localDate, type LocalDate } from '#domain/time'

/** Facts and answers of a path for tests; what a case doesn't speak of is plain. */
export const TODAY = localDate('2026-11-24')

export const NOTHING: PathFacts = {
  birthDate: localDate('2010-03-05'),
  occupation: 'pupil',
  affiliation: { state: 'confirmed', since: localDate('2026-09-01') },
  acts: [],
  entries: [],
  grades: [],
}

/** An act on a day; recorded on it unless the parts say otherwise. */
export function act(kind: ApplicationAct['act'], on: string, parts: Partial<ApplicationAct> = {}): ApplicationAct {
  return {
    id: kind,
    act: kind,
    on: localDate(on),
    since: localDate(on),
    way: kind === 'nominated' || kind === 'activist' ? 'nomination' : null,
    onPaper: false,
    people: kind === 'mentored' ? 1 : kind === 'nominated' ? 9 : null,
    corrects: null,
    voided: false,
    ...parts,
  }
}

/** The steps of an activist whose mentors are named. */
export const IN_TRAINING: readonly ApplicationAct[] = [
  act('submitted', '2026-09-02'),
  act('applied', '2026-09-03'),
  act('talked', '2026-09-10'),
  act('nominated', '2026-09-14'),
  act('activist', '2026-09-16'),
  act('mentored', '2026-09-20'),
]

/** The API's answer about facts, on a day under a policy. */
export function replyOf(facts: PathFacts, policy: Policy, on: LocalDate = TODAY, texts: FactTexts = {}): PathReply {
  const plain: unknown = JSON.parse(JSON.stringify({ facts, texts, report: pathReport(facts, policy, on) }))
  return plain as PathReply
}
