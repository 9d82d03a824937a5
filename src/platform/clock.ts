import { localDateAt, type Instant, type LocalDate } from '#domain/time'
import { readJson, writeJson, type Storage } from './storage'

/** The server's time, as far as this device knows it: its own clock, put right by what each reply says. */
export interface Clock {
  readonly now: () => Instant
  readonly today: () => LocalDate
  /** The device's own clock, right or wrong. */
  readonly device: () => number
  /** The server's time minus the device's, as last learnt; null = never yet. */
  readonly offset: () => number | null
  /** Learns the server's time from a reply (epoch milliseconds). */
  readonly heard: (serverTime: number) => void
}

const KEY = 'clock'

/** A clock on top of the device's. The difference is kept, so that a start without a network dates things alike. */
export function createClock(storage: Storage, deviceNow: () => number): Clock {
  const kept = readJson(storage, KEY)
  let offset = typeof kept === 'number' ? kept : null
  const now = () => (deviceNow() + (offset ?? 0)) as Instant
  return {
    now,
    today: () => localDateAt(now()),
    device: deviceNow,
    offset: () => offset,
    heard(serverTime) {
      const learnt = serverTime - deviceNow()
      // What a reply's way through the network adds isn't worth a write.
      if (offset === null || Math.abs(learnt - offset) > 2000) writeJson(storage, KEY, learnt)
      offset = learnt
    },
  }
}
