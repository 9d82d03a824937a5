import type { TimerName } from '../script'
import type { Bag } from '../util'

/** What the logic layer asks of the harness. Values cross as they are; answers are converted by the realm. */
export interface Host {
  timer(name: TimerName, first: unknown, delay: unknown, args: unknown[]): number | undefined
  /** Milliseconds by which the phone's clock is ahead, asked for at every look at it. */
  clockOffset(): number
  console(level: string, args: unknown[]): void
  /** Code from strings was attempted. */
  blocked(what: string): void
  guard(run: () => void): void
  callAsync(name: string, options: Bag, done: (failure: unknown, reply: unknown) => void): void
  callSync(name: string, args: unknown[]): unknown
  /** wx.onX and wx.offX. */
  listen(name: string, listener: unknown): void
  unsupported(name: string): void
  App(config: unknown): void
  Page(config: unknown): void
  Component(config: unknown): void
  Behavior(config: unknown): unknown
  getApp(): unknown
  pages(): unknown[]
}

export interface BootOptions {
  asyncNames: string[]
  syncNames: string[]
  eventNames: string[]
  unsupportedNames: string[]
  /** Plain values of wx, such as `env`. */
  constants: Bag
  /** `__wxConfig`. */
  config: Bag
  /** Globals that V8 gives a context and WeChat does not. */
  gone: string[]
  /** Dotted names of what is younger than the oldest phone, e.g. `Array.prototype.at`. */
  younger: string[]
}

/** What the clock of a phone needs to know of the zone that it is in. */
export interface Zone {
  /** Milliseconds by which clocks there are ahead of UTC at a moment. */
  offsetAt(at: number): number
  /** As engines write it behind a time: Pacific Standard Time. */
  nameAt(at: number): string
  locale(
    method: 'toLocaleString' | 'toLocaleDateString' | 'toLocaleTimeString',
    at: number,
    locales?: string,
    options?: object,
  ): string
}

export interface EventChannel {
  on(name: string, listener: (...args: unknown[]) => void): void
  once(name: string, listener: (...args: unknown[]) => void): void
  off(name: string, listener?: (...args: unknown[]) => void): void
  emit(name: string, ...args: unknown[]): void
}

/** What the harness holds of the logic layer's realm. */
export interface Realm {
  /** A deep copy of the value made of this realm's objects, so that `instanceof Object` holds in the bundle. */
  convert(value: unknown): unknown
  /** Two ends of the channel between an opener and the page it opened. */
  channel(): [EventChannel, EventChannel]
  parse(json: string): unknown
  Promise: PromiseConstructor
  Error: ErrorConstructor
}
