import type { DeskReply } from '#contract/event'
import { eventCode } from '#domain/checkin/code'
import type { EventRole } from '#domain/events/event'
import { aheadOf, countsOf, isLive, withFact, type RegistrationFact, type Roll } from '#domain/events/registration'
import { eventRulesOf } from '#domain/events/rules'
import { dueAt } from '#domain/events/tick'
import type { Instant } from '#domain/time'
import { tick } from '../../server/jobs/tick'
import { eventsFromFacts, type RebuiltEvent } from '../../server/queries/rebuild-events'
import { countersOf, eventOfRow, projectionOf, registrationOfRow } from '../../server/services/events/stream'
import { answerOffer, cancel, DAY, HOUR, register, setStatus, termsOf } from './events/scene'
import { accountCode, askClass, newAdult, newHall, type Hall } from './kit/events'
import { inspect, type Inspector } from './kit/inspect'
import { newPerson, type Somebody } from './kit/people'
import { random } from './kit/random'
import type { Branch } from './kit/scene'
import { newRequestId, startApi, type Answer, type TestApi } from './support'

/** What is kept of events beside their facts is what the facts say, whatever happened, in whatever order, in two processes at once. */

const BRANCH = 'SH-X01-2'

let api: TestApi
let second: TestApi
let seen: Inspector
let hall: Hall
let secretary: Somebody
let start: number

beforeAll(async () => {
  api = await startApi()
  second = await startApi({ database: api.database, now: api.now() })
  seen = await inspect(api.database)
  hall = await newHall(api)
  secretary = await newPerson(api, { office: { role: 'branch-secretary', organisation: BRANCH } })
  start = api.now()
})
beforeEach(async () => {
  await seen.query('delete from platform.attempt')
})
afterAll(async () => {
  await seen.end()
  await second.close()
  await api.close()
})

const branch = (): Branch => ({ api, code: BRANCH, secretary, officer: hall.officer, hall })

/** The time that decides, in both processes. */
function setNow(now: number): void {
  api.setNow(now)
  second.setNow(now)
}

/** Time goes on, and both processes look at once what is due. */
async function later(ms: number): Promise<void> {
  setNow(api.now() + ms)
  await Promise.all([tick(api.deps, api.now() as Instant), tick(second.deps, api.now() as Instant)])
}

/** The same caller, heard by one of the two processes. */
function at(where: TestApi, who: Somebody): Somebody {
  return {
    ...who,
    call: async (method, url, body) => {
      const response = await where.app.inject({
        method,
        url,
        headers: { authorization: `Bearer ${who.token}` },
        ...(body === undefined ? {} : { payload: body as object }),
      })
      const { statusCode: status, body: raw, headers } = response
      return { status, raw, headers, body: raw === '' ? null : (JSON.parse(raw) as unknown) }
    },
  }
}

/** Draws something at random, `pick(n)` being one of 0 to n-1. */
type Pick = (below: number) => number

/** Everybody by their id, and whoever is offered a place at an event now; `other` when nobody is. */
const everybody = new Map<string, Somebody>()

async function offeredOf(event: string, other: Somebody): Promise<Somebody> {
  const rows = await seen.query<{ person_id: string }>(
    `select person_id from saihan.registration where event_id = $1 and state = 'offered' order by arrival limit 1`,
    [event],
  )
  return everybody.get(rows[0]?.person_id ?? '') ?? other
}

/** One thing that may happen to an event; its status, to see that a history isn't made of refusals only. */
type Act = (pick: Pick, event: string, who: Somebody, host: Somebody) => Promise<Answer>

const ROLES: readonly EventRole[] = ['attendee', 'attendee', 'volunteer']
const roleOf = (pick: Pick) => ROLES[pick(ROLES.length)] ?? 'attendee'

/** Few places for many people, so that there are waiting lists; some terms that the rules refuse. */
function someTerms(pick: Pick): Record<string, unknown> {
  const day = api.now() + (1 + pick(3)) * DAY + pick(4) * HOUR
  return termsOf(api, {
    kind: pick(4) ? 'reading' : 'volunteering',
    spot: pick(2) ? null : `${String(pick(3))}楼`,
    start: day,
    end: day + 2 * HOUR,
    deadline: day - pick(3) * HOUR,
    attendeePlaces: 1 + pick(3),
    volunteerPlaces: pick(3) ? 1 + pick(2) : null,
    volunteerMinutes: null,
  })
}

