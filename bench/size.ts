import { overBudget, readBudget, weigh } from '../scripts/checks/size'
import { withBuilds } from './builds'

/** How far the floor of config/size-budget.json, which `npm run check` holds, may be from the one built now: paths are in it. */
const FLOOR_BYTES_OFF = 100

/**
 * `npm run bench:size`: what the mini-program weighs beside the smallest Taro app, both built now. Licence texts and
 * the project's config are not counted: they aren't uploaded. `--json` prints the figures alone. Fails when a package is over
 * its budget, or the budget's floor isn't the floor any more.
 */
async function main(): Promise<void> {
  const { app, floor } = await withBuilds(async (builds) => ({
    app: await weigh(builds.app),
    floor: await weigh(builds.floor),
  }))
  const budget = await readBudget()
  const ratio = app.main / floor.main
  const subpackages = [...app.subpackages].map(([name, bytes]) => ({ name, bytes }))
  const over = overBudget(app, { ...budget, floor: { ...budget.floor, bytes: floor.main } })
  if (Math.abs(floor.main - budget.floor.bytes) > FLOOR_BYTES_OFF) {
    over.push(`the floor weighs ${floor.main} bytes, config/size-budget.json says ${budget.floor.bytes}`)
  }
  const within = over.length === 0

  if (process.argv.includes('--json')) {
    console.log(JSON.stringify({ main: app.main, floor: floor.main, ratio, subpackages, within }))
  } else {
    console.log(`floor         ${floor.main} bytes`)
    console.log(`main package  ${app.main} bytes = ${ratio.toFixed(3)} × the floor (goal: ≤ ${budget.mainPerFloor})`)
    for (const { name, bytes } of subpackages) {
      console.log(`${name}  ${bytes} bytes (goal: ≤ ${budget.subpackageBytes})`)
    }
    for (const finding of over) console.log(`✗ ${finding}`)
  }
  if (!within) process.exitCode = 1
}

void main()
