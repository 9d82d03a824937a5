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
