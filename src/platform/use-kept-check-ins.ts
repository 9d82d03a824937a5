import { keptCheckIns, type KeptCheckIns } from './check-ins'
import { checkInRows, session } from './state'
import { useSignal } from './use-signal'

/** What is kept here of mine, followed by the component. */
export function useKeptCheckIns(): KeptCheckIns {
  // Whose they are depends on who is signed in.
  useSignal(session)
  return keptCheckIns(useSignal(checkInRows))
}
