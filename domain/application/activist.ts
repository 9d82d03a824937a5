import { reachesAge, type LocalDate } from '../time'
import { granted, refused, type Decision } from '../refusal'
import type { ApplicationAct } from './acts'
import { onPaperBar } from './decide'
import { valueOf, type AdmissionWay, type PolicyPack } from '../policy/policy'

/** What the committee's officer says when recording that someone became 入团积极分子 on paper. */
export interface ActivistRecord {
  /** The day of the approval. */
  readonly on: LocalDate
  readonly way: AdmissionWay
  /** The officer has seen the paper that says so. */
  readonly paperSeen: boolean
}

export interface ActivistGuards {
  readonly affiliation: 'none' | 'claimed' | 'confirmed'
  readonly activistOn: LocalDate | null
  readonly birthDate: LocalDate | null
  /** What the app saw before; an activist on paper has none of it, or lies after it. */
  readonly acts: readonly ApplicationAct[]
}

/**
 * Whether the fact `activist` may be recorded (domain.md, section 2, step 3: the grassroots committee approves; the way of
 * nomination is recorded). `today` is the day of recording.
 */
export function decideActivist(
  record: ActivistRecord,
  facts: ActivistGuards,
  policy: PolicyPack,
  today: LocalDate,
): Decision<ActivistRecord> {
  if (facts.affiliation !== 'confirmed') return refused({ code: 'affiliation-not-confirmed', facts: {} })
  if (facts.activistOn) return refused({ code: 'already-activist', facts: { since: facts.activistOn } })
  if (!valueOf(policy, 'admission.ways').includes(record.way)) return refused({ code: 'way-not-offered', facts: {} })
  if (!record.paperSeen) return refused({ code: 'paper-not-seen', facts: {} })
  if (record.on > today) return refused({ code: 'day-in-future', facts: { today } })
  if (facts.birthDate) {
    const counts = valueOf(policy, 'age.birthday-counts')
    const earliest = reachesAge(facts.birthDate, valueOf(policy, 'application.age-min'), counts)
    if (record.on < earliest) return refused({ code: 'day-too-early', facts: { earliest } })
  }
  const bar = onPaperBar(facts.acts)
  if (bar && record.on < bar.on) return refused({ code: 'day-before-step', facts: { earliest: bar.on, step: bar.act } })
  return granted(record)
}
