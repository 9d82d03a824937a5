import type { ProfileBody } from '#contract/me'
import { hasCode } from '../../platform/problem'
import { call } from '../../platform/request'
import { queries } from '../../platform/state'
import { useAct, type Act } from '../../platform/use-act'
import { keptProfile } from './kept-profile'

/** `under-age`: the server keeps nothing of a newcomer, and has ended the session. */
export type Saved = { readonly kind: 'saved' } | { readonly kind: 'under-age'; readonly minimum: number }

/** Says or corrects who I am. `known`: there is a profile already, so the age is a matter of the field only. */
export function useSaveProfile(known: boolean): Act<[Omit<ProfileBody, 'requestId'>], Saved> {
  return useAct(async (requestId, profile) => {
    try {
      queries.put('me', await call('PUT /v1/me/profile', { body: { requestId, ...profile } }), true)
    } catch (error) {
      if (!known && hasCode(error, 'under-age')) return { kind: 'under-age', minimum: Number(error.facts.minimum) }
      throw error
    }
    keptProfile.drop()
    queries.outdate('path')
    queries.outdate('data')
    return { kind: 'saved' }
  })
}
