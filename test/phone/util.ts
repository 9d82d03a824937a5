import { setTimeout as startTimer } from 'node:timers'

/** An object whose keys and values are not known: what crosses between a bundle and the harness. */
export type Bag = Record<string, unknown>

/** A function of which nothing is known but that it can be called. */
export type AnyFunction = (this: unknown, ...args: unknown[]) => unknown

export const isFunction = (value: unknown): value is AnyFunction => typeof value === 'function'

export const isBag = (value: unknown): value is Bag => typeof value === 'object' && value !== null

/** The value as an object, an empty one if it is none. */
export const asBag = (value: unknown): Bag => (isBag(value) ? value : {})

/** The value as a list; a single value becomes a list of one. Works across realms. */
export function asList(value: unknown): unknown[] {
  if (Array.isArray(value)) return Array.from(value as unknown[])
  return value === undefined || value === null ? [] : [value]
}

/** The value as text: objects become JSON; undefined, null, functions and symbols the empty string. */
export function asText(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return value
    case 'number':
    case 'bigint':
    case 'boolean':
      return value.toString()
    case 'object':
      return value === null ? '' : JSON.stringify(value)
    default:
      return ''
  }
}

/** Waits on the real clock, even where a test has replaced the global timers. */
export const sleep = (ms: number): Promise<void> =>
  new Promise((done) => {
    startTimer(done, ms)
  })

/** The text without any white space: how words on a screen are compared. */
export const squash = (value: unknown): string => asText(value).replace(/\s+/g, '')

/** How WXML reads a boolean attribute: `"false"` and the empty string count as false. */
export const truthy = (value: unknown): boolean =>
  value !== undefined && value !== false && value !== null && value !== '' && value !== 'false'

/** A copy through JSON: what is left of a value when it leaves the bundle. */
export function plain(value: unknown): unknown {
  try {
    return value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown)
  } catch {
    return {}
  }
}

/** Bytes of a text in UTF-8. */
export const bytesOf = (value: string): number => Buffer.byteLength(value)

/** Message of whatever was thrown. */
export function messageOf(error: unknown): string {
  if (isBag(error)) return asText(error.message) || asText(error.errMsg) || asText(plain(error))
  return asText(error)
}

/** Stack of whatever was thrown, if it has one. */
export const stackOf = (error: unknown): string | undefined =>
  isBag(error) && typeof error.stack === 'string' ? error.stack : undefined

/** A query string as WeChat hands it to a page: split, but not decoded. */
export function parseQuery(query: string): Record<string, string> {
  const out: Record<string, string> = {}
  for (const pair of query.split('&')) {
    if (!pair) continue
    const key = pair.split('=')[0] ?? ''
    out[key] = pair.slice(key.length + 1)
  }
  return out
}
