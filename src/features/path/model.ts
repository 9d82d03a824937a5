import type { PathEntry, PathReply, PathRequirement } from '#contract/path'
import type { LocalDate } from '#domain/time'
import { hoursNumber, hoursWords } from '../../text/amounts'
import {
  fateWord,
  headline,
  meaning,
  modeWords,
  originWords,
  ringLabel,
  stateWords,
  sums,
  turnWords,
  whyNotCounted,
} from '../../text/class-hours'
import { dayWords } from '../../text/dates'

export type Tone = 'met' | 'waiting' | 'not-yet' | 'not-applicable'

export interface EntryView {
  readonly id: string
  readonly title: string
  readonly note: string
  readonly tone: Tone
  readonly fate: string
  readonly reason: string | null
  /** It stands as it is; a correction may name it. */
  readonly correctable: boolean
}

export interface RequirementView {
  readonly title: string
  readonly headline: string
  readonly sums: string
  readonly ring: {
    readonly have: number
    readonly pending: number
    readonly need: number
    readonly value: string
    readonly unit: string
    readonly label: string
  }
  readonly state: { readonly tone: Tone; readonly text: string }
  readonly turn: string | null
  readonly meaning: string | null
  readonly entries: readonly EntryView[]
}

export interface PathView {
  readonly standing: string
  readonly requirements: readonly RequirementView[]
  readonly policy: PathReply['policy']
}

/** A path as it is shown, to the youth and to the branch secretary alike. `today` is the day of the answer. */
export function pathView(path: PathReply): PathView {
  const today = path.asOf as LocalDate
  return {
    standing: path.activistOn ? `入团积极分子，${dayWords(path.activistOn, today)}起` : '还不是入团积极分子',
    requirements: path.requirements.map((requirement) => requirementView(requirement, today)),
    policy: path.policy,
  }
}

function requirementView(requirement: PathRequirement, today: LocalDate): RequirementView {
  const { have, pending, need } = requirement
  return {
    title: '团课学习',
    headline: headline(requirement),
    sums: sums(requirement),
    ring: {
      have,
      pending,
      need,
      value: hoursNumber(have),
      unit: `/ ${hoursWords(need)}`,
      label: ringLabel(requirement),
    },
    state: { tone: toneOf(requirement), text: stateWords(requirement) },
    turn: turnWords(requirement, today),
    meaning: meaning(requirement),
    entries: entryViews(requirement.entries, today),
  }
}

/** Blue whenever somebody else has to act, also where the rule says not-yet. */
function toneOf({ state, who }: PathRequirement): Tone {
  return state === 'not-yet' && who !== null && who !== 'applicant' ? 'waiting' : state
}

/** Entries as rows. A strike isn't a row of its own: the entry that it strikes says so, with the reason. */
export function entryViews(entries: readonly PathEntry[], today: LocalDate): readonly EntryView[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  return entries
    .filter((entry) => entry.amount > 0)
    .map((entry) => entryView(entry, entry.correctedBy === null ? undefined : byId.get(entry.correctedBy), today))
}

function entryView(entry: PathEntry, replacement: PathEntry | undefined, today: LocalDate): EntryView {
  const struck = entry.fate === 'not-counted' && entry.reason === 'corrected' && replacement?.amount === 0
  const { texts } = entry
  return {
    id: entry.id,
    title: `${dayWords(entry.on, today)} · ${texts ? texts.content : '内容已删除'}`,
    note: [
      hoursWords(entry.amount),
      modeWords(entry.mode),
      originWords(entry.origin),
      ...(texts ? [`见证：${texts.witness}`] : []),
    ].join(' · '),
    tone: entry.fate === 'counted' ? 'met' : entry.fate === 'pending' ? 'waiting' : 'not-applicable',
    fate: struck ? '已作废' : fateWord(entry),
    reason: reasonOf(entry, struck ? replacement : undefined),
    correctable: entry.correctedBy === null,
  }
}

function reasonOf(entry: PathEntry, strike: PathEntry | undefined): string | null {
  if (strike) return strike.texts?.reason ? `作废的原因：${strike.texts.reason}` : null
  const why = whyNotCounted(entry.reason)
  const corrected = entry.texts?.reason ? `更正的原因：${entry.texts.reason}` : null
  return [why, corrected].filter(Boolean).join('；') || null
}
