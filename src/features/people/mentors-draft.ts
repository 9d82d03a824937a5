import { valueOf, type Policy } from '#domain/policy/policy'
import { parseLocalDate } from '#domain/time'
import { checkedWith, type Draft, type Errors } from './draft'
import { reasonOf, stepRefusal, wordsOf, type StepContext, type StepDraft } from './step-draft'

/** `name0`, `membership0` and so on for as many mentors as the pack allows. */
export type MentorsField = 'on' | 'reason' | `name${number}` | `membership${number}`

/** A place for a mentor in the form. */
export interface MentorSlot {
  readonly name: `name${number}`
  readonly membership: `membership${number}`
  /** The pack asks for so many at least; more may stay empty. */
  readonly needed: boolean
}

/** As many places as the pack allows mentors. */
export function mentorSlots(policy: Policy): readonly MentorSlot[] {
  const { minimum, maximum } = valueOf(policy, 'mentors.count')
  return Array.from({ length: maximum }, (_, index) => ({
    name: `name${index}`,
    membership: `membership${index}`,
    needed: index < minimum,
  }))
}

/** The mentors of an activist: members of the League or the Party. */
export const mentorsDraft: StepDraft<MentorsField> = {
  start(context) {
    const words = wordsOf(context)
    const draft: Record<MentorsField, string> = { on: context.act?.on ?? context.today, reason: '' }
    mentorSlots(context.policy).forEach(({ name, membership }, index) => {
      draft[name] = words[`mentor${index + 1}`] ?? ''
      draft[membership] = words[`membership${index + 1}`] ?? ''
    })
    return draft
  },
  check(draft, context) {
    const on = parseLocalDate(draft.on)
    const mentors = mentorsOf(draft, context)
    const refusal = on ? stepRefusal({ act: 'mentored', on, mentors: mentors.map(({ name }) => name) }, context) : null
    return checkedWith(draft, missingOf(draft, context), refusal, 'on', () => ({
      step: { act: 'mentored', on: draft.on, mentors: [...mentors] },
      reason: draft.reason.trim(),
    }))
  },
}

function missingOf(draft: Draft<MentorsField>, context: StepContext): Errors<MentorsField> {
  const errors: { [F in MentorsField]?: string } = {}
  if (draft.on === '') errors.on = '请选择从哪一天起。'
  const { reason } = reasonOf(context)
  if (reason !== undefined && draft.reason.trim() === '') errors.reason = reason
  for (const { name, membership, needed } of mentorSlots(context.policy)) {
    const [typed, chosen] = [typedIn(draft, name) !== '', typedIn(draft, membership) !== '']
    if (!typed && (needed || chosen)) errors[name] = '请填写培养联系人的姓名。'
    if (!chosen && typed) errors[membership] = '请选择是团员还是党员。'
  }
  return errors
}

function mentorsOf(
  draft: Draft<MentorsField>,
  { policy }: StepContext,
): readonly { readonly name: string; readonly membership: 'league' | 'party' }[] {
  return mentorSlots(policy)
    .map(({ name, membership }) => ({
      name: typedIn(draft, name),
      membership: draft[membership] === 'party' ? ('party' as const) : ('league' as const),
    }))
    .filter(({ name }) => name !== '')
}

function typedIn(draft: Draft<MentorsField>, field: MentorsField): string {
  return (draft[field] ?? '').trim()
}
