import type { Persona } from '#contract/session'
import { hasCode } from '../../platform/problem'
import { call } from '../../platform/request'
import { FRESH, useQuery, type Query } from '../../platform/use-query'

/** null where this isn't a demo. */
export type Personas = readonly Persona[] | null

const question = {
  key: 'personas',
  kept: false,
  ask: async (): Promise<Personas> => {
    try {
      return await call('GET /v1/personas', {})
    } catch (error) {
      if (hasCode(error, 'not-found')) return null
      throw error
    }
  },
}

/** Whom one can sign in as in a demo. */
export function usePersonas(): Query<Personas> {
  return useQuery<Personas>(question, FRESH.reference)
}
