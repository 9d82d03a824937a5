import { sql, type Insertable, type Selectable } from 'kysely'
import { eventCode } from '#domain/checkin/code'
import { eventRulesOf, type EventRules } from '#domain/events/rules'
import { withEventFact, type EventAct, type EventFact, type EventTerms, type LeagueEvent } from '#domain/events/event'
import { messagesOfEvent, messagesOfRegistration, type Message } from '#domain/events/messages'
import {
  countsOf,
  EMPTY_ROLL,
  withFact,
  type Registration,
  type RegistrationAct,
  type RegistrationFact,
  type Roll,
} from '#domain/events/registration'
import { dueAt, tickEvent } from '#domain/events/tick'
import type { Instant } from '#domain/time'
import type { EventActTable, EventTable, RegistrationTable } from '../../database/tables'
import type { Context } from '../../context'
import { factId } from '../ids'
import type { Trx } from '../acts'

/** States that hold a place, an offer or a number on the list. */
export const LIVE = ['registered', 'offered', 'waiting'] as const

/** Writes what is done to one event, in order, under its lock; `close` brings the projections up to date. */
export interface Stream {
  readonly event: LeagueEvent
  readonly roll: Roll
  readonly rules: EventRules
  /** `by`: null = time did it. */
  add(act: EventAct, by: string | null): void
  /** An act of registration, of a person. */
  addOf(person: string, act: RegistrationAct, by: string | null): void
  /** Adds what has become due, and writes everything. */
  close(): Promise<void>
}

/** The LeagueEvent of a row. */
export function eventOfRow({ id, state }: { readonly id: string; readonly state: unknown }): LeagueEvent {
  return { ...(state as Omit<LeagueEvent, 'id'>), id }
}

/** Somebody's standing, of its row. */
export function registrationOfRow(row: Selectable<RegistrationTable>): Registration {
  return {
    person: row.person_id,
    role: row.role,
    state: row.state,
    arrival: row.arrival,
    no: row.no,
    since: row.since.getTime() as Instant,
    until: row.until === null ? null : (row.until.getTime() as Instant),
    late: row.late,
    byHost: row.by_host,
  }
}

/**
 * Takes the lock of an event and reads it, with everybody's live standing and that of `person`; null when it doesn't exist. Who
 * also needs a person's lock takes that one first.
 */
export async function openStream(
  trx: Trx,
  context: Context,
  id: string,
  person: string | null = null,
): Promise<Stream | null> {
  // Locked and read at once: of the locked row itself the newest version is given. The rest is read in the next statement.
  const row = await trx.selectFrom('event').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) return null
  const registrations = await trx
    .selectFrom('registration')
    .selectAll()
    .where('event_id', '=', id)
    .where(({ or, eb }) =>
      or([eb('state', 'in', [...LIVE]), ...(person === null ? [] : [eb('person_id', '=', person)])]),
    )
    .execute()
  const roll = { arrivals: row.arrivals, registrations: registrations.map(registrationOfRow) }
  return streamOf(trx, context, eventOfRow(row), row.no, roll)
}

/** Begins the stream of a new event with its draft. */
export async function beginStream(
  trx: Trx,
  context: Context,
  act: { readonly act: 'drafted'; readonly terms: EventTerms },
  by: string,
): Promise<string> {
  const fact: EventFact = { ...act, no: 1, at: context.now }
  for (;;) {
    const id = factId(context.now)
    const event = withEventFact(id, null, fact)
    const made = await trx
      .insertInto('event')
      .values({ id, code: eventCode(id), ...projectionOf(event), ...countersOf(EMPTY_ROLL), no: 1, due_at: null })
      // Another event has the same short code: one in a billion for each there is. Drawn again.
      .onConflict((conflict) => conflict.column('code').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!made) continue
    await trx
      .insertInto('event_act')
      .values(factRow(context, id, fact, null, by))
      .execute()
    return id
  }
}

