import { useCallback, useSyncExternalStore } from 'react'
import { queries } from './state'

/** The last known answer to a question that others ask (kept ones only); undefined while there is none. */
export function useKnown(key: string): unknown {
  const subscribe = useCallback((changed: () => void) => queries.subscribe(key, changed), [key])

  return useSyncExternalStore(subscribe, () => queries.peek(key, true)).data
}
