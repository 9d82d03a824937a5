import type { ClassHoursBody, CorrectionBody } from '#contract/person'
import { applicationOf } from '#domain/application/acts'
import { decideClassHours, decideCorrection, type ClassHourClaim } from '#domain/hours/class-hours'
import type { LedgerEntry } from '#domain/hours/ledger'
import type { Refusal } from '#domain/refusal'
import { parseLocalDate } from '#domain/time'
import { hoursNumber } from '../../text/amounts'
import { checkedWith, unanswered, type Checked, type Context, type Draft } from './draft'
import { parseTenths } from '../../text/numbers'

/** `reason`: why an entry is corrected; not asked for a new one. */
export type RecordField = 'on' | 'amount' | 'mode' | 'content' | 'witness' | 'reason'

export interface EntryContext extends Context {
  /** The entry to correct; null = a new one. */
  readonly entry: LedgerEntry | null
}

/** A class that somebody took: of a new record the reason is left out when it is sent. */
export type RecordBody = Omit<CorrectionBody, 'requestId'>

/** Where the form starts: from the entry to correct, or a class of two 学时 today. */
export function startOfRecord({
  entry,
  texts,
  today,
}: Pick<EntryContext, 'entry' | 'texts' | 'today'>): Draft<RecordField> {
  const words = (entry && texts[entry.id]) ?? {}
  return {
    on: entry?.on ?? today,
    amount: hoursNumber(entry?.amount ?? 20),
    mode: entry?.mode ?? 'in-person',
    content: words.content ?? '',
    witness: words.witness ?? '',
    reason: '',
  }
}

/** A new record has no reason. */
export function withoutReason<Body extends { readonly reason: string }>({
  reason: _,
  ...body
}: Body): Omit<Body, 'reason'> {
  return body
}

/** Asks the rules about a class that one person took, or about what should stand in the place of a wrong entry. */
export function checkRecord(draft: Draft<RecordField>, context: EntryContext): Checked<RecordField, RecordBody> {
  return checkClass(draft, context.entry !== null, (claim) => recordRefusal(claim, draft, context))
}

/**
 * Asks the rules about a class that many took: what holds for everybody. What holds for one of them (the birth date, a
 * branch left meanwhile) the server says, person by person.
 */
export function checkClassOfMany(
  draft: Draft<RecordField>,
  { policy, today }: Pick<Context, 'policy' | 'today'>,
): Checked<RecordField, Omit<ClassHoursBody, 'requestId'>> {
  const anybody = { affiliation: 'confirmed', activistOn: null, birthDate: null, entries: [] } as const
  const checked = checkClass(draft, false, (claim) => refusalOf(decideClassHours(claim, anybody, policy, today)))
  return checked.kind === 'errors' ? checked : { kind: 'ready', body: withoutReason(checked.body) }
}

function checkClass(
  draft: Draft<RecordField>,
  correcting: boolean,
  refusalTo: (claim: ClassHourClaim) => Refusal | null,
): Checked<RecordField, RecordBody> {
  const tenths = parseTenths(draft.amount)
  const on = parseLocalDate(draft.on)
  const missing = {
    ...unanswered(draft, {
      on: '请选择上课的日期。',
      content: '请填写学了什么。',
      witness: '请填写谁可以作证。',
      ...(correcting ? { reason: '请写下更正的原因。' } : {}),
    }),
    ...(tenths === null && { amount: '请填写学时，最多一位小数，比如 2 或 1.5。' }),
  }
  const refusal = tenths !== null && on ? refusalTo({ tenths, on }) : null
  return checkedWith(draft, missing, refusal, 'amount', () => ({
    on: draft.on,
    tenths: tenths ?? 0,
    mode: modeOf(draft.mode),
    ...typedWords(draft),
  }))
}

function recordRefusal(claim: ClassHourClaim, draft: Draft<RecordField>, context: EntryContext): Refusal | null {
  const { facts, texts, policy, today, entry } = context
  const guards = {
    affiliation: facts.affiliation?.state ?? 'none',
    activistOn: applicationOf(facts.acts).activist?.on ?? null,
    birthDate: facts.birthDate,
    entries: facts.entries,
  } as const
  // 0 would strike the entry, which has a button of its own.
  if (entry === null || claim.tenths === 0) return refusalOf(decideClassHours(claim, guards, policy, today))
  const { content, witness } = typedWords(draft)
  const before = texts[entry.id] ?? {}
  const sameWords = before.content === content && before.witness === witness
  const replacement = { ...claim, mode: modeOf(draft.mode), sameWords }
  return refusalOf(decideCorrection(entry, facts.entries, replacement, guards, policy, today))
}

function refusalOf(
  decision: { readonly ok: true } | { readonly ok: false; readonly refusal: Refusal },
): Refusal | null {
  return decision.ok ? null : decision.refusal
}

/** What strikes an entry: everything as it stands, nothing of it counted. */
export function strikeOf(entry: LedgerEntry, { texts }: Pick<Context, 'texts'>, reason: string): RecordBody {
  return { on: entry.on, tenths: 0, mode: entry.mode, ...standingWords(texts[entry.id]), reason: reason.trim() }
}

/** The words may have been erased; the contract wants some all the same. */
export function standingWords(words: Readonly<Partial<Record<string, string>>> | undefined): {
  readonly content: string
  readonly witness: string
} {
  return { content: words?.content ?? '作废', witness: words?.witness ?? '作废' }
}

function modeOf(mode: string): LedgerEntry['mode'] {
  return mode === 'online' ? 'online' : 'in-person'
}

function typedWords({ content, witness, reason }: Draft<RecordField>) {
  return { content: content.trim(), witness: witness.trim(), reason: reason.trim() }
}
