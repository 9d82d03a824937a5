/** Which requestId an act carries: the same one until the server has answered it. */
export interface ActIds {
  /** The id for an act with these words: the one of the last attempt if it said the same and wasn't answered, else a new one. */
  readonly idFor: (words: string) => Promise<string>
  /** The server answered, with a yes or a no: whatever comes next is another act. */
  readonly answered: () => void
}

export function createActIds(newId: () => Promise<string>): ActIds {
  let unanswered: { readonly words: string; readonly id: string } | null = null
  return {
    async idFor(words) {
      if (unanswered?.words !== words) unanswered = { words, id: await newId() }
      return unanswered.id
    },
    answered() {
      unanswered = null
    },
  }
}
