import { localDateAt, startOfDay, type Instant } from '#domain/time'
import { timeWords } from '../../text/dates'

export type TimesField = 'in' | 'out'

interface Planned {
  readonly start: number
  readonly end: number
}

interface Marks {
  readonly in: number | null
  readonly out: number | null
}

/** Where the form starts: what is known, else what was planned. As HH:MM. */
export function startOfTimes({ start, end }: Planned, marks: Marks): Readonly<Record<TimesField, string>> {
  return { in: timeWords((marks.in ?? start) as Instant), out: timeWords((marks.out ?? end) as Instant) }
}

/** A time of the day on which a moment lies; null when it is no time. */
export function atTime(of: number, time: string): Instant | null {
  const match = /^(\d{1,2}):(\d{2})/.exec(time)
  if (!match) return null
  const [hours, minutes] = [Number(match[1]), Number(match[2])]
  if (hours > 23 || minutes > 59) return null
  return (startOfDay(localDateAt(of as Instant)) + (hours * 60 + minutes) * 60_000) as Instant
}

export type CheckedTimes =
  | { readonly kind: 'ready'; readonly in: number | null; readonly out: number | null }
  | { readonly kind: 'errors'; readonly errors: { readonly [F in TimesField]?: string } }

/**
 * What to send of the times that were typed: one that wasn't touched stays what the person's own phone said, to the second.
 * `start`: the form's start.
 */
export function checkTimes(
  typed: Readonly<Record<TimesField, string>>,
  start: Readonly<Record<TimesField, string>>,
  planned: Planned,
  marks: Marks,
): CheckedTimes {
  const came = typed.in === start.in ? null : atTime(planned.start, typed.in)
  const left = typed.out === start.out ? null : atTime(planned.end, typed.out)
  const errors = {
    ...(typed.in !== start.in && came === null && { in: '请选择几点签到。' }),
    ...(typed.out !== start.out && left === null && { out: '请选择几点签退。' }),
  }
  if (Object.keys(errors).length > 0) return { kind: 'errors', errors }
  const [from, to] = [came ?? marks.in ?? planned.start, left ?? marks.out ?? planned.end]
  return to > from ? { kind: 'ready', in: came, out: left } : { kind: 'errors', errors: { out: '签退要晚于签到。' } }
}
