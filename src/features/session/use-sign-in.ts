import { signInAsPersona, signInWithWechat } from '../../platform/request'
import { useAct, type Act } from '../../platform/use-act'

/** A way to sign in: WeChat, or a persona of the demo. */
export type Way = { readonly kind: 'wechat' } | { readonly kind: 'persona'; readonly id: string }

/** Signs in; after the person agreed. */
export function useSignIn(): Act<[Way], true> {
  return useAct(async (_requestId, way) => {
    await (way.kind === 'wechat' ? signInWithWechat() : signInAsPersona(way.id))
    return true as const
  })
}
