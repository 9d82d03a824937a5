import { useAct, type Act } from '../../platform/use-act'
import { outdateHosting } from './outdate-hosting'

/** An act on an event, done once. Also after a no what shows it is asked anew: somebody else may have been first. */
export function useHostingAct<Args extends readonly unknown[], Reply>(
  perform: (requestId: string, ...args: Args) => Promise<Reply>,
  keptAs?: string,
): Act<Args, Reply> {
  return useAct(async (requestId, ...args: Args) => {
    try {
      return await perform(requestId, ...args)
    } finally {
      outdateHosting()
    }
  }, keptAs)
}
