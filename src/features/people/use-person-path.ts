import type { PersonPathReply } from '#contract/path'
import { ACCESS_REASONS, type AccessReason } from '#domain/access/reasons'
import { call } from '../../platform/request'
import { FRESH, useQuery, type Query } from '../../platform/use-query'
import { useSession } from '../../platform/use-session'

/** Whom it is about, and why it was opened, as the screen's address says. */
export interface Asked {
  readonly person: string
  readonly reason: AccessReason | undefined
}

/** The person and the reason in a screen's address; a word that is no reason is none. */
export function askedOf(params: Readonly<Partial<Record<string, string>>>): Asked {
  return { person: params.person ?? '', reason: ACCESS_REASONS.find((one) => one === params.reason) }
}

/** A person's path as they see it. Other people's data: never kept on the device. */
export function usePersonPath({ person, reason }: Asked): Query<PersonPathReply> {
  const { session } = useSession()
  const question = {
    key: `person:${person}:${reason ?? ''}`,
    kept: false,
    ask: () =>
      call('GET /v1/people/:person/path', { params: { person }, query: reason === undefined ? {} : { reason } }),
  }
  return useQuery<PersonPathReply>(session ? question : null, FRESH.work)
}
