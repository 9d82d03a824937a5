import { OCCUPATIONS } from '#domain/profile/occupation'
import { parseLocalDate } from '#domain/time'
import { checkedWith, unanswered } from './draft'
import { reasonOf, stepRefusal, wordsOf, type StepContext, type StepDraft } from './step-draft'

export type PaperField = 'on' | 'receivedBy' | 'birthDate' | 'occupation' | 'reason'

/**
 * The written application was received. The birth date is typed anew from the paper, so that two people have read it; what the
 * applicant does is what they said themselves, unless the paper says otherwise.
 */
export const paperDraft: StepDraft<PaperField> = {
  start: (context) => ({
    on: context.act?.on ?? context.today,
    receivedBy: wordsOf(context).receivedBy ?? '',
    birthDate: '',
    occupation: context.facts.occupation ?? '',
    reason: '',
  }),
  check(draft, context) {
    const on = parseLocalDate(draft.on)
    const birthDate = parseLocalDate(draft.birthDate)
    const missing = unanswered(draft, {
      on: '请选择收到的日期。',
      receivedBy: '请填写是谁收的。',
      birthDate: '请选择申请书上的出生日期。',
      occupation: '请选择申请人现在在做什么。',
      ...reasonOf(context),
    })
    const refusal = on && birthDate ? stepRefusal({ act: 'applied', on, birthDate }, context) : null
    return checkedWith(draft, missing, refusal, 'on', () => ({
      step: {
        act: 'applied',
        on: draft.on,
        receivedBy: draft.receivedBy.trim(),
        birthDate: draft.birthDate,
        occupation: OCCUPATIONS.find((one) => one === draft.occupation) ?? 'other',
      },
      reason: draft.reason.trim(),
    }))
  },
}

/** The birth date that the applicant gave, where the paper has another one; null when both are the same or none is known. */
export function otherBirthDate(typed: string, { facts }: StepContext): string | null {
  return facts.birthDate !== null && typed !== '' && facts.birthDate !== typed ? facts.birthDate : null
}
