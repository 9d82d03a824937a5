import fc from 'fast-check'
import type { MeReply } from '#contract/me'
import type { OverviewReply, OverviewRow, PeopleReply, PersonRow } from '#contract/organisation'
import type { PathReply, PersonPathReply } from '#contract/path'
import type { PathFacts } from '#domain/path/facts'
import { pathReport, type PathReport } from '#domain/path/report'
import { factsOfAnswers, selfCheck, type SelfCheckAnswers } from '#domain/path/self-check'
import { OCCUPATIONS } from '#domain/profile/occupation'
import { valueOf, type Policy } from '#domain/policy/policy'
import { DIRECTIONS } from '#domain/checkin/code'
import { addDays, localDate, localDateAt, startOfDay, yearOf, type Instant, type LocalDate } from '#domain/time'
import { close, confirm, countHeads, SERVICE, setTimes } from './checkin/ending'
import { linkOf, newEvening, send } from './checkin/scene'
import { register } from './events/scene'
import { askClass, newHall } from './kit/events'
import { inspect, type Inspector } from './kit/inspect'
import { activist, answer, classHours, idOf, must, newPerson, saveProfile, signIn, type Somebody } from './kit/people'
import { newName } from './kit/names'
import {
  application,
  approved,
  classOfMany,
  grade,
  mentors,
  nomination,
  paper,
  returned,
  stepCorrection,
  talk,
  volunteerHours,
  withdrawal,
} from './kit/way'
import { newRequestId, startApi, type Answer, type Caller, type TestApi, type TestApiOptions } from './support'

/**
 * One report, wherever it is computed: on a phone from the facts that it was given, at the server, in a list, in the numbers of
 * an overview, and in the self-check of somebody who taps the same.
 */

const BRANCHES = ['SH-X01-1', 'SH-X01-2'] as const
type Branch = (typeof BRANCHES)[number]
const HOUR = 3_600_000

/** An API in which days pass, with a branch secretary each and the offices above. */
interface World {
  readonly api: TestApi
  readonly seen: Inspector
  readonly policy: Policy
  readonly people: Somebody[]
  today(): LocalDate
  /** Nine in the morning of a day; never an earlier one. */
  setDay(day: LocalDate): void
  /** Somebody with a session of today: one ends after thirty days. */
  as(who: Somebody): Promise<Somebody>
  secretary(branch: Branch): Promise<Somebody>
  officer(): Promise<Somebody>
  host(): Promise<Somebody>
  district(): Promise<Somebody>
  close(): Promise<void>
}

async function makeWorld(first: LocalDate, size: number, rules?: TestApiOptions['rules']): Promise<World> {
  const api = await startApi({ now: startOfDay(first) + 9 * HOUR, ...(rules ? { rules } : {}) })
  const seen = await inspect(api.database)
  let today = first
  const sessions = new Map<string, { readonly day: LocalDate; readonly session: Somebody }>()
  const as = async (who: Somebody): Promise<Somebody> => {
    const known = sessions.get(who.account)
    if (known?.day === today) return known.session
    const session = await signIn(api, who)
    sessions.set(who.account, { day: today, session })
    return session
  }
  const [one, other] = [
    await newPerson(api, { office: { role: 'branch-secretary', organisation: BRANCHES[0] } }),
    await newPerson(api, { office: { role: 'branch-secretary', organisation: BRANCHES[1] } }),
  ]
  const officer = await newPerson(api, { office: { role: 'committee-officer', organisation: 'SH-X01' } })
  const district = await newPerson(api, { office: { role: 'district-officer', organisation: 'SH' } })
  const { host } = await newHall(api)
  const people: Somebody[] = []
  for (let n = 0; n < size; n += 1) people.push(await newPerson(api))
  const policy = (await one.call('GET', '/v1/policy')).body as Policy
  return {
    api,
    seen,
    policy,
    people,
    today: () => today,
    setDay: (day) => {
      if (day < today) throw new Error(`${day} is before ${today}`)
      today = day
      api.setNow(startOfDay(day) + 9 * HOUR)
    },
    as,
    secretary: (branch) => as(branch === BRANCHES[0] ? one : other),
    officer: () => as(officer),
    host: () => as(host),
    district: () => as(district),
    close: async () => {
      await seen.end()
      await api.close()
    },
  }
}

