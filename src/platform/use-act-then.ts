import { useAct, type Act } from './use-act'

/** An act, after which `then` is called; also after a no: somebody else may have been first. */
export function useActThen<Args extends readonly unknown[], Reply>(
  then: () => void,
  perform: (requestId: string, ...args: Args) => Promise<Reply>,
  keptAs?: string,
): Act<Args, Reply> {
  return useAct(async (requestId, ...args: Args) => {
    try {
      return await perform(requestId, ...args)
    } finally {
      then()
    }
  }, keptAs)
}
