import type { MyDataReply } from '#contract/me'
import { call } from '../../platform/request'
import { FRESH, useQuery, type Query } from '../../platform/use-query'
import { useSession } from '../../platform/use-session'

const question = { key: 'data', kept: false, ask: () => call('GET /v1/me/data', {}) }

/** Everything that is kept about me. */
export function useMyData(): Query<MyDataReply> {
  const { session } = useSession()
  return useQuery<MyDataReply>(session ? question : null, FRESH.own)
}