function streamOf(trx: Trx, context: Context, first: LeagueEvent, lastNo: number, firstRoll: Roll): Stream {
  const { now, district } = context
  const rules = eventRulesOf(district.policy)
  const facts: Insertable<EventActTable>[] = []
  const messages: Message[] = []
  const touched = new Set<string>()
  let event = first
  let roll = firstRoll
  let no = lastNo
  const add = (act: EventAct, by: string | null): void => {
    const fact: EventFact = { ...act, no: ++no, at: now }
    event = withEventFact(event.id, event, fact)
    facts.push(factRow(context, event.id, fact, null, by))
    messages.push(...messagesOfEvent(fact, event, roll))
  }
  const addOf = (person: string, act: RegistrationAct, by: string | null): void => {
    const fact: RegistrationFact = { ...act, person, no: ++no, at: now }
    roll = withFact(roll, fact)
    touched.add(person)
    facts.push(factRow(context, event.id, fact, person, by))
    messages.push(...messagesOfRegistration(fact, event, rules))
  }
  return {
    get event() {
      return event
    },
    get roll() {
      return roll
    },
    rules,
    add,
    addOf,
    async close() {
      for (const due of tickEvent(event, roll, district.policy, rules, now)) {
        if ('person' in due) addOf(due.person, due, null)
        else add(due, null)
      }
      const due = dueAt(event, roll, rules, now)
      await trx
        .updateTable('event')
        .set({ ...projectionOf(event), ...countersOf(roll), no, due_at: due === null ? null : new Date(due) })
        .where('id', '=', event.id)
        .execute()
      if (facts.length > 0) await trx.insertInto('event_act').values(facts).execute()
      await keepStandings(trx, event.id, roll, touched)
      await keepMessages(trx, context, messages)
    },
  }
}

async function keepStandings(trx: Trx, event: string, roll: Roll, people: ReadonlySet<string>): Promise<void> {
  const rows = roll.registrations.filter(({ person }) => people.has(person)).map((one) => standingRow(event, one))
  if (rows.length === 0) return
  await trx
    .insertInto('registration')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['event_id', 'person_id']).doUpdateSet(({ ref }) => ({
        role: ref('excluded.role'),
        state: ref('excluded.state'),
        arrival: ref('excluded.arrival'),
        no: ref('excluded.no'),
        since: ref('excluded.since'),
        until: ref('excluded.until'),
        late: ref('excluded.late'),
        by_host: ref('excluded.by_host'),
      })),
    )
    .execute()
}

/**
 * Written with their facts; there is never a second line of the same event, fact and person. Nobody is written to who was erased: their
 * facts are about a random id, and an inbox would be kept for no one.
 */
async function keepMessages(trx: Trx, context: Context, messages: readonly Message[]): Promise<void> {
  const [first] = messages
  if (!first) return
  const each = <T>(of: (message: Message) => T): T[] => messages.map(of)
  // As lists: one statement text however many they are.
  await sql`
    insert into inbox (id, event_id, no, person_id, kind, link, until, at)
    select m.id, ${first.event}::uuid, m.no, m.person, m.kind, m.link, m.until, ${new Date(context.now)}::timestamptz
      from unnest(${each(() => factId(context.now))}::uuid[], ${each(({ no }) => no)}::int[],
                  ${each(({ to }) => to)}::uuid[], ${each(({ kind }) => kind)}::text[],
                  ${each(({ link }) => link)}::text[],
                  ${each(({ until }) => (until === null ? null : new Date(until)))}::timestamptz[])
           as m (id, no, person, kind, link, until)
     where exists (select from person_account a where a.person_id = m.person)`.execute(trx)
}

function standingRow(event: string, one: Registration): Insertable<RegistrationTable> {
  return {
    event_id: event,
    person_id: one.person,
    role: one.role,
    state: one.state,
    arrival: one.arrival,
    no: one.no,
    since: new Date(one.since),
    until: one.until === null ? null : new Date(one.until),
    late: one.late,
    by_host: one.byHost,
  }
}

