/**
 * What a district decides: the type of its policy pack. The values are data, in `districts/<slug>/policy.json`.
 * Rule ids carry no district's name, so that another county's pack answers under the same names.
 */

/** How sure we are of a rule: Q its text was seen · P current practice in several places · L one place's own rule · X no source found. */
export type Certainty = 'Q' | 'P' | 'L' | 'X'

/** How an applicant may become an activist: 推优, 积分, 评议. */
export type AdmissionWay = 'nomination' | 'points' | 'review'

/** The value of every rule, by rule id. Units stand in the names: tenths of a 学时, minutes, days, months, percent. */
export interface RuleValues {
  readonly civics: {
    readonly requiredOf: readonly ('pupil' | 'student')[]
    /** Every grade there is, best first. */
    readonly scale: readonly string[]
    /** Those that are good enough. */
    readonly good: readonly string[]
  }
  readonly 'class-hours': { readonly tenths: number }
  readonly 'class-hours.window': 'from-activist' | 'any'
  readonly 'class-hours.mode': 'in-person' | 'any'
  readonly 'class-hours.minutes': number
  readonly 'class-hours.entry-max': number
  readonly 'volunteer-hours': { readonly minutes: number; readonly gate: 'hard' | 'soft' }
  readonly 'volunteer-hours.entry-max': number
  readonly 'volunteer.registered': boolean
  readonly 'volunteer.year': 'calendar' | 'calendar-or-previous'
  readonly 'admission.ways': readonly AdmissionWay[]
  readonly 'season.per-venue': number
  readonly 'event.dual-entry': boolean
  /** The reading season: its first and last day at +08:00, and the kinds of event that count for it. */
  readonly season: {
    readonly name: string
    readonly from: string
    readonly to: string
    readonly kinds: readonly ('reading' | 'league-class' | 'volunteering' | 'other')[]
  }
  /** How long a freed place is offered to the next on the list. */
  readonly 'event.offer-within': { readonly minutes: number }
  /** An offer ends at the latest `beforeStart` minutes before the event; none is made that leaves no more than `least` to answer. */
  readonly 'event.offer-end': { readonly beforeStart: number; readonly least: number }
  /** Until so long before the start a cancellation leaves no mark. */
  readonly 'event.cancel-free': { readonly minutes: number }
  /** The way between two events in different places. */
  readonly 'event.travel': { readonly minutes: number }
  /** How long before the start people are reminded; each of them once. */
  readonly 'event.reminders': { readonly minutes: readonly number[] }
  /** The most places that a role of one event can have. */
  readonly 'event.places-max': number
  /** The longest that an event can be. */
  readonly 'event.length-max': { readonly minutes: number }
  /** From so many minutes before the start, until so many after the end, one can check in and out. */
  readonly 'check-in.window': { readonly before: number; readonly after: number }
  /** A desk's keys are given from so many minutes before the start, and leave the phone so many after the planned end. */
  readonly 'check-in.keys': { readonly before: number; readonly after: number }
  /** So long a check-in may be kept on a phone without a network. */
  readonly 'check-in.late-max': { readonly hours: number }
  /** How often one may type digits for one event; the QR is always open. */
  readonly 'check-in.typed-tries': number
  /** The least share of the planned time that somebody has to be there to be credited. */
  readonly 'check-in.share': { readonly percent: number }
  /** Minutes of service are rounded down to whole multiples of this; 1 = none. */
  readonly 'check-in.rounding': { readonly minutes: number }
  /** Below this age a guardian's consent is needed to volunteer. */
  readonly 'volunteer.guardian-below': number
  /** Words that a text for others can't have, where WeChat couldn't be asked. */
  readonly 'text.words': readonly string[]
  readonly 'contact.two-links': boolean
  readonly 'station.running-table': boolean
  readonly 'study.rate': number
  readonly 'study.theme': { readonly perMonth: number; readonly topics: readonly string[] }
  readonly 'liaison.assignment': { readonly minimum: number; readonly maximum: number }
  readonly 'venue.coverage': { readonly youthPercent: number; readonly coveragePercent: number; readonly years: number }
  readonly 'application.age-min': number
  readonly 'application.age-max': number
  readonly 'age.birthday-counts': boolean
  readonly 'affiliation.within': { readonly days: number }
  readonly 'talk.within': { readonly months: number }
  readonly 'activist.within': { readonly days: number }
  readonly 'activist.approval': 'approve' | 'file'
  readonly 'mentors.count': { readonly minimum: number; readonly maximum: number }
  readonly 'training.months': number
  readonly 'notice.steps': readonly ('activist' | 'candidate' | 'noticed')[]
  readonly 'notice.days': number
  readonly 'notice.audience': readonly ('branch' | 'print')[]
  readonly 'introducers.count': number
  readonly 'form.number': 'from-committee'
  readonly 'vote.quorum': 'more-than-half-of-entitled'
  readonly 'vote.base': 'entitled' | 'present'
  readonly 'vote.absent': 'not-counted' | 'counted'
  readonly 'approval.within': { readonly months: number }
  readonly 'archive.within': { readonly days: number }
  readonly 'branch.min-members': number
  readonly 'branch.committee-from': number
  readonly 'account.age-min': number
  readonly 'keeping.newcomer': number
  readonly 'keeping.profile': number
  readonly 'keeping.session': number
  readonly 'keeping.request': number
  readonly 'keeping.access-log': number
}

