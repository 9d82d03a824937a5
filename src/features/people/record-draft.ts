import type { PathEntry } from '#contract/path'
import type { ClassHoursBody, CorrectionBody } from '#contract/person'
import { decideClassHours } from '#domain/hours/class-hours'
import type { Policy } from '#domain/policy/policy'
import { parseLocalDate, type LocalDate } from '#domain/time'
import { hoursNumber } from '../../text/amounts'
import { refusalWords } from '../../text/refusals'

/** What a branch secretary typed about a class; '' where nothing was. */
export interface RecordDraft {
  readonly on: string
  readonly amount: string
  readonly mode: PathEntry['mode']
  readonly content: string
  readonly witness: string
  /** Why an entry is corrected; not asked for a new one. */
  readonly reason: string
}

export type RecordField = keyof RecordDraft
export type RecordErrors = { readonly [F in RecordField]?: string }

export type CheckedRecord =
  | { readonly kind: 'ready'; readonly body: Omit<CorrectionBody, 'requestId'> }
  | { readonly kind: 'errors'; readonly errors: RecordErrors }

/** Where the form starts: from the entry to correct, or a class of two 学时 today. */
export function startOfRecord(entry: PathEntry | undefined, today: LocalDate): RecordDraft {
  return {
    on: entry?.on ?? today,
    amount: hoursNumber(entry?.amount ?? 20),
    mode: entry?.mode ?? 'in-person',
    content: entry?.texts?.content ?? '',
    witness: entry?.texts?.witness ?? '',
    reason: '',
  }
}

/** Tenths of a 学时 from what was typed (also with full-width digits); null when it isn't a number with at most one decimal. */
export function parseTenths(typed: string): number | null {
  const plain = typed
    .trim()
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[．。]/g, '.')
  const match = /^(\d{1,3})(?:\.(\d))?$/.exec(plain)
  return match ? Number(match[1]) * 10 + Number(match[2] ?? 0) : null
}

/** A new record has no reason. */
export function withoutReason({
  reason: _,
  ...body
}: Omit<CorrectionBody, 'requestId'>): Omit<ClassHoursBody, 'requestId'> {
  return body
}

/**
 * Asks the rules about what was typed, before it is sent. What only the server knows (the birth date, who corrected
 * meanwhile) it says itself.
 */
export function checkRecord(draft: RecordDraft, correcting: boolean, policy: Policy, today: LocalDate): CheckedRecord {
  const tenths = parseTenths(draft.amount)
  const on = parseLocalDate(draft.on)
  const errors: { [F in RecordField]?: string } = {}
  if (tenths === null) errors.amount = '请填写学时，最多一位小数，比如 2 或 1.5。'
  if (!on) errors.on = '请选择上课的日期。'
  if (draft.content.trim() === '') errors.content = '请填写学了什么。'
  if (draft.witness.trim() === '') errors.witness = '请填写谁可以作证。'
  if (correcting && draft.reason.trim() === '') errors.reason = '请写下更正的原因。'
  if (tenths !== null && on) {
    const facts = { affiliation: 'confirmed', activistOn: null, birthDate: null } as const
    const decision = decideClassHours({ tenths, on }, facts, policy, today)
    if (!decision.ok) errors[recordFieldOf(decision.refusal.code) ?? 'amount'] = refusalWords(decision.refusal)
  }
  if (tenths === null || !on || Object.keys(errors).length > 0) return { kind: 'errors', errors }
  return { kind: 'ready', body: { ...wordsOf(draft), on, tenths, mode: draft.mode } }
}

/** What strikes an entry: everything as it stands, nothing of it counted. */
export function strikeOf(entry: PathEntry, reason: string): Omit<CorrectionBody, 'requestId'> {
  return {
    on: entry.on,
    tenths: 0,
    mode: entry.mode,
    // The texts may have been erased; the contract wants words all the same.
    content: entry.texts?.content ?? '作废',
    witness: entry.texts?.witness ?? '作废',
    reason: reason.trim(),
  }
}

/** Which field a refusal speaks of; null for one that speaks of none. */
export function recordFieldOf(code: string): RecordField | null {
  switch (code) {
    case 'amount-out-of-range':
      return 'amount'
    case 'day-in-future':
    case 'day-too-early':
      return 'on'
    default:
      return null
  }
}

function wordsOf({ content, witness, reason }: RecordDraft) {
  return { content: content.trim(), witness: witness.trim(), reason: reason.trim() }
}