const WHATS = [
  ...Array.from({ length: 8 }, () => 'onwards' as const),
  ...Array.from({ length: 3 }, () => 'settle' as const),
  ...Array.from({ length: 2 }, () => 'hours' as const),
  ...Array.from({ length: 2 }, () => 'service' as const),
  'grade',
  'of-many',
  'profile',
  'move',
  'decline',
  'withdraw',
  'void',
  'replace',
  'correct-entry',
  'correct-grade',
  'on-paper',
  'wait',
  'wait',
  'wait',
  'erase',
  ...Array.from({ length: 3 }, () => 'evening' as const),
] as const

/** One thing that happens: to whom, what, and numbers that decide its details. */
interface Happening {
  readonly who: number
  readonly what: (typeof WHATS)[number]
  readonly a: number
  readonly b: number
}

const happening: fc.Arbitrary<Happening> = fc.record({
  who: fc.nat(4),
  what: fc.constantFrom(...WHATS),
  a: fc.nat(99),
  b: fc.nat(99),
})

/** Born in such ways: young, of age, about to be too old, on a leap day. */
const BIRTHS = ['2009-08-17', '2011-02-10', '2008-02-29', '1997-04-15', '2001-12-31', '1996-01-01'] as const

function pick<T>(list: readonly T[], n: number): T {
  const found = list[n % list.length]
  if (found === undefined) throw new Error('an empty list')
  return found
}

/** One of a list that may be empty. */
function any<T>(list: readonly T[], n: number): T | undefined {
  return list[n % Math.max(1, list.length)]
}

async function pathOf(who: Caller): Promise<PathReply | undefined> {
  const got = await who.call('GET', '/v1/me/path')
  return got.status === 200 ? (got.body as PathReply) : undefined
}

async function branchOf(who: Caller): Promise<Branch | undefined> {
  const me = (await who.call('GET', '/v1/me')).body as Partial<MeReply>
  return BRANCHES.find((branch) => branch === me.affiliation?.organisation.code)
}

