import { STATUS_CODES } from 'node:http'
import type { CheckInDecision, CheckInRefusal } from '#domain/checkin/refusal'
import type { EventDecision, EventRefusal } from '#domain/events/refusal'
import type { Decision, Refusal } from '#domain/refusal'
import type { Problem } from '#contract/problem'

type Facts = Problem['facts']

/** An error that a caller is told of, as problem details. */
export class HttpProblem extends Error {
  override name = 'HttpProblem'
  constructor(
    readonly status: number,
    readonly code: string,
    readonly facts: Facts = {},
  ) {
    super(code)
  }
}

/** No session, an ended one, or one of another district than the host's. */
export const noSession = () => new HttpProblem(401, 'no-session')
/** It doesn't exist, or it isn't the asker's to see: the same bytes. */
export const notFound = () => new HttpProblem(404, 'not-found')
/** The requestId was used for something else. */
export const requestIdReused = () => new HttpProblem(409, 'request-id-reused')
/** Somebody else's act came first. */
export const lostRace = () => new HttpProblem(409, 'lost-race')
/** Too often; `retryAfter` in seconds. */
export const tooMany = (retryAfter: number) => new HttpProblem(429, 'too-many', { retryAfter })

/** A refusal of the rules: 422 with its code and facts. The one place where a refusal becomes an HTTP status. */
export function refusal(of: Refusal | EventRefusal | CheckInRefusal): HttpProblem {
  return new HttpProblem(422, of.code, { ...of.facts })
}

/** The value of a granted decision; throws the refusal otherwise. */
export function grantedOr<T>(decision: Decision<T> | EventDecision<T> | CheckInDecision<T>): T {
  if (decision.ok) return decision.value
  throw refusal(decision.refusal)
}

/** The body of a problem. */
export function problemBody(problem: HttpProblem): Problem {
  return {
    type: 'about:blank',
    title: STATUS_CODES[problem.status] ?? 'Error',
    status: problem.status,
    code: problem.code,
    facts: problem.facts,
  }
}
