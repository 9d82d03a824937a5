/** What is drawn of it: on so short a bar, what is nearly full must not look full. */
export function drawn(percent: number): number {
  return percent >= 100 ? 100 : Math.min(percent, 90)
}

/** How much of what is needed is there, in whole percent: rounded down, so that only what is truly met is full. A need of 0 is met. */
export function part(have: number, need: number): number {
  if (need <= 0) return 100
  return Math.floor((Math.min(Math.max(have, 0), need) * 100) / need)
}
