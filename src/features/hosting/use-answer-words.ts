import { call } from '../../platform/request'
import type { Act } from '../../platform/use-act'
import { useHostingAct } from './use-hosting-act'

/** Lets words be read by others, or not. */
export function useAnswerWords(organisation: string): Act<[words: string, yes: boolean], true> {
  return useHostingAct(async (requestId, words, yes) => {
    await call('POST /v1/organisations/:organisation/words/:words/answer', {
      params: { organisation, words },
      body: { requestId, yes },
    })
    return true as const
  })
}