/** Lets a thing happen; the status of what was asked for. */
async function happen(world: World, { who, what, a, b }: Happening): Promise<number> {
  if (what === 'wait') {
    world.setDay(addDays(world.today(), 1 + (a % 25)))
    return 0
  }
  const somebody = await world.as(pick(world.people, who))
  const mine = await branchOf(somebody)
  const path = await pathOf(somebody)
  const secretary = await world.secretary(mine ?? pick(BRANCHES, b))
  const of = `/v1/people/${somebody.person}`
  const on = addDays(world.today(), -(b % 4))
  const birthDate = pick(BIRTHS, who)
  const send = async (by: Caller, url: string, body: object): Promise<Answer> => by.call('POST', url, body)
  const did = async (): Promise<Answer> => {
    const acts = path?.facts.acts ?? []
    const newest = acts[acts.length - 1]
    switch (what) {
      case 'onwards':
        return onwards()
      case 'settle':
        if (!mine) return saveProfile(somebody, { name: newName(), organisation: pick(BRANCHES, a), birthDate })
        return answer(secretary, somebody.person, true)
      case 'hours': {
        const mode = a % 7 === 0 ? 'online' : 'in-person'
        return send(secretary, `${of}/class-hours`, classHours({ on, tenths: 1 + (a % 80), mode }))
      }
      case 'service':
        return send(
          secretary,
          `${of}/volunteer-hours`,
          volunteerHours({ on: addDays(on, -(b % 60)), minutes: 60 + (a % 421) }),
        )
      case 'grade':
        return send(secretary, `${of}/civics-grades`, grade({ on, grade: pick(['优', '良', '中', '不及格'], a) }))
      case 'of-many': {
        const everybody = world.people.map(({ person }) => person)
        const url = `/v1/organisations/${mine ?? BRANCHES[0]}/class-hours`
        return send(secretary, url, classOfMany(everybody, { on, tenths: 5 }))
      }
      case 'profile': {
        const said = { birthDate: path?.facts.birthDate ?? birthDate, occupation: pick(OCCUPATIONS, a) }
        return somebody.call('PUT', '/v1/me/profile', {
          requestId: newRequestId(),
          name: newName(),
          township: null,
          organisation: mine ?? pick(BRANCHES, a),
          ...said,
        })
      }
      case 'move':
        return saveProfile(somebody, {
          name: newName(),
          organisation: pick(BRANCHES, a),
          birthDate: path?.facts.birthDate ?? birthDate,
        })
      case 'decline':
        return answer(secretary, somebody.person, a % 3 !== 0)
      case 'withdraw':
        return send(somebody, '/v1/me/application/withdrawal', withdrawal())
      case 'void': {
        const by = newest?.act === 'activist' || newest?.act === 'returned' ? await world.officer() : secretary
        return send(by, `${of}/steps/${newest?.id ?? 'x'}/corrections`, stepCorrection())
      }
      case 'replace': {
        const act = any(acts, a)
        const change = act && changeOf(act.act, on, path?.facts.birthDate ?? birthDate)
        const by = act?.act === 'activist' || act?.act === 'returned' ? await world.officer() : secretary
        return send(by, `${of}/steps/${act?.id ?? 'x'}/corrections`, stepCorrection(change ?? { act: 'void' }))
      }
      case 'correct-entry': {
        const entries = path?.facts.entries ?? []
        const entry = any(entries, a)
        const reason = { reason: '记错了' }
        return entry?.requirement === 'volunteer-hours'
          ? send(
              secretary,
              `${of}/volunteer-hours/${entry.id}/corrections`,
              volunteerHours({ ...reason, on: entry.on, minutes: b % 5 === 0 ? 0 : 30 + b }),
            )
          : send(
              secretary,
              `${of}/class-hours/${entry?.id ?? 'x'}/corrections`,
              classHours({ ...reason, on: entry?.on ?? on, tenths: b % 5 === 0 ? 0 : 1 + (b % 40) }),
            )
      }
      case 'correct-grade': {
        const grades = path?.facts.grades ?? []
        const entry = any(grades, a)
        const body = { ...grade({ on: entry?.on ?? on, grade: b % 3 === 0 ? null : '优' }), reason: '记错了' }
        return send(secretary, `${of}/civics-grades/${entry?.id ?? 'x'}/corrections`, body)
      }
      case 'on-paper':
        return send(await world.officer(), `${of}/activist`, activist({ on: addDays(on, -(a % 50)) }))
      case 'erase':
        if (a % 8 !== 0) return somebody.call('GET', '/v1/me')
        // Somebody new comes in their place.
        world.people[who % world.people.length] = await newPerson(world.api)
        return somebody.call('DELETE', '/v1/me', { requestId: newRequestId() })
      case 'evening':
        return evening(world, somebody, a, b)
    }
  }
  const onwards = async (): Promise<Answer> => {
    const officer = await world.officer()
    switch (path?.report.application.state) {
      case 'submitted': {
        const born = localDate(path.facts.birthDate ?? birthDate)
        return send(secretary, `${of}/paper`, paper({ on, birthDate: a % 9 === 0 ? addDays(born, 1) : born }))
      }
      case 'applied':
        return send(secretary, `${of}/talk`, talk({ on }))
      case 'talked':
        return send(secretary, `${of}/nomination`, nomination({ on, way: pick(['nomination', 'points', 'review'], a) }))
      case 'nominated':
        return send(officer, `${of}/nomination/answer`, a % 4 === 0 ? returned({ on }) : approved({ on }))
      case 'activist':
        return send(secretary, `${of}/mentors`, mentors({ on }))
      default:
        return send(somebody, '/v1/me/application', application({ occupation: pick(OCCUPATIONS, a) }))
    }
  }
  return (await did()).status
}

/**
 * An event of two hours, at which somebody serves or listens; on some the check-out is missing, half are closed. Time stays at its end: there are
 * as many a day as there is room for.
 */
