import type { CheckInBody, CheckInReply } from '#contract/check-in'
import { createActSender } from './act-sender'
import type { ActRow } from './act-rows'
import { knownAccount } from './forget'
import { hasWechatLogin } from './login'
import { askMe } from './me'
import { onNetworkBack } from './network'
import { newRequestId } from './request-id'
import { call, signInWithWechat } from './request'
import { checkInRows, clock, hostRows, queries, session } from './state'

/** A check-in as the device keeps it. */
export type CheckInRow = ActRow<CheckInBody, CheckInReply>

/** What checking in may have changed for the person. */
const OUTDATED = ['my-attendances', 'my-event', 'event', 'path', 'data', 'me']

const sender = createActSender<CheckInBody, CheckInReply>({
  rows: checkInRows,
  account: signedIn,
  enter,
  send: (body) => call('POST /v1/me/check-ins', { body }),
  later: (act, milliseconds) => {
    const timer = setTimeout(act, milliseconds)
    return () => clearTimeout(timer)
  },
  random: Math.random,
  settled: () => OUTDATED.forEach(queries.outdate),
})

/** Who is signed in, as far as known without asking. */
export function signedIn(): string | null {
  return session.get().session ? knownAccount() : null
}

/** Who is signed in, asked for if need be; null = nobody any more. */
export async function accountNow(): Promise<string | null> {
  if (signedIn() === null) await askMe()
  return signedIn()
}

/** Whose session this is. Who checked in without one has agreed to be signed in with WeChat. */
async function enter(waiting: readonly CheckInRow[]): Promise<string | null> {
  if (!session.get().session) {
    if (!hasWechatLogin || !waiting.some(({ account }) => account === null)) return null
    await signInWithWechat()
  }
  return accountNow()
}

/** What the person did: a code that the camera saw, or digits that they typed. */
export type Taken = Pick<CheckInBody, 'code' | 'digits' | 'event' | 'declared'> & {
  /** When, by the device's own clock. */
  readonly at: number
}

/** Keeps a check-in on the device and begins to send it. `kept`: false = the device is full, and closing the app would lose it. */
export async function addCheckIn({ at, ...taken }: Taken): Promise<{ readonly id: string; readonly kept: boolean }> {
  const body: CheckInBody = { requestId: await newRequestId(), ...taken, at, offset: clock.offset() }
  const made = at + (clock.offset() ?? 0)
  const kept = checkInRows.add({ body, account: signedIn(), made })
  sender.wake()
  return { id: body.requestId, kept }
}

/** Sends what is kept now. */
export const sendCheckIns = sender.wake

/** So long somebody waits for the answer, at most, before the screen says that the check-in is kept. */
const PATIENCE = 900

/** Until what is being sent has its answer, or a moment has passed: with a network the screen then says 已签到 at once. */
export async function checkInsSent(): Promise<void> {
  await Promise.race([sender.idle(), new Promise((resolve) => setTimeout(resolve, PATIENCE))])
}

/** What is kept here of whoever is signed in, and of whoever checked in without; `others`: how many of other accounts. */
export interface KeptCheckIns {
  readonly rows: readonly CheckInRow[]
  readonly others: number
}

/** Picks what somebody may see of what is kept: never another account's. */
export function keptCheckIns(all: readonly CheckInRow[]): KeptCheckIns {
  const account = signedIn()
  const rows = all.filter((row) => row.account === null || row.account === account)
  return { rows, others: all.length - rows.length }
}

/** How much of mine isn't sent yet: my own, and what I recorded as a host. */
export function unsent(): number {
  const account = signedIn()
  return [...checkInRows.get(), ...hostRows.get()].filter(
    (row) => row.outcome === null && (row.account === null || row.account === account),
  ).length
}

/** From the app's start on: sends what is kept whenever that may work. */
export function followCheckIns(): void {
  onNetworkBack(sender.wake)
  session.subscribe(() => {
    // Only when somebody came: a sign-out isn't the moment to sign anybody in.
    if (session.get().session) sender.wake()
  })
  sender.wake()
}
