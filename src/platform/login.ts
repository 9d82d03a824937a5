import Taro from '@tarojs/taro'
import { NetworkProblem } from './problem'

/** Whether this build can sign in with WeChat. The web version can't. */
export const hasWechatLogin = process.env.TARO_ENV === 'weapp'

/** A login code of WeChat: lives five minutes, works once. Asks nothing of the person. */
export async function wechatCode(): Promise<string> {
  const { code } = await Taro.login().catch(() => ({ code: '' }))
  // wx.login fails without a network, and gives no code then.
  if (!code) throw new NetworkProblem(false)
  return code
}
