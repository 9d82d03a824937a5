/**
 * What must be undone when the process ends, in the opposite order of having been done.
 * Runs once, however often it is asked to; a step that fails doesn't keep the others from running.
 */
export class Cleanup {
  readonly #steps: (() => Promise<void>)[] = []
  #running: Promise<unknown[]> | undefined

  add(step: () => Promise<void>): void {
    this.#steps.push(step)
  }

  /** @returns the errors of the steps that failed, usually none */
  run(): Promise<unknown[]> {
    this.#running ??= this.#undo()
    return this.#running
  }

  async #undo(): Promise<unknown[]> {
    const errors: unknown[] = []
    for (let step = this.#steps.pop(); step !== undefined; step = this.#steps.pop()) {
      try {
        await step()
      } catch (error) {
        errors.push(error)
      }
    }
    return errors
  }
}
