import { spawn } from 'node:child_process'
import { copyFileSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

/**
 * `npm run pictures`: every screen at 320, 375 and 1280 px, light and dark, into docs/pictures/all, from the web version before
 * demos of its own. Some that show the rest stand in docs/pictures itself and are part of the repository; all of them would be
 * some 25 MB anew with every change of a colour. The list of screens is the one that the browser tests measure (test/web/screens.ts), so that no
 * screen is tested and not seen. `npm run pictures -- path` makes only those whose name holds the word.
 */
const ROOT = path.resolve(__dirname, '..')
const CHOSEN_FOLDER = path.join(ROOT, 'docs', 'pictures')
const FOLDER = path.join(CHOSEN_FOLDER, 'all')
/** What the READMEs and docs/pictures show. */
const CHOSEN = [
  'path-guest-375-light',
  'self-check-answered-375-light',
  'path-training-375-light',
  'path-training-375-dark',
  'class-hours-375-light',
  'application-submitted-320-light',
  'branch-1280-light',
  'branch-375-dark',
  'person-applied-1280-light',
  'overview-district-1280-light',
]

function keepChosen(): void {
  for (const name of CHOSEN) {
    const file = path.join(FOLDER, `${name}.webp`)
    if (existsSync(file)) copyFileSync(file, path.join(CHOSEN_FOLDER, `${name}.webp`))
  }
}

/** The pictures there are, as a page to scroll through. */
function writeIndex(): void {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.webp'))
  const screens = [...new Set(files.map((file) => file.replace(/-\d+-(light|dark)\.webp$/, '')))].sort()
  const row = (screen: string) =>
    `| ${screen} | ${['375-light', '375-dark', '320-light', '1280-light']
      .map((kind) => `${screen}-${kind}.webp`)
      .map((file) => (files.includes(file) ? `<img src="${file}" width="${file.includes('1280') ? 420 : 180}">` : ''))
      .join(' | ')} |`
  const lines = [
    '# Pictures',
    '',
    'Every screen of the web version in a demo: made by `npm run pictures`. 320 and 1280 px in the dark lie beside these.',
    '',
    '| screen | 375 px | dark | 320 px | desktop |',
    '|---|---|---|---|---|',
    ...screens.map(row),
    '',
  ]
  writeFileSync(path.join(FOLDER, 'README.md'), lines.join('\n'))
}

function main(): void {
  const only = process.argv[2]
  if (only === undefined) rmSync(FOLDER, { recursive: true, force: true })
  const jest = createRequire(__filename).resolve('jest/bin/jest')
  const words = ['--selectProjects', 'web', '--testPathPatterns', 'test/web/screens', ...(only ? ['-t', only] : [])]
  const run = spawn(process.execPath, [jest, ...words], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, SCREENSHOTS: FOLDER, SCREENSHOTS_KIND: 'webp' },
  })
  run.on('exit', (code) => {
    // A screen with a fault has its picture all the same: the more reason to look at it.
    if (existsSync(FOLDER)) {
      writeIndex()
      keepChosen()
    } else process.stderr.write('No pictures: is there a Chromium? CHROMIUM=/path names one.\n')
    process.exitCode = code ?? 1
  })
}

main()
