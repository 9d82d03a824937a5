import { useEffect } from 'react'
import type { Policy } from '#domain/policy/policy'
import { NetworkProblem, ApiProblem } from '../../platform/problem'
import { policy, refreshPolicy } from '../../platform/pack'
import { useSignal } from '../../platform/use-signal'

let asked: string | null = null

/** Asks once for each version heard of; without a network what is known stays. */
function ask(heard: string): void {
  if (asked === heard) return
  asked = heard
  refreshPolicy().catch((error: unknown) => {
    asked = null
    if (!(error instanceof NetworkProblem || error instanceof ApiProblem)) throw error
  })
}

/** The district's rules: those that the build carries, or newer ones. `version`: one that an answer spoke of. */
export function usePolicy(version = ''): Policy {
  const current = useSignal(policy)
  const known = current.version === version
  useEffect(() => {
    if (!known) ask(version)
  }, [known, version])
  return current
}
