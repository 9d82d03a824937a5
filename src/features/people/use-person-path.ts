import type { PersonPathReply } from '#contract/path'
import { call } from '../../platform/request'
import { FRESH, useQuery, type Query } from '../../platform/use-query'
import { useSession } from '../../platform/use-session'

/** A person's path as they see it. Other people's data: never kept on the device. */
export function usePersonPath(person: string): Query<PersonPathReply> {
  const { session } = useSession()
  const question = {
    key: `person:${person}`,
    kept: false,
    ask: () => call('GET /v1/people/:person/path', { params: { person } }),
  }
  return useQuery<PersonPathReply>(session ? question : null, FRESH.work)
}
