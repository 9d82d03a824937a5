import { pathReport } from '#domain/path/report'
import type { PathReply, PersonPathReply } from '#contract/path'
import type { Context, SignedIn } from '../context'
import { noSession, notFound } from '../problem'
import { personFacts, type PersonFacts } from '../queries/person-facts'
import { logAccess } from './access-log'
import { authoriseOverPerson, couldAlso } from './person'

/** One's own path. */
export async function myPath(context: SignedIn): Promise<PathReply> {
  const mine = (await personFacts(context.district.db, { account: context.session.account }))[0]
  if (!mine) throw noSession()
  return pathOf(context, mine)
}

/** A person's path for an office: the same report as the person sees. */
export async function personPath(context: SignedIn, person: string): Promise<PersonPathReply> {
  const authority = await authoriseOverPerson(context, 'GET /v1/people/:person/path', person)
  const target = (await personFacts(context.district.db, { person }))[0]
  if (!target) throw notFound()
  await logAccess(context, authority, 'path', [person])
  return {
    person,
    name: target.name,
    may: {
      recordClassHours: couldAlso(context, authority, 'POST /v1/people/:person/class-hours'),
      recordActivist:
        target.facts.activistOn === null && couldAlso(context, authority, 'POST /v1/people/:person/activist'),
    },
    path: pathOf(context, target),
  }
}

/** The report over a person's facts, with the words beside the entries. */
export function pathOf(context: Context, person: PersonFacts): PathReply {
  const report = pathReport(person.facts, context.district.policy, context.today)
  const correctedBy = new Map(
    person.facts.entries.flatMap((entry) => (entry.corrects ? [[entry.corrects, entry.id]] : [])),
  )
  return {
    asOf: report.asOf,
    policy: report.policy,
    affiliation: report.affiliation,
    activistOn: report.activistOn,
    requirements: report.requirements.map((requirement) => ({
      ...requirement,
      rule: 'class-hours',
      entries: requirement.entries.map(({ entry, fate, reason }) => ({
        id: entry.id,
        amount: entry.amount,
        on: entry.on,
        origin: entry.origin,
        mode: entry.mode,
        since: entry.since,
        corrects: entry.corrects,
        correctedBy: correctedBy.get(entry.id) ?? null,
        fate,
        reason,
        texts: person.texts.get(entry.id) ?? null,
      })),
    })),
  }
}
