import { clearInterval, clearTimeout, setInterval, setTimeout } from 'node:timers'

import type { Activity } from './activity'
import type { Journal } from './journal'
import { isFunction, messageOf, stackOf, type AnyFunction } from './util'

export type TimerName = 'setTimeout' | 'clearTimeout' | 'setInterval' | 'clearInterval'

interface RunningTimer {
  short: boolean
  clear: () => void
}

/** Runs the bundle's code: catches what it throws, measures it, and owns its timers. */
export class Script {
  stopped = false
  private depth = 0
  private reporting = false
  private timerIds = 0
  private readonly timers = new Map<number, RunningTimer>()

  /**
   * @param where the page on top, for error records
   * @param onError tells the bundle (App.onError, wx.onError) that it threw
   */
  constructor(
    private readonly journal: Journal,
    private readonly activity: Activity,
    private readonly where: () => string,
    private readonly onError: (text: string) => void,
  ) {}

  /** Calls into the bundle. What it throws is recorded, never passed on; after stop() nothing runs any more. */
  guard<T>(run: () => T): T | undefined {
    if (this.stopped) return undefined
    const outermost = this.depth++ === 0
    const start = performance.now()
    const viewBefore = this.journal.viewMs
    try {
      return run()
    } catch (error) {
      this.thrown(error)
      return undefined
    } finally {
      this.depth--
      if (outermost) this.journal.scriptMs += performance.now() - start - (this.journal.viewMs - viewBefore)
    }
  }

  private thrown(error: unknown): void {
    this.journal.error('exception', messageOf(error), this.where(), stackOf(error))
    // An onError that throws must not call itself again.
    if (this.reporting) return
    this.reporting = true
    try {
      this.onError(stackOf(error) ?? messageOf(error))
    } finally {
      this.reporting = false
    }
  }

  /** Calls into the bundle a moment later, as an answer of WeChat arrives; settle() waits for it. */
  later(run: () => void, ms = 1): void {
    this.activity.begin()
    const id = ++this.timerIds
    const handle = setTimeout(() => {
      this.timers.delete(id)
      this.activity.end()
      this.guard(run)
    }, ms)
    this.timers.set(id, {
      short: false,
      clear: () => {
        clearTimeout(handle)
      },
    })
  }

  /** The timers of the bundle. Returns the new timer's id. */
  timer(name: TimerName, first: unknown, delay: unknown, args: readonly unknown[]): number | undefined {
    if (name === 'clearTimeout' || name === 'clearInterval') {
      this.clear(first)
      return undefined
    }
    if (this.stopped) return ++this.timerIds
    return this.start(name === 'setInterval', isFunction(first) ? first : undefined, Number(delay) || 0, args)
  }

  private start(repeat: boolean, callback: AnyFunction | undefined, ms: number, args: readonly unknown[]): number {
    const id = ++this.timerIds
    const short = !repeat && ms <= 60
    const run = (): void => {
      if (!repeat) this.forget(id)
      if (callback) this.guard(() => callback.apply(undefined, [...args]))
    }
    const handle = repeat ? setInterval(run, Math.max(ms, 4)) : setTimeout(run, ms)
    if (short) this.activity.shortTimers++
    const clear = (): void => {
      clearTimeout(handle)
      clearInterval(handle)
    }
    this.timers.set(id, { short, clear })
    return id
  }

  private clear(id: unknown): void {
    if (typeof id !== 'number') return
    this.timers.get(id)?.clear()
    this.forget(id)
  }

  private forget(id: number): void {
    if (this.timers.get(id)?.short) this.activity.shortTimers--
    this.timers.delete(id)
  }

  /** Ends every timer; the bundle is dead from here on. */
  stop(): void {
    this.stopped = true
    for (const timer of this.timers.values()) timer.clear()
    this.timers.clear()
  }
}
