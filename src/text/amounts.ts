/** Tenths of a 学时 as a number: 60 → 6, 65 → 6.5. */
export function hoursNumber(tenths: number): string {
  return tenths % 10 === 0 ? String(tenths / 10) : (tenths / 10).toFixed(1)
}

/** 6.5 学时. */
export function hoursWords(tenths: number): string {
  return `${hoursNumber(tenths)} 学时`
}

/** 360 minutes → 6 小时; 90 → 1 小时 30 分钟. */
export function minutesWords(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  return [hours > 0 ? `${hours} 小时` : '', rest > 0 || hours === 0 ? `${rest} 分钟` : ''].filter(Boolean).join(' ')
}

/** Minutes as hours, rounded down to a tenth: 840 → 14, 875 → 14.5. What isn't there yet is never shown as there. */
export function hoursOfMinutes(minutes: number): string {
  return hoursNumber(Math.floor(minutes / 6))
}

/** What is still missing, short: rounded up to a tenth of an hour, so that it goes with the number above. */
export function missingHoursOfMinutes(minutes: number): string {
  return hoursNumber(Math.ceil(minutes / 6))
}
