import type { ClassHoursOfManyReply } from '#contract/person'
import { NO_NAME } from '../../text/league'
import { problemWords } from '../../text/problems'

/** What became of a class that was recorded for many. */
export interface ClassResult {
  /** Their names. */
  readonly recorded: readonly string[]
  readonly refused: readonly { readonly person: string; readonly name: string; readonly why: string }[]
}

/** The answer with names and sentences instead of ids and codes; the codes come without facts. */
export function classResult(
  reply: ClassHoursOfManyReply,
  people: readonly { readonly person: string; readonly name: string }[],
): ClassResult {
  const names = new Map(people.map(({ person, name }) => [person, name]))
  const nameOf = (person: string) => names.get(person) ?? NO_NAME
  return {
    recorded: reply.recorded.map(({ person }) => nameOf(person)),
    refused: reply.refused.map(({ person, code }) => ({
      person,
      name: nameOf(person),
      why: problemWords({ code, facts: {} }),
    })),
  }
}
