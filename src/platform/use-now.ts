import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import type { Instant } from '#domain/time'
import { clock } from './state'

/** The server's time at this drawing of the screen; drawn anew whenever the page is shown. */
export function useNow(): Instant {
  const [, setShown] = useState(0)
  useDidShow(() => setShown((times) => times + 1))
  return clock.now()
}
