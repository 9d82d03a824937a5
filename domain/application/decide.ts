import { reachesAge, type LocalDate } from '../time'
import { granted, refused, type Decision, type Refusal } from '../refusal'
import { valueOf, type AdmissionWay, type PolicyPack } from '../policy/policy'
import { applicationOf, standingActs, type Act, type ApplicationAct, type ApplicationState } from './acts'

/** What somebody says was done, with the day on which it took place. */
export type ActClaim =
  | { readonly act: 'submitted' | 'withdrawn' | 'talked' | 'returned'; readonly on: LocalDate }
  /** `birthDate` as it is written on the paper, which decides from then on. */
  | { readonly act: 'applied'; readonly on: LocalDate; readonly birthDate: LocalDate }
  /** `members`: how many League members the branch has. */
  | { readonly act: 'nominated'; readonly on: LocalDate; readonly way: AdmissionWay; readonly members: number }
  /** The committee's yes to a nomination; recording one from paper is `decideActivist`. */
  | { readonly act: 'activist'; readonly on: LocalDate }
  | { readonly act: 'mentored'; readonly on: LocalDate; readonly mentors: readonly string[] }

/** What a guard is asked about, beside the claim. */
export interface ApplicationGuards {
  readonly affiliation: 'none' | 'claimed' | 'confirmed'
  readonly birthDate: LocalDate | null
  readonly acts: readonly ApplicationAct[]
}

/** From which states an act may be taken; from every other one it is out of order. */
export const TAKEN_FROM: Readonly<Record<Act, readonly ApplicationState[]>> = {
  submitted: ['none'],
  applied: ['submitted'],
  talked: ['applied'],
  nominated: ['talked'],
  returned: ['nominated'],
  activist: ['nominated'],
  mentored: ['activist'],
  withdrawn: ['submitted', 'applied', 'talked', 'nominated', 'activist', 'training'],
}

/**
 * Which act may not lie before which other one's day. Paper may have been handed in before the tap in the app: `applied` has
 * no earlier day but the birthday, and the end of an application that was withdrawn.
 */
const NOT_BEFORE: Readonly<Partial<Record<Act, readonly Act[]>>> = {
  applied: ['withdrawn'],
  talked: ['applied'],
  nominated: ['talked', 'returned'],
  returned: ['nominated'],
  activist: ['nominated'],
  mentored: ['activist'],
}

/** Who decides on a nomination in a branch of so many members: the committee from `branch.committee-from` on, below it the meeting (团章). */
export function nominatingBody(members: number, policy: PolicyPack): 'branch-committee' | 'branch-meeting' {
  return members >= valueOf(policy, 'branch.committee-from') ? 'branch-committee' : 'branch-meeting'
}

/** Whether an act may be taken (domain.md, section 2, steps 0–5); `today` is the day of recording. */
export function decideAct(
  claim: ActClaim,
  guards: ApplicationGuards,
  policy: PolicyPack,
  today: LocalDate,
): Decision<ActClaim> {
  const refusal =
    placeRefusal(claim, guards) ??
    orderRefusal(claim.act, guards.acts) ??
    dayRefusal(claim, guards.acts, today) ??
    ageRefusal(claim, guards, policy) ??
    detailRefusal(claim, policy)
  return refusal ? refused(refusal) : granted(claim)
}

/** One applies at a branch, also before it has answered; everything that an office does needs its answer. */
function placeRefusal({ act }: ActClaim, { affiliation }: ApplicationGuards): Refusal | null {
  if (act === 'withdrawn') return null
  if (act === 'submitted') return affiliation === 'none' ? { code: 'organisation-missing', facts: {} } : null
  return affiliation === 'confirmed' ? null : { code: 'affiliation-not-confirmed', facts: {} }
}

function orderRefusal(act: Act, acts: readonly ApplicationAct[]): Refusal | null {
  const { state } = applicationOf(acts)
  return TAKEN_FROM[act].includes(state) ? null : { code: 'out-of-order', facts: { act, state } }
}

function dayRefusal({ act, on }: ActClaim, acts: readonly ApplicationAct[], today: LocalDate): Refusal | null {
  if (on > today) return { code: 'day-in-future', facts: { today } }
  const application = applicationOf(acts)
  const bar = latestOf((NOT_BEFORE[act] ?? []).map((one) => application[one]))
  return bar && on < bar.on ? { code: 'day-before-step', facts: { earliest: bar.on, step: bar.act } } : null
}

/** Age ≥ 14 and ≤ 28 on the day of the application (团章, 细则; Q). */
function ageRefusal(claim: ActClaim, guards: ApplicationGuards, policy: PolicyPack): Refusal | null {
  if (claim.act !== 'submitted' && claim.act !== 'applied') return null
  const birthDate = claim.act === 'applied' ? claim.birthDate : guards.birthDate
  if (!birthDate || birthDate > claim.on) return { code: 'birth-date-invalid', facts: {} }
  const { from, until } = ageWindow(birthDate, policy)
  const minimum = valueOf(policy, 'application.age-min')
  const maximum = valueOf(policy, 'application.age-max')
  if (claim.on < from) return { code: 'too-young', facts: { minimum, from, rule: 'application.age-min' } }
  if (claim.on >= until) return { code: 'over-age', facts: { maximum, rule: 'application.age-max' } }
  return null
}

