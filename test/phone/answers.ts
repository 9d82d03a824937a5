/** Answers that a test has queued for calls that ask the person something, first in first out per call. */
export class Answers {
  private readonly queued = new Map<string, unknown[]>()
  private readonly failures = new Map<string, string[]>()

  /** @param standing what is answered when nothing is queued */
  constructor(private readonly standing: Readonly<Record<string, unknown>>) {}

  queue(api: string, answers: readonly unknown[]): void {
    this.queued.set(api, [...(this.queued.get(api) ?? []), ...answers])
  }

  /** The next answer, or undefined when neither the test nor the options have one. */
  take(api: string): unknown {
    const queue = this.queued.get(api)
    return queue?.length ? queue.shift() : this.standing[api]
  }

  /** Lets the next call of any asynchronous wx function fail with this message. */
  queueFailure(api: string, message: string): void {
    this.failures.set(api, [...(this.failures.get(api) ?? []), message])
  }

  takeFailure(api: string): string | undefined {
    return this.failures.get(api)?.shift()
  }
}
