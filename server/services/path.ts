import { needsReason, type AccessReason } from '#domain/access/reasons'
import type { ApplicationState } from '#domain/application/acts'
import { needsCivics } from '#domain/civics/grades'
import { pathReport, type PathReport } from '#domain/path/report'
import type { OfficeAct, PathReply, PersonPathReply } from '#contract/path'
import type { Context, SignedIn } from '../context'
import { noSession, notFound, refusal } from '../problem'
import { personFacts, type PersonFacts } from '../queries/person-facts'
import { logAccess } from './access-log'
import { pendingOf } from './checkin/pending'
import { authoriseOverPerson, couldAlso, type Authority, type OfficeRoute } from './person'

/** One's own path. */
export async function myPath(context: SignedIn): Promise<PathReply> {
  const mine = (await personFacts(context.district.db, { account: context.session.account }))[0]
  if (!mine) throw noSession()
  return pathOf(context, mine)
}

/** A person's path for an office: the same report as the person sees. A minor's opens with a reason, except to their own branch. */
export async function personPath(
  context: SignedIn,
  person: string,
  reason: AccessReason | null,
): Promise<PersonPathReply> {
  const authority = await authoriseOverPerson(context, 'GET /v1/people/:person/path', person)
  const target = (await personFacts(context.district.db, { person }))[0]
  // The person may have moved away since the rights were asked.
  const { organisation, affiliation } = target?.standing ?? {}
  if (!target || organisation !== authority.organisations[0] || affiliation !== 'confirmed') throw notFound()
  if (reason === null && needsReason(authority.by.role, target.facts.birthDate, context.today)) {
    throw refusal({ code: 'reason-needed', facts: {} })
  }
  await logAccess(context, authority, 'path', [person], reason)
  const may = mayOf(context, authority, target, reportOf(context, target))
  return { person, name: target.name, may, path: pathOf(context, target) }
}

/** The acts that a state waits for, each with the route that takes it. */
const NEXT: readonly (readonly [OfficeAct, ApplicationState, OfficeRoute])[] = [
  ['confirm-paper', 'submitted', 'POST /v1/people/:person/paper'],
  ['talk', 'applied', 'POST /v1/people/:person/talk'],
  ['nominate', 'talked', 'POST /v1/people/:person/nomination'],
  ['answer-nomination', 'nominated', 'POST /v1/people/:person/nomination/answer'],
  ['name-mentors', 'activist', 'POST /v1/people/:person/mentors'],
]

/** What the asker may do about the person now: what a screen offers. Each act asks again. */
function mayOf(context: SignedIn, authority: Authority, { facts }: PersonFacts, report: PathReport): OfficeAct[] {
  const could = (route: OfficeRoute) => couldAlso(context, authority, route)
  const { state } = report.application
  const begun = facts.acts.length > 0
  return [
    ...NEXT.flatMap(([act, from, route]) => (state === from && could(route) ? [act] : [])),
    ...(could('POST /v1/people/:person/class-hours') ? (['record-class-hours'] as const) : []),
    ...(could('POST /v1/people/:person/volunteer-hours') ? (['record-volunteer-hours'] as const) : []),
    ...(could('POST /v1/people/:person/civics-grades') &&
    needsCivics(facts.occupation, context.district.policy) !== false
      ? (['record-civics'] as const)
      : []),
    ...(report.activistOn === null && could('POST /v1/people/:person/activist') ? (['record-activist'] as const) : []),
    ...(begun && could('POST /v1/people/:person/paper') ? (['correct-branch-steps'] as const) : []),
    ...(begun && could('POST /v1/people/:person/nomination/answer') ? (['correct-committee-steps'] as const) : []),
  ]
}

/** A person's facts as they cross the wire, with what waits for events to be closed, and the words beside them. */
export function factsOf(context: Context, person: PersonFacts): Pick<PathReply, 'facts' | 'texts'> {
  const pending = pendingOf(context, person)
  const { birthDate, occupation, affiliation, acts, entries, grades } = person.facts
  const facts = {
    birthDate,
    occupation,
    affiliation,
    acts: [...acts],
    entries: [...entries, ...pending.entries],
    grades: [...grades],
  }
  // Why a host struck somebody's coming, say, is no word beside a fact of the path.
  const ids = new Set([...facts.acts, ...facts.entries, ...facts.grades].map(({ id }) => id))
  const texts = [...person.texts, ...pending.texts].filter(([id]) => ids.has(id))
  return { facts, texts: Object.fromEntries(texts) }
}

/** The report over a person's facts as of today. */
export function reportOf(context: Context, person: PersonFacts): PathReport {
  const { entries } = pendingOf(context, person)
  const facts =
    entries.length === 0 ? person.facts : { ...person.facts, entries: [...person.facts.entries, ...entries] }
  return pathReport(facts, context.district.policy, context.today)
}

/** The facts and the report over them. */
export function pathOf(context: Context, person: PersonFacts): PathReply {
  return { ...factsOf(context, person), report: toReply(reportOf(context, person)) }
}

/** The report as the contract types it: the same values, lists that may be written. */
function toReply(report: PathReport): PathReply['report'] {
  return {
    ...report,
    trail: [...report.trail],
    requirements: report.requirements.map((requirement) => ({ ...requirement, entries: [...requirement.entries] })),
    earliest: { on: report.earliest.on, by: [...report.earliest.by] },
  }
}
