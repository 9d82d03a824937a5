import type { Instant } from '#domain/time'
import { readJson, removeAll, writeJson, type Storage } from './storage'

/** A last known answer, and when the server gave it. */
export interface Known<T> {
  readonly value: T
  readonly at: Instant
}

/** The last known state, kept on the device for the opening without a network. */
export interface Cache {
  readonly get: (key: string) => Known<unknown> | null
  readonly set: (key: string, known: Known<unknown>) => void
  readonly clear: () => void
}

const PREFIX = 'known:'

export function createCache(storage: Storage): Cache {
  return {
    get: (key) => readJson(storage, PREFIX + key) as Known<unknown> | null,
    set: (key, known) => {
      writeJson(storage, PREFIX + key, known)
    },
    clear: () => {
      removeAll(storage, PREFIX)
    },
  }
}
