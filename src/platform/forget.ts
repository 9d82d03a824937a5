import { forgetCopied } from './clipboard'
import { deviceStorage } from './device-storage'
import { checkInRows, drafts, hostRows, keptUntil, queries } from './state'

const ACCOUNT = 'account'
/** Of a session that ended before anybody heard whose it was: no account is called so. */
const NOBODY = '?'

/** The code of the account that this device is signed in with, as far as it has heard. */
export function knownAccount(): string | null {
  return deviceStorage.get(ACCOUNT)
}

/**
 * Empties what this device keeps about a person: the last known state, drafts, an open desk. Check-ins stay, as theirs: nobody else's
 * session may send them.
 */
export function forgetPerson(): void {
  for (const rows of [checkInRows, hostRows]) rows.claim(knownAccount() ?? NOBODY)
  queries.clear()
  drafts.clear()
  keptUntil.clear()
  deviceStorage.remove(ACCOUNT)
  forgetCopied()
}

/** The account was deleted: its check-ins go with it. */
export function forgetCheckIns(): void {
  const account = knownAccount()
  if (account !== null) for (const rows of [checkInRows, hostRows]) rows.drop(account)
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
