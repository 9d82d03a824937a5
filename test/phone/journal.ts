import { inspect } from 'node:util'

import { isBag, isFunction } from './util'

/** Something that went wrong in the bundle (or, of kind `harness`, in the harness itself). */
export interface PhoneError {
  kind: 'console.error' | 'exception' | 'unhandledRejection' | 'render' | 'setData' | 'navigator' | 'harness'
  message: string
  page: string
  stack?: string | undefined
}

export interface LogLine {
  level: string
  text: string
}

/** A call of wx that the harness does not act out. */
export interface UnsupportedCall {
  api: string
  page: string
  note?: string | undefined
}

export interface ModalRecord {
  title: string
  content: string
  confirmText: string
  /** Null when the modal had no cancel button. */
  cancelText: string | null
  answer: unknown
}

export interface ToastRecord {
  title: string
  icon: string
}

/** A call with an effect outside of the mini-program (phone call, preview, subscription …). */
export interface CallRecord {
  api: string
  options: unknown
  at: number
}

export interface RequestRecord {
  api: 'request' | 'uploadFile' | 'downloadFile'
  method: string
  /** What the bundle asked for. */
  url: string
  /** Where it really went, when that was another origin. */
  sentTo?: string
  /** 0 until there is a reply. */
  status: number
  ms: number
  /** Bytes received and sent, bodies only. */
  bytes: number
  sent: number
  error?: string
  redirects?: number
}

export interface SetDataStats {
  calls: number
  /** UTF-8 bytes of the JSON of all calls, and of the largest. */
  bytes: number
  max: number
}

export interface Stats {
  requests: RequestRecord[]
  setData: SetDataStats
  /** Synchronous script time of the bundle without rendering; continuations of promises are not counted. */
  scriptMs: number
  /** What the harness spent on rendering. */
  viewMs: number
  /** Subpackages whose code was loaded. */
  subpackages: string[]
}

/** Everything a phone noticed. It outlives a restart of the mini-program. */
export class Journal {
  readonly errors: PhoneError[] = []
  readonly warnings: string[] = []
  readonly logs: LogLine[] = []
  readonly unsupported: UnsupportedCall[] = []
  readonly modals: ModalRecord[] = []
  readonly toasts: ToastRecord[] = []
  readonly calls: CallRecord[] = []
  readonly shares: Record<string, unknown>[] = []
  readonly canvas: unknown[][] = []
  readonly subpackages: string[] = []
  requests: RequestRecord[] = []
  setData: SetDataStats = { calls: 0, bytes: 0, max: 0 }
  scriptMs = 0
  viewMs = 0

  constructor(private readonly echo: string | undefined) {}

  error(kind: PhoneError['kind'], message: string, page: string, stack?: string): void {
    this.errors.push({ kind, message, page, stack })
  }

  /** One call of the bundle's console. */
  log(level: string, args: readonly unknown[], page: string): void {
    const text = args.map(logged).join(' ')
    this.logs.push({ level, text })
    if (level === 'error') this.error('console.error', text, page)
    if (level === 'warn') this.warnings.push(text)
    if (this.echo !== undefined) process.stderr.write(`[${this.echo}] ${level}: ${text}\n`)
  }

  call(api: string, options: unknown): void {
    this.calls.push({ api, options, at: Date.now() })
  }

  stats(): Stats {
    const tenth = (ms: number): number => Math.round(ms * 10) / 10
    return {
      requests: this.requests.map((request) => ({ ...request })),
      setData: { ...this.setData },
      scriptMs: tenth(this.scriptMs),
      viewMs: tenth(this.viewMs),
      subpackages: [...this.subpackages],
    }
  }

  /** Sets the counters back; errors, logs and dialogs stay. */
  resetStats(): void {
    this.requests = []
    this.setData = { calls: 0, bytes: 0, max: 0 }
    this.scriptMs = 0
    this.viewMs = 0
  }

  /** The last errors in one line, for messages of failed waits. */
  tail(): string {
    if (!this.errors.length) return ''
    return `\nerrors: ${this.errors
      .slice(-3)
      .map((error) => `${error.kind}: ${error.message.slice(0, 300)}`)
      .join(' | ')}`
  }
}

function logged(value: unknown): string {
  if (typeof value === 'string') return value
  if (isBag(value) && !isFunction(value) && typeof value.stack === 'string' && value.stack) return value.stack
  return inspect(value, { depth: 3, breakLength: 200 })
}
