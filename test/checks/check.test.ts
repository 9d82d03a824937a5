import { lastLine, runChecks, type Check } from '../../scripts/checks/check'

const good: Check = { name: 'good', run: async () => ({ state: 'passed', note: '3 files' }) }
const bad: Check = { name: 'bad', run: async () => ({ state: 'failed', report: 'line 1\nline 2\n' }) }
const broken: Check = { name: 'broken', run: () => Promise.reject(new Error('no such tool')) }
const left: Check = { name: 'left out', run: async () => ({ state: 'skipped', reason: 'not on this machine' }) }

async function outcome(...lanes: Check[][]): Promise<{ lines: string[]; last: string }> {
  const lines: string[] = []
  const tally = await runChecks(lanes, (line) => lines.push(line))
  return { lines, last: lastLine(tally) }
}

test('one line a check, with its time; the report below a failure', async () => {
  const { lines, last } = await outcome([good, bad])
  expect(lines.map((line) => line.replace(/\d+\.\d s/, 'N s'))).toEqual([
    '✓ good: 3 files (N s)',
    '✗ bad (N s)',
    '    line 1\n    line 2',
  ])
  expect(last).toBe('1 passed, 1 failed')
})

test('a check that breaks has failed, and the others still run', async () => {
  const { lines, last } = await outcome([broken, good], [good])
  expect(lines.join('\n')).toContain('no such tool')
  expect(last).toBe('2 passed, 1 failed')
})

test('what is left out is counted, with the reason', async () => {
  const { last } = await outcome([good], [left])
  expect(last).toBe('1 passed, 0 failed, 1 skipped (left out: not on this machine)')
})