async function evening(world: World, somebody: Somebody, a: number, b: number): Promise<Answer> {
  const { api } = world
  if (localDateAt((api.now() + 4 * HOUR) as Instant) !== world.today())
    return somebody.call('GET', '/v1/me/attendances')
  const hall = { ...(await newHall(api)), host: await world.host() }
  const door = await newEvening(api, SERVICE, hall.host)
  const { event, host } = door
  if (b % 3 > 0) {
    const branch = pick(BRANCHES, a)
    must(201, 201, await askClass({ hall, code: branch }, event))
    const url = `/v1/organisations/${branch}/class-requests/${event}/answer`
    must(201, 201, await (await world.secretary(branch)).call('POST', url, { requestId: newRequestId(), yes: true }))
  }
  await register(somebody, event, a % 2 ? 'volunteer' : 'attendee')
  for (const direction of DIRECTIONS) {
    api.setNow(door[direction === 'in' ? 'start' : 'end'])
    if (direction === 'out' && a % 5 === 0) continue
    const code = linkOf(door, direction, api.now())
    const came = await send(api, somebody, { code, declared: true })
    if (came.status !== 201) return came
  }
  if (b % 2 === 0) return somebody.call('GET', '/v1/me/attendances')
  must(201, 201, await countHeads(host, event, 1))
  must(201, 201, await confirm(host, event, [somebody.person], true))
  if (a % 5 === 0) must(201, 201, await setTimes(host, event, [somebody.person]))
  return close(host, event)
}

/** Another version of an act, on another day. */
function changeOf(act: string, on: LocalDate, birthDate: string): object | null {
  switch (act) {
    case 'applied':
      return { act, on, receivedBy: '团支书·丁', birthDate }
    case 'talked':
      return { act, on, by: '团支书·丁', content: '另一番话' }
    case 'nominated':
      return { act, on, way: 'points', members: 12, minutes: '另一次会议' }
    case 'returned':
      return { act, on, why: '另一个理由' }
    case 'activist':
      return { act, on, approvedBy: '另一次会议' }
    case 'mentored':
      return { act, on, mentors: [{ name: '联系人乙', membership: 'party' }] }
    default:
      return null
  }
}

/** A value as it is after it crossed the wire. */
const overTheWire = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

/** What a phone computes from facts, on a day. */
const onPhone = (facts: PathReply['facts'], policy: Policy, on: string): PathReport =>
  overTheWire(pathReport(overTheWire(facts) as unknown as PathFacts, overTheWire(policy), localDate(on)))

interface Known {
  readonly who: Somebody
  readonly branch: Branch | undefined
  readonly path: PathReply
}

/** Asks everybody everything on the day that it is, and holds it all against the rules; gives what was found. */
async function checkEverything(world: World, before: readonly Known[]): Promise<Known[]> {
  const { policy } = world
  const known: Known[] = []
  for (const one of world.people) {
    const who = await world.as(one)
    const path = await pathOf(who)
    if (path) known.push({ who, branch: await branchOf(who), path })
  }
  for (const { who, path } of known) {
    expect(path.report.asOf).toBe(world.today())
    expect(onPhone(path.facts, policy, world.today())).toEqual(path.report)
    // A phone that was offline since an earlier day comes to the same, as long as nothing happened.
    const earlier = before.find((one) => one.who.person === who.person)
    if (earlier) expect(onPhone(earlier.path.facts, policy, world.today())).toEqual(path.report)
  }

  // The branch and the committee read the same words.
  for (const { who, branch, path } of known) {
    if (!branch || path.facts.affiliation?.state !== 'confirmed') continue
    for (const by of [await world.secretary(branch), await world.officer(), await world.district()]) {
      const got = must(200, 200, await by.call('GET', `/v1/people/${who.person}/path?reason=help`))
      expect((got.body as PersonPathReply).path).toEqual(path)
    }
  }

  // A list has the same turn and requirements as the path of each.
  for (const branch of BRANCHES) {
    const theirs = known.filter((one) => one.branch === branch)
    const url = `/v1/organisations/${branch}/people`
    const list = must(200, 200, await (await world.secretary(branch)).call('GET', url)).body as PeopleReply
    expect(list.people.map(({ person }) => person).sort()).toEqual(theirs.map(({ who }) => who.person).sort())
    for (const row of list.people) expectRow(row, theirs, policy)
  }

  // And an overview counts what the paths say.
  for (const [by, top] of [
    [await world.officer(), 'SH-X01'],
    [await world.district(), 'SH'],
  ] as const) {
    const overview = must(200, 200, await by.call('GET', `/v1/overview?organisation=${top}`)).body as OverviewReply
    for (const branch of BRANCHES) {
      const row = overview.rows.find(({ organisation }) => organisation.code === branch)
      expect({ ...row, organisation: branch }).toEqual({
        organisation: branch,
        ...countsOf(
          known.filter((one) => one.branch === branch),
          policy,
          world.today(),
        ),
      })
    }
    expect(overview.asOf).toBe(world.today())
  }
  return known
}

