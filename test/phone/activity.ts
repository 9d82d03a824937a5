import { sleep } from './util'

export interface SettleOptions {
  /** Milliseconds without anything happening that count as quiet. Default 25. */
  quiet?: number
  /** Give up after this long. Default 4000. */
  max?: number
}

/** Knows whether a mini-program is busy, so that a hand can wait until its act has had its effect. */
export class Activity {
  /** Work that will end by itself: wx calls, navigations, requests. */
  private pending = 0
  /** Timers of at most 60 ms: part of an effect. Longer ones are the bundle's own business. */
  shortTimers = 0
  stopped = false
  private last = Date.now()

  begin(): void {
    this.pending++
  }

  end(): void {
    this.pending--
    this.touch()
  }

  /** Something visible happened. */
  touch(): void {
    this.last = Date.now()
  }

  /** Resolves when nothing is pending and nothing has happened for a moment. */
  async settle({ quiet = 25, max = 4000 }: SettleOptions = {}): Promise<void> {
    const start = Date.now()
    while (!this.stopped) {
      await sleep(6)
      const now = Date.now()
      if (now - start > max) return
      if (this.pending > 0) {
        this.last = Math.max(this.last, now - quiet + 6)
        continue
      }
      // An app may keep a chain of short timers going for ever: wait for them only so long.
      if (this.shortTimers > 0 && now - start < 400) continue
      if (now - this.last >= quiet) return
    }
  }
}