/** The days on which someone may apply: from the first, and before the second (`application.age-min`, `-max`, `age.birthday-counts`). */
export function ageWindow(
  birthDate: LocalDate,
  policy: PolicyPack,
): { readonly from: LocalDate; readonly until: LocalDate } {
  const counts = valueOf(policy, 'age.birthday-counts')
  return {
    from: reachesAge(birthDate, valueOf(policy, 'application.age-min'), counts),
    until: reachesAge(birthDate, valueOf(policy, 'application.age-max') + 1, counts),
  }
}

function detailRefusal(claim: ActClaim, policy: PolicyPack): Refusal | null {
  if (claim.act === 'nominated') {
    const minimum = valueOf(policy, 'branch.min-members')
    if (!valueOf(policy, 'admission.ways').includes(claim.way)) return { code: 'way-not-offered', facts: {} }
    if (claim.members < minimum) return { code: 'branch-too-small', facts: { minimum, rule: 'branch.min-members' } }
  }
  if (claim.act === 'mentored') {
    const { minimum, maximum } = valueOf(policy, 'mentors.count')
    const { length } = claim.mentors
    if (length < minimum || length > maximum) {
      return { code: 'mentors-out-of-range', facts: { minimum, maximum, rule: 'mentors.count' } }
    }
    if (new Set(claim.mentors).size !== length) return { code: 'mentors-repeated', facts: {} }
  }
  return null
}

/** What stands in the place of a wrong act: other details, or nothing at all. */
export type ActCorrection = { readonly kind: 'replace'; readonly claim: ActClaim } | { readonly kind: 'void' }

/**
 * Whether an act may be corrected. A replacement is asked everything that the act itself was asked, as of the acts before it,
 * and may not lie after the day of the act that follows. Only the newest act can be taken back: the others rest on it.
 * What the applicant did in the app is theirs.
 */
export function decideActCorrection(
  target: ApplicationAct,
  correction: ActCorrection,
  guards: ApplicationGuards,
  policy: PolicyPack,
  today: LocalDate,
): Decision<ActCorrection> {
  if (guards.affiliation !== 'confirmed') return refused({ code: 'affiliation-not-confirmed', facts: {} })
  if (target.act === 'submitted' || target.act === 'withdrawn')
    return refused({ code: 'step-not-correctable', facts: {} })
  const standing = standingActs(guards.acts)
  const place = standing.findIndex((act) => act.id === target.id)
  if (place === -1) return refused({ code: 'entry-already-corrected', facts: {} })
  const next = standing[place + 1]
  // What was withdrawn is past, and what the committee has answered is no longer the branch's to reword.
  const closed = standing.slice(place).some((act) => act.act === 'withdrawn')
  if (closed || (target.act === 'nominated' && next)) return refused({ code: 'step-not-correctable', facts: {} })
  if (correction.kind === 'void') {
    return next ? refused({ code: 'act-not-last', facts: {} }) : granted(correction)
  }
  const { claim } = correction
  if (claim.act !== target.act) return refused({ code: 'step-not-correctable', facts: {} })
  // What stands before it, as if it had been right at once: what a replacement replaced isn't among them any more.
  const acts = standing.slice(0, place).map((act): ApplicationAct => ({ ...act, corrects: null }))
  // An act recorded from paper needs no steps before it.
  const decision = target.onPaper
    ? onPaperCorrection(claim, guards, acts, policy, today)
    : decideAct(claim, { ...guards, acts }, policy, today)
  if (!decision.ok) return decision
  if (next && claim.on > next.on) {
    return refused({ code: 'day-after-step', facts: { latest: next.on, step: next.act } })
  }
  return granted(correction)
}

function onPaperCorrection(
  claim: ActClaim,
  guards: ApplicationGuards,
  before: readonly ApplicationAct[],
  policy: PolicyPack,
  today: LocalDate,
): Decision<ActClaim> {
  if (claim.on > today) return refused({ code: 'day-in-future', facts: { today } })
  const earliest = guards.birthDate && ageWindow(guards.birthDate, policy).from
  if (earliest && claim.on < earliest) return refused({ code: 'day-too-early', facts: { earliest } })
  const bar = onPaperBar(before)
  return bar && claim.on < bar.on
    ? refused({ code: 'day-before-step', facts: { earliest: bar.on, step: bar.act } })
    : granted(claim)
}

/**
 * Recorded from paper, an activist has no steps before it; but where there are some, and where an application was withdrawn, it
 * lies after them: otherwise three months could be over at once.
 */
export function onPaperBar(acts: readonly ApplicationAct[]): ApplicationAct | null {
  const { applied, talked, nominated, returned, withdrawn } = applicationOf(acts)
  return latestOf([applied, talked, nominated, returned, withdrawn])
}

/** Of acts that stand or don't, the one whose day is the last; the first of several on that day. */
function latestOf(acts: readonly (ApplicationAct | null)[]): ApplicationAct | null {
  return acts.reduce((latest, one) => (one && (!latest || one.on > latest.on) ? one : latest), null)
}
