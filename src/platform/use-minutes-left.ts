import { useEffect, useState } from 'react'
import type { Instant } from '#domain/time'
import { MINUTE, minutesLeft } from './minutes-left'
import { clock } from './state'

/** Whole minutes until an instant, begun ones counted; 0 once it is over. Draws anew only when the number changes. */
export function useMinutesLeft(until: Instant): number {
  const left = minutesLeft(until, clock.now())
  const [, setDrawn] = useState(0)
  useEffect(() => {
    if (left === 0) return undefined
    const next = until - (left - 1) * MINUTE - clock.now()
    const timer = setTimeout(() => setDrawn((times) => times + 1), Math.max(next, 0) + 20)
    return () => clearTimeout(timer)
  })
  return left
}
