import type { Kysely, Selectable } from 'kysely'
import { eventOf, type EventAct, type EventFact, type EventTerms, type LeagueEvent } from '#domain/events/event'
import { rollOf, type RegistrationAct, type RegistrationFact, type Roll } from '#domain/events/registration'
import type { Instant } from '#domain/time'
import type { DistrictTables, EventActTable } from '../database/tables'

/** An event with everybody's standing, as its stream makes them. */
export interface RebuiltEvent {
  readonly event: LeagueEvent
  readonly roll: Roll
  /** The last number of the stream. */
  readonly no: number
}

/**
 * Every event, worked out from the facts alone. What `event` and `registration` must be equal to; a test compares them. Who was erased
 * keeps their standings: they are about a random id.
 */
export async function eventsFromFacts(db: Kysely<DistrictTables>): Promise<readonly RebuiltEvent[]> {
  const rows = await db.selectFrom('event_act').selectAll().orderBy('event_id').orderBy('no').execute()
  const streams = new Map<string, FactRow[]>()
  for (const row of rows) streams.set(row.event_id, [...(streams.get(row.event_id) ?? []), row])
  return [...streams].map(([id, stream]) => {
    const event = eventOf(id, stream.flatMap(eventFact))
    if (!event) throw new RangeError(`the stream of ${id} has no draft`)
    return { event, roll: rollOf(stream.flatMap(registrationFact)), no: stream[stream.length - 1]?.no ?? 0 }
  })
}

type FactRow = Selectable<EventActTable>

const instant = (at: Date): Instant => at.getTime() as Instant

function eventFact(row: FactRow): readonly EventFact[] {
  if (row.person_id !== null) return []
  return [{ ...eventAct(row), no: row.no, at: instant(row.at) }]
}

function registrationFact(row: FactRow): readonly RegistrationFact[] {
  const { person_id: person } = row
  return person === null ? [] : [{ ...registrationAct(row), person, no: row.no, at: instant(row.at) }]
}

function eventAct(row: FactRow): EventAct {
  const act = row.act as EventAct['act']
  switch (act) {
    case 'drafted':
    case 'revised':
    case 'moved':
    case 'adjusted':
      return { act, terms: termsOf(row) }
    case 'class-asked':
      return {
        act,
        organisation: given(row, 'organisation'),
        tenths: given(row, 'tenths'),
        by: given(row, 'by_person'),
      }
    case 'announced':
      return { act, words: given(row, 'words_hash').toString('hex') }
    case 'reminded':
      return { act, minutes: given(row, 'minutes'), start: instant(given(row, 'of_start')) }
    case 'list-closed':
      return { act, start: instant(given(row, 'of_start')) }
    case 'published':
    case 'unpublished':
    case 'cancelled':
    case 'class-named':
    case 'class-refused':
      return { act }
  }
}

function registrationAct(row: FactRow): RegistrationAct {
  const act = row.act as RegistrationAct['act']
  switch (act) {
    case 'registered':
    case 'waiting':
    case 'added':
      return { act, role: given(row, 'role'), arrival: given(row, 'arrival') }
    case 'offered':
      return { act, until: instant(given(row, 'until')) }
    case 'cancelled':
      return { act, late: given(row, 'late') }
    case 'accepted':
    case 'declined':
    case 'expired':
    case 'left':
      return { act }
  }
}

function termsOf(row: FactRow): EventTerms {
  return {
    kind: given(row, 'kind'),
    words: given(row, 'words_hash').toString('hex'),
    venue: given(row, 'venue'),
    spot: row.spot_hash?.toString('hex') ?? null,
    start: instant(given(row, 'start_at')),
    end: instant(given(row, 'end_at')),
    deadline: instant(given(row, 'deadline_at')),
    places: { attendee: row.attendee_places, volunteer: row.volunteer_places },
    volunteerMinutes: row.volunteer_minutes,
  }
}

/** What a fact of its kind has. */
function given<K extends keyof FactRow>(row: FactRow, column: K): NonNullable<FactRow[K]> {
  const value = row[column]
  if (value === null) throw new RangeError(`${row.act} without ${column}: ${row.id}`)
  return value
}