const ACTS: readonly Act[] = [
  ...Array<Act>(6).fill((pick, event, who) => register(who, event, roleOf(pick))),
  ...Array<Act>(3).fill((_pick, event, who) => cancel(who, event)),
  ...Array<Act>(3).fill(async (pick, event, who) => answerOffer(await offeredOf(event, who), event, pick(3) > 0)),
  (pick, event, who, host) =>
    host.call('POST', `/v1/events/${event}/registrations`, {
      requestId: newRequestId(),
      account: codes.get(who.person) ?? '',
      role: roleOf(pick),
    }),
  (pick, event, _who, host) => host.call('PUT', `/v1/events/${event}`, someTerms(pick)),
  // Other words and places, at the same time and place.
  async (pick, event, _who, host) => {
    const { terms } = (await host.call('GET', `/v1/events/${event}/desk`)).body as DeskReply
    const [title, attendeePlaces] = [`读书会 ${String(pick(1000))}`, 1 + pick(4)]
    return host.call('PUT', `/v1/events/${event}`, { ...terms, title, attendeePlaces, requestId: newRequestId() })
  },
  (_pick, event, _who, host) => setStatus(host, event, 'publish'),
  (_pick, event, _who, host) => setStatus(host, event, 'unpublish'),
  (pick, event, _who, host) => setStatus(host, event, pick(12) ? 'publish' : 'cancel'),
  (pick, event, _who, host) =>
    host.call('POST', `/v1/events/${event}/announcements`, {
      requestId: newRequestId(),
      text: `记得带书 ${String(pick(1000))}（示例）`,
    }),
  (_pick, event, _who, host) => askClass({ hall: { ...hall, host }, code: BRANCH }, event),
  (pick, event) =>
    secretary.call('POST', `/v1/organisations/${BRANCH}/class-requests/${event}/answer`, {
      requestId: newRequestId(),
      yes: pick(2) === 0,
    }),
  (pick, _event, who) =>
    pick(12) === 0 ? who.call('DELETE', '/v1/me', { requestId: newRequestId() }) : who.call('GET', '/v1/me/events'),
]

/** The code of each person's account, also of who was erased. */
const codes = new Map<string, string>()

async function draft(pick: Pick): Promise<string> {
  const got = await hall.host.call('POST', `/v1/venues/${hall.code}/events`, someTerms(pick))
  const { event } = got.body as { event: string }
  if (pick(5)) await setStatus(hall.host, event, 'publish')
  return event
}

/** That rows are what the facts say. */
async function expectAsTheFactsSay(): Promise<readonly RebuiltEvent[]> {
  const { db } = api.district()
  const rebuilt = await eventsFromFacts(db)
  const rows = await db.selectFrom('event').selectAll().orderBy('id').execute()
  expect(rows.map(({ id }) => id)).toEqual(rebuilt.map(({ event }) => event.id))
  for (const [index, { due_at: _, ...row }] of rows.entries()) {
    const { event, roll, no } = rebuilt[index] as RebuiltEvent
    expect(eventOfRow(row)).toEqual(event)
    const { state: __, ...columns } = projectionOf(event)
    // Nobody checks in here: that has histories of its own (checkin/histories.test.ts).
    const attendance = { code: eventCode(event.id), closed_at: null, handed_over_at: null }
    expect(row).toEqual({ id: event.id, state: row.state, ...columns, ...countersOf(roll), no, ...attendance })
  }
  const kept = await db.selectFrom('registration').selectAll().orderBy('event_id').execute()
  for (const { event, roll } of rebuilt) {
    const mine = kept.filter((row) => row.event_id === event.id).map(registrationOfRow)
    const byPerson = (a: { person: string }, b: { person: string }) => (a.person < b.person ? -1 : 1)
    expect(mine.sort(byPerson)).toEqual(roll.registrations.slice().sort(byPerson))
  }
  expect(kept).toHaveLength(rebuilt.reduce((sum, { roll }) => sum + roll.registrations.length, 0))
  return rebuilt
}

/** And what time has to do next, once it has done what was due; of these events: those of other histories have been further in time. */
async function expectDueAsTheFactsSay(made: ReadonlySet<string>): Promise<void> {
  const rules = eventRulesOf(api.district().policy)
  const due = await api.district().db.selectFrom('event').select(['id', 'due_at']).execute()
  for (const { event, roll } of await expectAsTheFactsSay()) {
    if (!made.has(event.id)) continue
    const row = due.find(({ id }) => id === event.id)
    const live = { ...roll, registrations: roll.registrations.filter(isLive) }
    const next = dueAt(event, live, rules, api.now() as Instant)
    expect([event.id, row?.due_at?.getTime() ?? null]).toEqual([event.id, next])
  }
}

interface Fact {
  readonly event_id: string
  readonly no: number
  readonly act: string
  readonly person_id: string | null
  readonly at: Date
  readonly until: Date | null
  readonly role: EventRole | null
  readonly arrival: number | null
  readonly late: boolean | null
  readonly attendee_places: number | null
  readonly volunteer_places: number | null
}

