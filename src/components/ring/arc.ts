/** How far the ring's two layers reach, in whole degrees: what counts, and what counts once someone accepts it. */
export interface Arcs {
  counted: number
  waiting: number
  met: boolean
}

/** What is drawn of an arc: its round ends reach a little further, and must not close a ring that isn't full. */
export function drawn(degrees: number): number {
  return degrees >= 360 ? 360 : Math.min(degrees, 340)
}

/**
 * The arcs of a ring. All three in the same unit; never negative, never past the full turn. A need of 0 is met.
 * Rounded down, so that only what is truly met closes the ring.
 */
export function arcs(have: number, pending: number, need: number): Arcs {
  if (need <= 0) return { counted: 360, waiting: 360, met: true }
  const degrees = (amount: number) => Math.floor((Math.min(Math.max(amount, 0), need) * 360) / need)
  return { counted: degrees(have), waiting: degrees(have + Math.max(pending, 0)), met: have >= need }
}
