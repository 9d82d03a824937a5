import { sql } from 'kysely'
import { isBranch, isPlaceholder } from '#domain/policy/organisations'
import type { OrganisationRef, OrganisationsReply, OverviewReply, PeopleReply, PersonRow } from '#contract/organisation'
import type { Context, SignedIn } from '../context'
import type { District } from '../deps'
import { pathUp } from '../deps'
import { personFacts, type PersonFacts } from '../queries/person-facts'
import { logAccess } from './access-log'
import { pathOf } from './path'
import { authoriseOverOrganisation } from './person'

/** The district's tree, in its own order. */
export function organisationTree({ district }: Context): OrganisationsReply {
  return {
    organisations: district.organisations.map((row) => ({
      code: row.code,
      name: row.name,
      kind: row.kind,
      parent: row.parent,
      placeholder: isPlaceholder(row),
      joinable: isBranch(row),
    })),
  }
}

/** An organisation as screens name it. */
export function organisationRef(district: District, code: string): OrganisationRef {
  const row = district.organisationByCode.get(code)
  // A code that left the pack keeps its place in old facts.
  return row ? { code, name: row.name, placeholder: isPlaceholder(row) } : { code, name: code, placeholder: true }
}

/** An organisation and all below it. */
function subtree(district: District, code: string): readonly string[] {
  return district.organisations.filter((row) => pathUp(district, row.code).includes(code)).map((row) => row.code)
}

/** The people of an organisation and those below it; until the organisation is confirmed, the name only. */
export async function peopleOf(context: SignedIn, code: string): Promise<PeopleReply> {
  const { district } = context
  const authority = await authoriseOverOrganisation(context, 'GET /v1/organisations/:organisation/people', code)
  const people = await personFacts(district.db, { organisations: subtree(district, code) })
  // Who isn't confirmed yet is the branch's to look at, not the committee's above it.
  const own = authority.by.role === 'branch-secretary'
  const seen = people.filter(
    (person) => person.person !== authority.asker.person && (own || person.standing.affiliation === 'confirmed'),
  )
  await logAccess(
    context,
    authority,
    'list',
    seen.map((person) => person.person),
  )
  return { organisation: organisationRef(district, code), people: seen.flatMap((person) => toRow(context, person)) }
}

function toRow(context: Context, person: PersonFacts): PersonRow[] {
  const { standing, facts, name } = person
  if (!facts.affiliation || !standing.organisation) return []
  const { state, since } = facts.affiliation
  const hours = state === 'confirmed' ? pathOf(context, person).requirements[0] : undefined
  return [
    {
      person: person.person,
      name,
      affiliation: state,
      since,
      organisation: organisationRef(context.district, standing.organisation),
      confirmed: hours
        ? {
            activistOn: facts.activistOn,
            classHours: { state: hours.state, need: hours.need, have: hours.have, pending: hours.pending },
          }
        : null,
    },
  ]
}

/** Numbers by organisation, below one; from the projection. */
export async function overview(context: SignedIn, code: string): Promise<OverviewReply> {
  const { district } = context
  await authoriseOverOrganisation(context, 'GET /v1/overview', code)
  const codes = subtree(district, code)
  const counts = await district.db
    .selectFrom('standing')
    .select([
      'organisation',
      sql<number>`count(*) filter (where affiliation = 'claimed')`.as('claimed'),
      sql<number>`count(*) filter (where affiliation = 'confirmed')`.as('confirmed'),
      sql<number>`count(*) filter (where affiliation = 'confirmed' and activist_on is not null)`.as('activists'),
    ])
    .where('organisation', 'in', codes)
    .groupBy('organisation')
    .execute()
  const byCode = new Map(counts.map((row) => [row.organisation, row]))
  return {
    asOf: context.today,
    rows: codes
      .filter((each) => byCode.has(each) || isBranchCode(district, each))
      .map((each) => ({
        organisation: organisationRef(district, each),
        claimed: byCode.get(each)?.claimed ?? 0,
        confirmed: byCode.get(each)?.confirmed ?? 0,
        activists: byCode.get(each)?.activists ?? 0,
      })),
  }
}

function isBranchCode(district: District, code: string): boolean {
  const row = district.organisationByCode.get(code)
  return row !== undefined && isBranch(row)
}
