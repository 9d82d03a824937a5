import type { AttendanceFact, TeamRole } from './attendance'

/** Who runs an event, as its facts make it. */
export interface Team {
  /** Who made the event. */
  readonly maker: string
  /** Named since; null = taken off. */
  readonly named: ReadonlyMap<string, TeamRole | null>
}

export function teamOf(maker: string, acts: readonly AttendanceFact[]): Team {
  const named = new Map<string, TeamRole | null>()
  for (const act of acts) if (act.act === 'team-set') named.set(act.person, act.team)
  return { maker, named }
}

/**
 * The role in which somebody acts at an event; null = none. Who made it leads as long as they are a host of the venue; its other hosts are
 * hosts, and leads when nobody leads any more (an event must not stay open because its maker left).
 * `hosts`: those who hold the venue today.
 */
export function teamRole(person: string, { maker, named }: Team, hosts: ReadonlySet<string>): TeamRole | null {
  const given = named.get(person)
  if (given !== undefined && given !== null) return given
  if (!hosts.has(person)) return null
  if (person === maker) return 'lead'
  return leadsOf({ maker, named }, hosts).length === 0 ? 'lead' : 'host'
}

/** Who leads, by name or by having made it. */
export function leadsOf({ maker, named }: Team, hosts: ReadonlySet<string>): readonly string[] {
  const leads = Array.from(named).flatMap(([person, role]) => (role === 'lead' ? [person] : []))
  return hosts.has(maker) && !named.get(maker) ? [...leads, maker] : leads
}

const RANK: Readonly<Record<TeamRole, number>> = { helper: 1, host: 2, lead: 3 }

/** Whether a role is enough for what asks at least `least`. */
export function isEnough(role: TeamRole | null, least: TeamRole): boolean {
  return role !== null && RANK[role] >= RANK[least]
}
