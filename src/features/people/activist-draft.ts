import type { ActivistBody } from '#contract/person'
import { decideActivist } from '#domain/application/activist'
import { valueOf, type Policy } from '#domain/policy/policy'
import { parseLocalDate, type LocalDate } from '#domain/time'
import { refusalWords } from '../../text/refusals'

/** What the committee's officer typed; '' where nothing was. */
export interface ActivistDraft {
  readonly on: string
  readonly way: string
  readonly approvedBy: string
  /** 'yes' or 'no'; '' while unanswered. */
  readonly paperSeen: string
}

export type ActivistField = keyof ActivistDraft
export type ActivistErrors = { readonly [F in ActivistField]?: string }

export type CheckedActivist =
  | { readonly kind: 'ready'; readonly body: Omit<ActivistBody, 'requestId'> }
  | { readonly kind: 'errors'; readonly errors: ActivistErrors }

export function startOfActivist(today: LocalDate): ActivistDraft {
  return { on: today, way: '', approvedBy: '', paperSeen: '' }
}

/** Asks the rules about what was typed, before it is sent; the birth date is the server's to know. */
export function checkActivist(draft: ActivistDraft, policy: Policy, today: LocalDate): CheckedActivist {
  const on = parseLocalDate(draft.on)
  const way = valueOf(policy, 'admission.ways').find((one) => one === draft.way)
  const errors: { [F in ActivistField]?: string } = {}
  if (!on) errors.on = '请选择批准的日期。'
  if (!way) errors.way = '请选择入团方式。'
  if (draft.approvedBy.trim() === '') errors.approvedBy = '请填写是谁批准的。'
  if (draft.paperSeen === '') errors.paperSeen = '请选择看过没有。'
  if (on && way && draft.paperSeen !== '') {
    const record = { on, way, paperSeen: draft.paperSeen === 'yes' }
    const facts = { affiliation: 'confirmed', activistOn: null, birthDate: null } as const
    const decision = decideActivist(record, facts, policy, today)
    if (!decision.ok) errors[activistFieldOf(decision.refusal.code) ?? 'on'] = refusalWords(decision.refusal)
    else if (Object.keys(errors).length === 0) {
      return { kind: 'ready', body: { ...record, approvedBy: draft.approvedBy.trim() } }
    }
  }
  return { kind: 'errors', errors }
}

/** Which field a refusal speaks of; null for one that speaks of none. */
export function activistFieldOf(code: string): ActivistField | null {
  switch (code) {
    case 'day-in-future':
    case 'day-too-early':
      return 'on'
    case 'way-not-offered':
      return 'way'
    case 'paper-not-seen':
      return 'paperSeen'
    default:
      return null
  }
}
