import { weigh } from '../scripts/checks/size'
import { withBuilds } from './builds'

/** The main package may weigh this many floors, a subpackage this many bytes. */
const MAIN_PER_FLOOR = 1.5
const SUBPACKAGE_BYTES = 200_000

/**
 * `npm run bench:size`: what the mini-program weighs beside the smallest Taro app, both built now. Licence texts and
 * the project's config are not counted: they aren't uploaded. `--json` prints the figures alone.
 */
async function main(): Promise<void> {
  const { app, floor } = await withBuilds(async (builds) => ({
    app: await weigh(builds.app),
    floor: await weigh(builds.floor),
  }))
  const ratio = app.main / floor.main
  const subpackages = [...app.subpackages].map(([name, bytes]) => ({ name, bytes }))
  const within = ratio <= MAIN_PER_FLOOR && subpackages.every(({ bytes }) => bytes <= SUBPACKAGE_BYTES)

  if (process.argv.includes('--json')) {
    console.log(JSON.stringify({ main: app.main, floor: floor.main, ratio, subpackages, within }))
  } else {
    console.log(`floor         ${floor.main} bytes`)
    console.log(`main package  ${app.main} bytes = ${ratio.toFixed(3)} × the floor (goal: ≤ ${MAIN_PER_FLOOR})`)
    for (const { name, bytes } of subpackages) {
      console.log(`${name}  ${bytes} bytes (goal: ≤ ${SUBPACKAGE_BYTES})`)
    }
  }
  if (!within) process.exitCode = 1
}

void main()
