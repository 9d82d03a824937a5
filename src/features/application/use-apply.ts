import type { ApplicationBody } from '#contract/application'
import type { PathReply } from '#contract/path'
import { policy } from '../../platform/pack'
import { call } from '../../platform/request'
import { clock, drafts, queries } from '../../platform/state'
import { useAct, type Act } from '../../platform/use-act'
import { afterAct } from './model'

const DRAFT = 'application'

/**
 * Submits my application, once: tapped twice, sent again after no answer came, or sent again after the app was closed
 * meanwhile.
 */
export function useApply(): Act<[Omit<ApplicationBody, 'requestId'>], true> {
  return useAct(async (requestId, body) => {
    const { id } = await call('POST /v1/me/application', { body: { requestId, ...body } })
    drafts.drop(DRAFT)
    showAfter({ id, act: 'submitted', words: body.words })
    return true as const
  }, DRAFT)
}

/** Withdraws my application. */
export function useWithdraw(): Act<[], true> {
  return useAct(async (requestId) => {
    const { id } = await call('POST /v1/me/application/withdrawal', { body: { requestId } })
    showAfter({ id, act: 'withdrawn', words: '' })
    return true as const
  })
}

/** What was typed, and an attempt that no answer came to; both are past once an application is open. */
export const applicationDraft = {
  get: () => drafts.get(DRAFT),
  set: (draft: unknown) => drafts.set(DRAFT, draft),
  drop: () => {
    drafts.drop(DRAFT)
    drafts.drop(`act:${DRAFT}`)
  },
}

/** Shows the path as it is now at once, and asks the server for its own answer. */
function showAfter(act: Parameters<typeof afterAct>[1]): void {
  const known = queries.peek('path', true).data as PathReply | undefined
  if (known) queries.put('path', afterAct(known, act, policy.get(), clock.today()), true)
  for (const prefix of ['path', 'data', 'me']) queries.outdate(prefix)
}
