import type { Act } from '../../platform/use-act'
import { useActThen } from '../../platform/use-act-then'
import { outdatePeople } from './outdate-people'

/** An act about somebody, done once. Also after a no every list that shows them is asked anew: somebody else may have been first. */
export function usePersonAct<Args extends readonly unknown[], Reply>(
  perform: (requestId: string, ...args: Args) => Promise<Reply>,
): Act<Args, Reply> {
  return useActThen(outdatePeople, perform)
}
