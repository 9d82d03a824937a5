import type { MeReply } from '#contract/me'
import { knowAccount } from './forget'
import { call } from './request'
import { session } from './state'

/** Asks who is signed in, and learns their account. Rejects as `call` does. */
export async function askMe(): Promise<MeReply> {
  const visit = session.visit()
  const me = await call('GET /v1/me', {})
  // An answer about whoever was signed in before says nothing of who is now.
  if (session.visit() === visit) knowAccount(me.account.code)
  return me
}
