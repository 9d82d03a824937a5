import { ROLES, type Role } from '#domain/access/roles'
import type { District } from '../deps'
import { PackError } from '../districts'

/** A persona of the demo, by role; never a name that looks real. Days are counted back from the day of the first start. */
export interface PersonaStory {
  readonly id: string
  readonly name: string
  readonly role: { readonly role: Role; readonly organisation: string } | null
  readonly profile: {
    readonly age: number
    readonly organisation: string
    readonly township: string | null
    readonly daysAgo: number
  } | null
  readonly confirmed: { readonly by: string; readonly daysAgo: number } | null
  readonly classHours: readonly {
    readonly by: string
    readonly daysAgo: number
    readonly tenths: number
    readonly content: string
    readonly witness: string
  }[]
  readonly activist: {
    readonly by: string
    readonly daysAgo: number
    readonly way: 'nomination' | 'points' | 'review'
    readonly approvedBy: string
  } | null
}

/** The personas of a district's pack; none when it has no `demo.json`. Read from data that the pack's writer controls. */
export function personas(district: Pick<District, 'demo' | 'slug'>): readonly PersonaStory[] {
  if (district.demo === null) return []
  const list = (district.demo as { personas?: unknown }).personas
  if (!Array.isArray(list)) throw new PackError(`districts/${district.slug}/demo.json: personas must be a list.`)
  return list.map((entry: Partial<PersonaStory>, index) => {
    const { id, name, role } = entry
    if (!id || !name || (role && !ROLES.includes(role.role))) {
      throw new PackError(
        `districts/${district.slug}/demo.json: persona ${String(index + 1)} needs an id, a name and a known role.`,
      )
    }
    return {
      id,
      name,
      role: role ?? null,
      profile: entry.profile ?? null,
      confirmed: entry.confirmed ?? null,
      classHours: entry.classHours ?? [],
      activist: entry.activist ?? null,
    }
  })
}
