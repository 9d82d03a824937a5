import { session } from './state'
import type { SessionState } from './session-store'
import { useSignal } from './use-signal'

/** Who is signed in on this device. */
export function useSession(): SessionState {
  return useSignal(session)
}
