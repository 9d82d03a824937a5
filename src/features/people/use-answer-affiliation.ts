import { call } from '../../platform/request'
import { useAct, type Act } from '../../platform/use-act'
import { outdatePeople } from './outdate-people'

/** Says whether somebody belongs to the branch. */
export function useAnswerAffiliation(): Act<[person: string, belongs: boolean], true> {
  return useAct(async (requestId, person, belongs) => {
    try {
      await call('POST /v1/people/:person/affiliation-confirmations', {
        params: { person },
        body: { requestId, belongs },
      })
    } finally {
      // Also when somebody else answered first: the list shows what holds.
      outdatePeople()
    }
    return true as const
  })
}
