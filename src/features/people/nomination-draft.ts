import { nominatingBody } from '#domain/application/decide'
import { valueOf, type AdmissionWay, type Policy } from '#domain/policy/policy'
import { parseLocalDate } from '#domain/time'
import { checkedWith, unanswered } from './draft'
import { parseWhole } from '../../text/numbers'
import { reasonOf, stepRefusal, wordsOf, type StepDraft } from './step-draft'

export type NominationField = 'on' | 'way' | 'members' | 'minutes' | 'reason'

/** The branch recommends an applicant: by which way, decided by whom, with the minutes. */
export const nominationDraft: StepDraft<NominationField> = {
  start: (context) => ({
    on: context.act?.on ?? context.today,
    way: context.act?.way ?? '',
    members: context.act?.people?.toString() ?? '',
    minutes: wordsOf(context).minutes ?? '',
    reason: '',
  }),
  check(draft, context) {
    const on = parseLocalDate(draft.on)
    const way = wayOf(draft.way, context.policy)
    const members = parseWhole(draft.members)
    const missing = {
      ...unanswered(draft, {
        on: '请选择讨论通过的日期。',
        way: '请选择推荐的方式。',
        minutes: '请写下会议讨论和决定的内容。',
        ...reasonOf(context),
      }),
      ...(members === null && { members: '请填写团员人数，只写数字。' }),
    }
    const refusal = on && way && members !== null ? stepRefusal({ act: 'nominated', on, way, members }, context) : null
    return checkedWith(draft, missing, refusal, 'on', () => ({
      step: {
        act: 'nominated',
        on: draft.on,
        way: way ?? 'nomination',
        members: members ?? 0,
        minutes: draft.minutes.trim(),
      },
      reason: draft.reason.trim(),
    }))
  },
}

/** One of the ways that the pack offers. */
function wayOf(way: string, policy: Policy): AdmissionWay | null {
  return valueOf(policy, 'admission.ways').find((one) => one === way) ?? null
}

/** Who decides in a branch of as many members as were typed; null while none were. */
export function bodyOf(members: string, policy: Policy): ReturnType<typeof nominatingBody> | null {
  const count = parseWhole(members)
  return count === null ? null : nominatingBody(count, policy)
}
