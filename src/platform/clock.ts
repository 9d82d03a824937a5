import { localDateAt, type Instant, type LocalDate } from '#domain/time'
import { readJson, writeJson, type Storage } from './storage'

/** The server's time, as far as this device knows it: its own clock, put right by what each reply says. */
export interface Clock {
  readonly now: () => Instant
  readonly today: () => LocalDate
  /** Learns the server's time from a reply (epoch milliseconds). */
  readonly heard: (serverTime: number) => void
}

const KEY = 'clock'

/** A clock on top of the device's. The difference is kept, so that a start without a network dates things alike. */
export function createClock(storage: Storage, deviceNow: () => number): Clock {
  let offset = Number(readJson(storage, KEY) ?? 0)
  const now = () => (deviceNow() + offset) as Instant
  return {
    now,
    today: () => localDateAt(now()),
    heard(serverTime) {
      const learnt = serverTime - deviceNow()
      // What a reply's way through the network adds isn't worth a write.
      if (Math.abs(learnt - offset) > 2000) writeJson(storage, KEY, learnt)
      offset = learnt
    },
  }
}
