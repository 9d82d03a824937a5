import { decideRegistration, type RegistrationClaim, type RegistrationGuards } from '#domain/events/decide'
import { EVENT_ROLES, type LeagueEvent } from '#domain/events/event'
import { offerEnd } from '#domain/events/places'
import { aheadOf, countsOf, EMPTY_ROLL, isLive, type Registration, type Roll } from '#domain/events/registration'
import { eventRulesOf } from '#domain/events/rules'
import type { HeldTime } from '#domain/events/clash'
import { addDaysToInstant, localDate, type Instant } from '#domain/time'
import type { Door, Mine, MyEventReply, MyEventsReply, OfferAnswerBody, RegistrationBody } from '#contract/event'
import { sql, type Kysely } from 'kysely'
import type { DistrictTables } from '../../database/tables'
import type { Context, SignedIn } from '../../context'
import { grantedOr, notFound } from '../../problem'
import { once } from '../once'
import { lockOneself, requireAsker } from '../person'
import type { Trx } from '../acts'
import { cardOf, selectEvents } from './cards'
import { closedOf, publishedRow } from './read'
import { countsOfRow, eventOfRow, LIVE, openStream, registrationOfRow, type Stream } from './stream'

type Db = Kysely<DistrictTables>

/** How long what is past stays in the list, in days. */
const PAST_DAYS = 400

/** Registers for an event, or joins its waiting list. */
export function register(context: SignedIn, event: string, body: RegistrationBody): Promise<MyEventReply> {
  const route = 'POST /v1/me/events/:event/registration'
  return actOnEvent(context, route, event, body, { act: 'register', role: body.role })
}

/** Gives one's place, offer or number on the list back. */
export function cancel(context: SignedIn, event: string, body: { readonly requestId: string }): Promise<MyEventReply> {
  return actOnEvent(context, 'POST /v1/me/events/:event/cancellation', event, body, { act: 'cancel' })
}

/** Takes or declines a place that is offered. */
export function answerOffer(context: SignedIn, event: string, body: OfferAnswerBody): Promise<MyEventReply> {
  const act = body.accept ? 'accept' : 'decline'
  return actOnEvent(context, 'POST /v1/me/events/:event/offer-answer', event, body, { act })
}

/** Under the locks of the person and of the event, in this order; the answer is read afterwards. */
async function actOnEvent(
  context: SignedIn,
  route: string,
  id: string,
  body: { readonly requestId: string },
  claim: RegistrationClaim,
): Promise<MyEventReply> {
  await publishedRow(context, id)
  const act = { requestId: body.requestId, route: `${route} ${id}`, body }
  await once(
    context,
    act,
    async (trx) => {
      const person = await lockOneself(context, trx)
      const stream = await openStream(trx, context, id, person)
      if (!stream) throw notFound()
      return { person, stream }
    },
    async (trx, { person, stream }) => {
      await recordRegistration(trx, context, stream, person, claim, person)
      return { event: id }
    },
  )
  return readMyEvent(context, id)
}

/** Decides a claim, records it and what follows from it. `by`: who acts, the person or a host. */
export async function recordRegistration(
  trx: Trx,
  context: Context,
  stream: Stream,
  person: string,
  claim: RegistrationClaim,
  by: string,
): Promise<void> {
  const guards = await guardsOf(trx, stream, person)
  const { policy } = context.district
  const decided = grantedOr(decideRegistration(claim, guards, policy, stream.rules, context.now))
  stream.addOf(person, decided, by)
  await stream.close()
}

async function guardsOf(db: Db, { event, roll }: Stream, person: string): Promise<RegistrationGuards> {
  const mine = roll.registrations.find((one) => one.person === person) ?? null
  return { ...standingOf(event, roll, mine), ...(await personOf(db, person)) }
}

function standingOf(event: LeagueEvent, roll: Roll, mine: Registration | null) {
  return {
    event,
    counts: countsOf(roll),
    mine,
    ahead: mine ? aheadOf(roll, mine.role, mine) : 0,
  }
}

/** What hangs on the person: birth date, and the times they have promised. */
async function personOf(db: Db, person: string): Promise<Pick<RegistrationGuards, 'birthDate' | 'others'>> {
  const profile = await db.selectFrom('profile').select('birth_date').where('person_id', '=', person).executeTakeFirst()
  const held = await db
    .selectFrom('registration as r')
    .innerJoin('event as e', 'e.id', 'r.event_id')
    .select(['e.id', 'e.venue', 'e.start_at', 'e.end_at', sql<string | null>`encode(e.spot_hash, 'hex')`.as('spot')])
    .where('r.person_id', '=', person)
    .where('r.state', '=', 'registered')
    .where('e.status', '=', 'published')
    .execute()
  return {
    birthDate: profile ? localDate(profile.birth_date) : null,
    others: held.map((row): HeldTime => ({
      event: row.id,
      venue: row.venue,
      spot: row.spot,
      start: row.start_at.getTime() as Instant,
      end: row.end_at.getTime() as Instant,
    })),
  }
}

