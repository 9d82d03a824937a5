import type { DeskCodeReply } from '#contract/session'
import { call } from '../../platform/request'
import { useAct, type Act } from '../../platform/use-act'

/** Digits that open the web version on a desktop, once, within minutes. Each asking makes new ones; the old ones are dead. */
export function useDeskCode(): Act<[], DeskCodeReply> {
  return useAct(() => call('POST /v1/me/desk-codes', {}))
}
