import { decideEvent, type EventClaim } from '#domain/events/manage'
import type { EventTerms } from '#domain/events/event'
import { countsOf, EMPTY_ROLL } from '#domain/events/registration'
import { eventRulesOf } from '#domain/events/rules'
import { localDateAt, type Instant } from '#domain/time'
import type {
  DeskCard,
  DeskReply,
  EventActReply,
  EventBody,
  EventStatusBody,
  EventTermsReply,
  VenueEventsReply,
} from '#contract/event'
import type { Context, SignedIn } from '../../context'
import { grantedOr, notFound } from '../../problem'
import type { Trx } from '../acts'
import { once } from '../once'
import { organisationRef } from '../organisations'
import type { OfficeRoute } from '../person'
import { authoriseOverEvent, authoriseOverVenue } from './authorise'
import { cardOf, selectEvents, venueRef, type EventRow } from './cards'
import { spanOf } from './read'
import { beginStream, countsOfRow, eventOfRow, openStream, type Stream } from './stream'
import { checkWords, keepWords, wordsOf, type WordsState } from './words'

/** A venue's events that begin on these days, drafts included. */
export async function venueEvents(
  context: SignedIn,
  code: string,
  query: { readonly from: string; readonly to: string },
): Promise<VenueEventsReply> {
  await authoriseOverVenue(context, 'GET /v1/venues/:venue/events', code)
  const { from, to } = spanOf(query)
  const rows = await selectEvents(context.district.db)
    .where('e.venue', '=', code)
    .where('e.start_at', '>=', from)
    .where('e.start_at', '<', to)
    .orderBy('e.start_at')
    .orderBy('e.id')
    .execute()
  const { last } = await context.district.db
    .selectFrom('event')
    .select(({ fn }) => fn.max('start_at').as('last'))
    .where('venue', '=', code)
    .where('status', '!=', 'draft')
    .where('start_at', '<', from)
    .executeTakeFirstOrThrow()
  return {
    asOf: context.now,
    venue: venueRef(context.district, code),
    events: rows.map((row) => deskCardOf(context, row)),
    // Of no rows it is null, whatever its type says.
    earlier: (last as Date | null) === null ? null : localDateAt(last.getTime() as Instant),
  }
}

function deskCardOf(context: Context, row: EventRow): DeskCard {
  return {
    card: cardOf(context, row, true),
    registered: row.attendee_registered + row.volunteer_registered,
    offered: row.attendee_offered + row.volunteer_offered,
    waiting: row.attendee_waiting + row.volunteer_waiting,
  }
}

