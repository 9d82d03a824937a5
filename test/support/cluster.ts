import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { chmod, mkdir, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { startEmbedded } from '../../server/database/embedded'
import { API_ROLE, OWNER_ROLE } from '../../server/database/roles'
import { loadDistricts, type DistrictPack } from '../../server/districts'
import { migrateAll } from '../../server/migrations/migrate'

/**
 * One PostgreSQL for a whole run of jest (globalSetup), two migrated templates in it, and a copy of a template for
 * whoever asks. Nothing is forced to disk. Roles belong to the cluster, not to a database: every copy has the same
 * logins with the same passwords, so a test must never alter a role.
 */
const ROOT = path.resolve(__dirname, '../..')
const ENVIRONMENT = 'AILI_TEST_CLUSTER'
const PREFIX = 'aili-test-'
const TEMPLATES = { demo: 'aili_template_demo', real: 'aili_template_real' } as const

/** The day the templates' rows were made on. */
export const TEMPLATE_NOW = Date.UTC(2026, 2, 2, 1, 0, 0)

export interface TestDatabase {
  readonly name: string
  /** The API's login on this database. */
  readonly apiUrl: string
  /** The login of the migrations, which owns all tables. */
  readonly ownerUrl: string
  readonly superuserUrl: string
  /** Removes the database; whatever is still connected is cut off. */
  drop(): Promise<void>
}

type ClusterInfo = Pick<TestDatabase, 'apiUrl' | 'ownerUrl' | 'superuserUrl'>

/** The packs of the tests: the real ones and those made up for tests, sorted by slug. */
export function testDistricts(): readonly DistrictPack[] {
  const madeUp = path.join(ROOT, 'test', 'districts')
  return [...loadDistricts(path.join(ROOT, 'districts')), ...(existsSync(madeUp) ? loadDistricts(madeUp) : [])]
}

/**
 * Starts the run's cluster and tells this process and its workers where it is. For globalSetup and benchmarks.
 *
 * @param options.durable whether commits wait for the disk, as they do in use; tests don't wait
 */
export async function startTestCluster(
  options: { readonly durable?: boolean } = {},
): Promise<{ stop(): Promise<void> }> {
  await sweep()
  // The name carries the run's process, so that a later run can tell what a killed one left.
  const folder = path.join(os.tmpdir(), `${PREFIX}${process.pid}-${randomBytes(4).toString('hex')}`)
  await mkdir(folder)
  // Started as root, PostgreSQL runs as another user, who must get through.
  await chmod(folder, 0o711)
  const { durable = false } = options
  const database = await startEmbedded({ dataDir: path.join(folder, 'data'), log: () => undefined, durable })
  const stop = async (): Promise<void> => {
    await database.stop()
    await rm(folder, { recursive: true, force: true })
  }
  const { apiUrl, ownerUrl, superuserUrl } = database
  const info: ClusterInfo = { apiUrl, ownerUrl, superuserUrl }
  try {
    const districts = testDistricts()
    for (const [kind, name] of Object.entries(TEMPLATES)) {
      await asSuperuser(superuserUrl, async (client) => {
        await client.query(`create database ${name} owner ${OWNER_ROLE} template template0`)
      })
      await openTo(superuserUrl, name)
      await migrateAll({
        ownerUrl: onDatabase(ownerUrl, name),
        apiUrl: onDatabase(apiUrl, name),
        demo: kind === 'demo',
        districts,
        now: TEMPLATE_NOW,
      })
    }
  } catch (error) {
    await stop()
    throw error
  }
  process.env[ENVIRONMENT] = JSON.stringify(info)
  return { stop }
}

/**
 * A fresh database of the run's cluster: migrated, with both districts' packs, without people.
 *
 * @param options.demo what it is stamped as; a demo by default
 */
export async function createTestDatabase(options: { readonly demo?: boolean } = {}): Promise<TestDatabase> {
  const text = process.env[ENVIRONMENT]
  if (text === undefined) throw new Error('No test cluster: run this under jest, in a project with its globalSetup.')
  const info = JSON.parse(text) as ClusterInfo
  const template = options.demo === false ? TEMPLATES.real : TEMPLATES.demo
  const name = `t_${process.pid}_${randomBytes(5).toString('hex')}`
  await asSuperuser(info.superuserUrl, async (client) => {
    for (let attempt = 1; ; attempt++) {
      try {
        await client.query(`create database ${name} owner ${OWNER_ROLE} template ${template}`)
        return
      } catch (error) {
        // 55006: the autovacuum worker is in the template right now.
        if ((error as { code?: string }).code !== '55006' || attempt === 50) throw error
        await sleep(100)
      }
    }
  })
  await openTo(info.superuserUrl, name)
  return {
    name,
    apiUrl: onDatabase(info.apiUrl, name),
    ownerUrl: onDatabase(info.ownerUrl, name),
    superuserUrl: onDatabase(info.superuserUrl, name),
    drop: () =>
      asSuperuser(info.superuserUrl, async (client) => {
        await client.query(`drop database if exists ${name} with (force)`)
      }),
  }
}

/** A copy doesn't inherit who may connect: every login of ours may, as the migrations grant it, and nobody else. */
async function openTo(superuserUrl: string, database: string): Promise<void> {
  await asSuperuser(superuserUrl, async (client) => {
    await client.query(`revoke all on database ${database} from public`)
    await client.query(`grant connect on database ${database} to ${API_ROLE}`)
    const { rows } = await client.query<{ role: string }>(
      `select rolname as role from pg_roles where rolname like 'aili\\_%' and rolcanlogin and not rolcreaterole`,
    )
    for (const { role } of rows) {
      await client.query(`grant connect on database ${database} to ${pg.escapeIdentifier(role)}`)
    }
  })
}

async function asSuperuser(url: string, act: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: onDatabase(url, 'postgres') })
  await client.connect()
  try {
    await act(client)
  } finally {
    await client.end()
  }
}

function onDatabase(url: string, database: string): string {
  const other = new URL(url)
  other.pathname = `/${database}`
  return other.toString()
}

/** Stops and removes the clusters of runs that were killed. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(os.tmpdir())) {
    const pid = new RegExp(`^${PREFIX}(\\d+)-[0-9a-f]{8}$`).exec(name)?.[1]
    if (pid === undefined || isAlive(Number(pid))) continue
    const folder = path.join(os.tmpdir(), name)
    const dataDir = path.join(folder, 'data')
    try {
      if (existsSync(path.join(dataDir, 'postgres', 'postmaster.pid'))) {
        const left = await startEmbedded({ dataDir, log: () => undefined, durable: false })
        await left.stop()
      }
      await rm(folder, { recursive: true, force: true })
    } catch {
      // Another user's, or a broken one: not worth failing this run.
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM'
  }
}