/** How one stands with an event, and which doors are open for oneself. */
export async function readMyEvent(context: SignedIn, id: string): Promise<MyEventReply> {
  const row = await publishedRow(context, id)
  const { person } = await requireAsker(context)
  const { db, policy } = context.district
  const event = eventOfRow(row)
  const mineRow = await db
    .selectFrom('registration')
    .selectAll()
    .where('event_id', '=', id)
    .where('person_id', '=', person)
    .executeTakeFirst()
  const mine = mineRow ? registrationOfRow(mineRow) : null
  const ahead = mine?.state === 'waiting' ? await waitingBefore(db, id, mine) : 0
  const rules = eventRulesOf(policy)
  const guards = { event, counts: countsOfRow(row), mine, ahead, ...(await personOf(db, person)) }
  const doors = EVENT_ROLES.filter((role) => event.terms.places[role] !== null).map((role): Door => {
    const decision = decideRegistration({ act: 'register', role }, guards, policy, rules, context.now)
    if (!decision.ok) return { role, to: null, closed: closedOf(decision.refusal) }
    return { role, to: decision.value.act === 'waiting' ? 'list' : 'place', closed: null }
  })
  return { asOf: context.now, mine: mine && mineOf(context, event, mine, ahead), doors }
}

async function waitingBefore(db: Db, event: string, mine: Registration): Promise<number> {
  const { ahead } = await db
    .selectFrom('registration')
    .select(({ fn }) => fn.countAll<string>().as('ahead'))
    .where('event_id', '=', event)
    .where('role', '=', mine.role)
    .where('state', '=', 'waiting')
    .where('arrival', '<', mine.arrival)
    .executeTakeFirstOrThrow()
  return Number(ahead)
}

/** One's standing as a screen shows it. */
function mineOf({ district, now }: Context, event: LeagueEvent, mine: Registration, ahead: number): Mine {
  const rules = eventRulesOf(district.policy)
  const guards: RegistrationGuards = {
    event,
    counts: countsOf(EMPTY_ROLL),
    mine,
    ahead,
    birthDate: null,
    others: [],
  }
  const left = decideRegistration({ act: 'cancel' }, guards, district.policy, rules, now)
  return {
    role: mine.role,
    state: mine.state,
    since: mine.since,
    place: mine.state === 'waiting' ? ahead + 1 : null,
    until: mine.state === 'offered' && mine.until !== null ? offerEnd(mine.until, event.terms, rules) : null,
    late: mine.late,
    byHost: mine.byHost,
    cancelMarks: left.ok && left.value.act === 'cancelled' && left.value.late,
    movedSince: isLive(mine) && event.moved !== null && event.moved.no > mine.no,
  }
}

/** The events one has registered for: what is live by its start, then the rest, the newest first. */
export async function readMyEvents(context: SignedIn): Promise<MyEventsReply> {
  const { person } = await requireAsker(context)
  const { db } = context.district
  const since = new Date(addDaysToInstant(context.now, -PAST_DAYS))
  const rows = await selectEvents(db)
    .innerJoin('registration as r', 'r.event_id', 'e.id')
    .select([
      'r.person_id as r_person',
      'r.role as r_role',
      'r.state as r_state',
      'r.arrival as r_arrival',
      'r.no as r_no',
      'r.since as r_since',
      'r.until as r_until',
      'r.late as r_late',
      'r.by_host as r_by_host',
      sql<string>`(select count(*) from registration o where o.event_id = r.event_id and o.role = r.role
        and o.state = 'waiting' and o.arrival < r.arrival)`.as('ahead'),
    ])
    .where('r.person_id', '=', person)
    .where('e.end_at', '>=', since)
    .orderBy('e.start_at')
    .execute()
  const registrations = rows.map((row) => {
    const mine = registrationOfRow({
      event_id: row.id,
      person_id: row.r_person,
      role: row.r_role,
      state: row.r_state,
      arrival: row.r_arrival,
      no: row.r_no,
      since: row.r_since,
      until: row.r_until,
      late: row.r_late,
      by_host: row.r_by_host,
    })
    return { card: cardOf(context, row), mine: mineOf(context, eventOfRow(row), mine, Number(row.ahead)) }
  })
  const coming = registrations.filter(({ card, mine }) => isComing(mine.state, card.end, context.now))
  const rest = registrations.filter((one) => !coming.includes(one)).reverse()
  return { asOf: context.now, registrations: [...coming, ...rest] }
}

function isComing(state: Mine['state'], end: number, now: number): boolean {
  return isLive({ state }) && now < end
}

/**
 * Before somebody's data are erased: their places and numbers are given back, so that others get them. The person's lock is held;
 * events are locked in the order of their ids.
 */
export async function leaveAllEvents(trx: Trx, context: Context, person: string): Promise<void> {
  const live = await trx
    .selectFrom('registration')
    .select('event_id')
    .where('person_id', '=', person)
    .where('state', 'in', [...LIVE])
    .orderBy('event_id')
    .execute()
  for (const { event_id: id } of live) {
    const stream = await openStream(trx, context, id, person)
    const mine = stream?.roll.registrations.find((one) => one.person === person)
    if (!stream || !mine) continue
    const guards = { ...standingOf(stream.event, stream.roll, mine), birthDate: null, others: [] }
    const { policy } = context.district
    const left = decideRegistration({ act: 'cancel' }, guards, policy, stream.rules, context.now)
    // What has begun, or won't be, keeps its facts: they are about a random id from now on.
    if (!left.ok) continue
    stream.addOf(person, left.value, person)
    await stream.close()
  }
}
