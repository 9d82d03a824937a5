import path from 'node:path'
import { parseArgs } from 'node:util'
import { hasOffice, ROLES, type Role } from '#domain/access/roles'
import { localDateAt, parseLocalDate, type Instant, type LocalDate } from '#domain/time'
import { isPlaceholder, type Organisation, type Venue } from '#domain/policy/organisations'
import type { District } from '../../server/deps'
import { loadDistricts } from '../../server/districts'
import { openDatabase, type OpenDatabase } from '../../server/migrations/open-database'
import { demoOffset } from '../../server/services/demo-clock'
import { readSettings } from '../../server/settings'
import { StartError } from './start-error'

/** What an operator asked for, checked against the packs and the database. */
export interface RoleCommand {
  readonly role: Role
  /** Of a host: the one above the venue. */
  readonly organisation: Organisation
  /** Of a host: the code; null for the other roles. */
  readonly venue: string | null
  /** What the role is held for, as an operator reads it. */
  readonly place: string
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
  venue: { type: 'string' },
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
    const usage = `usage: npm run ${verb} -- ROLE --organisation CODE --account XXXX-XXXX${verb === 'grant' ? ' --until YYYY-MM-DD' : ''} [--district SLUG] [--dry-run]; ROLE is one of ${ROLES.join(', ')}; venue-host has --venue CODE in place of --organisation`
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
  const { account, until } = values
  if (!role || positionals.length !== 1 || account === undefined) throw new StartError(usage)
  if ((verb === 'grant') !== (until !== undefined)) throw new StartError(usage)
  // A host's is held for a venue, every other one for an organisation; never both.
  if ((values.venue !== undefined) !== (role === 'venue-host')) throw new StartError(usage)
  if ((values.organisation !== undefined) !== (role !== 'venue-host')) throw new StartError(usage)
  const district = chooseDistrict(database, values.district)
  const seat = seatOf(district, role, values)
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
    ...seat,
    account: account.toUpperCase(),
    district,
    person: link.person_id,
    until: end,
    dryRun: values['dry-run'],
    now,
    today,
  }
}

/** Where a role is held. */
function seatOf(
  district: District,
  role: Role,
  { organisation: named = '', venue: code }: Values,
): Pick<RoleCommand, 'organisation' | 'venue' | 'place'> {
  const venue = district.venueByCode.get(code ?? '')
  if (code !== undefined && !venue) throw new StartError(`${code} is no venue of ${district.slug}.`)
  const of = venue?.organisation ?? named
  const organisation = district.organisationByCode.get(of)
  if (!organisation) throw new StartError(`${of} is no organisation of ${district.slug}.`)
  if (!hasOffice(organisation.kind, role)) {
    throw new StartError(`${of} (${organisation.name}) is a ${organisation.kind}: it has no ${role}.`)
  }
  return { organisation, venue: venue?.code ?? null, place: placeWords(venue ?? organisation) }
}

function chooseDistrict(database: OpenDatabase, slug: string | undefined): District {
  const all = [...database.districts.values()]
  const chosen = slug === undefined && all.length === 1 ? all[0] : all.find((district) => district.slug === slug)
  if (!chosen)
    throw new StartError(`Name the district: --district ${all.map((district) => district.slug).join(' or ')}.`)
  return chosen
}

/** An organisation or a venue as an operator reads it. */
function placeWords(place: Organisation | Venue): string {
  return `${place.name}${isPlaceholder(place) ? '（示例）' : ''} (${place.code})`
}
