import type { OrganisationsReply } from '#contract/organisation'
import { call } from '../../platform/request'
import { FRESH, useQuery, type Query } from '../../platform/use-query'

const question = { key: 'organisations', kept: true, ask: () => call('GET /v1/organisations', {}) }

/** The district's tree of organisations. */
export function useOrganisations(): Query<OrganisationsReply> {
  return useQuery<OrganisationsReply>(question, FRESH.reference)
}
