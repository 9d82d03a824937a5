import type { MeReply } from '#contract/me'
import { knowAccount } from '../../platform/forget'
import { call } from '../../platform/request'
import { FRESH, useQuery, type Query } from '../../platform/use-query'
import { useSession } from '../../platform/use-session'

const question = {
  key: 'me',
  kept: true,
  ask: async () => {
    const me = await call('GET /v1/me', {})
    knowAccount(me.account.code)
    return me
  },
}

/** Who I am here, and in which roles; asked only when signed in. */
export function useMe(): Query<MeReply> {
  const { session } = useSession()
  return useQuery<MeReply>(session ? question : null, FRESH.own)
}
