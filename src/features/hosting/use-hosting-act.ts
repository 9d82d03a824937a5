import type { Act } from '../../platform/use-act'
import { useActThen } from '../../platform/use-act-then'
import { outdateHosting } from './outdate-hosting'

/** An act on an event, done once. Also after a no what shows it is asked anew: somebody else may have been first. */
export function useHostingAct<Args extends readonly unknown[], Reply>(
  perform: (requestId: string, ...args: Args) => Promise<Reply>,
  keptAs?: string,
): Act<Args, Reply> {
  return useActThen(outdateHosting, perform, keptAs)
}