/** What the event's row holds of it, but for the counters. */
export function projectionOf(event: LeagueEvent) {
  const { id: _, ...state } = event
  const { terms, naming } = event
  return {
    venue: terms.venue,
    kind: terms.kind,
    status: event.status,
    start_at: new Date(terms.start),
    end_at: new Date(terms.end),
    words_hash: Buffer.from(terms.words, 'hex'),
    spot_hash: terms.spot === null ? null : Buffer.from(terms.spot, 'hex'),
    class_organisation: naming.organisation,
    class_state: naming.state,
    state: JSON.stringify(state),
  }
}

/** The counters of the event's row; `roll` has everybody who is live. */
export function countersOf(roll: Roll) {
  const { arrivals, attendee, volunteer } = countsOf(roll)
  return {
    arrivals,
    attendee_registered: attendee.registered,
    attendee_offered: attendee.offered,
    attendee_waiting: attendee.waiting,
    volunteer_registered: volunteer.registered,
    volunteer_offered: volunteer.offered,
    volunteer_waiting: volunteer.waiting,
  }
}

/** The counters of an event's row, as the rules take them. */
export function countsOfRow(row: Selectable<EventTable>) {
  return {
    arrivals: row.arrivals,
    attendee: { registered: row.attendee_registered, offered: row.attendee_offered, waiting: row.attendee_waiting },
    volunteer: { registered: row.volunteer_registered, offered: row.volunteer_offered, waiting: row.volunteer_waiting },
  }
}

function factRow(
  { district, now }: Context,
  event: string,
  fact: EventFact | RegistrationFact,
  person: string | null,
  by: string | null,
): Insertable<EventActTable> {
  return {
    id: factId(now),
    event_id: event,
    no: fact.no,
    act: fact.act,
    person_id: person,
    by_person: by,
    at: new Date(fact.at),
    policy: district.policy.version,
    ...NOTHING,
    ...columnsOf(fact),
  }
}

/** Every row names every column, so that many fit into one statement. */
const NOTHING = {
  kind: null,
  words_hash: null,
  venue: null,
  spot_hash: null,
  start_at: null,
  end_at: null,
  deadline_at: null,
  attendee_places: null,
  volunteer_places: null,
  volunteer_minutes: null,
  organisation: null,
  tenths: null,
  minutes: null,
  of_start: null,
  role: null,
  arrival: null,
  until: null,
  late: null,
} as const

function columnsOf(fact: EventFact | RegistrationFact): Partial<Insertable<EventActTable>> {
  switch (fact.act) {
    case 'drafted':
    case 'revised':
    case 'moved':
    case 'adjusted':
      return termsColumns(fact.terms)
    case 'class-asked':
      return { organisation: fact.organisation, tenths: fact.tenths }
    case 'announced':
      return { words_hash: Buffer.from(fact.words, 'hex') }
    case 'reminded':
      return { minutes: fact.minutes, of_start: new Date(fact.start) }
    case 'list-closed':
      return { of_start: new Date(fact.start) }
    case 'registered':
    case 'waiting':
    case 'added':
      return { role: fact.role, arrival: fact.arrival }
    case 'offered':
      return { until: new Date(fact.until) }
    case 'cancelled':
      return 'late' in fact ? { late: fact.late } : {}
    default:
      return {}
  }
}

function termsColumns(terms: EventTerms): Partial<Insertable<EventActTable>> {
  return {
    kind: terms.kind,
    words_hash: Buffer.from(terms.words, 'hex'),
    venue: terms.venue,
    spot_hash: terms.spot === null ? null : Buffer.from(terms.spot, 'hex'),
    start_at: new Date(terms.start),
    end_at: new Date(terms.end),
    deadline_at: new Date(terms.deadline),
    attendee_places: terms.places.attendee,
    volunteer_places: terms.places.volunteer,
    volunteer_minutes: terms.volunteerMinutes,
  }
}

/** The event that has had something due for longest; undefined = none has. */
export async function nextDue(trx: Trx, now: Instant): Promise<string | undefined> {
  const row = await trx
    .selectFrom('event')
    .select('id')
    .where('due_at', '<=', new Date(now))
    .orderBy('due_at')
    .limit(1)
    // Claimed by the event, never by a waiting row: another process takes the next one.
    .modifyEnd(sql`for update skip locked`)
    .executeTakeFirst()
  return row?.id
}
