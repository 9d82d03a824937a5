import type { PathReply } from '#contract/path'
import type { PathFacts } from '#domain/path/facts'
import { pathReport, type PathReport } from '#domain/path/report'
import type { Policy } from '#domain/policy/policy'
import type { LocalDate } from '#domain/time'

/** The facts of an answer as the rules take them: the API gives real days, and the wire has no type for them. */
export function factsOf(reply: PathReply): PathFacts {
  return reply.facts as unknown as PathFacts
}

/**
 * The report of an answer. Days go on without a network: an answer from an earlier day is computed anew for today, with the
 * server's own function, as long as this device knows the rules that it was made under.
 */
export function knownReport(reply: PathReply, policy: Policy, today: LocalDate): PathReport {
  const report = reply.report as unknown as PathReport
  if (report.asOf >= today || report.policy.version !== policy.version) return report
  return pathReport(factsOf(reply), policy, today)
}
