import type { Problem as ProblemBody } from '#contract/problem'

/** What the API answered instead of a yes: an HTTP status, a code, and its facts. src/text words it. */
export class ApiProblem extends Error {
  override name = 'ApiProblem'
  constructor(
    readonly status: number,
    readonly code: string,
    readonly facts: ProblemBody['facts'],
  ) {
    super(code)
  }
}

/** No answer came: no network, no server, or none in time. Whether an act arrived is unknown. */
export class NetworkProblem extends Error {
  override name = 'NetworkProblem'
  constructor(readonly timedOut: boolean) {
    super(timedOut ? 'no answer in time' : 'no network')
  }
}

export type Problem = ApiProblem | NetworkProblem

/** What a failed call gives to a screen. An error of our own making is thrown on: it is a bug, not a problem of the person's. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ApiProblem || error instanceof NetworkProblem) return error
  throw error
}

/** Whether the API gave this code. */
export function hasCode(error: unknown, code: string): error is ApiProblem {
  return error instanceof ApiProblem && error.code === code
}
