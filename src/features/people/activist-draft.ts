import type { ActivistBody } from '#contract/person'
import { decideActivist } from '#domain/application/activist'
import { applicationOf } from '#domain/application/acts'
import { valueOf } from '#domain/policy/policy'
import { parseLocalDate, type LocalDate } from '#domain/time'
import { checkedWith, unanswered, type Checked, type Context, type Draft } from './draft'

/** `paperSeen`: 'yes' or 'no'; '' while unanswered. */
export type ActivistField = 'on' | 'way' | 'approvedBy' | 'paperSeen'

export function startOfActivist(today: LocalDate): Draft<ActivistField> {
  return { on: today, way: '', approvedBy: '', paperSeen: '' }
}

/** Asks the rules whether somebody may be recorded as 入团积极分子 from paper. */
export function checkActivist(
  draft: Draft<ActivistField>,
  { facts, policy, today }: Context,
): Checked<ActivistField, Omit<ActivistBody, 'requestId'>> {
  const on = parseLocalDate(draft.on)
  const way = valueOf(policy, 'admission.ways').find((one) => one === draft.way)
  const missing = {
    ...unanswered(draft, {
      on: '请选择批准的日期。',
      way: '请选择入团方式。',
      approvedBy: '请填写是谁批准的。',
      paperSeen: '请选择看过没有。',
    }),
    ...(draft.way !== '' && !way && { way: '请选择入团方式。' }),
  }
  const record = on && way && draft.paperSeen !== '' ? { on, way, paperSeen: draft.paperSeen === 'yes' } : null
  const guards = {
    affiliation: facts.affiliation?.state ?? 'none',
    activistOn: applicationOf(facts.acts).activist?.on ?? null,
    birthDate: facts.birthDate,
    acts: facts.acts,
  } as const
  const decision = record && decideActivist(record, guards, policy, today)
  return checkedWith(draft, missing, decision && !decision.ok ? decision.refusal : null, 'on', () => ({
    on: draft.on,
    way: way ?? 'nomination',
    paperSeen: true,
    approvedBy: draft.approvedBy.trim(),
  }))
}
