/** What was typed with a Chinese keyboard, as plain digits and points. */
export function plainNumber(typed: string): string {
  return typed
    .trim()
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[．。]/g, '.')
}

/** A whole number of at most four digits; null when it isn't one. */
export function parseWhole(typed: string): number | null {
  const plain = plainNumber(typed)
  return /^\d{1,4}$/.test(plain) ? Number(plain) : null
}

/** Tenths of a 学时; null when it isn't a number with at most one decimal. */
export function parseTenths(typed: string): number | null {
  const match = /^(\d{1,3})(?:\.(\d))?$/.exec(plainNumber(typed))
  return match ? Number(match[1]) * 10 + Number(match[2] ?? 0) : null
}

/** Whole minutes from hours (2.5, 0.75) or from minutes; null when it isn't a number, or no whole number of minutes. */
export function parseMinutes(typed: string, unit: 'hour' | 'minute'): number | null {
  const match = /^(\d{1,5})(?:\.(\d{1,2}))?$/.exec(plainNumber(typed))
  if (!match) return null
  // In hundredths, so that 2.55 hours are exactly 153 minutes.
  const hundredths = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
  const minutes = (hundredths * (unit === 'hour' ? 60 : 1)) / 100
  return Number.isInteger(minutes) ? minutes : null
}
