import { codeLink, stepStart, type Direction } from '#domain/checkin/code'
import { deskCode } from '#domain/checkin/mac'
import type { DesksReply } from '#contract/check-in'
import { phoneMac } from '../../platform/mac'

/** What a desk shows in a step: the link in its QR and the digits under it. */
export interface ShownDesk {
  readonly link: string
  readonly digits: string
}

/** What an opened desk shows in a step; null where it has no key for that direction. */
export function shownDesk({ code, origin, desks }: DesksReply, direction: Direction, step: number): ShownDesk | null {
  const one = desks.find((desk) => desk.direction === direction)
  if (!one) return null
  const shown = deskCode(phoneMac, one.key, { event: code, desk: one.desk, direction }, step)
  return { link: codeLink(origin, shown.code), digits: shown.digits }
}

/** Whole seconds until the next code, 15 at its beginning. */
export function secondsLeft(now: number, step: number): number {
  return Math.max(0, Math.ceil((stepStart(step + 1) - now) / 1000))
}