function expectRow(row: PersonRow, theirs: readonly Known[], policy: Policy): void {
  const path = theirs.find(({ who }) => who.person === row.person)?.path
  if (!path?.facts.affiliation) throw new Error('a row of nobody')
  const { report, facts } = path
  const { state, since } = path.facts.affiliation
  expect([row.affiliation, row.since]).toEqual([state, since])
  if (state === 'claimed') {
    const { days } = valueOf(policy, 'affiliation.within')
    expect([row.confirmed, row.due]).toEqual([null, addDays(localDate(since), days)])
    return
  }
  expect(facts.affiliation).toEqual(report.affiliation)
  expect(row.due).toBeNull()
  expect(row.confirmed).toEqual({
    state: report.application.state,
    activistOn: report.activistOn,
    turn: report.turn,
    ready: report.ready,
    requirements: report.requirements.map(({ rule, state: is, gate, need, have, pending, value, earliest }) => ({
      rule,
      state: is,
      gate,
      need,
      have,
      pending,
      value,
      earliest,
    })),
  })
}

/** The numbers of a branch, made one by one from what each person's path says. */
function countsOf(theirs: readonly Known[], policy: Policy, today: LocalDate): Omit<OverviewRow, 'organisation'> {
  const claimed = theirs.filter(({ path }) => path.facts.affiliation?.state === 'claimed')
  const confirmed = theirs.filter(({ path }) => path.facts.affiliation?.state === 'confirmed')
  const at = (state: string) => confirmed.filter(({ path }) => path.report.application.state === state).length
  const late = (act: string) =>
    confirmed.filter(({ path: { report } }) => {
      const { turn } = report
      return turn.act === act && turn.due !== null && turn.due < today
    }).length
  const { days } = valueOf(policy, 'affiliation.within')
  const isLate = ({ path }: Known) =>
    path.facts.affiliation !== null && addDays(localDate(path.facts.affiliation.since), days) < today
  return {
    claimed: claimed.length,
    confirmed: confirmed.length,
    steps: {
      none: at('none'),
      submitted: at('submitted'),
      applied: at('applied'),
      talked: at('talked'),
      nominated: at('nominated'),
      activist: at('activist'),
      training: at('training'),
    },
    overdue: { affiliation: claimed.filter(isLate).length, talk: late('talk'), nomination: late('answer-nomination') },
  }
}

/** The days on which something turns: the last in time, and the one after it. */
function limitsOf(known: readonly Known[], policy: Policy, today: LocalDate): LocalDate[] {
  const { days } = valueOf(policy, 'affiliation.within')
  const ends = known.flatMap(({ path: { report, facts } }) => [
    report.turn.due,
    report.application.talkDue,
    report.earliest.on,
    facts.affiliation && addDays(localDate(facts.affiliation.since), days),
  ])
  const both = ends.flatMap((end) => (end === null ? [] : [localDate(end), addDays(localDate(end), 1)]))
  return [...new Set(both)].filter((day) => day > today).sort()
}

