import { useSyncExternalStore } from 'react'
import type { Signal } from './signal'

/** A signal's value, followed by the component. */
export function useSignal<T>(signal: Signal<T>): T {
  return useSyncExternalStore(signal.subscribe, signal.get, signal.get)
}
