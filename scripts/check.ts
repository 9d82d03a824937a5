import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { lastLine, outcomeOf, runChecks, type Check, type Outcome } from './checks/check'
import { missingFrom } from './checks/existence'
import { appSources, GUIDE, guideFindings } from './checks/privacyGuide'
import { ROOT, run, runPackage, type Ran } from './checks/run'
import { overBudget, readBudget, weigh } from './checks/size'
import { checkTypes } from './checks/types'
import { compileWxml, compileWxss } from './checks/wechatCompilers'
import { ensureWeappBuild, WEAPP } from './checks/weappBuild'

function fromRun({ ok, output }: Ran): Outcome {
  return ok ? { state: 'passed' } : { state: 'failed', report: output }
}

/** The OpenAPI document in docs/ is what the routes say today. */
async function checkContract(): Promise<Outcome> {
  const script = join('scripts', 'openapi.ts')
  if (!existsSync(join(ROOT, script))) return { state: 'skipped', reason: `there is no ${script} yet` }
  return fromRun(await run(process.execPath, ['--import', 'tsx', script, '--check']))
}

async function checkSize(): Promise<Outcome> {
  const [sizes, budget] = [await weigh(WEAPP), await readBudget()]
  const perFloor = (sizes.main / budget.floor.bytes).toFixed(2)
  return outcomeOf(overBudget(sizes, budget), `main package ${sizes.main} bytes, ${perFloor} × the floor`)
}

/** The operator's guide lists which of WeChat's private APIs are in use, and each is asked for first. */
async function checkPrivacyGuide(): Promise<Outcome> {
  return outcomeOf([...guideFindings(await appSources(), await readFile(GUIDE, 'utf8'))])
}

const sources: readonly Check[] = [
  { name: 'types', run: async () => fromRun(await checkTypes()) },
  { name: 'lint', run: async () => fromRun(await runPackage('eslint', 'eslint', ['.', '--max-warnings', '0'])) },
  {
    name: 'lint of styles',
    run: async () => fromRun(await runPackage('stylelint', 'stylelint', ['src/**/*.scss', '--max-warnings', '0'])),
  },
  {
    name: 'formatting',
    run: async () => fromRun(await runPackage('prettier', 'prettier', ['--check', '.', '--log-level', 'warn'])),
  },
  { name: 'contract', run: checkContract },
  { name: 'privacy guide', run: checkPrivacyGuide },
]

const build: readonly Check[] = [
  { name: 'build for WeChat', run: async () => ({ state: 'passed', note: await ensureWeappBuild() }) },
  { name: 'WXML compiles (wcc)', run: async () => compileWxml(WEAPP) },
  { name: 'WXSS compiles (wcsc)', run: async () => compileWxss(WEAPP) },
  { name: 'all that the build names exists', run: async () => outcomeOf(await missingFrom(WEAPP)) },
  {
    name: 'built styles are known to old phones',
    run: async () =>
      fromRun(await runPackage('stylelint', 'stylelint', ['dist/weapp/**/*.wxss', '--max-warnings', '0'])),
  },
  { name: 'size', run: checkSize },
]

async function main(): Promise<void> {
  const tally = await runChecks([sources, build], (line) => process.stdout.write(`${line}\n`))
  process.stdout.write(`${lastLine(tally)}\n`)
  process.exitCode = tally.failed === 0 ? 0 : 1
}

void main()