/** That at no moment of any stream there were more seats than places, and that nobody was offered one before who came first. */
async function expectFairStreams(): Promise<void> {
  const facts = await seen.query<Fact & Record<string, unknown>>('select * from saihan.event_act order by event_id, no')
  let roll: Roll = { arrivals: 0, registrations: [] }
  let places: Record<EventRole, number> = { attendee: 0, volunteer: 0 }
  let last = { event: '', no: 0 }
  for (const fact of facts) {
    const { event_id: event, no, act, person_id: person } = fact
    if (event !== last.event) roll = { arrivals: 0, registrations: [] }
    // Numbered from 1 on without a gap, the numbers of arrival too.
    expect([event, no]).toEqual([event, event === last.event ? last.no + 1 : 1])
    if (fact.arrival !== null) expect([event, fact.arrival]).toEqual([event, roll.arrivals + 1])
    last = { event, no }
    if (['drafted', 'revised', 'moved', 'adjusted'].includes(act)) {
      places = { attendee: fact.attendee_places ?? 0, volunteer: fact.volunteer_places ?? 0 }
    }
    if (person === null) continue
    const before = roll.registrations.find((one) => one.person === person) ?? null
    if (act === 'offered' && before) {
      // Nobody waits for the same who came before.
      expect([event, no, aheadOf(roll, before.role, before)]).toEqual([event, no, 0])
    }
    const until = fact.until?.getTime() ?? null
    roll = withFact(roll, { ...fact, person, at: fact.at.getTime(), until } as unknown as RegistrationFact)
    const counts = countsOf(roll)
    for (const role of ['attendee', 'volunteer'] as const) {
      const { registered, offered } = counts[role]
      const taken = registered + offered
      expect([event, no, role, taken, taken <= places[role]]).toEqual([event, no, role, taken, true])
    }
  }
}

describe('projections', () => {
  it.each([1, 2, 3, 4, 5, 6])('are what the facts say, after history %i', async (seed) => {
    setNow(start)
    const pick = random(seed)
    const people = await Promise.all(Array.from({ length: 12 }, () => newAdult(branch())))
    for (const who of people) {
      everybody.set(who.person, who)
      codes.set(who.person, await accountCode(who))
    }
    const events = [await draft(pick), await draft(pick), await draft(pick)]
    const made = new Set(events)
    const statuses = new Set<number>()
    for (let round = 0; round < 110; round++) {
      // Up to four at once, to two processes.
      const acts = Array.from({ length: 1 + pick(4) }, (_, n) => {
        const where = n % 2 === 0 ? api : second
        const act = ACTS[pick(ACTS.length)] as Act
        const [event, who] = [events[pick(events.length)] as string, people[pick(people.length)] as Somebody]
        return act(pick, event, at(where, who), at(where, hall.host))
      })
      for (const { status } of await Promise.all(acts)) statuses.add(status)
      if (pick(7) === 0) await later((1 + pick(5)) * HOUR)
      if (pick(25) === 0) {
        const more = await draft(pick)
        events[pick(events.length)] = more
        made.add(more)
      }
      await seen.query('delete from platform.attempt')
    }
    expect([...statuses]).toEqual(expect.arrayContaining([200, 201, 422]))
    expect([...statuses].filter((status) => status >= 500)).toEqual([])

    await later(0)
    await expectDueAsTheFactsSay(made)
    await expectFairStreams()
    // Then only time goes on.
    for (let hour = 0; hour < 100; hour++) await later(HOUR)
    await expectDueAsTheFactsSay(made)
    await expectFairStreams()
    // An inbox holds no line of a fact that isn't there, and of nobody who is gone.
    expect(
      await seen.query(
        `select i.id from saihan.inbox i left join saihan.event_act a on a.event_id = i.event_id and a.no = i.no
           left join saihan.person_account p on p.person_id = i.person_id
          where a.id is null or p.person_id is null`,
      ),
    ).toEqual([])
  })

  it('and those histories had every act in them', async () => {
    const acts = await seen.query<{ act: string }>(
      `select distinct act || case when act = 'cancelled' and person_id is not null then ' by a person' else '' end as act
         from saihan.event_act`,
    )
    expect(acts.map(({ act }) => act).sort()).toEqual([
      'accepted',
      'added',
      'adjusted',
      'announced',
      'cancelled',
      'cancelled by a person',
      'class-asked',
      'class-named',
      'class-refused',
      'declined',
      'drafted',
      'expired',
      'left',
      'list-closed',
      'moved',
      'offered',
      'published',
      'registered',
      'reminded',
      'revised',
      'unpublished',
      'waiting',
    ])
    const late = await seen.query('select 1 from saihan.event_act where late')
    expect(late.length).toBeGreaterThan(0)
    expect((await seen.query('select 1 from saihan.erasure')).length).toBeGreaterThan(0)
  })
})
