import Taro from '@tarojs/taro'
import { queries } from './state'

/** Asks again for what is on the screen as soon as the network is back. */
export function followNetwork(): void {
  Taro.onNetworkStatusChange(({ isConnected }) => {
    if (isConnected) queries.outdate('')
  })
}