/** The id of a rule; the same in code, packs and answers. */
export type RuleId = keyof RuleValues

/** A text that rules are taken from. `national` texts are shown by their short name, `district` ones as 本区规定. */
export interface Source {
  readonly title: string
  readonly short: string
  readonly kind: 'national' | 'district' | 'practice'
}

/** One rule of a pack: its value, the keys of its sources (strongest first), how sure it is. */
export interface Rule<Id extends RuleId = RuleId> {
  readonly value: RuleValues[Id]
  readonly sources: readonly string[]
  readonly certainty: Certainty
  /** Why it holds, in one plain sentence for the person who opens it. */
  readonly note: string
}

/** A district's policy pack. */
export interface PolicyPack {
  readonly district: string
  readonly name: string
  /** The district's own name for this edition, e.g. 2026.1. */
  readonly edition: string
  /** The day on which a person of the district confirmed the pack; null = not confirmed yet, and said so. */
  readonly confirmedOn: string | null
  readonly sources: Readonly<Record<string, Source>>
  readonly rules: { readonly [Id in RuleId]: Rule<Id> }
}

/** A pack with its version: the hash of its content. Every decision records the version it was made under. */
export interface Policy extends PolicyPack {
  readonly version: string
}

/** The value of a rule. */
export function valueOf<Id extends RuleId>(policy: PolicyPack, id: Id): RuleValues[Id] {
  return policy.rules[id].value
}

/** The values of some rules, by their ids: what the functions of one room are asked with. */
export function valuesOf<Id extends RuleId>(policy: PolicyPack, ids: readonly Id[]): Pick<RuleValues, Id> {
  return Object.fromEntries(ids.map((id) => [id, valueOf(policy, id)])) as Pick<RuleValues, Id>
}

/** Where a rule stands, as an answer shows it. */
export interface Citation {
  readonly rule: RuleId
  /** The national text that says so; null = 本区规定 (a rule of this district: P, L, X, or only in its own report). */
  readonly source: { readonly title: string; readonly short: string } | null
  readonly certainty: Certainty
  readonly note: string
}

/** Cites a rule: a Q rule by its national text's name, any other as this district's own (domain.md, How sure). */
export function cite(policy: PolicyPack, id: RuleId): Citation {
  const rule = policy.rules[id]
  const national = rule.sources.map((key) => policy.sources[key]).find((source) => source?.kind === 'national')
  const source = rule.certainty === 'Q' && national ? { title: national.title, short: national.short } : null
  return { rule: id, source, certainty: rule.certainty, note: rule.note }
}
