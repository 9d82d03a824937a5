import { forgetCopied } from './clipboard'
import { drafts, queries } from './state'

/** Empties what this device keeps about a person: the last known state and drafts. */
export function forgetPerson(): void {
  queries.clear()
  drafts.clear()
  forgetCopied()
}
