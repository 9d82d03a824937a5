import { sql, type Kysely, type Selectable } from 'kysely'
import { creditsOf } from '#domain/events/credits'
import { phaseOf } from '#domain/events/event'
import { placesLeft } from '#domain/events/places'
import { isPlaceholder } from '#domain/policy/organisations'
import type { EventCard, VenueRef, VenuesReply } from '#contract/event'
import type { DistrictTables, EventTable } from '../../database/tables'
import type { Context } from '../../context'
import type { District } from '../../deps'
import { organisationRef, subtree } from '../organisations'
import { countsOfRow, eventOfRow } from './stream'
import type { WordsBody, WordsState } from './words'

/** An event's row with its words. */
export type EventRow = Selectable<EventTable> & {
  readonly words_body: WordsBody
  readonly words_checked: WordsState
  readonly spot_body: WordsBody | null
  readonly spot_checked: WordsState | null
}

/** Events with their words; to be narrowed. */
export function selectEvents(db: Kysely<DistrictTables>) {
  return db
    .selectFrom('event as e')
    .innerJoin('event_words as w', 'w.hash', 'e.words_hash')
    .leftJoin('event_words as s', 's.hash', 'e.spot_hash')
    .selectAll('e')
    .select(['w.body as words_body', 'w.checked as words_checked', 's.body as spot_body', 's.checked as spot_checked'])
}

/** Published, or cancelled after it was published: what others may see. */
export function wasPublished() {
  return sql<boolean>`(e.status = 'published' or e.status = 'cancelled' and exists (
    select from event_act a where a.event_id = e.id and a.act = 'published'))`
}

/** A venue as screens name it. */
export function venueRef(district: District, code: string): VenueRef {
  const row = district.venueByCode.get(code)
  // A code that left the pack keeps its place in old facts.
  return row
    ? {
        code,
        name: row.name,
        organisation: organisationRef(district, row.organisation),
        placeholder: isPlaceholder(row),
      }
    : { code, name: code, organisation: organisationRef(district, code), placeholder: true }
}

/** The venues of an organisation and of those below it. */
export function venuesWithin(district: District, organisation: string): readonly string[] {
  const within = subtree(district, organisation)
  return district.venues.filter((venue) => within.includes(venue.organisation)).map(({ code }) => code)
}

/** Any of these venues, for `=`; also of none. One statement text however many they are. */
export function anyVenue(venues: readonly string[]) {
  return sql<string>`any(${[...venues]}::text[])`
}

/** The venues of a district, in its own order. */
export function readVenues({ district }: Context): VenuesReply {
  return { venues: district.venues.map(({ code }) => venueRef(district, code)) }
}

/** Whether others may read both its title and its spot. */
export function wordsStateOf(row: EventRow): WordsState {
  const states = [row.words_checked, row.spot_checked ?? 'clear']
  return states.includes('refused') ? 'refused' : states.includes('waiting') ? 'waiting' : 'clear'
}

/** An event in a list. `all`: for who may read words that others may not read yet (its host, an office above). */
export function cardOf({ district, now }: Context, row: EventRow, all = false): EventCard {
  const event = eventOfRow(row)
  const { terms } = event
  const counts = countsOfRow(row)
  const words = wordsStateOf(row)
  const shown = all || words === 'clear'
  return {
    id: row.id,
    kind: terms.kind,
    title: shown ? (row.words_body.title ?? '') : '',
    words,
    venue: venueRef(district, terms.venue),
    spot: shown ? (row.spot_body?.spot ?? null) : null,
    start: terms.start,
    end: terms.end,
    deadline: terms.deadline,
    phase: phaseOf(event, now),
    roles: creditsOf(event, district.policy).map(({ role, minutes, tenths }) => ({
      role,
      places: terms.places[role] ?? 0,
      left: placesLeft(terms, counts, role),
      waiting: counts[role].waiting,
      minutes,
      tenths,
    })),
  }
}
