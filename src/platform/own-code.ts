import type { OwnCodeReply } from '#contract/check-in'
import type { Question } from './queries'
import { call } from './request'
import { clock, queries, session } from './state'

/** The key of my own code of a day, kept for a door without a network. */
export const ownCodeQuestion: Question<OwnCodeReply> = {
  key: 'own-code',
  kept: true,
  ask: () => call('POST /v1/me/own-code', {}),
}

/** Whether a key is today's: yesterday's isn't known at the door any more. */
export function isOfToday(reply: OwnCodeReply | undefined): boolean {
  return reply?.day === clock.today()
}

/** Gets today's key, once, whenever the app is shown and somebody is signed in. */
export function prepareOwnCode(): void {
  const known = queries.peek(ownCodeQuestion.key, true).data as OwnCodeReply | undefined
  if (session.get().session && !isOfToday(known)) void queries.ask(ownCodeQuestion)
}
