import type { FactTexts } from '#contract/path'
import type { PathFacts } from '#domain/path/facts'
import type { Policy } from '#domain/policy/policy'
import type { Refusal } from '#domain/refusal'
import type { LocalDate } from '#domain/time'
import { refusalWords } from '../../text/refusals'

/** What was typed, by field; '' where nothing was. */
export type Draft<Field extends string> = Readonly<Record<Field, string>>

/** What is wrong, by field. */
export type Errors<Field extends string> = { readonly [F in Field]?: string }

export type Checked<Field extends string, Body> =
  { readonly kind: 'ready'; readonly body: Body } | { readonly kind: 'errors'; readonly errors: Errors<Field> }

/** What a form's rules are asked about: the person's facts, the words beside them, the pack and the day. */
export interface Context {
  readonly facts: PathFacts
  readonly texts: FactTexts
  readonly policy: Policy
  readonly today: LocalDate
}

const FIELDS: { readonly [C in Refusal['code']]?: string } = {
  'day-in-future': 'on',
  'day-too-early': 'on',
  'day-before-step': 'on',
  'day-after-step': 'on',
  'birth-date-invalid': 'birthDate',
  'too-young': 'birthDate',
  'over-age': 'birthDate',
  'way-not-offered': 'way',
  'branch-too-small': 'members',
  'mentors-out-of-range': 'name0',
  'mentors-repeated': 'name1',
  'paper-not-seen': 'paperSeen',
  'amount-out-of-range': 'amount',
  'day-full': 'amount',
  'minutes-out-of-range': 'amount',
  'grade-not-offered': 'grade',
  'correction-changes-nothing': 'reason',
}

/** Which field of a form a refusal speaks of; null for one that speaks of none of them. */
export function fieldOf<Field extends string>(code: string, draft: Draft<Field>): Field | null {
  const field = Object.prototype.hasOwnProperty.call(FIELDS, code) ? FIELDS[code as Refusal['code']] : undefined
  return field !== undefined && Object.prototype.hasOwnProperty.call(draft, field) ? (field as Field) : null
}

/** The questions that nothing was typed to. */
export function unanswered<Field extends string>(
  draft: Draft<Field>,
  questions: { readonly [F in Field]?: string },
): Errors<Field> {
  const errors: { [F in Field]?: string } = {}
  for (const field of Object.keys(questions) as Field[])
    if (draft[field].trim() === '') errors[field] = questions[field]
  return errors
}

/**
 * A body is ready when nothing is missing and no rule refuses. A refusal stands at the field that it speaks of, else at
 * `otherwise`, unless that field is missing anyway.
 */
export function checkedWith<Field extends string, Body>(
  draft: Draft<Field>,
  missing: Errors<Field>,
  refusal: Refusal | null,
  otherwise: Field,
  body: () => Body,
): Checked<Field, Body> {
  const field = refusal === null ? null : (fieldOf(refusal.code, draft) ?? otherwise)
  const errors: Errors<Field> =
    refusal === null || field === null || missing[field] !== undefined
      ? missing
      : { ...missing, [field]: refusalWords(refusal) }
  return Object.keys(errors).length > 0 ? { kind: 'errors', errors } : { kind: 'ready', body: body() }
}
