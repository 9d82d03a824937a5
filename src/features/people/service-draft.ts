import type { VolunteerCorrectionBody } from '#contract/person'
import type { LedgerEntry } from '#domain/hours/ledger'
import { decideVolunteerCorrection, decideVolunteerHours, type VolunteerClaim } from '#domain/hours/volunteer-hours'
import type { Refusal } from '#domain/refusal'
import { parseLocalDate } from '#domain/time'
import { checkedWith, unanswered, type Checked, type Context, type Draft } from './draft'
import { parseMinutes } from '../../text/numbers'
import { standingWords, type EntryContext } from './record-draft'

/** `unit`: what `amount` was typed in, hours or minutes. */
export type ServiceField = 'on' | 'amount' | 'unit' | 'content' | 'witness' | 'reason'

export type ServiceBody = Omit<VolunteerCorrectionBody, 'requestId'>

/** Where the form starts: from the entry to correct, in hours where they are whole or half, else in minutes. */
export function startOfService({ entry, texts, today }: EntryContext): Draft<ServiceField> {
  const words = (entry && texts[entry.id]) ?? {}
  const inHours = entry === null || entry.amount % 30 === 0
  return {
    on: entry?.on ?? today,
    amount: entry === null ? '' : String(inHours ? entry.amount / 60 : entry.amount),
    unit: inHours ? 'hour' : 'minute',
    content: words.content ?? '',
    witness: words.witness ?? '',
    reason: '',
  }
}

/** Whole minutes of what was typed; null when it isn't a number, or no whole number of minutes. */
export function minutesOf({ amount, unit }: Pick<Draft<ServiceField>, 'amount' | 'unit'>): number | null {
  return parseMinutes(amount, unit === 'minute' ? 'minute' : 'hour')
}

/** Asks the rules about service that somebody did. Whole minutes cross the wire, whatever was typed. */
export function checkService(draft: Draft<ServiceField>, context: EntryContext): Checked<ServiceField, ServiceBody> {
  const minutes = minutesOf(draft)
  const on = parseLocalDate(draft.on)
  const missing = {
    ...unanswered(draft, {
      on: '请选择服务的日期。',
      content: '请填写做了什么。',
      witness: '请填写谁可以作证。',
      ...(context.entry === null ? {} : { reason: '请写下更正的原因。' }),
    }),
    ...(minutes === null && { amount: '请填写时长，要合成整分钟，比如 2.5 小时，或 150 分钟。' }),
  }
  const refusal = minutes !== null && on ? serviceRefusal({ minutes, on }, draft, context) : null
  return checkedWith(draft, missing, refusal, 'amount', () => ({
    on: draft.on,
    minutes: minutes ?? 0,
    content: draft.content.trim(),
    witness: draft.witness.trim(),
    reason: draft.reason.trim(),
  }))
}

function serviceRefusal(claim: VolunteerClaim, draft: Draft<ServiceField>, context: EntryContext): Refusal | null {
  const { facts, texts, policy, today, entry } = context
  const guards = { affiliation: facts.affiliation?.state ?? 'none', entries: facts.entries } as const
  const words = (entry && texts[entry.id]) ?? {}
  const sameWords = words.content === draft.content.trim() && words.witness === draft.witness.trim()
  const decision =
    // 0 would strike the entry, which has a button of its own.
    entry === null || claim.minutes === 0
      ? decideVolunteerHours(claim, guards, policy, today)
      : decideVolunteerCorrection(entry, facts.entries, { ...claim, sameWords }, guards, policy, today)
  return decision.ok ? null : decision.refusal
}

/** What strikes an entry: everything as it stands, nothing of it counted. */
export function strikeOfService(entry: LedgerEntry, { texts }: Pick<Context, 'texts'>, reason: string): ServiceBody {
  return { on: entry.on, minutes: 0, ...standingWords(texts[entry.id]), reason: reason.trim() }
}
