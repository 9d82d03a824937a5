import { doorOf } from '#domain/events/decide'
import { addMinutes, EVENT_ROLES } from '#domain/events/event'
import { listClosesAt } from '#domain/events/places'
import { eventRulesOf } from '#domain/events/rules'
import { addDays, daysBetween, startOfDay } from '#domain/time'
import type { Door, EventDetail, EventReply, EventsReply } from '#contract/event'
import type { QueryOf } from '#contract/api'
import type { Context } from '../../context'
import { HttpProblem, notFound } from '../../problem'
import { dayOf } from '../acts'
import { isUuid } from '../ids'
import { organisationRef } from '../organisations'
import {
  anyVenue,
  cardOf,
  selectEvents,
  venueRef,
  venuesWithin,
  wasPublished,
  wordsStateOf,
  type EventRow,
} from './cards'
import { wordsOf } from './words'
import { countsOfRow, eventOfRow } from './stream'

/** So many days at most are asked for at once: a month view with its edges, twice. */
const DAYS = 62
/** So many events at most are listed. */
const LISTED = 300

/** Two days as moments: from the beginning of the first to the end of the last. */
export function spanOf(query: { readonly from: string; readonly to: string }): {
  readonly from: Date
  readonly to: Date
} {
  const from = dayOf(query.from, 'from')
  const to = dayOf(query.to, 'to')
  if (from > to || daysBetween(from, to) >= DAYS) throw new HttpProblem(400, 'invalid-input', { field: '/to' })
  return { from: new Date(startOfDay(from)), to: new Date(startOfDay(addDays(to, 1))) }
}

/** What is on: published events that begin on these days. Anyone's to see. */
export async function listEvents(context: Context, query: QueryOf<'GET /v1/events'>): Promise<EventsReply> {
  const { district } = context
  const { from, to } = spanOf(query)
  let rows = selectEvents(district.db)
    .where('e.status', '=', 'published')
    .where('e.start_at', '>=', from)
    .where('e.start_at', '<', to)
  if (query.kind !== undefined) rows = rows.where('e.kind', '=', query.kind)
  if (query.venue !== undefined) rows = rows.where('e.venue', '=', query.venue)
  if (query.organisation !== undefined) {
    rows = rows.where('e.venue', '=', anyVenue(venuesWithin(district, query.organisation)))
  }
  const found = await rows
    .orderBy('e.start_at')
    .orderBy('e.id')
    .limit(LISTED + 1)
    .execute()
  return {
    asOf: context.now,
    events: found.slice(0, LISTED).map((row) => cardOf(context, row)),
    more: found.length > LISTED,
  }
}

/** A published event, anyone's to see; or one that was, and is cancelled. */
export async function readEvent(context: Context, id: string): Promise<EventReply> {
  const row = await publishedRow(context, id)
  return { asOf: context.now, event: await detailOf(context, row) }
}

/** The row of an event that others may see. */
export async function publishedRow(context: Context, id: string): Promise<EventRow> {
  const row = isUuid(id)
    ? await selectEvents(context.district.db).where('e.id', '=', id).where(wasPublished()).executeTakeFirst()
    : undefined
  if (!row) throw notFound()
  return row
}

async function detailOf(context: Context, row: EventRow): Promise<EventDetail> {
  const { district } = context
  const event = eventOfRow(row)
  const { terms, moved, naming } = event
  const rules = eventRulesOf(district.policy)
  const before = moved?.from
  const spot = before?.spot ? Buffer.from(before.spot, 'hex') : null
  const words = await wordsOf(district.db, spot ? [spot] : [])
  const said = before?.spot ? words.get(before.spot) : undefined
  return {
    card: cardOf(context, row),
    notes: wordsStateOf(row) === 'clear' ? (row.words_body.notes ?? '') : '',
    moved: before
      ? {
          at: moved.at,
          start: before.start,
          end: before.end,
          venue: venueRef(district, before.venue),
          spot: said?.checked === 'clear' ? (said.body.spot ?? null) : null,
        }
      : null,
    cancelFreeUntil: addMinutes(terms.start, -rules['event.cancel-free'].minutes),
    listClosesAt: listClosesAt(terms, rules),
    offerWithin: rules['event.offer-within'].minutes,
    classOf:
      naming.state === 'named' && naming.organisation !== null ? organisationRef(district, naming.organisation) : null,
    doors: doorsForAnyone(context, row),
  }
}

/** What registering would lead to, for whoever it is. */
function doorsForAnyone({ district, now }: Context, row: EventRow): Door[] {
  const event = eventOfRow(row)
  const counts = countsOfRow(row)
  const rules = eventRulesOf(district.policy)
  return EVENT_ROLES.filter((role) => event.terms.places[role] !== null).map((role) => {
    const door = doorOf(role, { event, counts }, rules, now)
    return door.ok ? { role, to: door.value, closed: null } : { role, to: null, closed: closedOf(door.refusal) }
  })
}

/** A refusal as an answer carries it. */
export function closedOf({
  code,
  facts,
}: {
  readonly code: string
  readonly facts: object
}): NonNullable<Door['closed']> {
  return { code, facts: { ...facts } }
}
