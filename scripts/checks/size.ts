import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readAppJson, subpackagesOf } from './appJson'
import { filesBelow } from './files'
import { ROOT } from './run'

/** The budget of config/size-budget.json, in bytes. */
export interface SizeBudget {
  /** What a Taro app that says "hello" weighs: below it nobody comes. */
  readonly floor: { readonly bytes: number; readonly source: string }
  /** The main package may weigh this many floors. */
  readonly mainPerFloor: number
  readonly subpackageBytes: number
}

/** What a built mini-program weighs, in bytes, the way the floor was counted. */
export interface Sizes {
  readonly main: number
  readonly subpackages: ReadonlyMap<string, number>
}

/** Not uploaded, or not counted in the floor either. */
function counts(path: string): boolean {
  return !/\.LICENSE\.txt$|\.map$|^project(\.private)?\.config\.json$/.test(path)
}

/** Reads the budget from config/size-budget.json. */
export async function readBudget(): Promise<SizeBudget> {
  return JSON.parse(await readFile(join(ROOT, 'config', 'size-budget.json'), 'utf8')) as SizeBudget
}

/** Weighs the build in a folder: each subpackage's root by itself, all the rest is the main package. */
export async function weigh(root: string): Promise<Sizes> {
  const roots = subpackagesOf(await readAppJson(root)).map((subpackage) => subpackage.root)
  const subpackages = new Map(roots.map((name) => [name, 0]))
  let main = 0
  for (const { path, bytes } of await filesBelow(root)) {
    if (!counts(path)) continue
    const home = roots.find((name) => path.startsWith(`${name}/`))
    if (home === undefined) main += bytes
    else subpackages.set(home, (subpackages.get(home) ?? 0) + bytes)
  }
  return { main, subpackages }
}

/** What is over the budget, a sentence each. */
export function overBudget(sizes: Sizes, budget: SizeBudget): string[] {
  const limit = Math.floor(budget.floor.bytes * budget.mainPerFloor)
  const found: string[] = []
  if (sizes.main > limit) {
    found.push(
      `the main package weighs ${sizes.main} bytes; the budget is ${limit} (${budget.mainPerFloor} × the floor)`,
    )
  }
  for (const [name, bytes] of sizes.subpackages) {
    if (bytes > budget.subpackageBytes) {
      found.push(`the subpackage ${name} weighs ${bytes} bytes; the budget is ${budget.subpackageBytes}`)
    }
  }
  return found
}
