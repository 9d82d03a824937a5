import { withBuilds } from './builds'
import { startOnce } from './start/logic-layer'

const ROUNDS = 15
const WARM_UP = 2
const GOAL = 1.3

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? NaN
}

/**
 * `npm run bench:start`: how long the main package's scripts run until the first page is registered,
 * beside the smallest Taro app. Each round is a context of its own (nothing but ECMAScript, timers and wx, as in
 * WeChat's logic layer); the two take turns, so that a busy machine slows both. `--json` prints the figures alone.
 */
async function main(): Promise<void> {
  const times = await withBuilds(async (builds) => {
    const measured = { app: [] as number[], floor: [] as number[] }
    for (let round = 0; round < WARM_UP + ROUNDS; round++) {
      for (const name of ['floor', 'app'] as const) {
        const ms = await startOnce(builds[name])
        if (round >= WARM_UP) measured[name].push(ms)
      }
    }
    return measured
  })
  const app = median(times.app)
  const floor = median(times.floor)
  const ratio = app / floor
  const within = ratio <= GOAL

  if (process.argv.includes('--json')) {
    console.log(JSON.stringify({ app, floor, ratio, rounds: ROUNDS, within }))
  } else {
    console.log(`floor  ${floor.toFixed(2)} ms (median of ${ROUNDS})`)
    console.log(`app    ${app.toFixed(2)} ms = ${ratio.toFixed(3)} × the floor (goal: ≤ ${GOAL})`)
  }
  if (!within) process.exitCode = 1
}

void main()
