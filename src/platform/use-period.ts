import { useEffect, useState } from 'react'
import type { Instant } from '#domain/time'
import { clock } from './state'

/**
 * The number of the period of so many milliseconds that is running, by the server's clock; drawn anew at each period's edge, not a
 * moment before.
 */
export function usePeriod(milliseconds: number): number {
  const now = clock.now()
  const period = Math.floor(now / milliseconds)
  const [, setDrawn] = useState(0)
  useEffect(() => {
    const next = ((period + 1) * milliseconds) as Instant
    // The clock may be put right meanwhile: the effect runs again after every drawing, this timer only brings one about.
    const timer = setTimeout(() => setDrawn((times) => times + 1), Math.max(next - clock.now(), 0) + 5)
    return () => clearTimeout(timer)
  })
  return period
}
