import { createSignal } from '../../platform/signal'

/** Whether somebody agreed to the privacy text and hasn't signed in yet. It isn't kept: a reload asks again. */
export const consent = createSignal(false)
