import { queries } from '../../platform/state'

/** After an act on an event: everything that shows it is asked anew, what the others see too. */
export function outdateHosting(): void {
  for (const prefix of ['hosting:', 'event']) queries.outdate(prefix)
}
