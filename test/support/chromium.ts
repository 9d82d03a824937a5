import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** What a skipped browser test says, and the last line of `npm test` repeats. */
export const NO_BROWSER = 'browser tests: no Chromium found; set CHROMIUM=/path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge']

const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/**
 * Where a Chromium is: `CHROMIUM` if set, else the first of the usual names on the PATH and of the usual places.
 * Null when there is none. Throws when `CHROMIUM` names a file that isn't there: a typing error must not skip tests.
 */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | null {
  if (env.CHROMIUM) {
    if (!existsSync(env.CHROMIUM)) throw new Error(`CHROMIUM names a file that isn't there: ${env.CHROMIUM}`)
    return env.CHROMIUM
  }
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  const onPath = [...folders, '/usr/bin'].flatMap((folder) => NAMES.map((name) => join(folder, name)))
  return [...onPath, ...ELSEWHERE].find((file) => existsSync(file)) ?? null
}

/** `describe` where a Chromium is, `describe.skip` where none is: the summary then counts these tests with their reason. */
export function describeInBrowser(name: string, tests: (chromium: string) => void): void {
  const chromium = findChromium()
  if (chromium === null) {
    describe.skip(name, () => {
      tests('')
    })
  } else {
    describe(name, () => {
      tests(chromium)
    })
  }
}
