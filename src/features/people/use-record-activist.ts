import type { ActivistBody } from '#contract/person'
import { call } from '../../platform/request'
import { useAct, type Act } from '../../platform/use-act'
import { outdatePeople } from './outdate-people'

/** Records that somebody became 入团积极分子 on paper. */
export function useRecordActivist(person: string): Act<[Omit<ActivistBody, 'requestId'>], true> {
  return useAct(async (requestId, record) => {
    await call('POST /v1/people/:person/activist', { params: { person }, body: { requestId, ...record } })
    outdatePeople()
    return true as const
  })
}
