import { unsent } from '../../platform/check-ins'
import { confirm } from '../../platform/dialogs'
import { signOut } from '../../platform/request'
import { useAct, type Act } from '../../platform/use-act'
import { leaveQuestion } from '../../text/leave-question'

/**
 * Signs out; what this device knew of the person goes with it, but for check-ins that aren't sent yet: one is asked about them first.
 * False = one rather stays.
 */
export function useSignOut(): Act<[], boolean> {
  return useAct(async () => {
    const waiting = unsent()
    if (waiting > 0 && !(await confirm(leaveQuestion(waiting)))) return false
    await signOut()
    return true
  })
}
