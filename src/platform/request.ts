import { createClient, type Call } from './client'
import { forgetPerson } from './forget'
import { hasWechatLogin, wechatCode } from './login'
import { clock, session } from './state'
import { send } from './wire'

/** Calls a route of the API. Rejects with an ApiProblem or a NetworkProblem. */
export const call: Call = createClient({
  origin: API_ORIGIN,
  district: DISTRICT,
  session,
  send,
  renew: hasWechatLogin ? renew : null,
  ended: forgetPerson,
  heardTime: clock.heard,
  deviceTime: clock.device,
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
})

const newcomers = createClient({
  origin: API_ORIGIN,
  district: DISTRICT,
  // Signing in speaks as nobody yet: an old token must not travel with it.
  session: {
    get: () => ({ session: null, expired: false }),
    subscribe: () => () => undefined,
    visit: () => 0,
    begin: none,
    renewed: none,
    end: none,
  },
  send,
  renew: null,
  ended: none,
  heardTime: clock.heard,
  deviceTime: clock.device,
  sleep: () => Promise.resolve(),
})

function none(): void {
  // Nothing to do without a session.
}

/** A token for the person whose WeChat this is. */
async function renew(): Promise<string> {
  const { token } = await newcomers('POST /v1/sessions', { body: { code: await wechatCode() } })
  return token
}

/** Signs in with WeChat, once the person has agreed. */
export async function signInWithWechat(): Promise<void> {
  session.begin({ token: await renew(), kind: 'wechat' })
}

/** Signs in as a persona of the demo. */
export async function signInAsPersona(persona: string): Promise<void> {
  const { token } = await newcomers('POST /v1/sessions/demo', { body: { persona } })
  session.begin({ token, kind: 'persona' })
}

/** Signs in on a desktop with the digits that the account's phone shows. */
export async function signInAtDesk(account: string, digits: string): Promise<void> {
  const { token } = await newcomers('POST /v1/sessions/desk', { body: { account, digits } })
  session.begin({ token, kind: 'desk' })
}

/** Ends the session here at once, and at the server as soon as it can be reached; nothing of the person stays on the device. */
export async function signOut(): Promise<void> {
  const ending = call('DELETE /v1/sessions/current', {}).catch(() => undefined)
  leave()
  await ending
}

/** The session ended at the server: ends it here too. */
export function leave(): void {
  session.end({ expired: false })
  forgetPerson()
}
