import { Ajv2020 as Ajv, type ValidateFunction } from 'ajv/dist/2020'
import type { TestApi } from '../support'
import type { Method } from './routes'

export interface DocumentedSchema {
  readonly type?: string
  readonly properties?: Readonly<Record<string, DocumentedSchema>>
  readonly required?: readonly string[]
  /** Of a body that comes in several shapes. */
  readonly anyOf?: readonly DocumentedSchema[]
  readonly additionalProperties?: unknown
}

interface Operation {
  readonly parameters?: readonly { readonly in: string; readonly name: string; readonly required?: boolean }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: DocumentedSchema }>> }
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: object }>> }>
  >
}

/** One operation of the OpenAPI document, as a client that has nothing else sees it. */
export interface Documented {
  /** 'PUT /v1/me/profile' */
  readonly key: string
  readonly body: DocumentedSchema | undefined
  readonly parameters: NonNullable<Operation['parameters']>
  /** What is wrong with an answer by the document; '' when nothing is. */
  faultOf(status: number, raw: string): string
}

/** The operations of the API's own document. */
export function documentOf(api: TestApi): readonly Documented[] {
  const ajv = new Ajv({ strict: false, allErrors: true })
  return Object.entries(api.app.swagger().paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, Operation>).map(([method, operation]) => {
      const { requestBody, parameters = [], responses } = operation
      const validators = Object.entries(responses).map(([status, { content }]) => {
        const schema = Object.values(content ?? {})[0]?.schema
        return [status, schema ? ajv.compile(closed(schema) as object) : undefined] as const
      })
      return {
        key: `${method.toUpperCase() as Method} ${path.replace(/\{(\w+)\}/g, ':$1')}`,
        body: Object.values(requestBody?.content ?? {})[0]?.schema,
        parameters,
        faultOf: (status: number, raw: string) => faultOf(new Map(validators), status, raw),
      }
    }),
  )
}

function faultOf(validators: ReadonlyMap<string, ValidateFunction | undefined>, status: number, raw: string): string {
  const key = validators.has(String(status)) ? String(status) : `${String(Math.floor(status / 100))}XX`
  if (!validators.has(key)) return `${String(status)} is not documented`
  if (status === 204) return raw === '' ? '' : '204 with a body'
  const validate = validators.get(key)
  if (!validate) return ''
  return validate(JSON.parse(raw)) ? '' : JSON.stringify(validate.errors)
}

/** A schema that also refuses what it doesn't name: a reply must not tell more than its document does. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed)
  if (typeof schema !== 'object' || schema === null) return schema
  const parts = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]))
  const named = 'properties' in parts && Object.keys(parts.properties as object).length > 0
  return named && !('additionalProperties' in parts) ? { ...parts, additionalProperties: false } : parts
}
