import type { WordsReply } from '#contract/event'
import { call } from '../../platform/request'
import { FRESH, useQuery, type Query } from '../../platform/use-query'
import { useSession } from '../../platform/use-session'

/** The words of events that wait for a person's look; null = nobody is asked. */
export function useWaitingWords(organisation: string | null): Query<WordsReply> {
  const { session } = useSession()
  const question =
    organisation === null
      ? null
      : {
          key: `hosting:words:${organisation}`,
          kept: false,
          ask: () => call('GET /v1/organisations/:organisation/words', { params: { organisation } }),
        }
  return useQuery<WordsReply>(session ? question : null, FRESH.work)
}
