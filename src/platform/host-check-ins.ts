import type { HostCheckInBody, HostCheckInReply } from '#contract/check-in'
import type { ActRow } from './act-rows'
import { createActSender } from './act-sender'
import { accountNow, signedIn } from './check-ins'
import { onNetworkBack } from './network'
import { call } from './request'
import { newRequestId } from './request-id'
import { clock, hostRows, queries, session } from './state'

/** What a host recorded at an event, as the device keeps it. */
export type HostRow = ActRow<HostCheckInBody & { readonly event: string }, Pick<HostCheckInReply, 'refused'>>

const sender = createActSender({
  rows: hostRows,
  account: signedIn,
  enter: () => (session.get().session ? accountNow() : Promise.resolve(null)),
  async send({ event, ...body }: HostRow['body']) {
    const { refused } = await call('POST /v1/events/:event/check-ins', { params: { event }, body })
    return { refused }
  },
  later: (act, milliseconds) => {
    const timer = setTimeout(act, milliseconds)
    return () => clearTimeout(timer)
  },
  random: Math.random,
  settled({ body, outcome }) {
    // Done, and the list says so: nothing is left to be told.
    if (outcome?.kind === 'accepted' && outcome.reply.refused.length === 0) hostRows.seen([body.requestId])
    queries.outdate(`attendance:${body.event}`)
  },
})

/** What a host saw at the door; the device adds when. */
export type Recorded = Pick<HostRow['body'], 'event' | 'way' | 'direction' | 'code' | 'account' | 'people'>

/** Keeps what a host recorded and begins to send it. `kept`: false = the device is full, and closing the app would lose it. */
export async function addHostCheckIn(recorded: Recorded): Promise<{ readonly id: string; readonly kept: boolean }> {
  const at = clock.device()
  const body = { requestId: await newRequestId(), ...recorded, at }
  const kept = hostRows.add({ body, account: signedIn(), made: at + (clock.offset() ?? 0) })
  sender.wake()
  return { id: body.requestId, kept }
}

/** Sends what is kept now. */
export const sendHostCheckIns = sender.wake

/** From the app's start on: sends what is kept whenever that may work. */
export function followHostCheckIns(): void {
  onNetworkBack(sender.wake)
  session.subscribe(sender.wake)
  sender.wake()
}
