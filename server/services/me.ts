import { rolesOn } from '#domain/access/roles'
import type { Occupation } from '#domain/profile/occupation'
import { decideProfile, type Profile } from '#domain/profile/profile'
import type { HeldRole, MeReply, ProfileBody } from '#contract/me'
import type { Context, SignedIn } from '../context'
import { noSession, refusal } from '../problem'
import { askerOf } from '../queries/asker'
import type { Trx } from './acts'
import { addAffiliation } from './affiliation'
import { creditNewcomer } from './checkin/close'
import { eraseAccount } from './erasure'
import { venuesWithin } from './events/cards'
import { once } from './once'
import { organisationRef } from './organisations'
import { lockOneself, requireAsker } from './person'

/** Who one is here, and in which roles. */
export async function readMe(context: SignedIn): Promise<MeReply> {
  const { deps, district, session, today } = context
  const asker = await requireAsker(context)
  const row = await district.db
    .selectFrom('standing as s')
    .leftJoin('profile as p', 'p.person_id', 's.person_id')
    .select([
      's.organisation',
      's.affiliation',
      's.affiliation_on',
      'p.name',
      'p.birth_date',
      'p.township',
      'p.occupation',
      'p.birth_confirmed_on',
    ])
    .where('s.person_id', '=', asker.person)
    .executeTakeFirst()
  if (!row) throw noSession()
  const organisation = row.organisation === null ? null : organisationRef(district, row.organisation)
  const on = row.affiliation_on
  const belongs = row.affiliation === 'claimed' || row.affiliation === 'confirmed' ? row.affiliation : null
  return {
    account: { code: session.accountCode },
    person: asker.person,
    profile: profileOf(context, row),
    affiliation: organisation && on && belongs ? { organisation, state: belongs, since: on } : null,
    declined: organisation && on && row.affiliation === 'declined' ? { organisation, on } : null,
    roles: heldRoles(context, rolesOn(asker.roles, today)),
    demo: deps.demo,
  }
}

/** Roles as screens name them. */
export function heldRoles({ district }: Context, roles: ReturnType<typeof rolesOn>): HeldRole[] {
  return roles.map(({ role, organisation, until, venue: code }) => {
    const venue = district.venueByCode.get(code ?? '')
    return {
      role,
      organisation: organisationRef(district, organisation),
      until,
      venue: venue ? { code: venue.code, name: venue.name } : null,
      hasVenues: venuesWithin(district, organisation).length > 0,
    }
  })
}

/** A profile as its owner sees it; null when there is none. */
export function profileOf(
  { district }: Context,
  row: {
    readonly name: string | null
    readonly birth_date: string | null
    readonly township: string | null
    readonly occupation: Occupation | null
    readonly birth_confirmed_on: string | null
  },
): MeReply['profile'] {
  if (row.name === null || row.birth_date === null) return null
  return {
    name: row.name,
    birthDate: row.birth_date,
    township: row.township === null ? null : organisationRef(district, row.township),
    occupation: row.occupation,
    birthDateConfirmed: row.birth_confirmed_on !== null,
  }
}

/** Says or corrects one's own name, birth date, town and organisation. Naming another organisation asks that one anew. */
export async function saveProfile(context: SignedIn, body: ProfileBody): Promise<MeReply> {
  const { district, today } = context
  const decision = decideProfile(body, district.organisations, district.policy, today)
  if (!decision.ok) {
    if (decision.refusal.code === 'under-age') await forgetNewcomer(context)
    throw refusal(decision.refusal)
  }
  const act = { requestId: body.requestId, route: 'PUT /v1/me/profile', body }
  const begin = (trx: Trx) => lockOneself(context, trx)
  await once(context, act, begin, async (trx, person) => {
    const first = await keepProfile(trx, context, person, decision.value, body.occupation)
    if (first) await creditNewcomer(trx, context, person)
    return { affiliation: await claimAffiliation(trx, context, person, decision.value.organisation) }
  })
  return readMe(context)
}

/** Under the age at which anything may be kept: an account that holds nothing else goes with the refusal. */
async function forgetNewcomer(context: SignedIn): Promise<void> {
  const asker = await askerOf(context.district.db, context.session.account)
  if (!asker || asker.roles.length > 0) return
  const profile = await context.district.db
    .selectFrom('profile')
    .select('person_id')
    .where('person_id', '=', asker.person)
    .executeTakeFirst()
  if (!profile) await eraseAccount(context, context.session.account, 'under-age')
}

/** @returns whether they hadn't said before who they are. */
async function keepProfile(
  trx: Trx,
  context: Context,
  person: string,
  profile: Profile,
  occupation: Occupation | null | undefined,
): Promise<boolean> {
  const before = await trx
    .selectFrom('profile')
    .select(['birth_date', 'birth_confirmed_on', 'occupation'])
    .where('person_id', '=', person)
    .executeTakeFirst()
  if (before && before.birth_confirmed_on !== null && before.birth_date !== profile.birthDate) {
    throw refusal({ code: 'birth-date-confirmed', facts: {} })
  }
  // Otherwise a bad grade would be gone by saying that one has no such course.
  if (
    before?.birth_confirmed_on &&
    before.occupation !== null &&
    occupation !== undefined &&
    occupation !== before.occupation
  ) {
    throw refusal({ code: 'occupation-confirmed', facts: {} })
  }
  const row = {
    name: profile.name,
    birth_date: profile.birthDate,
    township: profile.township,
    updated_at: new Date(context.now),
    // A build that doesn't ask yet leaves it as it is.
    ...(occupation === undefined ? {} : { occupation }),
  }
  await trx
    .insertInto('profile')
    .values({ person_id: person, ...row })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(row))
    .execute()
  return before === undefined
}

/** @returns the id of the new fact, or null when nothing changed. */
async function claimAffiliation(
  trx: Trx,
  context: Context,
  person: string,
  organisation: string,
): Promise<string | null> {
  const standing = await trx
    .selectFrom('standing')
    .select(['organisation', 'affiliation'])
    .where('person_id', '=', person)
    .executeTakeFirstOrThrow()
  const open = standing.affiliation === 'claimed' || standing.affiliation === 'confirmed'
  if (open && standing.organisation === organisation) return null
  return addAffiliation(trx, context, { person, by: person, act: 'claimed', organisation })
}
