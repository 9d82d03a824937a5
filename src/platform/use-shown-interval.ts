import { useDidHide, useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useRef } from 'react'

/** Calls `act` every so many milliseconds as long as this page is shown. */
export function useShownInterval(act: () => void, milliseconds: number): void {
  const latest = useRef(act)
  latest.current = act
  const timer = useRef<ReturnType<typeof setInterval> | null>(null)
  const stop = useCallback(() => {
    if (timer.current !== null) clearInterval(timer.current)
    timer.current = null
  }, [])
  const start = useCallback(() => {
    stop()
    timer.current = setInterval(() => latest.current(), milliseconds)
  }, [milliseconds, stop])
  useEffect(() => {
    start()
    return stop
  }, [start, stop])
  useDidShow(start)
  useDidHide(stop)
}
