import type { HostRow } from '../../platform/host-check-ins'
import { knownAccount } from '../../platform/forget'
import { hostRows } from '../../platform/state'
import { useSignal } from '../../platform/use-signal'

/** What was recorded on this device at an event by who is signed in, and isn't done yet: waiting, or refused and not seen. */
export function useHostRows(event: string): readonly HostRow[] {
  const rows = useSignal(hostRows)
  const account = knownAccount()
  return rows.filter((row) => row.body.event === event && (row.account === null || row.account === account))
}

/** How many people's coming or going of these hasn't been sent. */
export function useUnsent(event: string): number {
  return useHostRows(event)
    .filter(({ outcome }) => outcome === null)
    .reduce((sum, { body }) => sum + Math.max(1, body.people.length), 0)
}
