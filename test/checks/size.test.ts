import { overBudget, readBudget, weigh, type SizeBudget } from '../../scripts/checks/size'
import { withMiniProgram } from './miniProgram'

const budget: SizeBudget = { floor: { bytes: 1000, source: 'made up' }, mainPerFloor: 1.5, subpackageBytes: 200 }
const sizes = (main: number, league: number) => ({ main, subpackages: new Map([['packages/league', league]]) })

test('weighs the main package and each subpackage; licences and project config do not count', async () => {
  const before = await withMiniProgram({}, weigh)
  const heavier = {
    'vendors.js': 'x'.repeat(70),
    'packages/league/board.js': 'x'.repeat(50),
    'app.js.LICENSE.txt': 'x'.repeat(999),
    'project.config.json': 'x'.repeat(999),
  }
  const after = await withMiniProgram(heavier, weigh)
  expect(after.main - before.main).toBe(70)
  expect((after.subpackages.get('packages/league') ?? 0) - (before.subpackages.get('packages/league') ?? 0)).toBe(50)
})

test.each([
  [1500, 200, 0],
  [1501, 200, 1],
  [1500, 201, 1],
  [1501, 201, 2],
])('main %i and subpackage %i bytes: %i findings', (main, league, findings) => {
  expect(overBudget(sizes(main, league), budget)).toHaveLength(findings)
})

test('the budget of the repository is the one that was decided', async () => {
  const { floor, mainPerFloor, subpackageBytes } = await readBudget()
  expect([floor.bytes, mainPerFloor, subpackageBytes]).toEqual([279_211, 1.5, 200_000])
})
