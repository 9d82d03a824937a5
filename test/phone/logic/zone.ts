/*
 * This file is evaluated INSIDE the logic layer's realm (see realm.ts), before boot.ts: it must not import anything at run time.
 */
import type { Zone } from './host'

type Parts = [number, number, ...number[]]

const LOCAL = 'Date Day FullYear Hours Milliseconds Minutes Month Seconds'.split(' ')
const DAYS = 'Sun Mon Tue Wed Thu Fri Sat'.split(' ')
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** Gives the realm a Date whose local times are those of a zone, whatever zone this machine is in. */
export function liveIn(zone: Zone): void {
  const RealDate = Date
  const machineOffset = RealDate.prototype.getTimezoneOffset
  const offsetAt = (at: number): number => (isNaN(at) ? NaN : zone.offsetAt(at))
  const toLocal = (at: number): number => at + offsetAt(at)
  /** What a clock there shows, written as if it were UTC, as a moment; of an hour that comes twice the first, as ECMAScript wants it. */
  const fromLocal = (local: number): number => {
    const day = 86_400_000
    const [before, after] = [offsetAt(local - day), offsetAt(local + day)]
    const fits = [local - before, local - after].filter((at) => toLocal(at) === local)
    return fits.length > 0 ? Math.min(...fits) : local - before
  }
  const parse = (text: string): number => {
    const at = RealDate.parse(text)
    const dayOnly = /^[+-]?\d{4,6}(-\d\d(-\d\d)?)?$/.test(text)
    if (dayOnly || isNaN(at) || /(Z|GMT|UTC|[+-]\d\d:?\d\d)\s*(\(.*\))?$/i.test(text)) return at
    return fromLocal(at - machineOffset.call(new RealDate(at)) * 60_000)
  }

  const ZonedDate = function Date(...args: unknown[]): unknown {
    if ((new.target as unknown) === undefined) return new RealDate().toString()
    const [first] = args
    if (args.length > 1) return Reflect.construct(RealDate, [fromLocal(RealDate.UTC(...(args as Parts)))], new.target)
    return Reflect.construct(RealDate, typeof first === 'string' ? [parse(first)] : args, new.target)
  }
  Object.setPrototypeOf(ZonedDate, RealDate)
  ZonedDate.prototype = RealDate.prototype
  Object.defineProperty(ZonedDate, 'parse', { value: parse, writable: true, configurable: true })
  Object.defineProperty(ZonedDate, 'length', { value: RealDate.length, configurable: true })
  ;(globalThis as unknown as Record<string, unknown>).Date = ZonedDate

  const define = (name: string, value: (this: Date, ...args: never[]) => unknown): void => {
    Object.defineProperty(RealDate.prototype, name, { value, writable: true, configurable: true })
  }
  type Method = (...args: number[]) => number
  const utc = (date: Date, name: string): Method => (date as unknown as Record<string, Method>)[name] as Method
  for (const part of LOCAL) {
    define(`get${part}`, function () {
      const there = new RealDate(toLocal(this.getTime()))
      return utc(there, `getUTC${part}`).call(there)
    })
    if (part === 'Day') continue
    define(`set${part}`, function (...args: number[]) {
      const there = new RealDate(toLocal(this.getTime()))
      utc(there, `setUTC${part}`).call(there, ...args)
      return this.setTime(fromLocal(there.getTime()))
    })
  }
  define('getTimezoneOffset', function () {
    return -offsetAt(this.getTime()) / 60_000
  })

  const two = (n: number, width = 2): string => String(n).padStart(width, '0')
  const dayWords = (there: Date): string =>
    [
      DAYS[there.getUTCDay()],
      MONTHS[there.getUTCMonth()],
      two(there.getUTCDate()),
      two(there.getUTCFullYear(), 4),
    ].join(' ')
  const timeWords = (there: Date, at: number): string => {
    const offset = offsetAt(at) / 60_000
    const east = `${offset < 0 ? '-' : '+'}${two(Math.floor(Math.abs(offset) / 60))}${two(Math.abs(offset) % 60)}`
    const clock = [there.getUTCHours(), there.getUTCMinutes(), there.getUTCSeconds()].map((n) => two(n)).join(':')
    return `${clock} GMT${east} (${zone.nameAt(at)})`
  }
  const words = (of: (there: Date, at: number) => string) =>
    function (this: Date): string {
      const at = this.getTime()
      return isNaN(at) ? 'Invalid Date' : of(new RealDate(toLocal(at)), at)
    }
  define('toDateString', words(dayWords))
  define('toTimeString', words(timeWords))
  define(
    'toString',
    words((there, at) => `${dayWords(there)} ${timeWords(there, at)}`),
  )
  for (const name of ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString'] as const) {
    define(name, function (locales?: string, options?: object) {
      return zone.locale(name, this.getTime(), locales, options)
    })
  }
}
