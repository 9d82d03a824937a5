import type { MeReply, ProfileBody } from '#contract/me'
import { call } from '../../platform/request'
import { drafts, queries } from '../../platform/state'
import { useAct, type Act } from '../../platform/use-act'

/** Says or corrects who I am. */
export function useSaveProfile(): Act<[Omit<ProfileBody, 'requestId'>], MeReply> {
  return useAct(async (requestId, profile) => {
    const me = await call('PUT /v1/me/profile', { body: { requestId, ...profile } })
    drafts.drop('profile')
    queries.put('me', me, true)
    queries.outdate('path')
    queries.outdate('data')
    return me
  })
}