describe('random histories', () => {
  const SEEN = new Set<string>()
  /** Of events: what waited for a close, and what one has credited. */
  const HOURS = new Set<string>()
  let accepted = 0

  it.each([
    ['this district', undefined, '2025-12-20'],
    [
      'a district with other clocks and conditions',
      {
        'talk.within': { months: 2 },
        'affiliation.within': { days: 3 },
        'activist.within': { days: 10 },
        'class-hours.window': 'any',
        'class-hours.mode': 'any',
        'volunteer.year': 'calendar',
        'volunteer-hours': { minutes: 300, gate: 'soft' },
        'training.months': 1,
        'activist.approval': 'file',
        'age.birthday-counts': false,
      },
      '2027-12-20',
    ],
  ] as const)(
    'in %s: phone, server, branch, lists and numbers say the same',
    async (_where, rules, first) => {
      await fc.assert(
        fc.asyncProperty(fc.array(happening, { minLength: 90, maxLength: 90 }), async (history) => {
          const world = await makeWorld(localDate(first), 5, rules)
          try {
            // Most of them belong somewhere from the start.
            for (const [n, who] of world.people.slice(0, 4).entries()) {
              const branch = pick(BRANCHES, n)
              const said = { name: newName(), organisation: branch, birthDate: pick(BIRTHS, n) }
              must(200, 200, await saveProfile(who, said))
              must(201, 201, await answer(await world.secretary(branch), who.person, true))
            }
            for (const [n, one] of history.entries()) {
              const status = await happen(world, one)
              expect([one.what, status < 500]).toEqual([one.what, true])
              if (status === 200 || status === 201) accepted += 1
              if (n % 30 === 29) await checkEverything(world, [])
            }
            let known = await checkEverything(world, [])
            for (const { path } of known) {
              SEEN.add(path.report.application.state)
              for (const { origin, acceptedOn } of path.facts.entries) {
                if (origin === 'check-in') HOURS.add(acceptedOn === null ? 'pending' : 'credited')
              }
            }
            // Nothing happens any more; only days pass, over every limit.
            for (const day of limitsOf(known, world.policy, world.today()).slice(0, 6)) {
              world.setDay(day)
              await world.seen.query('delete from platform.attempt')
              known = await checkEverything(world, known)
            }
          } finally {
            await world.close()
          }
        }),
        // A failing history is told as it is: each step of making it smaller would cost a database.
        { numRuns: 3, endOnFailure: true },
      )
    },
    180_000,
  )

  it('were histories of people who got somewhere, not of refusals', () => {
    expect([...SEEN].some((state) => state === 'activist' || state === 'training')).toBe(true)
    expect(accepted).toBeGreaterThan(150)
    expect([...HOURS].sort()).toEqual(['credited', 'pending'])
  })
})

