import { creditOf } from '#domain/checkin/credit'
import { checkInRulesOf } from '#domain/checkin/rules'
import { sheetOf } from '#domain/checkin/attendance'
import { attendanceFromFacts } from '../../../server/queries/rebuild-attendance'
import { loadSheet } from '../../../server/services/checkin/sheet-of'
import { DAY, newYouth, register } from '../events/scene'
import { inspect, type Inspector } from '../kit/inspect'
import { random } from '../kit/random'
import { must, type Somebody } from '../kit/people'
import { newRequestId, startApi, type Answer, type TestApi } from '../support'
import { close, confirm, countHeads, newLead, reopen, SERVICE, setTimes, standing, strike } from './ending'
import { hostSays, linkOf, MINUTE, newEvening, openDesk, scan, send, type Device } from './scene'

/** Whatever happens at a door, in whatever order, in two processes: ledgers and what is kept are what the facts say. */

let api: TestApi
let second: TestApi
let seen: Inspector
let start: number

beforeAll(async () => {
  api = await startApi()
  second = await startApi({ database: api.database, now: api.now() })
  seen = await inspect(api.database)
  start = api.now()
})
afterAll(async () => {
  await seen.end()
  await second.close()
  await api.close()
})

function setNow(now: number): void {
  api.setNow(now)
  second.setNow(now)
}

type Pick = (below: number) => number

interface Evening {
  readonly door: Device
  readonly people: readonly Somebody[]
  readonly leads: readonly [Somebody, Somebody]
}

type Act = (pick: Pick, evening: Evening, who: Somebody, lead: Somebody) => Promise<Answer>

const directionOf = (pick: Pick) => (pick(2) ? 'in' : 'out')

/** Sent late, of a step somewhere within the evening. */
const late: Act = (pick, { door }, who) => {
  const at = door.start + pick(9) * 15 * MINUTE
  return send(api, who, { code: linkOf(door, directionOf(pick), at), at, sentAt: api.now() })
}

const some = (pick: Pick, { people }: Evening) => people.filter(() => pick(3) === 0).map(({ person }) => person)

const ACTS: readonly Act[] = [
  ...Array<Act>(5).fill((pick, { door }, who) => scan(api, who, door, directionOf(pick))),
  late,
  late,
  (pick, evening, _who, lead) =>
    hostSays(api, lead, evening.door.event, {
      way: pick(2) ? 'roll' : 'sheet',
      direction: directionOf(pick),
      people: some(pick, evening),
    }),
  (pick, evening, who, lead) => {
    const out = evening.door.end - pick(5) * 20 * MINUTE
    return setTimes(lead, evening.door.event, [who.person], { in: evening.door.start, out })
  },
  (pick, { door }, who, lead) => strike(lead, door.event, [who.person], pick(2) === 0),
  (pick, { door }, who, lead) => confirm(lead, door.event, [who.person], pick(4) === 0),
  (pick, { door }, _who, lead) => countHeads(lead, door.event, 3 + pick(8)),
  (_pick, { door }, _who, lead) => reopen(lead, door.event),
]

/** Everything that stands in the way of a close is settled by a lead, about others; most who were struck are there again. */
async function settleAll(pick: Pick, lead: Somebody, { door }: Evening): Promise<void> {
  await countHeads(lead, door.event, 20)
  for (const { person, struck, in: came, out: left } of await openRows(door.event)) {
    if (person === lead.person) continue
    if (struck && pick(2)) await strike(lead, door.event, [person], false)
    const out = door.end - pick(4) * 15 * MINUTE
    if (!came || !left || pick(3) === 0) {
      await setTimes(lead, door.event, [person], pick(2) ? { in: door.start, out } : {})
    }
    await confirm(lead, door.event, [person])
  }
}

async function openRows(event: string) {
  const row = await api.district().db.selectFrom('event').selectAll().where('id', '=', event).executeTakeFirstOrThrow()
  return (await loadSheet(api.district().db, row)).sheet.attendances
}

/** What each person's credit was, by the facts at the last close that was about them. */
async function byTheFacts(event: string): Promise<ReadonlyMap<string, readonly [number, number]>> {
  const { db, policy } = api.district()
  const row = await db.selectFrom('event').selectAll().where('id', '=', event).executeTakeFirstOrThrow()
  const { event: terms, uploads, acts, roles } = await loadSheet(db, row)
  const credits = new Map<string, readonly [number, number]>()
  for (const [index, act] of acts.entries()) {
    if (act.act !== 'closed') continue
    const until = acts.slice(0, index + 1)
    const before = sheetOf([], acts.slice(0, index), new Map())
    // The clock moves before each close: no upload shares its moment.
    const known = uploads.filter((one) => one.arrived <= act.at)
    const { attendances } = sheetOf(known, until, roles)
    const firstCloser = closerBefore(acts.slice(0, index))
    for (const one of attendances) {
      const asked = before.closed === null ? one.person !== act.by : one.person === firstCloser
      if (!asked) continue
      const { minutes, tenths } = creditOf(one, terms, policy, checkInRulesOf(policy))
      credits.set(one.person, [minutes ?? 0, tenths ?? 0])
    }
  }
  return credits
}

function closerBefore(acts: Awaited<ReturnType<typeof loadSheet>>['acts']): string | null {
  let closer: string | null = null
  for (const act of acts) {
    if (act.act === 'closed') closer = closer === null ? act.by : null
    if (act.act === 'reopened') closer = null
  }
  return closer
}

