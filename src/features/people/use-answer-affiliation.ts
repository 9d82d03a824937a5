import { call } from '../../platform/request'
import type { Act } from '../../platform/use-act'
import { usePersonAct } from './use-person-act'

/** Says whether somebody belongs to the branch. */
export function useAnswerAffiliation(): Act<[person: string, belongs: boolean], true> {
  return usePersonAct(async (requestId, person, belongs) => {
    const body = { requestId, belongs }
    await call('POST /v1/people/:person/affiliation-confirmations', { params: { person }, body })
    return true as const
  })
}
