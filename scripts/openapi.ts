import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { buildApp } from '../server/app'
import type { Deps } from '../server/deps'

/** `npm run openapi` writes docs/openapi.json; `-- --check` says whether it is what the code would write. */
const FILE = path.join(__dirname, '..', 'docs', 'openapi.json')

async function main(): Promise<void> {
  // The document is made of schemas alone: no database is asked.
  const app = await buildApp({
    districts: new Map(),
    demo: true,
    webRoot: undefined,
    log: () => undefined,
  } as unknown as Deps)
  await app.ready()
  const text = `${JSON.stringify(app.swagger(), null, 2)}\n`
  await app.close()
  if (!process.argv.includes('--check')) {
    writeFileSync(FILE, text)
    return
  }
  if (readFileSync(FILE, 'utf8') !== text) {
    console.error('docs/openapi.json is stale: run `npm run openapi` and commit it.')
    process.exitCode = 1
  }
}

void main()