async function expectAsTheFactsSay(evening: Evening): Promise<number> {
  const credits = await byTheFacts(evening.door.event)
  for (const { person } of [...evening.people, ...evening.leads]) {
    const wanted = credits.get(person) ?? [0, 0]
    expect([person, await standing(seen, evening.door.event, person)]).toEqual([person, wanted])
  }
  // No entry has two in its place, and none of another event's or of a strike is named.
  const wrong = await seen.query(
    `select l.id from saihan.ledger l join saihan.ledger o on o.id = l.corrects
      where l.event_id = $1 and (o.event_id <> l.event_id or o.person_id <> l.person_id or o.amount = 0)`,
    [evening.door.event],
  )
  expect(wrong).toEqual([])
  return [...credits.values()].filter(([minutes]) => minutes > 0).length
}

async function expectProjections(): Promise<void> {
  const { db } = api.district()
  const rebuilt = await attendanceFromFacts(db)
  for (const row of await db.selectFrom('event').select(['id', 'closed_at', 'handed_over_at']).execute()) {
    const { desks: _, ...kept } = rebuilt.get(row.id) ?? { desks: [], closed_at: null, handed_over_at: null }
    expect(row).toEqual({ id: row.id, ...kept })
  }
  const desks = await db.selectFrom('desk').selectAll().orderBy('event_id').orderBy('desk').execute()
  expect(desks).toEqual([...rebuilt.values()].flatMap((one) => one.desks))
}

describe('after any history', () => {
  it.each([1, 2, 3, 4])('each is credited what the last close about them says, once: %i', async (seed) => {
    const pick = random(seed)
    setNow((start += 3 * DAY))
    await seen.query(`update platform.session set expires_at = 'infinity'`)
    await seen.query('delete from platform.attempt')
    const people = await Promise.all(Array.from({ length: 6 }, () => newYouth(api)))
    const door = await newEvening(api, SERVICE)
    const other = await newLead(api, door)
    must(
      200,
      200,
      await door.host.call('PUT', '/v1/me/profile', {
        requestId: newRequestId(),
        name: '组织者·某',
        birthDate: '2000-01-01',
        township: null,
        organisation: 'SH-X01-2',
      }),
    )
    const evening: Evening = { door, people, leads: [door.host, other] }
    for (const one of [...people.slice(0, 4), other]) must(201, 201, await register(one, door.event, 'volunteer'))
    const statuses = new Set<number>()
    const run = async (times: number, pace: number) => {
      for (let n = 0; n < times; n++) {
        setNow(api.now() + pace)
        const acts = Array.from({ length: 1 + pick(3) }, () => {
          const everybody = [...people, ...evening.leads]
          const who = everybody[pick(everybody.length)] as Somebody
          return (ACTS[pick(ACTS.length)] as Act)(pick, evening, who, evening.leads[pick(2)] as Somebody)
        })
        for (const { status } of await Promise.all(acts)) statuses.add(status)
        if (pick(8) === 0) await openDesk(door.host, door.event, { takeOver: pick(2) === 0 }).catch(() => undefined)
      }
    }
    setNow(door.start)
    await run(24, 5 * MINUTE)
    setNow(door.end)
    await run(6, 10 * MINUTE)
    let closed = 0
    let credited = 0
    for (let round = 0; round < 5; round++) {
      const lead = evening.leads[pick(2)] as Somebody
      if (pick(4)) await settleAll(pick, lead, evening)
      setNow(api.now() + MINUTE)
      const both = pick(3) === 0 ? evening.leads : [lead]
      const url = `/v1/events/${door.event}/close`
      const got = await Promise.all(
        both.map((one, n) =>
          (n === 0 ? api : second).app.inject({
            method: 'POST',
            url,
            headers: { authorization: `Bearer ${one.token}` },
            payload: { requestId: newRequestId() },
          }),
        ),
      )
      for (const { statusCode } of got) {
        statuses.add(statusCode)
        if (statusCode === 201) closed++
      }
      credited = Math.max(credited, await expectAsTheFactsSay(evening))
      await run(3, 5 * MINUTE)
      await expectAsTheFactsSay(evening)
      if (pick(3)) {
        statuses.add((await reopen(lead, door.event)).status)
        await strike(lead, door.event, [people[pick(people.length)]?.person ?? ''])
      }
    }
    await settleAll(pick, door.host, evening)
    setNow(api.now() + MINUTE)
    await close(door.host, door.event)
    credited = Math.max(credited, await expectAsTheFactsSay(evening))
    expect([closed > 0, credited > 0]).toEqual([true, true])
    expect([...statuses].filter((status) => status >= 500)).toEqual([])
    expect([...statuses]).toEqual(expect.arrayContaining([201, 422]))
    await expectProjections()
  })

  it('and those histories had every kind of entry and act in them', async () => {
    const [count] = await seen.query<Record<string, number>>(
      `select (select count(*)::int from saihan.ledger where corrects is not null and amount > 0) as corrected,
              (select count(*)::int from saihan.ledger where amount = 0) as struck,
              (select count(*)::int from saihan.ledger where origin = 'recorded') as recorded,
              (select count(*)::int from saihan.ledger where origin = 'check-in') as "checkedIn"`,
    )
    for (const [what, times] of Object.entries(count ?? {})) expect([what, times > 0]).toEqual([what, true])
    const acts = await seen.query<{ act: string }>('select distinct act from saihan.attendance_act')
    expect(acts.map(({ act }) => act).sort()).toEqual([
      'closed',
      'confirmed',
      'desk-opened',
      'desk-revoked',
      'heads-counted',
      'reopened',
      'restored',
      'struck',
      'team-set',
      'times-set',
    ])
  })
})
