import type { MiniProgram } from '../mini-program'
import { asBag, asText } from '../util'

import { exchange, OFFLINE, type Exchange, type ExchangeResult, type HttpOptions } from './exchange'

/** WeChat works on so many requests at a time; the others wait. */
const CONCURRENT = 10

const DEFAULT_TIMEOUT_MS = 60_000

interface Job {
  start: () => void
}

/** The requests of one mini-program: queue, domains, the network going away. */
export class Network {
  private readonly live = new Set<Exchange>()
  private readonly queue: Job[] = []
  private lostReplies: ((url: string) => boolean)[] = []

  constructor(readonly app: MiniProgram) {}

  /**
   * Queues a request.
   * @returns its abort()
   */
  send(options: HttpOptions, done: (result: ExchangeResult) => void): () => void {
    this.app.activity.begin()
    let running: Exchange | undefined
    let over = false
    const finish = (result: ExchangeResult): void => {
      if (over) return
      over = true
      if (running) this.live.delete(running)
      this.app.activity.end()
      done(result)
      this.pump()
    }
    const job: Job = {
      start: () => {
        running = exchange(this, options, finish)
        this.live.add(running)
      },
    }
    this.queue.push(job)
    this.pump()
    return () => {
      const at = this.queue.indexOf(job)
      if (at >= 0) {
        this.queue.splice(at, 1)
        finish({ failure: { errMsg: 'fail abort' } })
      } else {
        running?.end({ errMsg: 'fail abort' })
      }
    }
  }

  private pump(): void {
    while (this.live.size < CONCURRENT) {
      const job = this.queue.shift()
      if (!job) return
      job.start()
    }
  }

  /** Cuts off what is in flight: the network is gone. */
  drop(): void {
    for (const one of [...this.live]) one.end(OFFLINE)
  }

  /** Cuts off what is in flight without telling the bundle: it is dead. */
  abandon(): void {
    this.queue.length = 0
    for (const one of [...this.live]) one.end({ errMsg: 'fail abort' })
  }

  /** The next `count` replies of matching requests are lost on their way back; 0: from now on none is. */
  loseReplies(count: number, matches: (url: string) => boolean): void {
    if (count === 0) this.lostReplies = []
    for (let i = 0; i < count; i++) this.lostReplies.push(matches)
  }

  /** Whether the reply to this request is one of those to lose. */
  takeLost(url: string): boolean {
    const at = this.lostReplies.findIndex((matches) => matches(url))
    if (at < 0) return false
    this.lostReplies = this.lostReplies.filter((_, index) => index !== at)
    return true
  }

  /** Where a request to this origin really goes; null when it is not in the list of request domains. */
  route(origin: string): string | null {
    const { hosts, domains, api } = this.app.handset.options
    if (hosts?.[origin] !== undefined) return hosts[origin]
    if (domains && !domains.includes(origin)) return null
    return api === undefined ? origin : new URL(api).origin
  }

  /** Milliseconds after which a call times out: its own, app.json's, WeChat's. */
  timeout(api: string, own: unknown): number {
    return Number(own) || Number(asText(asBag(this.app.dist.app.networkTimeout)[api])) || DEFAULT_TIMEOUT_MS
  }
}
