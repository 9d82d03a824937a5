import { parseLocalDate } from '#domain/time'
import { checkedWith, unanswered } from './draft'
import { reasonOf, stepRefusal, wordsOf, type StepDraft } from './step-draft'

export type TalkField = 'on' | 'by' | 'content' | 'reason'

/** Somebody of the branch talked with the applicant. */
export const talkDraft: StepDraft<TalkField> = {
  start: (context) => ({
    on: context.act?.on ?? context.today,
    by: wordsOf(context).by ?? '',
    content: wordsOf(context).content ?? '',
    reason: '',
  }),
  check(draft, context) {
    const on = parseLocalDate(draft.on)
    const missing = unanswered(draft, {
      on: '请选择谈话的日期。',
      by: '请填写是谁谈的。',
      content: '请写几句谈了什么。',
      ...reasonOf(context),
    })
    const refusal = on ? stepRefusal({ act: 'talked', on }, context) : null
    return checkedWith(draft, missing, refusal, 'on', () => ({
      step: { act: 'talked', on: draft.on, by: draft.by.trim(), content: draft.content.trim() },
      reason: draft.reason.trim(),
    }))
  },
}
