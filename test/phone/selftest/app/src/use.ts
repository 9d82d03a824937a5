import { useDidHide, useDidShow, useLoad, useReady, useUnload } from '@tarojs/taro'

import { mark } from './log'

/** Marks the life of a page. */
export function useMarks(name: string) {
  useLoad((query: Record<string, string>) => {
    // Taro adds keys of its own, which begin with a $
    const own = Object.keys(query).filter((key) => !key.startsWith('$'))
    mark(`${name}:load ${own.map((key) => `${key}=${query[key]}`).join('&')}`)
  })
  useReady(() => mark(`${name}:ready`))
  useDidShow(() => mark(`${name}:show`))
  useDidHide(() => mark(`${name}:hide`))
  useUnload(() => mark(`${name}:unload`))
}
