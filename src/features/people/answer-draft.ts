import { valueOf, type AdmissionWay } from '#domain/policy/policy'
import { parseLocalDate } from '#domain/time'
import { checkedWith, unanswered, type Draft } from './draft'
import { reasonOf, stepRefusal, wordsOf, type StepContext, type StepDraft } from './step-draft'

export type AnswerField = 'answer' | 'on' | 'way' | 'approvedBy' | 'why' | 'reason'

/** The committee's answer to a nomination: approved by whom, or returned and why. A correction keeps which of the two it was. */
export const answerDraft: StepDraft<AnswerField> = {
  start: (context) => ({
    answer: context.act === null ? '' : context.act.act === 'returned' ? 'returned' : 'approved',
    on: context.act?.on ?? context.today,
    // Only where an activist was recorded from paper; otherwise it is the nomination's.
    way: (context.act?.onPaper && context.act.way) || '',
    approvedBy: wordsOf(context).approvedBy ?? '',
    why: wordsOf(context).why ?? '',
    reason: '',
  }),
  check(draft, context) {
    const on = parseLocalDate(draft.on)
    const returned = draft.answer === 'returned'
    const missing = unanswered(draft, {
      answer: '请选择批准还是退回。',
      on: returned ? '请选择退回的日期。' : '请选择批准的日期。',
      ...(returned ? { why: '请写下退回的原因，支部和本人都看得到。' } : {}),
      ...(draft.answer === 'approved' ? { approvedBy: '请填写是谁批准的。' } : {}),
      ...reasonOf(context),
    })
    const refusal = on ? stepRefusal({ act: returned ? 'returned' : 'activist', on }, context) : null
    return checkedWith(draft, missing, refusal, 'on', () => ({
      step: returned
        ? { act: 'returned', on: draft.on, why: draft.why.trim() }
        : { act: 'activist', on: draft.on, approvedBy: draft.approvedBy.trim(), ...wayIn(draft, context) },
      reason: draft.reason.trim(),
    }))
  },
}

function wayIn(draft: Draft<AnswerField>, { act, policy }: StepContext): { readonly way?: AdmissionWay } {
  const way = act?.onPaper ? valueOf(policy, 'admission.ways').find((one) => one === draft.way) : undefined
  return way === undefined ? {} : { way }
}
