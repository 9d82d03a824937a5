import { creditDay } from '#domain/checkin/crediting'
import type { HandoverField, HandoverKey } from '#domain/policy/handover'
import { timeOfDay } from '#domain/time'
import type { HandOversReply, RecordReply } from '#contract/check-in'
import type { SignedIn } from '../../context'
import { notFound, refusal } from '../../problem'
import type { Trx } from '../acts'
import { authoriseOverEvent } from '../events/authorise'
import { anyVenue, cardOf, selectEvents, venueRef, venuesWithin, type EventRow } from '../events/cards'
import { once } from '../once'
import { authoriseOverOrganisation } from '../person'
import { appendActs, lockEvent } from './acts'
import { loadEvent } from './act-on-event'
import { shownCredits } from './credits'
import { loadSheet, type LoadedSheet } from './sheet-of'

/** What an event's record says to the upper system, field by field as the pack lists them; numbers only, of people. */
export async function readRecord(context: SignedIn, id: string): Promise<RecordReply> {
  await authoriseOverEvent(context, 'GET /v1/events/:event/record', id)
  return recordOf(context, id)
}

async function recordOf(context: SignedIn, id: string): Promise<RecordReply> {
  const { db, handover } = context.district
  const row = await selectEvents(db).where('e.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  const loaded = await loadSheet(db, row)
  const { sheet, team } = loaded
  if (sheet.closed === null) throw refusal({ code: 'close-out-not-closed', facts: {} })
  const values = await valuesOf(context, row, loaded, await nameOf(context, team.maker))
  const { handedOver } = sheet
  return {
    asOf: context.now,
    card: cardOf(context, row, true),
    confirmed: handover.confirmed,
    fields: handover.fields.map((field) => ({ key: field.key, label: field.label, value: wordOf(field, values) })),
    handedOver: handedOver && {
      at: handedOver.at,
      by: handedOver.by === null ? null : await nameOf(context, handedOver.by),
    },
  }
}

type Values = Readonly<Record<HandoverKey, string>>

function wordOf({ key, words }: HandoverField, values: Values): string {
  return words?.[values[key]] ?? values[key]
}

async function valuesOf(context: SignedIn, row: EventRow, loaded: LoadedSheet, host: string | null): Promise<Values> {
  const { event, sheet } = loaded
  const { terms } = event
  const venue = venueRef(context.district, terms.venue)
  const came = sheet.attendances.filter(({ struck }) => !struck)
  const credits = [...(await shownCredits(context, loaded)).values()]
  const sum = (amounts: readonly (number | null)[]) => amounts.reduce<number>((all, one) => all + (one ?? 0), 0)
  const heads = sheet.heads ?? came.length
  return {
    title: row.words_body.title ?? '',
    kind: terms.kind,
    venue: venue.name,
    organisation: venue.organisation.name,
    spot: row.spot_body?.spot ?? venue.name,
    day: creditDay(event),
    start: timeOfDay(terms.start),
    end: timeOfDay(terms.end),
    host: host ?? '',
    attendees: String(came.filter(({ role }) => role === 'attendee').length),
    volunteers: String(came.filter(({ role }) => role === 'volunteer').length),
    heads: String(heads),
    guests: String(sheet.guests),
    people: String(heads + sheet.guests),
    minutes: String(sum(credits.map(({ minutes }) => minutes))),
    'class-hours': String(sum(credits.map(({ tenths }) => tenths)) / 10),
  }
}

async function nameOf({ district }: SignedIn, person: string): Promise<string | null> {
  const row = await district.db.selectFrom('profile').select('name').where('person_id', '=', person).executeTakeFirst()
  return row?.name ?? null
}

/** Says that the record was entered in the upper system; who says so after another changes nothing. */
export async function handOver(
  context: SignedIn,
  id: string,
  body: { readonly requestId: string },
): Promise<RecordReply> {
  const route = 'POST /v1/events/:event/hand-over'
  const begin = async (trx: Trx) => {
    const { asker } = await authoriseOverEvent(context, route, id, trx)
    await lockEvent(trx, id)
    return asker.person
  }
  await once(context, { requestId: body.requestId, route: `${route} ${id}`, body }, begin, async (trx, asker) => {
    const { sheet } = await loadEvent(trx, id)
    if (sheet.closed === null) throw refusal({ code: 'close-out-not-closed', facts: {} })
    if (sheet.handedOver !== null) return {}
    await appendActs(trx, context, id, [{ act: 'handed-over' }], asker)
    await trx
      .updateTable('event')
      .set({ handed_over_at: new Date(context.now) })
      .where('id', '=', id)
      .execute()
    return {}
  })
  return recordOf(context, id)
}

/** So many at most are listed, the oldest first: what was handed over makes room. */
const LISTED = 200

/** The events of an organisation's venues, and of those below it, that are over and whose record isn't entered yet. */
export async function readHandOvers(context: SignedIn, organisation: string): Promise<HandOversReply> {
  const { district, now } = context
  await authoriseOverOrganisation(context, 'GET /v1/hand-overs', organisation)
  const rows = await selectEvents(district.db)
    .where('e.status', '=', 'published')
    .where('e.handed_over_at', 'is', null)
    .where('e.end_at', '<=', new Date(now))
    .where('e.venue', '=', anyVenue(venuesWithin(district, organisation)))
    .orderBy('e.end_at')
    .orderBy('e.id')
    .limit(LISTED)
    .execute()
  return {
    asOf: now,
    events: rows.map((row) => ({
      card: cardOf(context, row, true),
      venue: venueRef(district, row.venue),
      closed: row.closed_at?.getTime() ?? null,
    })),
  }
}
