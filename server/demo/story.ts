import { ROLES, type Role } from '#domain/access/roles'
import type { AdmissionWay } from '#domain/policy/policy'
import type { TeamRole } from '#domain/checkin/attendance'
import type { EventKind, EventRole } from '#domain/events/event'
import type { Occupation } from '#domain/profile/occupation'
import type { District } from '../deps'
import { PackError } from '../districts'

/** One thing that happened to a persona: who did it (a persona's id; the persona themselves where none), so many days before the first start. */
export type Chapter = { readonly daysAgo: number; readonly by?: string } & (
  | {
      readonly what: 'profile'
      readonly age: number
      readonly organisation: string
      readonly township: string | null
      readonly occupation?: Occupation
    }
  | { readonly what: 'confirmed' | 'withdrawn' }
  | { readonly what: 'submitted'; readonly occupation: Occupation; readonly words: string }
  | { readonly what: 'paper'; readonly receivedBy: string }
  | { readonly what: 'talk'; readonly talker: string; readonly content: string }
  | { readonly what: 'nomination'; readonly way: AdmissionWay; readonly members: number; readonly minutes: string }
  | { readonly what: 'approved'; readonly approvedBy: string }
  | { readonly what: 'returned'; readonly why: string }
  | { readonly what: 'activist'; readonly way: AdmissionWay; readonly approvedBy: string }
  | {
      readonly what: 'mentors'
      readonly mentors: readonly { readonly name: string; readonly membership: 'league' | 'party' }[]
    }
  | {
      readonly what: 'class-hours'
      readonly tenths: number
      readonly mode?: 'in-person' | 'online'
      readonly content: string
      readonly witness: string
    }
  | { readonly what: 'volunteer-hours'; readonly minutes: number; readonly content: string; readonly witness: string }
  | { readonly what: 'civics'; readonly grade: string; readonly term: string }
  | EventChapter
  | { readonly what: 'registers'; readonly event: string; readonly role?: EventRole }
  /** A lead makes them one of the event's team. */
  | { readonly what: 'team'; readonly event: string; readonly team: TeamRole }
  /** A host enters from paper that they came, and went; minutes after the start, null = nobody wrote it down. */
  | { readonly what: 'came'; readonly event: string; readonly in: number; readonly out: number | null }
)

/**
 * An event that the persona drafts and publishes. It begins `startsIn` days from the day of the first start, which may be past, at `hour`; or
 * `startsInMinutes` after that start itself, so that it can be lived at once.
 */
interface EventChapter {
  readonly what: 'event'
  /** How other chapters call it. */
  readonly event: string
  readonly venue: string
  readonly kind: EventKind
  readonly title: string
  readonly notes: string
  readonly spot?: string
  readonly startsIn?: number
  /** Hours of the day at +08:00. */
  readonly hour?: number
  readonly startsInMinutes?: number
  /** Its length. */
  readonly minutes: number
  readonly attendees: number | null
  readonly volunteers?: number
  readonly volunteerMinutes?: number
  /** It is a class of so many tenths of a 学时 of an organisation, for which `by` says so. */
  readonly named?: { readonly organisation: string; readonly tenths: number; readonly by: string }
  /** Who lets its words be read: in a demo WeChat can't be asked. */
  readonly passedBy: string
}

/** A persona of the demo, by role; never a name that looks real. Days are counted back from the day of the first start. */
export interface PersonaStory {
  readonly id: string
  readonly name: string
  /** `venues`: of a host, all that are theirs. */
  readonly role: { readonly role: Role; readonly organisation: string; readonly venues?: readonly string[] } | null
  readonly story: readonly Chapter[]
}

/** The personas of a district's pack; none when it has no `demo.json`. Read from data that the pack's writer controls. */
export function personas(district: Pick<District, 'demo' | 'slug'>): readonly PersonaStory[] {
  if (district.demo === null) return []
  const list = (district.demo as { personas?: unknown }).personas
  if (!Array.isArray(list)) throw new PackError(`districts/${district.slug}/demo.json: personas must be a list.`)
  return list.map((entry: Partial<PersonaStory>, index) => {
    const { id, name, role, story } = entry
    if (!id || !name || (role && !ROLES.includes(role.role)) || (story !== undefined && !Array.isArray(story))) {
      throw new PackError(
        `districts/${district.slug}/demo.json: persona ${String(index + 1)} needs an id, a name, a known role and a list as story.`,
      )
    }
    return { id, name, role: role ?? null, story: story ?? [] }
  })
}