describe('the limits of each clock', () => {
  it.each([
    // A month from 31 January: the last day of February, in a common year and in a leap year.
    ['2026-01-31', '2026-02-28'],
    ['2028-01-31', '2028-02-29'],
    ['2026-02-28', '2026-03-28'],
    ['2026-12-31', '2027-01-31'],
    ['2026-10-30', '2026-11-30'],
  ])('a talk after a paper of %s is in time on %s, and overdue the day after', async (paperOn, due) => {
    const day = localDate(due)
    const world = await makeWorld(localDate(paperOn), 1)
    try {
      const youth = pick(world.people, 0)
      const branch = BRANCHES[0]
      must(200, 200, await saveProfile(youth, { name: newName(), organisation: branch }))
      must(201, 201, await answer(await world.secretary(branch), youth.person, true))
      idOf(await youth.call('POST', '/v1/me/application', application()))
      const secretary = await world.secretary(branch)
      idOf(await secretary.call('POST', `/v1/people/${youth.person}/paper`, paper({ on: paperOn })))
      for (const [on, late] of [
        [day, 0],
        [addDays(day, 1), 1],
      ] as const) {
        world.setDay(on)
        const [one] = await checkEverything(world, [])
        expect(one?.path.report).toMatchObject({ turn: { act: 'talk', due }, application: { talkDue: due } })
        const url = '/v1/overview?organisation=SH-X01'
        const overview = (await (await world.officer()).call('GET', url)).body as OverviewReply
        expect(overview.rows.find(({ organisation }) => organisation.code === branch)?.overdue).toEqual({
          affiliation: 0,
          talk: late,
          nomination: 0,
        })
      }
    } finally {
      await world.close()
    }
  })

  it('an answer to a claim after seven days, to a nomination after thirty', async () => {
    const world = await makeWorld(localDate('2026-01-31'), 2)
    try {
      const [claims, waits] = world.people as [Somebody, Somebody]
      const branch = BRANCHES[1]
      const secretary = await world.secretary(branch)
      for (const who of [claims, waits]) {
        must(200, 200, await saveProfile(who, { name: newName(), organisation: branch }))
      }
      must(201, 201, await answer(secretary, waits.person, true))
      idOf(await waits.call('POST', '/v1/me/application', application()))
      const on = '2026-01-31'
      for (const [what, body] of [
        ['paper', paper({ on })],
        ['talk', talk({ on })],
        ['nomination', nomination({ on })],
      ] as const) {
        idOf(await secretary.call('POST', `/v1/people/${waits.person}/${what}`, body))
      }
      for (const [day, affiliation, late] of [
        ['2026-02-07', 0, 0],
        ['2026-02-08', 1, 0],
        ['2026-03-02', 1, 0],
        ['2026-03-03', 1, 1],
      ] as const) {
        world.setDay(localDate(day))
        await checkEverything(world, [])
        const url = '/v1/overview?organisation=SH'
        const overview = (await (await world.district()).call('GET', url)).body as OverviewReply
        const row = overview.rows.find(({ organisation }) => organisation.code === branch)
        expect([day, row?.overdue]).toEqual([day, { affiliation, talk: 0, nomination: late }])
      }
    } finally {
      await world.close()
    }
  })
})

