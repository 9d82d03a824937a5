import type { AggregatedResult, Reporter, TestContext } from '@jest/reporters'
import { relative, sep } from 'node:path'
import { NO_BROWSER } from './chromium'

/** How long jest may take to end after the last test before we say that something was left running. */
const GRACE_MS = 60_000

/** One line: what passed, what failed (and how often the run itself did), and what was left out and why. */
export function summarise(results: AggregatedResult, rootDir: string, failuresOfRun = 0): string {
  // A file that doesn't even load has no test results of its own and must not look like nothing.
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites + failuresOfRun
  const skipped = new Map<string, number>()
  for (const file of results.testResults) {
    const name = relative(rootDir, file.testFilePath).split(sep).join('/')
    const count = file.testResults.filter((test) => test.status === 'pending' || test.status === 'todo').length
    if (count === 0) continue
    const reason = name.startsWith('test/web/') ? NO_BROWSER : `switched off in ${name}`
    skipped.set(reason, (skipped.get(reason) ?? 0) + count)
  }
  const total = [...skipped.values()].reduce((sum, count) => sum + count, 0)
  const counts = `${results.numPassedTests} passed, ${failed} failed`
  if (total === 0) return counts
  const reasons = [...skipped].map(([reason, count]) => (skipped.size === 1 ? reason : `${count}: ${reason}`))
  return `${counts}, ${total} skipped (${reasons.join('; ')})`
}

/** Ends the run with one line that says it all, and ends a run that would hang. */
export default class SummaryReporter implements Pick<Reporter, 'onRunComplete' | 'getLastError'> {
  readonly #rootDir: string
  readonly #watching: boolean
  #error: Error | undefined

  constructor(globalConfig: { readonly rootDir: string; readonly watch: boolean; readonly watchAll: boolean }) {
    this.#rootDir = globalConfig.rootDir
    this.#watching = globalConfig.watch || globalConfig.watchAll
  }

  onRunComplete(_contexts: Set<TestContext>, results: AggregatedResult): void {
    if (this.#watching) return
    if (results.numTotalTests === 0 && results.numRuntimeErrorTestSuites === 0) this.#error = new Error('no test ran')
    let failuresOfRun = 0
    // At exit, so that what the teardown prints comes before it: this line is the last one.
    process.once('exit', () => {
      process.stdout.write(`${summarise(results, this.#rootDir, failuresOfRun)}\n`)
    })
    const timer = setTimeout(() => {
      process.stderr.write(
        'A test left something running (a server, a timer, a connection): see --detectOpenHandles.\n',
      )
      failuresOfRun = 1
      process.exit(1)
    }, GRACE_MS)
    timer.unref()
  }

  getLastError(): Error | undefined {
    return this.#error
  }
}
