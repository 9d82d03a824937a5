import type { EventCard, VenueRef } from '#contract/event'
import type { EventKind } from '#domain/events/event'
import { venueName } from '../../text/event-cards'
import { placeName } from '../../text/names'

/** Which events are shown; what isn't there doesn't narrow. */
export interface Where {
  readonly kind?: EventKind
  readonly organisation?: string
  readonly venue?: string
}

export function matches({ kind, venue }: EventCard, where: Where): boolean {
  return (
    (where.kind === undefined || kind === where.kind) &&
    (where.organisation === undefined || venue.organisation.code === where.organisation) &&
    (where.venue === undefined || venue.code === where.venue)
  )
}

/** The whole district, as a choice. */
export const EVERYWHERE = 'all'

/** A choice of a place as what it narrows to. */
export function placeOf(choice: string): Pick<Where, 'organisation' | 'venue'> {
  const code = choice.slice(2)
  return choice === EVERYWHERE ? {} : choice.startsWith('v') ? { venue: code } : { organisation: code }
}

/** A choice of kind and place as what it narrows to. */
export function whereOf(kind: EventKind | undefined, place: string): Where {
  return { ...(kind !== undefined && { kind }), ...placeOf(place) }
}

/** 全区, then every town with its venues, one's own town first. A town with one venue has no line for that venue. */
export function placeOptions(venues: readonly VenueRef[], town: string | undefined) {
  const towns = new Map<string, VenueRef[]>()
  for (const venue of venues) {
    const { code } = venue.organisation
    towns.set(code, [...(towns.get(code) ?? []), venue])
  }
  const codes = Array.from(towns.keys())
  return [
    { value: EVERYWHERE, text: '全区' },
    ...[...codes.filter((code) => code === town), ...codes.filter((code) => code !== town)].flatMap((code) => {
      const here = towns.get(code) ?? []
      const name = here[0] ? placeName(here[0].organisation) : code
      return [
        { value: `o-${code}`, text: code === town ? `${name}（我的镇街）` : name },
        ...(here.length > 1 ? here.map((venue) => ({ value: `v-${venue.code}`, text: `· ${venueName(venue)}` })) : []),
      ]
    }),
  ]
}
