import { chmod, mkdir } from 'node:fs/promises'
import path from 'node:path'
import { DatabaseStartError } from '../server/database/errors'
import { personas } from '../server/demo/story'
import { loadDistricts, PackError } from '../server/districts'
import { openDatabase } from '../server/migrations/open-database'
import { readSettings, SettingsError, warnings, type Settings } from '../server/settings'
import { Cleanup } from './lib/cleanup'
import { assertPortFree, serve } from './lib/serve'
import { StartError } from './lib/start-error'
import { ensureWebBuild, webFolder } from './lib/web-build'

/**
 * `npm start`: PostgreSQL, migrations, the packs, the web version, the server; then the address and who one may be.
 * What goes wrong is one sentence and an exit code other than 0. Ctrl-C ends all of it, at whatever step.
 */
const ROOT = path.resolve(__dirname, '..')
/** Stopping may take as long as open requests and PostgreSQL's last checkpoint; after this something hangs. */
const STOP_LIMIT_MS = 90_000

const cleanup = new Cleanup()
const stopping = new AbortController()

function say(line: string): void {
  const seconds = process.uptime().toFixed(1).padStart(5)
  process.stdout.write(`${seconds} s  ${line}\n`)
}

async function start(): Promise<void> {
  const settings = readSettings(process.env, { cwd: ROOT })
  const packs = loadDistricts(path.join(ROOT, 'districts'))

  say(settings.database ? 'reaching PostgreSQL' : 'starting PostgreSQL')
  const database = await openDatabase({ settings, packs, now: Date.now(), log: say, signal: stopping.signal })
  cleanup.add(() => database.close())
  void database.lost.then(() => {
    if (stopping.signal.aborted) return
    process.stderr.write(
      'PostgreSQL has stopped by itself: stopping too. The next start recovers everything acknowledged.\n',
    )
    void end(1)
  })
  say(
    `database ready (${database.where}${database.demo ? ', demo' : ''}; ${packs.map((pack) => pack.slug).join(', ')})`,
  )
  await makeFilesDir(settings)
  stopping.signal.throwIfAborted()

  await assertPortFree(settings)
  if (await ensureWebBuild({ root: ROOT, log: say, signal: stopping.signal })) say('web version built')
  stopping.signal.throwIfAborted()

  const api = await serve({ settings, database, webRoot: webFolder(ROOT), log: writeLog })
  cleanup.add(() => api.close())
  stopping.signal.throwIfAborted()
  announce(settings, api.address, database)
}

function announce(
  settings: Settings,
  address: string,
  database: { readonly demo: boolean; readonly districts: ReadonlyMap<string, { slug: string; demo: unknown }> },
): void {
  say(`serving ${settings.publicUrl ?? address} (the API under /v1); Ctrl-C stops everything`)
  for (const warning of warnings(settings, database)) process.stderr.write(`WARNING: ${warning}\n`)
  if (!database.demo) return
  for (const district of database.districts.values()) {
    const names = personas(district).map((persona) => persona.name)
    if (names.length > 0) process.stdout.write(`         sign in (${district.slug}) as ${names.join('、')}\n`)
  }
}

async function makeFilesDir({ filesDir }: Settings): Promise<void> {
  try {
    await mkdir(filesDir, { recursive: true, mode: 0o700 })
    await chmod(filesDir, 0o700)
  } catch (error) {
    throw new StartError(
      `FILES_DIR ${filesDir} can't be used (${(error as NodeJS.ErrnoException).code ?? 'no reason given'}).`,
    )
  }
}

function writeLog(line: Readonly<Record<string, string | number | undefined>>): void {
  process.stdout.write(`${JSON.stringify({ time: new Date().toISOString(), ...line })}\n`)
}

let ending: Promise<never> | undefined

/** Stops everything in order, once, and ends the process. */
function end(code: number): Promise<never> {
  ending ??= (async () => {
    stopping.abort()
    const limit = setTimeout(() => {
      process.stderr.write('Stopping takes too long: giving up. The next start takes over what still runs.\n')
      process.exit(1)
    }, STOP_LIMIT_MS)
    const errors = await cleanup.run()
    for (const error of errors) process.stderr.write(`${describe(error)}\n`)
    clearTimeout(limit)
    process.exit(errors.length > 0 ? 1 : code)
  })()
  return ending
}

function describe(error: unknown): string {
  const expected = [SettingsError, PackError, DatabaseStartError, StartError]
  if (expected.some((kind) => error instanceof kind)) return (error as Error).message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

let serving = false
// A terminal's Ctrl-C comes twice, from it and from npm: the first one counts, the others change nothing.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (stopping.signal.aborted) return
    process.stdout.write('\n')
    say('stopping')
    stopping.abort()
    // While starting, the step under way notices and throws; what it has begun is undone below.
    if (serving) void end(0)
  })
}

start().then(
  () => {
    serving = true
    if (stopping.signal.aborted) void end(0)
  },
  (error: unknown) => {
    if (stopping.signal.aborted) {
      void end(130)
      return
    }
    process.stderr.write(`${describe(error)}\n`)
    void end(1)
  },
)
