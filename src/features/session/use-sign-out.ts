import { signOut } from '../../platform/request'
import { useAct, type Act } from '../../platform/use-act'

/** Signs out; what this device knew of the person goes with it. */
export function useSignOut(): Act<[], true> {
  return useAct(async () => {
    await signOut()
    return true as const
  })
}
