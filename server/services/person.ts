import { sql, type Kysely, type Transaction } from 'kysely'
import { decideOffice, type Asker, type Target } from '#domain/access/decide'
import { PERMISSIONS, type Permission, type RouteKey } from '#domain/access/permissions'
import { rolesOn, type HeldRole } from '#domain/access/roles'
import type { DistrictTables } from '../database/tables'
import type { Context, SignedIn } from '../context'
import { pathUp } from '../deps'
import { lostRace, noSession, notFound, refusal } from '../problem'
import { askerOf } from '../queries/asker'
import { personFacts, type PersonFacts } from '../queries/person-facts'
import { isUuid } from './ids'

type Office = Extract<Permission, { kind: 'office' }>
type Db = Kysely<DistrictTables>

/** A route that needs an office. */
export type OfficeRoute = {
  [K in RouteKey]: (typeof PERMISSIONS)[K] extends { kind: 'office' } ? K : never
}[RouteKey]

/** That an office may see or act on a person, as the rows said at that moment. */
export interface Authority {
  readonly asker: Asker
  /** The role in which somebody acts: the one held nearest to the organisation. */
  readonly by: HeldRole
  readonly person: string
  /** The person's organisation and those above it. */
  readonly organisations: readonly string[]
  readonly affiliation: 'claimed' | 'confirmed'
}

/** The person who asks. An account whose data were erased in between has no session any more. */
export async function requireAsker(context: SignedIn, db: Db = context.district.db): Promise<Asker> {
  const asker = await askerOf(db, context.session.account)
  if (!asker) throw noSession()
  return asker
}

/** Whether an account holds any office today. */
export async function holdsOffice(context: Context, account: string): Promise<boolean> {
  const asker = await askerOf(context.district.db, account)
  return asker !== null && rolesOn(asker.roles, context.today).length > 0
}

/**
 * Lets an office see or act on a person, or answers as if the person didn't exist. Reads rights only: nothing about the
 * person but where they belong.
 */
export async function authoriseOverPerson(
  context: SignedIn,
  route: OfficeRoute,
  person: string,
  db: Db = context.district.db,
): Promise<Authority> {
  const permission: Office = PERMISSIONS[route]
  const asker = await requireAsker(context, db)
  // One's own row is refused before anything is asked of the table.
  if (person === asker.person) throw refusal({ code: 'own-row', facts: {} })
  const place = isUuid(person) ? await placeOf(db, person) : undefined
  const organisations = place ? pathUp(context.district, place.organisation) : []
  const target: Target | null = place ? { organisations, person: { id: person, affiliation: place.affiliation } } : null
  if (!place || decideOffice(permission, asker, target, context.today) !== 'granted') throw notFound()
  const by = actingRole(context, permission, asker, organisations)
  return { asker, by, person, organisations, affiliation: place.affiliation }
}

/** Lets an office see an organisation, or answers as if it didn't exist. */
export async function authoriseOverOrganisation(
  context: SignedIn,
  route: OfficeRoute,
  code: string,
  db: Db = context.district.db,
): Promise<{ readonly asker: Asker; readonly by: HeldRole }> {
  const permission: Office = PERMISSIONS[route]
  const asker = await requireAsker(context, db)
  const organisations = pathUp(context.district, code)
  const target = organisations.length > 0 ? { organisations, person: null } : null
  if (decideOffice(permission, asker, target, context.today) !== 'granted') throw notFound()
  return { asker, by: actingRole(context, permission, asker, organisations) }
}

/** Whether the same asker could use another route on the same person: what a screen offers. */
export function couldAlso(context: SignedIn, authority: Authority, route: OfficeRoute): boolean {
  const { asker, person, organisations, affiliation } = authority
  return (
    decideOffice(PERMISSIONS[route], asker, { organisations, person: { id: person, affiliation } }, context.today) ===
    'granted'
  )
}

/** Where a person belongs, if they still have a name here. */
async function placeOf(db: Db, person: string) {
  const row = await db
    .selectFrom('standing as s')
    .innerJoin('profile as p', 'p.person_id', 's.person_id')
    .select(['s.organisation', 's.affiliation'])
    .where('s.person_id', '=', person)
    .executeTakeFirst()
  const { organisation, affiliation } = row ?? {}
  return organisation && (affiliation === 'claimed' || affiliation === 'confirmed')
    ? { organisation, affiliation }
    : undefined
}

/** The role in which somebody acts: of the permission's roles the one held nearest; a host's is their venue's. */
export function actingRole(
  context: SignedIn,
  permission: Office,
  asker: Asker,
  organisations: readonly string[],
  venue: string | null = null,
): HeldRole {
  const held = rolesOn(asker.roles, context.today).filter((role) =>
    permission.roles.some((one) => one.role === role.role),
  )
  const host = held.find((role) => role.role === 'venue-host' && venue !== null && role.venue === venue)
  const offices = held.filter((role) => role.role !== 'venue-host')
  const nearest = host ?? organisations.flatMap((code) => offices.filter((role) => role.organisation === code))[0]
  if (!nearest) throw notFound()
  return nearest
}

/** Takes the lock of a person's streams. What depends on it is read in later statements. */
export async function lockPerson(trx: Transaction<DistrictTables>, person: string): Promise<void> {
  await trx.selectFrom('standing').select('person_id').where('person_id', '=', person).forUpdate().execute()
}

/**
 * Takes the lock of the asker's own streams. @returns the person
 * @throws 401 when an erasure came first, which leaves nobody to write about
 */
export async function lockOneself(context: SignedIn, trx: Transaction<DistrictTables>): Promise<string> {
  const { person } = await requireAsker(context, trx)
  await lockPerson(trx, person)
  // Again under the lock.
  await requireAsker(context, trx)
  return person
}

/**
 * Takes the locks of the streams of many, always in the same order: two such acts never wait for each other. `organisation`: only of those
 * who belong there.
 */
export async function lockPeople(
  trx: Transaction<DistrictTables>,
  people: readonly string[],
  organisation: string | null = null,
): Promise<void> {
  // One statement text however many they are.
  let locked = trx
    .selectFrom('standing')
    .select('person_id')
    .where('person_id', '=', sql<string>`any(${[...people]}::uuid[])`)
  if (organisation !== null) locked = locked.where('organisation', '=', organisation)
  await locked.orderBy('person_id').forUpdate().execute()
}

/** The person's facts, read under the lock; a person who moved away since the rights were asked is a lost race. */
export async function loadAuthorised(trx: Transaction<DistrictTables>, authority: Authority): Promise<PersonFacts> {
  const target = (await personFacts(trx, { person: authority.person }))[0]
  if (!target || target.name === null || target.standing.organisation !== authority.organisations[0]) throw lostRace()
  return target
}
