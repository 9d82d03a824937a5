import Taro, { useDidShow } from '@tarojs/taro'

/** Names a page whose title depends on what it shows; on the web the screen's own title says it, and the browser's tab this. */
export function usePageTitle(title: string): void {
  useDidShow(() => {
    void Taro.setNavigationBarTitle({ title })
  })
}
