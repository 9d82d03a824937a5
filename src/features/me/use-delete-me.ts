import { forgetCheckIns } from '../../platform/forget'
import { call, leave } from '../../platform/request'
import { useAct, type Act } from '../../platform/use-act'

/** Deletes what is kept about me; the session ends with it, here and at the server. */
export function useDeleteMe(): Act<[], true> {
  return useAct(async (requestId) => {
    await call('DELETE /v1/me', { body: { requestId } })
    forgetCheckIns()
    leave()
    return true as const
  })
}
