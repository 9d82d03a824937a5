import { queries } from '../../platform/state'

/** After an act on somebody: every list and path that shows them is asked anew. */
export function outdatePeople(): void {
  for (const prefix of ['people:', 'person:', 'overview:']) queries.outdate(prefix)
}
