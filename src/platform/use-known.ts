import { useCallback, useSyncExternalStore } from 'react'
import { queries } from './state'

/** The last known answer to a question that others ask (kept ones only); undefined while there is none. */
export function useKnown<T>(key: string): T | undefined {
  const subscribe = useCallback((changed: () => void) => queries.subscribe(key, changed), [key])
  // What is put under a key is what its question's `ask` gave.
  return useSyncExternalStore(subscribe, () => queries.peek(key, true)).data as T | undefined
}
