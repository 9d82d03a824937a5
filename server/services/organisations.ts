import { sql, type RawBuilder } from 'kysely'
import { needsReason, seesNames } from '#domain/access/reasons'
import type { Role } from '#domain/access/roles'
import type { ApplicationState } from '#domain/application/acts'
import { valueOf } from '#domain/policy/policy'
import { isBranch, isPlaceholder } from '#domain/policy/organisations'
import { maskName } from '#domain/profile/occupation'
import { addDays } from '#domain/time'
import type { OrganisationRef, OrganisationsReply, OverviewReply, PeopleReply, PersonRow } from '#contract/organisation'
import type { Context, SignedIn } from '../context'
import type { District } from '../deps'
import { pathUp } from '../deps'
import { personFacts, type PersonFacts } from '../queries/person-facts'
import { logAccess } from './access-log'
import { reportOf } from './path'
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
export function subtree(district: District, code: string): readonly string[] {
  return district.organisations.filter((row) => pathUp(district, row.code).includes(code)).map((row) => row.code)
}

/** So many people at most are listed: whoever needs more asks about an organisation further down. */
const LISTED = 200

/**
 * The people of an organisation and those below it; until the organisation is confirmed, the name only. An office above the
 * branch sees masked names.
 */
export async function peopleOf(context: SignedIn, code: string, only: 'nominated' | undefined): Promise<PeopleReply> {
  const { district } = context
  const authority = await authoriseOverOrganisation(context, 'GET /v1/organisations/:organisation/people', code)
  const organisations = subtree(district, code)
  const { role } = authority.by
  // Who isn't confirmed yet is the branch's to look at, not the committee's above it.
  const confirmed = role !== 'branch-secretary'
  const people = await personFacts(district.db, { organisations, only, confirmed, most: LISTED + 1 })
  const seen = people.slice(0, LISTED).filter((person) => person.person !== authority.asker.person)
  await logAccess(
    context,
    authority,
    'list',
    seen.map((person) => person.person),
  )
  return {
    asOf: context.today,
    organisation: organisationRef(district, code),
    people: seen.flatMap((person) => toRow(context, role, person)),
    more: people.length > LISTED,
  }
}

function toRow(context: Context, role: Role, person: PersonFacts): PersonRow[] {
  const { standing, facts, name } = person
  if (!facts.affiliation || !standing.organisation) return []
  const { state, since } = facts.affiliation
  const report = state === 'confirmed' ? reportOf(context, person) : null
  // What opens with a reason isn't told in a list without one.
  const closed = needsReason(role, facts.birthDate, context.today)
  return [
    {
      person: person.person,
      name: name === null || seesNames(role) ? name : maskName(name),
      needsReason: closed,
      affiliation: state,
      since,
      due: state === 'claimed' ? addDays(since, valueOf(context.district.policy, 'affiliation.within').days) : null,
      organisation: organisationRef(context.district, standing.organisation),
      confirmed: report && {
        state: report.application.state,
        activistOn: closed ? null : report.activistOn,
        turn: report.turn,
        ready: report.ready,
        requirements: (closed ? [] : report.requirements).map((one) => ({
          rule: one.rule,
          state: one.state,
          gate: one.gate,
          need: one.need,
          have: one.have,
          pending: one.pending,
          value: one.value,
          earliest: one.earliest,
        })),
      },
    },
  ]
}

const STATES = ['none', 'submitted', 'applied', 'talked', 'nominated', 'activist', 'training'] as const

/**
 * Numbers by organisation, below one; from the projection. The clocks are the rules' (domain/path/turn); a test holds this
 * query against them.
 */
export async function overview(context: SignedIn, code: string): Promise<OverviewReply> {
  const { district, today } = context
  await authoriseOverOrganisation(context, 'GET /v1/overview', code)
  const codes = subtree(district, code)
  const { policy } = district
  const day = sql`${today}::date`
  // Everybody is looked at once, to be counted by where they stand; the numbers are sums over those few groups. A filter of
  // each number over every person takes twice as long.
  const groups = district.db
    .selectFrom('standing')
    .select([
      'organisation',
      'affiliation',
      'application',
      sql<number>`count(*)`.as('people'),
      sql<number>`count(*) filter (where case
        when affiliation = 'claimed' then affiliation_on + ${valueOf(policy, 'affiliation.within').days}::int < ${day}
        when application = 'applied'
          then (applied_on + make_interval(months => ${valueOf(policy, 'talk.within').months}::int))::date < ${day}
        when application = 'nominated' then application_since + ${valueOf(policy, 'activist.within').days}::int < ${day}
      end)`.as('late'),
    ])
    .where('organisation', 'in', codes)
    .groupBy(['organisation', 'affiliation', 'application'])
    .as('s')
  const sum = (of: 'people' | 'late', where: RawBuilder<unknown>) =>
    sql<number>`coalesce(sum(${sql.ref(of)}) filter (where ${where}), 0)::int`
  const claimed = sql`affiliation = 'claimed'`
  const at = (state: ApplicationState) => sql`affiliation = 'confirmed' and application = ${state}`
  const counts = await district.db
    .selectFrom(groups)
    .select([
      'organisation',
      sum('people', claimed).as('claimed'),
      sum('people', sql`affiliation = 'confirmed'`).as('confirmed'),
      ...STATES.map((state) => sum('people', at(state)).as(state)),
      sum('late', claimed).as('lateAffiliation'),
      sum('late', at('applied')).as('lateTalk'),
      sum('late', at('nominated')).as('lateNomination'),
    ])
    .groupBy('organisation')
    .execute()
  const byCode = new Map(counts.map((row) => [row.organisation, row]))
  return {
    asOf: today,
    rows: codes
      .filter((each) => byCode.has(each) || isBranchCode(district, each))
      .map((each) => {
        const row = byCode.get(each)
        return {
          organisation: organisationRef(district, each),
          claimed: row?.claimed ?? 0,
          confirmed: row?.confirmed ?? 0,
          steps: {
            none: row?.none ?? 0,
            submitted: row?.submitted ?? 0,
            applied: row?.applied ?? 0,
            talked: row?.talked ?? 0,
            nominated: row?.nominated ?? 0,
            activist: row?.activist ?? 0,
            training: row?.training ?? 0,
          },
          overdue: {
            affiliation: row?.lateAffiliation ?? 0,
            talk: row?.lateTalk ?? 0,
            nomination: row?.lateNomination ?? 0,
          },
        }
      }),
  }
}

function isBranchCode(district: District, code: string): boolean {
  const row = district.organisationByCode.get(code)
  return row !== undefined && isBranch(row)
}
