import type { ActivistBody } from '#contract/person'
import { call } from '../../platform/request'
import type { Act } from '../../platform/use-act'
import { usePersonAct } from './use-person-act'

/** Records that somebody became 入团积极分子 on paper. */
export function useRecordActivist(person: string): Act<[Omit<ActivistBody, 'requestId'>], true> {
  return usePersonAct(async (requestId, record) => {
    await call('POST /v1/people/:person/activist', { params: { person }, body: { requestId, ...record } })
    return true as const
  })
}
