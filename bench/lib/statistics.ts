/** What one measurement saw: latencies in milliseconds, sorted, and how long all of it took. */
export interface Sample {
  readonly latencies: readonly number[]
  readonly seconds: number
}

/** The value that a share `q` (0 to 1) of the sorted values does not exceed: nearest rank, no interpolation. */
export function quantile(sorted: readonly number[], q: number): number {
  const value = sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)]
  if (value === undefined) throw new RangeError('There is no quantile of nothing.')
  return value
}

/** The median of values in any order; the mean of the middle two where there is no middle one. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return (quantile(sorted, 0.5) + quantile(sorted, 0.5 + 0.5 / sorted.length)) / 2
}
