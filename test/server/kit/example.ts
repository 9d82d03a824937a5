import type { TSchema } from 'typebox'
import { AccountCode, Day, OrganisationCode, Uuid } from '#contract/text'
import { newRequestId } from '../support'

interface Schema {
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly type?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly minimum?: number
  readonly pattern?: string
}

const patternOf = (schema: TSchema) => (schema as { pattern?: string }).pattern

/** Texts by the pattern that they have to match; what isn't here is a free text. */
const BY_PATTERN = new Map<string | undefined, () => string>([
  [patternOf(Uuid), newRequestId],
  [patternOf(Day), () => '2009-08-17'],
  [patternOf(OrganisationCode), () => 'SH-X01-2'],
  [patternOf(AccountCode), () => 'AAAA-AAAA'],
  ['^\\d{6}$', () => '000000'],
])

/** A value that a schema takes and that the rules have nothing against in the tests' scene. */
export function exampleOf(given: TSchema): unknown {
  return example(given)
}

/** The fields of a body; of one that comes in several shapes those of the first, which the example has. */
export function propertiesOf(given: TSchema): Readonly<Record<string, TSchema>> {
  const { properties, anyOf } = given as Schema
  return properties ?? anyOf?.[0]?.properties ?? {}
}

function example(schema: Schema): unknown {
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  if (schema.anyOf) return example(schema.anyOf[0] ?? {})
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, part]) => [name, example(part)]))
    case 'array':
      return [example(schema.items ?? {})]
    case 'boolean':
      return true
    case 'integer':
      return Math.max(schema.minimum ?? 0, 10)
    case 'string':
      return BY_PATTERN.get(schema.pattern)?.() ?? '示例文字'
    default:
      throw new Error(`no example for ${JSON.stringify(schema)}: add one here`)
  }
}
