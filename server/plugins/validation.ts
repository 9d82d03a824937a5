import { Ajv, type ValidateFunction } from 'ajv'
import type { FastifyInstance, FastifySchemaCompiler } from 'fastify'
import type { TSchema } from 'typebox'

/**
 * Two validators: Fastify's own default drops unknown fields, turns "2" into 2 and lets NUL through. Bodies are taken as they
 * are or refused; what comes in a path or query is text and is coerced.
 */
export function useValidation(app: FastifyInstance): void {
  takeEmptyBodies(app)
  const strict = new Ajv({
    removeAdditional: false,
    coerceTypes: false,
    useDefaults: false,
    allErrors: false,
    strict: false,
  })
  const coercing = new Ajv({
    removeAdditional: false,
    coerceTypes: true,
    useDefaults: false,
    allErrors: false,
    strict: false,
  })
  const compile: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
    const validate: ValidateFunction = (httpPart === 'body' ? strict : coercing).compile(schema)
    return validate
  }
  app.setValidatorCompiler(compile)
}

/**
 * WeChat's request calls everything JSON, also what has no body at all; Fastify alone answers such a DELETE with 400. Where a
 * body is needed, its schema still asks for it.
 */
function takeEmptyBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined)
    else void parse(request, body as string, done)
  })
}
