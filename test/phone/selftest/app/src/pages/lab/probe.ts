/** What a browser or Node has and WeChat's logic layer has not. */
const ABSENT = (
  'AbortController AbortSignal fetch XMLHttpRequest URL URLSearchParams TextEncoder TextDecoder crypto Blob FormData ' +
  'File FileReader localStorage sessionStorage Intl WebSocket performance process Buffer queueMicrotask ' +
  'structuredClone WebAssembly setImmediate SharedArrayBuffer BigInt WeakRef'
).split(' ')

const attempt = (run: () => unknown): string => {
  try {
    return String(run())
  } catch {
    return 'throws'
  }
}

/** What this code finds around it. */
export function probe(): string {
  const global = globalThis as unknown as Record<string, unknown>
  const has = (holder: object, name: string) => (name in holder ? [name] : [])
  const younger = [
    ...has(Array.prototype, 'at'),
    ...has(Array.prototype, 'toSorted'),
    ...has(String.prototype, 'replaceAll'),
    ...has(Object, 'hasOwn'),
    ...has(Promise, 'any'),
  ]
  const found = ABSENT.filter((name) => global[name] !== undefined)
  const evaluated = attempt(() => (0, eval)('1'))
  const made = attempt(() => (new Function('a', 'return a') as (a: number) => number)(1))
  const self = attempt(() => (new Function('return this')() === globalThis ? 'yes' : 'no'))
  // A function of wx must not be a way out of the sandbox.
  const escaped = attempt(() => {
    const { constructor } = Object.getPrototypeOf(wx.getSystemInfoSync) as {
      constructor: (code: string) => () => string
    }
    return constructor('return typeof process')()
  })
  return `有:${[...found, ...younger].join(',')} eval=${evaluated} function=${made} this=${self} escape=${escaped}`
}
