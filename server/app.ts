import swagger from '@fastify/swagger'
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import { Type, type TSchema } from 'typebox'
import { api } from '#contract/api'
import { Problem } from '#contract/problem'
import type { RouteSchema } from '#contract/route'
import { PERMISSIONS, permissionSentence, type RouteKey } from '#domain/access/permissions'
import type { Call, Context, SignedIn } from './context'
import type { Deps } from './deps'
import { enter } from './plugins/entrance'
import { sendProblem, toProblem, useErrors } from './plugins/errors'
import { useValidation } from './plugins/validation'
import { useHeaders, useWeb } from './plugins/web'
import { handlers } from './routes/handlers'

/** Seconds that a request may take to arrive; Fastify's own default is none. */
const REQUEST_TIMEOUT_MS = 15_000
const BODY_LIMIT_BYTES = 64 * 1024

type AnyHandler = (call: Call<RouteKey>) => unknown

/**
 * Builds the API over its parts; doesn't listen. Routes are made from the contract, each only with its row in the permission
 * table: what has no row, no schema or no handler doesn't compile, and a path that isn't there answers 404.
 */
export async function buildApp(deps: Deps): Promise<FastifyInstance> {
  const app = Fastify({
    logger: false,
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    // Forwarded headers are believed from nobody: a proxy in front has to be named first.
    trustProxy: false,
    // Longer than Node lets a path be: what is too long to be an id is answered like any other id that doesn't exist.
    routerOptions: { maxParamLength: 16_384 },
    return503OnClosing: true,
    frameworkErrors: (error, _request, reply) => {
      void sendProblem(reply, toProblem(error))
    },
  })
  useValidation(app)
  await useHeaders(app)
  useErrors(app, deps)
  useLog(app, deps)
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: '青年爱里', version: '1', description: 'Problem details (RFC 9457) carry `code` and `facts`.' },
      components: { securitySchemes: { session: { type: 'http', scheme: 'bearer' } } },
    },
  })
  // After the swagger plugin, which sees only the routes that come after it.
  await app.register((instance, _options, done) => {
    for (const key of Object.keys(api) as RouteKey[]) addRoute(instance, deps, key)
    done()
  })
  if (deps.webRoot !== undefined) await useWeb(app, deps.webRoot)
  return app
}

function addRoute(app: FastifyInstance, deps: Deps, key: RouteKey): void {
  const [method, url] = key.split(' ') as ['GET' | 'PUT' | 'POST' | 'DELETE', string]
  const schema: RouteSchema = api[key]
  const status = schema.status ?? 200
  const handle = key === 'GET /v1/openapi.json' ? () => app.swagger() : (handlers[key] as unknown as AnyHandler)
  const contexts = new WeakMap<FastifyRequest, Context | SignedIn | null>()
  app.route({
    method,
    url,
    schema: documented(key, schema),
    // Replies are what the services say; their types are checked by the compiler, and a test checks them against the schemas.
    serializerCompiler: () => (reply) => JSON.stringify(reply),
    onRequest: async (request, reply) => {
      const context = await enter(deps, key, request)
      contexts.set(request, context)
      void reply.header('x-server-time', String(context ? context.now : deps.realNow()))
      void reply.header('cache-control', 'no-store')
    },
    handler: async (request, reply) => {
      const call = {
        context: contexts.get(request),
        params: request.params,
        query: request.query,
        body: request.body,
        address: request.ip,
      } as unknown as Call<RouteKey>
      const result = await handle(call)
      if (status === 204) return reply.code(204).send()
      return reply.code(status).type('application/json; charset=utf-8').send(JSON.stringify(result))
    },
  })
}

/** A route's schemas as Fastify and the OpenAPI document take them. */
function documented(key: RouteKey, schema: RouteSchema): Record<string, unknown> {
  const permission = PERMISSIONS[key]
  const open = permission.kind === 'anyone' || permission.kind === 'demo'
  const part = (name: string, value: TSchema | undefined) => (value ? { [name]: value } : {})
  const problem = { description: 'Problem details', content: { 'application/problem+json': { schema: Problem } } }
  return {
    description: permissionSentence(key, permission),
    ...(open ? {} : { security: [{ session: [] }] }),
    ...part('params', schema.params),
    ...part('querystring', schema.query),
    ...part('body', schema.body),
    response: {
      [schema.status ?? 200]: schema.status === 204 ? Type.Null() : schema.reply,
      '4xx': problem,
      '5xx': problem,
    },
  }
}

/** One line a request: the route's pattern, never the URL, a header or a body. */
function useLog(app: FastifyInstance, deps: Deps): void {
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url
    if (route?.startsWith('/v1/')) {
      deps.log({
        level: 'info',
        method: request.method,
        route,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      })
    }
    done()
  })
}
