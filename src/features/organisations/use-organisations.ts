import type { OrganisationsReply } from '#contract/organisation'
import { call } from '../../platform/request'
import { FRESH, useQuery, type Query } from '../../platform/use-query'
import { useSession } from '../../platform/use-session'

const question = { key: 'organisations', kept: true, ask: () => call('GET /v1/organisations', {}) }

/** The district's tree of organisations. Anyone may read it, but only someone signed in has a use for it. */
export function useOrganisations(): Query<OrganisationsReply> {
  const { session } = useSession()
  return useQuery<OrganisationsReply>(session ? question : null, FRESH.reference)
}
