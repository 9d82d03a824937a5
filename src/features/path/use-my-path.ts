import type { PathReply } from '#contract/path'
import { call } from '../../platform/request'
import { FRESH, useQuery, type Query } from '../../platform/use-query'
import { useSession } from '../../platform/use-session'

const question = { key: 'path', kept: true, ask: () => call('GET /v1/me/path', {}) }

/** My own path; asked only when signed in. */
export function useMyPath(): Query<PathReply> {
  const { session } = useSession()
  return useQuery<PathReply>(session ? question : null, FRESH.own)
}
