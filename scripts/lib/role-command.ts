import path from 'node:path'
import { parseArgs } from 'node:util'
import { hasOffice, ROLES, type Role } from '#domain/access/roles'
import { localDateAt, parseLocalDate, type Instant, type LocalDate } from '#domain/time'
import { isPlaceholder, type Organisation } from '#domain/policy/organisations'
import type { District } from '../../server/deps'
import { loadDistricts } from '../../server/districts'
import { openDatabase, type OpenDatabase } from '../../server/migrations/open-database'
import { demoOffset } from '../../server/services/demo-clock'
import { readSettings } from '../../server/settings'
import { StartError } from './start-error'

/** What an operator asked for, checked against the packs and the database. */
export interface RoleCommand {
  readonly role: Role
  readonly organisation: Organisation
  readonly account: string
  readonly district: District
  /** The person behind the account in this district. */
  readonly person: string
  readonly until: LocalDate | null
  readonly dryRun: boolean
  readonly now: Instant
  readonly today: LocalDate
}

const ROOT = path.join(__dirname, '..', '..')
const OPTIONS = {
  organisation: { type: 'string' },
  account: { type: 'string' },
  until: { type: 'string' },
  district: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
} as const

/**
 * Reads the command line of `npm run grant` or `npm run revoke`, opens the database beside a running server or without one,
 * and runs `act`. Faults are one sentence each and exit code 1; what was done is printed, a line of the log.
 */
export async function runRoleCommand(
  verb: 'grant' | 'revoke',
  act: (command: RoleCommand, say: (line: string) => void) => Promise<void>,
): Promise<void> {
  try {
    const usage = `usage: npm run ${verb} -- ROLE --organisation CODE --account XXXX-XXXX${verb === 'grant' ? ' --until YYYY-MM-DD' : ''} [--district SLUG] [--dry-run]; ROLE is one of ${ROLES.join(', ')}`
    const { values, positionals } = parse(usage)
    const packs = loadDistricts(path.join(ROOT, 'districts'))
    const settings = readSettings(process.env, { cwd: ROOT })
    const database = await openDatabase({ settings, packs, now: Date.now(), log: () => undefined, as: 'tool' })
    try {
      await act(await toCommand(verb, usage, positionals, values, database), (line) => console.log(line))
    } finally {
      await database.close()
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    process.exitCode = 1
  }
}

type Values = ReturnType<typeof parse>['values']

function parse(usage: string) {
  try {
    return parseArgs({ allowPositionals: true, options: OPTIONS })
  } catch {
    throw new StartError(usage)
  }
}

async function toCommand(
  verb: 'grant' | 'revoke',
  usage: string,
  positionals: readonly string[],
  values: Values,
  database: OpenDatabase,
): Promise<RoleCommand> {
  const role = ROLES.find((one) => one === positionals[0])
  const { organisation: code, account, until } = values
  if (!role || positionals.length !== 1 || code === undefined || account === undefined) throw new StartError(usage)
  if ((verb === 'grant') !== (until !== undefined)) throw new StartError(usage)
  const district = chooseDistrict(database, values.district)
  const organisation = district.organisationByCode.get(code)
  if (!organisation) throw new StartError(`${code} is no organisation of ${district.slug}.`)
  if (!hasOffice(organisation.kind, role)) {
    throw new StartError(`${code} (${organisation.name}) is a ${organisation.kind}: it has no ${role}.`)
  }
  const { demo, platform } = database
  const now = (Date.now() + (await demoOffset({ demo, platform }))) as Instant
  const today = localDateAt(now)
  const end = until === undefined ? null : parseLocalDate(until)
  if (until !== undefined && (!end || end < today))
    throw new StartError(`--until ${until} is no day from today (${today}) on.`)
  const row = await platform
    .selectFrom('account')
    .select('id')
    .where('code', '=', account.toUpperCase())
    .executeTakeFirst()
  const link = row
    ? await district.db
        .selectFrom('person_account')
        .select('person_id')
        .where('account_id', '=', row.id)
        .executeTakeFirst()
    : undefined
  if (!link)
    throw new StartError(`No account ${account} has signed in in ${district.slug}: its owner reads the code from 我的.`)
  return {
    role,
    organisation,
    account: account.toUpperCase(),
    district,
    person: link.person_id,
    until: end,
    dryRun: values['dry-run'],
    now,
    today,
  }
}

function chooseDistrict(database: OpenDatabase, slug: string | undefined): District {
  const all = [...database.districts.values()]
  const chosen = slug === undefined && all.length === 1 ? all[0] : all.find((district) => district.slug === slug)
  if (!chosen)
    throw new StartError(`Name the district: --district ${all.map((district) => district.slug).join(' or ')}.`)
  return chosen
}

/** An organisation as an operator reads it. */
export function organisationWords(organisation: Organisation): string {
  return `${organisation.name}${isPlaceholder(organisation) ? '（示例）' : ''} (${organisation.code})`
}
