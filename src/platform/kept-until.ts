import type { Instant } from '#domain/time'
import { readJson, removeAll, writeJson, type Storage } from './storage'

/**
 * What leaves the device at a moment of its own, with or without a network: the keys of a desk, a list of people. It goes with a
 * sign-out, too.
 */
export interface KeptUntil {
  /** What is kept under a name; null when there is none, or its time is over (then it is removed). */
  readonly get: (name: string, now: Instant) => unknown
  readonly set: (name: string, value: unknown, until: Instant) => void
  readonly drop: (name: string) => void
  /** Removes all whose time is over. */
  readonly sweep: (now: Instant) => void
  readonly clear: () => void
}

interface Kept {
  readonly value: unknown
  readonly until: number
}

const PREFIX = 'until:'

export function createKeptUntil(storage: Storage): KeptUntil {
  const read = (key: string, now: Instant): Kept | null => {
    const kept = readJson(storage, key) as Kept | null
    if (kept !== null && kept.until > now) return kept
    storage.remove(key)
    return null
  }
  return {
    get: (name, now) => read(PREFIX + name, now)?.value ?? null,
    set: (name, value, until) => writeJson(storage, PREFIX + name, { value, until } satisfies Kept),
    drop: (name) => storage.remove(PREFIX + name),
    sweep(now) {
      for (const key of storage.keys()) if (key.startsWith(PREFIX)) read(key, now)
    },
    clear: () => removeAll(storage, PREFIX),
  }
}
