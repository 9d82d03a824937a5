import { forgetCopied } from './clipboard'
import { deviceStorage } from './device-storage'
import { drafts, keptUntil, queries } from './state'

const ACCOUNT = 'account'

/** Empties what this device keeps about a person: the last known state, drafts, an open desk. */
export function forgetPerson(): void {
  queries.clear()
  drafts.clear()
  keptUntil.clear()
  deviceStorage.remove(ACCOUNT)
  forgetCopied()
}

/**
 * Learns whose session this is. A silent sign-in can bring another account than before (the old one was deleted
 * elsewhere): what is kept here was then another's.
 */
export function knowAccount(code: string): void {
  const before = deviceStorage.get(ACCOUNT)
  if (before !== null && before !== code) forgetPerson()
  deviceStorage.set(ACCOUNT, code)
}
