import type { Zone } from './logic/host'

/**
 * A time zone as a phone's clock knows it.
 * @param name as in the tz database: `America/Los_Angeles`
 * @throws RangeError for a name that isn't there
 */
export function zoneOf(name: string): Zone {
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone: name,
    hourCycle: 'h23',
    ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' },
  })
  const names = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'long' })
  return {
    offsetAt(at) {
      const parts = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
      const { year = 0, month = 1, day, hour, minute, second } = parts
      const seconds = Math.floor(at / 1000) * 1000
      return Date.UTC(year, month - 1, day, hour, minute, second) - seconds
    },
    nameAt: (at) => names.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? name,
    locale: (method, at, locales, options) => new Date(at)[method](locales, { timeZone: name, ...options }),
  }
}
