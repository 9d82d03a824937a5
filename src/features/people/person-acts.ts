import type { OfficeAct, Turn } from '#contract/path'
import type { Act } from '#domain/application/acts'
import type { RequirementId } from '#domain/path/requirement'
import type { Link } from '../../platform/navigation'
import { links, type About } from '../../routes'
import type { Viewer } from '../../text/turns'
import { keeperOf } from './step-draft'

/** What an office may write down about somebody. */
export type OfficeRecord = Exclude<OfficeAct, `correct-${string}`>

export interface PersonActs {
  /** The one for the step whose turn it is; null while it is somebody else's. */
  readonly main: OfficeRecord | null
  /** The others that are possible, quietly. */
  readonly others: readonly OfficeRecord[]
}

/** What can be done about somebody now: one main act, and the rest. */
export function personActs(may: readonly OfficeAct[], turn: Pick<Turn, 'act'>): PersonActs {
  const records = may.filter((one): one is OfficeRecord => !one.startsWith('correct-'))
  const main = records.find((one) => one === turn.act) ?? null
  return { main, others: records.filter((one) => one !== main) }
}

/** In which office one looks at somebody, by what one may do. */
export function viewerOf(may: readonly OfficeAct[]): Viewer {
  if (may.includes('correct-branch-steps')) return 'branch-secretary'
  return may.includes('correct-committee-steps') ? 'committee-officer' : 'onlooker'
}

/** Where a record is written. */
export function recordLink(record: OfficeRecord, about: About): Link {
  switch (record) {
    case 'confirm-paper':
      return links.paper(about)
    case 'talk':
      return links.talk(about)
    case 'nominate':
      return links.nomination(about)
    case 'answer-nomination':
      return links.answer(about)
    case 'record-activist':
      return links.activist(about)
    case 'name-mentors':
      return links.mentors(about)
    case 'record-class-hours':
      return links.classHours(about)
    case 'record-volunteer-hours':
      return links.volunteerHours(about)
    case 'record-civics':
      return links.civics(about)
  }
}

/** Where a task is done: at its own form where there is one, else on the person's page. */
export function taskLink(act: Turn['act'], about: About): Link {
  switch (act) {
    case 'confirm-paper':
    case 'talk':
    case 'nominate':
    case 'answer-nomination':
    case 'name-mentors':
    case 'record-civics':
      return recordLink(act, about)
    default:
      return links.person(about)
  }
}

/** Whether this office may correct an act. */
export function mayCorrect(act: Act, may: readonly OfficeAct[]): boolean {
  const keeper = keeperOf(act)
  return keeper !== null && may.includes(`correct-${keeper}-steps`)
}

/** Where an act is corrected. */
export function correctionLink(act: Act, about: About, id: string): Link | null {
  switch (act) {
    case 'applied':
      return links.paper(about, id)
    case 'talked':
      return links.talk(about, id)
    case 'nominated':
      return links.nomination(about, id)
    case 'activist':
    case 'returned':
      return links.answer(about, id)
    case 'mentored':
      return links.mentors(about, id)
    case 'submitted':
    case 'withdrawn':
      return null
  }
}

/** Where an entry behind a requirement is corrected; null where this office may not. */
export function entryLink(
  rule: RequirementId,
  may: readonly OfficeAct[],
): ((about: About, entry: string) => Link) | null {
  switch (rule) {
    case 'class-hours':
      return may.includes('record-class-hours') ? links.classHours : null
    case 'volunteer-hours':
      return may.includes('record-volunteer-hours') ? links.volunteerHours : null
    case 'civics':
      return may.includes('record-civics') || may.includes('record-class-hours') ? links.civics : null
    case 'training.months':
    case 'admission.ways':
      return null
  }
}
