import { readJson, removeAll, writeJson, type Storage } from './storage'

/** What was typed and not sent yet. It belongs to the signed-in account and goes with the sign-out. */
export interface Drafts {
  readonly get: (name: string) => unknown
  readonly set: (name: string, draft: unknown) => void
  readonly drop: (name: string) => void
  readonly clear: () => void
}

const PREFIX = 'draft:'

export function createDrafts(storage: Storage): Drafts {
  return {
    get: (name) => readJson(storage, PREFIX + name),
    set: (name, draft) => writeJson(storage, PREFIX + name, draft),
    drop: (name) => storage.remove(PREFIX + name),
    clear: () => removeAll(storage, PREFIX),
  }
}
