import { valueOf, type PolicyPack } from '../policy/policy'
import { EVENT_ROLES, lengthOf, type EventRole, type EventTerms, type LeagueEvent } from './event'

/** What an event gives to whom: only this is credited, and only to them. */
export interface Credit {
  readonly role: EventRole
  /** Whole minutes of service; null = none. Attending isn't volunteering (domain.md, section 4). */
  readonly minutes: number | null
  /** Tenths of a 学时; null = none. */
  readonly tenths: number | null
}

/** The most volunteer minutes that an event can give: its planned length, and what a day holds (`volunteer-hours.entry-max`). */
export function minutesMax(terms: Pick<EventTerms, 'start' | 'end'>, policy: PolicyPack): number {
  return Math.min(lengthOf(terms), valueOf(policy, 'volunteer-hours.entry-max'))
}

/** The most tenths of a 学时: by the planned length (`class-hours.minutes`), and what a day holds (`class-hours.entry-max`). */
export function tenthsMax(terms: Pick<EventTerms, 'start' | 'end'>, policy: PolicyPack): number {
  const byLength = Math.floor((lengthOf(terms) * 10) / valueOf(policy, 'class-hours.minutes'))
  return Math.min(byLength, valueOf(policy, 'class-hours.entry-max'))
}

/**
 * What an event gives, one row for each role that it has. Class hours only once it is named a class, and never more than its length
 * of today holds: it may have become shorter since.
 */
export function creditsOf({ terms, naming }: LeagueEvent, policy: PolicyPack): readonly Credit[] {
  const tenths =
    naming.state === 'named' && naming.tenths !== null ? Math.min(naming.tenths, tenthsMax(terms, policy)) : null
  return EVENT_ROLES.filter((role) => terms.places[role] !== null).map((role) =>
    role === 'volunteer' ? { role, minutes: terms.volunteerMinutes, tenths: null } : { role, minutes: null, tenths },
  )
}
