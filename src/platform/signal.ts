/** A value that can be watched. */
export interface Signal<T> {
  readonly get: () => T
  /** Calls back after each change; gives the way to stop. */
  readonly subscribe: (changed: () => void) => () => void
}

export interface WritableSignal<T> extends Signal<T> {
  readonly set: (value: T) => void
}

export function createSignal<T>(initial: T): WritableSignal<T> {
  let value = initial
  const watchers = new Set<() => void>()
  return {
    get: () => value,
    set(next) {
      value = next
      watchers.forEach((changed) => {
        changed()
      })
    },
    subscribe(changed) {
      watchers.add(changed)
      return () => {
        watchers.delete(changed)
      }
    },
  }
}
