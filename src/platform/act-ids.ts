/** Which requestId an act carries: the same one until the server has answered it. */
export interface ActIds {
  /** The id for an act with these words: the one of the last attempt if it said the same and wasn't answered, else a new one. */
  readonly idFor: (words: string) => Promise<string>
  /** The server answered, with a yes or a no: whatever comes next is another act. */
  readonly answered: () => void
}

/** An act that no answer came to: it may have arrived. */
export interface Unanswered {
  readonly words: string
  readonly id: string
}

/** Where it is remembered until the answer comes. */
export interface UnansweredStore {
  readonly get: () => Unanswered | null
  readonly set: (unanswered: Unanswered) => void
  readonly drop: () => void
}

/** Remembers as long as the screen lives. */
export function createMemory(): UnansweredStore {
  let unanswered: Unanswered | null = null
  return {
    get: () => unanswered,
    set(next) {
      unanswered = next
    },
    drop() {
      unanswered = null
    },
  }
}

export function createActIds(newId: () => Promise<string>, store: UnansweredStore = createMemory()): ActIds {
  return {
    async idFor(words) {
      const before = store.get()
      if (before?.words === words) return before.id
      const id = await newId()
      store.set({ words, id })
      return id
    },
    answered: store.drop,
  }
}
