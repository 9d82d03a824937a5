import Taro from '@tarojs/taro'
import { queries } from './state'

declare const window: { addEventListener(event: 'online', heard: () => void): void }

/** Calls back whenever the network has come back. */
export function onNetworkBack(heard: () => void): void {
  // Taro's own way on the web rests on navigator.connection, which not every browser has.
  if (process.env.TARO_ENV === 'h5') window.addEventListener('online', heard)
  else {
    Taro.onNetworkStatusChange(({ isConnected }) => {
      if (isConnected) heard()
    })
  }
}

/** Asks again for what is on the screen as soon as the network is back. */
export function followNetwork(): void {
  onNetworkBack(() => {
    queries.outdate('')
  })
}
