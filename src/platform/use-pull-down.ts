import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { queries } from './state'

/** Pulling the screen down asks again for what it shows (WeChat; a browser reloads the page instead). */
export function usePullDown(): void {
  usePullDownRefresh(() => {
    void queries.askShown().then(() => {
      Taro.stopPullDownRefresh()
    })
  })
}
