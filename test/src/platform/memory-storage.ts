import type { Storage } from '../../../src/platform/storage'

/** A device's storage that lives as long as a test. */
export function memoryStorage(): Storage & { readonly all: Map<string, string> } {
  const all = new Map<string, string>()
  return {
    all,
    get: (key) => all.get(key) ?? null,
    set: (key, value) => {
      all.set(key, value)
    },
    remove: (key) => {
      all.delete(key)
    },
    keys: () => [...all.keys()],
  }
}
