import type { MeReply } from '#contract/me'
import { askMe } from '../../platform/me'
import { FRESH, useQuery, type Query } from '../../platform/use-query'
import { useSession } from '../../platform/use-session'

const question = { key: 'me', kept: true, ask: askMe }

/** Who I am here, and in which roles; asked only when signed in. */
export function useMe(): Query<MeReply> {
  const { session } = useSession()
  return useQuery<MeReply>(session ? question : null, FRESH.own)
}
