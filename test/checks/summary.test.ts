import type { AggregatedResult } from '@jest/reporters'
import { join } from 'node:path'
import { findChromium, NO_BROWSER } from '../support/chromium'
import { summarise } from '../support/summaryReporter'

const ROOT = join(__dirname, '..', '..')

function results(
  passed: number,
  failed: number,
  broken: number,
  pending: Readonly<Record<string, number>>,
): AggregatedResult {
  const testResults = Object.entries(pending).map(([file, count]) => ({
    testFilePath: join(ROOT, file),
    testResults: Array.from({ length: count }, () => ({ status: 'pending' })),
  }))
  return {
    numPassedTests: passed,
    numFailedTests: failed,
    numRuntimeErrorTestSuites: broken,
    testResults,
  } as unknown as AggregatedResult
}

test.each<[AggregatedResult, string]>([
  [results(3, 0, 0, {}), '3 passed, 0 failed'],
  [results(3, 1, 0, {}), '3 passed, 1 failed'],
  // a file that doesn't compile runs no test, and is a failure all the same
  [results(3, 0, 1, {}), '3 passed, 1 failed'],
  [results(3, 0, 0, { 'test/web/line.test.ts': 4 }), `3 passed, 0 failed, 4 skipped (${NO_BROWSER})`],
  [
    results(3, 0, 0, { 'test/web/line.test.ts': 4, 'test/web/more.test.ts': 1, 'test/domain/time.test.ts': 2 }),
    `3 passed, 0 failed, 7 skipped (5: ${NO_BROWSER}; 2: switched off in test/domain/time.test.ts)`,
  ],
])('%#: the last line', (given, line) => {
  expect(summarise(given, ROOT)).toBe(line)
})

test('a run that had to be ended has failed', () => {
  expect(summarise(results(3, 0, 0, {}), ROOT, 1)).toBe('3 passed, 1 failed')
})

describe('findChromium', () => {
  test('takes CHROMIUM', () => {
    expect(findChromium({ CHROMIUM: process.execPath, PATH: '' })).toBe(process.execPath)
  })
  test('refuses a CHROMIUM that is not there, instead of skipping', () => {
    expect(() => findChromium({ CHROMIUM: '/nowhere/chromium' })).toThrow(/\/nowhere\/chromium/)
  })
})
