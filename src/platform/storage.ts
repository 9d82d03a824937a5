/** Texts kept by name. Never throws: a full or forbidden storage keeps nothing, and the app works on without it. */
export interface Storage {
  readonly get: (key: string) => string | null
  readonly set: (key: string, value: string) => void
  readonly remove: (key: string) => void
  readonly keys: () => readonly string[]
}

/** A value that was kept as JSON; null when there is none or it can't be read any more. */
export function readJson(storage: Storage, key: string): unknown {
  const text = storage.get(key)
  if (text === null) return null
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}

/** Keeps a value as JSON. */
export function writeJson(storage: Storage, key: string, value: unknown): void {
  storage.set(key, JSON.stringify(value))
}

/** Removes every name that begins with `prefix`. */
export function removeAll(storage: Storage, prefix: string): void {
  for (const key of storage.keys()) if (key.startsWith(prefix)) storage.remove(key)
}
