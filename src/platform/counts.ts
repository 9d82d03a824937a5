import type { Link } from './navigation'
import { queries } from './state'
import { useKnown } from './use-known'

/** How much there is to do at each place, by its address. */
export type Counts = Readonly<Record<string, number>>

const KEY = 'counts'

function known(): Counts {
  return (queries.peek(KEY, false).data ?? {}) as Counts
}

/** A screen has counted what is to be done there. Not kept on the device, and gone with the session. */
export function tellCount(place: Link, count: number): void {
  if (known()[place.url] !== count) queries.put(KEY, { ...known(), [place.url]: count }, false)
}

/** The counts that screens have told so far. */
export function useCounts(): Counts {
  return (useKnown(KEY) ?? {}) as Counts
}
