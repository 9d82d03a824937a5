import { useDidHide, useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useRef } from 'react'
import type { Read } from '../../components/screen/read'
import { goInstead, type Link } from '../../platform/navigation'

/**
 * For a screen that another one takes the place of, once `instead` says which. Until that one is there, this one shows what it
 * showed: it isn't drawn anew just to go. A screen that lies under others waits until one comes back to it.
 */
export function useGiveWay<T>(read: Read<T>, instead: Link | null): Read<T> {
  const shown = useRef(true)
  const latest = useRef(instead)
  latest.current = instead
  const giveWay = useCallback(() => {
    if (!shown.current || !latest.current) return
    shown.current = false
    goInstead(latest.current)
  }, [])
  useEffect(giveWay, [instead?.url, giveWay])
  useDidShow(() => {
    shown.current = true
    giveWay()
  })
  useDidHide(() => {
    shown.current = false
  })

  const last = useRef<Read<T>>({ state: 'loading' })
  if (instead === null) last.current = read
  return last.current
}
