import { execFile } from 'node:child_process'
import { access, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Sample } from './statistics'

const run = promisify(execFile)

/** Where Debian puts it (`apt-get install postgresql-contrib`), beside what stands in PATH. */
const DEBIAN = '/usr/lib/postgresql'

/** The path of pgbench; null = it isn't there. */
export async function findPgbench(): Promise<string | null> {
  const versions = await readdir(DEBIAN).catch(() => [])
  const places = [
    ...(process.env.PATH ?? '').split(path.delimiter),
    ...versions.map((version) => path.join(DEBIAN, version, 'bin')),
  ]
  for (const place of places) {
    const file = path.join(place, 'pgbench')
    const there = await access(file).then(
      () => true,
      () => false,
    )
    if (there) return file
  }
  return null
}

export interface PgbenchLoad {
  readonly pgbench: string
  readonly url: string
  readonly searchPath: string
  readonly script: string
  readonly clients: number
  /** Of each client. */
  readonly transactions: number
  /** Variables of the script, set at its start. */
  readonly variables: Readonly<Record<string, number>>
}

/** Runs a script under pgbench, prepared, without any think time. */
export async function runPgbench(load: PgbenchLoad): Promise<Sample> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'aili-pgbench-'))
  try {
    const file = path.join(folder, 'script.sql')
    await writeFile(file, load.script)
    const variables = Object.entries(load.variables).flatMap(([name, value]) => ['-D', `${name}=${value}`])
    const { stdout } = await run(
      load.pgbench,
      [
        ...['-n', '-M', 'prepared', '-c', String(load.clients), '-j', '2', '-t', String(load.transactions)],
        ...['-l', '--log-prefix', path.join(folder, 'log'), ...variables, '-f', file, load.url],
      ],
      { env: { ...process.env, PGOPTIONS: `-c search_path=${load.searchPath}` } },
    )
    const failed = /number of failed transactions: (\d+)/.exec(stdout)?.[1] ?? '?'
    const rate = Number(/^tps = ([\d.]+)/m.exec(stdout)?.[1])
    if (failed !== '0' || !(rate > 0)) throw new Error(`pgbench: ${stdout}`)
    const logs = (await readdir(folder)).filter((name) => name.startsWith('log'))
    const texts = await Promise.all(logs.map((name) => readFile(path.join(folder, name), 'utf8')))
    // client, transaction, microseconds, …
    const latencies = texts.flatMap((text) =>
      text.split('\n').flatMap((line) => (line === '' ? [] : [Number(line.split(' ')[2]) / 1000])),
    )
    return { latencies: latencies.sort((a, b) => a - b), seconds: latencies.length / rate }
  } finally {
    await rm(folder, { recursive: true })
  }
}
