import { daysBetween, localDate, localDateAt, timeOfDay, yearOf, type Instant, type LocalDate } from '#domain/time'

/** 11月21日; with the year when it isn't this one. */
export function dayWords(day: string, today: LocalDate): string {
  const date = localDate(day)
  const year = yearOf(date) === yearOf(today) ? '' : `${yearOf(date)}年`
  return `${year}${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`
}

/** 2008年9月1日: always with its year. */
export function fullDayWords(day: string): string {
  return `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`
}

/** 第 3 天: the first day is the one on which it began. */
export function nthDay(since: string, today: LocalDate): string {
  return `第 ${Math.max(daysBetween(localDate(since), today), 0) + 1} 天`
}

/** 还剩 3 天, counted from today to the last day on which it is in time; 已超过 2 天 after it. */
export function dueWords(due: string, today: LocalDate): string {
  const days = daysBetween(today, localDate(due))
  if (days === 0) return '今天是最后一天'
  return days > 0 ? `还剩 ${days} 天` : `已超过 ${-days} 天`
}

/** 第 2 天，还剩 28 天: since when, and how long still; each left out where no day can be named. */
export function clockWords(
  { since, due }: { readonly since: string | null; readonly due: string | null },
  today: LocalDate,
): string {
  return [since === null ? '' : nthDay(since, today), due === null ? '' : dueWords(due, today)]
    .filter(Boolean)
    .join('，')
}

/** 14:32, at +08:00. */
export function timeWords(at: Instant): string {
  return timeOfDay(at)
}

/** 今天 14:32, or the day with it. */
export function momentWords(at: Instant, now: Instant): string {
  const [day, today] = [localDateAt(at), localDateAt(now)]
  return `${day === today ? '今天' : dayWords(day, today)} ${timeWords(at)}`
}

/** How old something shown is. */
export function ageWords(at: Instant, now: Instant): string {
  const minutes = Math.floor((now - at) / 60_000)
  if (minutes < 1) return '刚刚更新'
  if (minutes < 60) return `${minutes} 分钟前更新`
  return `${momentWords(at, now)}更新`
}