describe('the self-check', () => {
  let world: World
  beforeAll(async () => {
    world = await makeWorld(localDate('2026-01-01'), 0)
  })
  afterAll(() => world.close())

  const answers: fc.Arbitrary<SelfCheckAnswers> = fc
    .record({
      age: fc.constantFrom('within' as const, 'within' as const, 'within' as const, 'above' as const),
      birthDate: fc.constant(null),
      occupation: fc.constantFrom(...OCCUPATIONS),
      civics: fc.constantFrom('good' as const, 'not-good' as const, 'none' as const),
      stage: fc.constantFrom('none' as const, 'applied' as const, 'activist' as const, 'activist' as const),
      activistMonths: fc.nat(14),
      classTenths: fc.constantFrom(0, 1, 40, 79, 80),
      minutes: fc.constantFrom(0, 1, 480, 481, 1199, 1200, 1300),
    })
    // Who is too old can't apply any more: the server refuses it, and nobody taps it.
    .filter(({ age, stage }) => !(age === 'above' && stage === 'applied'))

  /** The days of the checks, in order: ends of months, of years and of February among them. */
  const DAYS = [0, 1, 3, 30, 58, 59, 60, 88, 89, 119, 150, 200, 242, 243, 272, 303, 333, 334, 363, 364, 365, 789]

  it('is the path of somebody for whom a branch recorded the same today', async () => {
    let at = 0
    await fc.assert(
      fc.asyncProperty(answers, async (tapped) => {
        world.setDay(addDays(localDate('2026-01-01'), DAYS[Math.min(at, DAYS.length - 1)] ?? 0))
        at += 1
        const facts = factsOfAnswers(tapped, world.policy, world.today())
        const recorded = await recordAll(facts)
        fc.pre(recorded !== null)
        const expected = selfCheck(tapped, world.policy, world.today())
        expect(comparable(recorded)).toEqual(comparable(overTheWire(expected)))
      }),
      { numRuns: DAYS.length, endOnFailure: true },
    )
    expect(at).toBeGreaterThanOrEqual(DAYS.length)
  }, 120_000)

  it.each([
    ['nothing yet', {}],
    ['applied', { stage: 'applied' }],
    ['an activist since today', { stage: 'activist', classTenths: 80 }],
    ['everything', { stage: 'activist', activistMonths: 3, classTenths: 80, minutes: 1200, civics: 'good' }],
    [
      'everything, at work',
      { occupation: 'employed', stage: 'activist', activistMonths: 4, classTenths: 80, minutes: 1200 },
    ],
    ['too old', { age: 'above' }],
  ] as const)('of who has %s', async (_what, more) => {
    const tapped: SelfCheckAnswers = {
      age: 'within',
      birthDate: null,
      occupation: 'pupil',
      civics: 'none',
      stage: 'none',
      activistMonths: 0,
      classTenths: 0,
      minutes: 0,
      ...more,
    }
    const expected = selfCheck(tapped, world.policy, world.today())
    const recorded = await recordAll(factsOfAnswers(tapped, world.policy, world.today()))
    expect(recorded && comparable(recorded)).toEqual(comparable(overTheWire(expected)))
  })

  /** Without the ids of entries; of what isn't asked, not what there would be of it. */
  function comparable(report: PathReport): unknown {
    return {
      ...report,
      requirements: report.requirements.map(({ entries: _, have, value, ...one }) =>
        one.state === 'not-applicable' ? one : { ...one, have, value },
      ),
    }
  }

  /** Has a branch record facts about a new person over HTTP, today; null where a day can't hold them. */
  async function recordAll(facts: PathFacts): Promise<PathReport | null> {
    const branch = BRANCHES[0]
    const [secretary, officer] = [await world.secretary(branch), await world.officer()]
    const pieces = facts.entries.flatMap((entry) => inPieces(entry, world.policy))
    if (pieces.some((piece) => piece === null)) return null
    const youth = await newPerson(world.api)
    const of = `/v1/people/${youth.person}`
    const said = { name: newName(), township: null, organisation: branch, occupation: facts.occupation }
    const body = { requestId: newRequestId(), birthDate: facts.birthDate, ...said }
    must(200, 200, await youth.call('PUT', '/v1/me/profile', body))
    must(201, 201, await answer(secretary, youth.person, true))
    for (const { act, on, way } of facts.acts) {
      if (act === 'submitted') {
        idOf(await youth.call('POST', '/v1/me/application', application({ occupation: facts.occupation })))
      } else if (act === 'applied') {
        idOf(await secretary.call('POST', `${of}/paper`, paper({ on, birthDate: facts.birthDate })))
      } else if (act === 'activist') {
        idOf(await officer.call('POST', `${of}/activist`, activist({ on, way })))
      } else {
        idOf(await secretary.call('POST', `${of}/mentors`, mentors({ on })))
      }
    }
    for (const piece of pieces) {
      if (piece === null) continue
      const { requirement, amount, on } = piece
      const [what, entry] =
        requirement === 'class-hours'
          ? (['class-hours', classHours({ on, tenths: amount })] as const)
          : (['volunteer-hours', volunteerHours({ on, minutes: amount })] as const)
      idOf(await secretary.call('POST', `${of}/${what}`, entry))
    }
    for (const one of facts.grades) {
      const got = await secretary.call('POST', `${of}/civics-grades`, grade({ on: one.on, grade: one.grade }))
      // Who has no such course is given no grade, whatever they tap.
      if (facts.occupation === 'pupil' || facts.occupation === 'student') idOf(got)
      else expect(got.body).toMatchObject({ code: 'civics-not-applicable' })
    }
    return ((await pathOf(youth)) as PathReply).report as unknown as PathReport
  }

  type Piece = Pick<PathFacts['entries'][number], 'requirement' | 'amount' | 'on'>

  /** Hours as they can be recorded: no day holds more than so many, so they lie on the days before, of the same year. */
  function inPieces({ requirement, amount, on }: Piece, policy: Policy): (Piece | null)[] {
    const most = valueOf(policy, requirement === 'class-hours' ? 'class-hours.entry-max' : 'volunteer-hours.entry-max')
    const count = Math.ceil(amount / most)
    return Array.from({ length: count }, (_, n) => {
      const day = addDays(on, -n)
      if (yearOf(day) !== yearOf(on)) return null
      return { requirement, on: day, amount: Math.min(most, amount - n * most) }
    })
  }
})
