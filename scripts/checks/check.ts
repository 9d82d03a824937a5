/** How a check ended. `note` says what was measured; `report` is what to mend; `reason` why it could not be made here. */
export type Outcome =
  | { readonly state: 'passed'; readonly note?: string }
  | { readonly state: 'failed'; readonly report: string }
  | { readonly state: 'skipped'; readonly reason: string }

/** One check: a name for its line, and the work. */
export interface Check {
  readonly name: string
  readonly run: () => Promise<Outcome>
}

/** Counts of a finished run. */
export interface Tally {
  readonly passed: number
  readonly failed: number
  readonly skipped: readonly string[]
}

/** Passed when nothing was found, else failed with a line for each finding. */
export function outcomeOf(findings: readonly string[], note?: string): Outcome {
  if (findings.length > 0) return { state: 'failed', report: findings.join('\n') }
  return note === undefined ? { state: 'passed' } : { state: 'passed', note }
}

const MARK = { passed: '✓', failed: '✗', skipped: '–' } as const

function describe(outcome: Outcome): string {
  if (outcome.state === 'skipped') return `: ${outcome.reason}`
  return outcome.state === 'passed' && outcome.note !== undefined ? `: ${outcome.note}` : ''
}

async function settle(check: Check): Promise<Outcome> {
  try {
    return await check.run()
  } catch (error) {
    // A check that breaks has not passed.
    return { state: 'failed', report: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

/**
 * Runs lanes of checks beside each other, the checks of a lane in order, and prints a line for each as it ends: ✓, ✗ or
 * –, its name, its note and its seconds; what to mend follows below a ✗.
 */
export async function runChecks(lanes: readonly (readonly Check[])[], print: (line: string) => void): Promise<Tally> {
  let passed = 0
  let failed = 0
  const skipped: string[] = []
  await Promise.all(
    lanes.map(async (lane) => {
      for (const check of lane) {
        const started = performance.now()
        const outcome = await settle(check)
        const seconds = ((performance.now() - started) / 1000).toFixed(1)
        print(`${MARK[outcome.state]} ${check.name}${describe(outcome)} (${seconds} s)`)
        if (outcome.state === 'passed') passed += 1
        else if (outcome.state === 'skipped') skipped.push(`${check.name}: ${outcome.reason}`)
        else {
          failed += 1
          print(outcome.report.trimEnd().replace(/^/gm, '    '))
        }
      }
    }),
  )
  return { passed, failed, skipped }
}

/** The last line: `N passed, N failed`, and what was left out and why. */
export function lastLine({ passed, failed, skipped }: Tally): string {
  const counts = `${passed} passed, ${failed} failed`
  return skipped.length === 0 ? counts : `${counts}, ${skipped.length} skipped (${skipped.join('; ')})`
}
