import { useDidHide, useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useRef } from 'react'
import { brightScreen } from './bright-screen'

/** The screen stays on and bright as long as this page is the one that is shown. */
export function useBrightScreen(): void {
  const held = useRef<Promise<() => void> | null>(null)
  const begin = useCallback(() => {
    held.current ??= brightScreen()
  }, [])
  const end = useCallback(() => {
    void held.current?.then((release) => release())
    held.current = null
  }, [])
  useEffect(() => {
    begin()
    return end
  }, [begin, end])
  useDidShow(begin)
  useDidHide(end)
}
