import { useLoad, useReady, useDidShow, useDidHide, useUnload } from '@tarojs/taro'
import { mark } from './log'
export function useMarks(n: string) {
  useLoad((q) =>
    mark(
      n +
        ':load ' +
        Object.keys(q || {})
          .filter((k) => k[0] !== '$')
          .map((k) => k + '=' + q[k])
          .join('&'),
    ),
  )
  useReady(() => mark(n + ':ready'))
  useDidShow(() => mark(n + ':show'))
  useDidHide(() => mark(n + ':hide'))
  useUnload(() => mark(n + ':unload'))
}