/** All of an event that its host needs. */
export async function readDesk(context: SignedIn, id: string): Promise<DeskReply> {
  const { by } = await authoriseOverEvent(context, 'GET /v1/events/:event/desk', id)
  const { db } = context.district
  const row = await selectEvents(db).where('e.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  const event = eventOfRow(row)
  const counts = countsOfRow(row)
  const { naming } = event
  const said = await db
    .selectFrom('event_act')
    .select(['at', 'words_hash'])
    .where('event_id', '=', id)
    .where('act', '=', 'announced')
    .orderBy('no', 'desc')
    .execute()
  const words = await wordsOf(
    db,
    said.flatMap(({ words_hash: hash }) => hash ?? []),
  )
  return {
    asOf: context.now,
    desk: deskCardOf(context, row),
    counts: { attendee: counts.attendee, volunteer: counts.volunteer },
    terms: termsReply(row, event.terms),
    host: by.role === 'venue-host',
    naming: {
      state: naming.state,
      organisation: naming.organisation === null ? null : organisationRef(context.district, naming.organisation),
      tenths: naming.tenths,
    },
    announcedOn: event.announcedOn,
    announcements: said.map(({ at, words_hash: hash }) => {
      const word = hash ? words.get(hash.toString('hex')) : undefined
      return { at: at.getTime(), text: word?.body.text ?? '', words: word?.checked ?? 'waiting' }
    }),
  }
}

function termsReply(row: EventRow, terms: EventTerms): EventTermsReply {
  return {
    kind: terms.kind,
    title: row.words_body.title ?? '',
    notes: row.words_body.notes ?? '',
    spot: row.spot_body?.spot ?? null,
    start: terms.start,
    end: terms.end,
    deadline: terms.deadline,
    attendeePlaces: terms.places.attendee,
    volunteerPlaces: terms.places.volunteer,
    volunteerMinutes: terms.volunteerMinutes,
  }
}

/** Drafts an event in a venue. */
export async function draftEvent(context: SignedIn, venue: string, body: EventBody): Promise<EventActReply> {
  const route = 'POST /v1/venues/:venue/events'
  await authoriseOverVenue(context, route, venue)
  const checked = await checkTerms(context, body)
  const act = { requestId: body.requestId, route: `${route} ${venue}`, body }
  const begin = (trx: Trx) => authoriseOverVenue(context, route, venue, trx)
  return once(context, act, begin, async (trx, { asker }) => {
    const terms = await keepTerms(trx, context, venue, body, checked)
    decide(context, null, { act: 'draft', terms })
    return { event: await beginStream(trx, context, { act: 'drafted', terms }, asker.person) }
  })
}

/** Changes an event: where it has people, they are told of another time or place. */
export async function changeEvent(context: SignedIn, id: string, body: EventBody): Promise<EventActReply> {
  const route = 'PUT /v1/events/:event'
  await authoriseOverEvent(context, route, id)
  const checked = await checkTerms(context, body)
  return actAsHost(context, route, id, body, async (trx, stream, asker) => {
    const terms = await keepTerms(trx, context, stream.event.terms.venue, body, checked)
    stream.add(decide(context, stream, { act: 'change', terms }, await hasCheckIns(trx, id)), asker)
  })
}

/** Publishes, unpublishes or cancels an event. */
export function setStatus(context: SignedIn, id: string, body: EventStatusBody): Promise<EventActReply> {
  return actAsHost(context, 'POST /v1/events/:event/status', id, body, (_trx, stream, asker) => {
    stream.add(decide(context, stream, { act: body.act }), asker)
    return Promise.resolve()
  })
}

/** A host's act on an event: rights, the event's lock, what the act decides and writes, and what follows. */
export function actAsHost(
  context: SignedIn,
  route: OfficeRoute,
  id: string,
  body: { readonly requestId: string },
  perform: (trx: Trx, stream: Stream, asker: string) => Promise<void>,
): Promise<EventActReply> {
  const act = { requestId: body.requestId, route: `${route} ${id}`, body }
  const begin = async (trx: Trx) => {
    const { asker } = await authoriseOverEvent(context, route, id, trx)
    const stream = await openStream(trx, context, id)
    if (!stream) throw notFound()
    return { asker, stream }
  }
  return once(context, act, begin, async (trx, { asker, stream }) => {
    await perform(trx, stream, asker.person)
    await stream.close()
    return { event: id }
  })
}

/** What the rules say to a claim on an event. */
export function decide({ district, now }: Context, stream: Stream | null, claim: EventClaim, checkedIn = false) {
  const guards = {
    event: stream?.event ?? null,
    counts: countsOf(stream?.roll ?? EMPTY_ROLL),
    checkedIn,
    venues: district.venues.map(({ code }) => code),
  }
  return grantedOr(decideEvent(claim, guards, district.policy, eventRulesOf(district.policy), now))
}

/** Whether anybody has checked in; the event's lock is held, on which every check-in waits. */
async function hasCheckIns(trx: Trx, event: string): Promise<boolean> {
  const row = await trx.selectFrom('check_in').select('id').where('event_id', '=', event).limit(1).executeTakeFirst()
  return row !== undefined
}

function checkTerms(context: SignedIn, body: EventBody): Promise<WordsState> {
  return checkWords(context, body, [body.title, body.notes, body.spot ?? ''])
}

/** Keeps what is said in words, and gives the terms with their hashes. */
async function keepTerms(
  trx: Trx,
  context: SignedIn,
  venue: string,
  body: EventBody,
  checked: WordsState,
): Promise<EventTerms> {
  const words = await keepWords(trx, context, { title: body.title.trim(), notes: body.notes.trim() }, checked)
  const spot = body.spot === null ? null : await keepWords(trx, context, { spot: body.spot.trim() }, checked)
  return {
    kind: body.kind,
    words,
    venue,
    spot,
    start: body.start as Instant,
    end: body.end as Instant,
    deadline: body.deadline as Instant,
    places: { attendee: body.attendeePlaces, volunteer: body.volunteerPlaces },
    volunteerMinutes: body.volunteerMinutes,
  }
}
