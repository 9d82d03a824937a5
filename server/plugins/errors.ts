import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Deps } from '../deps'
import { HttpProblem, lostRace, notFound, problemBody } from '../problem'

/** PostgreSQL: a deadlock or a serialisation failure: somebody else's act came first, nothing of this one is there. */
const RACES = new Set(['40001', '40P01'])
/** PostgreSQL: too many connections, shutting down, starting up; Node: refused or reset. */
const AWAY = new Set(['53300', '57P01', '57P02', '57P03', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT'])

interface DatabaseError {
  readonly code?: string
  readonly table?: string
  readonly constraint?: string
}

/** Sends a problem as RFC 9457 problem details; no cache may keep one. */
export function sendProblem(reply: FastifyReply, problem: HttpProblem): FastifyReply {
  void reply.header('cache-control', 'no-store')
  if (problem.status === 429) void reply.header('retry-after', String(problem.facts.retryAfter))
  return reply
    .code(problem.status)
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problemBody(problem)))
}

/** The one place where an error becomes an HTTP status. What nobody foresaw is a 500 that tells the caller nothing. */
export function useErrors(app: FastifyInstance, deps: Deps): void {
  app.setErrorHandler((error: FastifyError | HttpProblem, request, reply) => {
    const problem = toProblem(error)
    if (problem.status >= 500) logFault(deps, error, request)
    return sendProblem(reply, problem)
  })
  // Before a body is looked at: what was sent to a path that isn't there changes nothing of its answer.
  app.addHook('onRequest', async (request) => {
    if (request.is404) throw notFound()
  })
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, notFound()))
}

/** What a caller is told of an error. */
export function toProblem(error: FastifyError | HttpProblem): HttpProblem {
  if (error instanceof HttpProblem) return error
  const { code } = error
  if (error.validation) {
    const first = error.validation[0]
    return new HttpProblem(400, 'invalid-input', { field: (first?.instancePath ?? '').slice(0, 100) })
  }
  if (RACES.has(code)) return lostRace()
  if (AWAY.has(code)) return new HttpProblem(503, 'unavailable')
  // Fastify's own: not JSON, too large, another content type, a path that doesn't decode.
  const { statusCode } = error
  if (statusCode === 413) return new HttpProblem(413, 'too-large')
  if (statusCode === 415) return new HttpProblem(415, 'not-json')
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return new HttpProblem(400, 'invalid-input', { field: '' })
  return new HttpProblem(500, 'internal')
}

/** An error as a log may know it: never its message, detail or parameters, which hold what people typed. */
function logFault(deps: Deps, error: Error, request: FastifyRequest): void {
  const { code, table, constraint } = error as DatabaseError
  deps.log({
    level: 'error',
    error: error.name,
    code,
    table,
    constraint,
    method: request.method,
    route: request.routeOptions.url,
    at: framesOf(error).join(' | '),
  })
}

/** Where an error comes from. Its message stands above the frames and may have lines that look like one. */
function framesOf({ message, stack = '' }: Error): string[] {
  const at = stack.indexOf(message)
  if (at < 0) return []
  return stack
    .slice(at + message.length)
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 8)
    .map((line) => line.trim())
}
