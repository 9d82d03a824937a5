import { signInAsPersona, signInAtDesk, signInWithWechat } from '../../platform/request'
import { useAct, type Act } from '../../platform/use-act'

/** A way to sign in: WeChat, a persona of the demo, or on a desktop with the digits of one's phone. */
export type Way =
  | { readonly kind: 'wechat' }
  | { readonly kind: 'persona'; readonly id: string }
  | { readonly kind: 'desk'; readonly account: string; readonly digits: string }

/** Signs in; after the person agreed. */
export function useSignIn(): Act<[Way], true> {
  return useAct(async (_requestId, way) => {
    await signInBy(way)
    return true as const
  })
}

function signInBy(way: Way): Promise<void> {
  switch (way.kind) {
    case 'wechat':
      return signInWithWechat()
    case 'persona':
      return signInAsPersona(way.id)
    case 'desk':
      return signInAtDesk(way.account, way.digits)
  }
}
