import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { api as contract } from '#contract/api'
import type { Role } from '#domain/access/roles'
import type { TeamRole } from '#domain/checkin/attendance'
import { PERMISSIONS } from '#domain/access/permissions'
import { buildApp } from '../../server/app'
import { revokeRole } from '../../server/services/roles'
import { seedDemo } from '../../server/demo/seed'
import { inspect, type Inspector } from './kit/inspect'
import {
  answer,
  classHours,
  confirmedPerson,
  giveOffice,
  idOf,
  must,
  newPerson,
  signIn,
  type Office,
  type Somebody,
} from './kit/people'
import {
  accountCode,
  addByHost,
  askClass,
  DAYS,
  drafted,
  isOfEvents,
  isOfVenues,
  lastMessage,
  wordsOfEvent,
} from './kit/events'
import { nameInto } from './kit/check-ins'
import { newName } from './kit/names'
import { readyFor, type Branch } from './kit/scene'
import { published } from './events/scene'
import { bringTo, grade, volunteerHours } from './kit/way'
import {
  bodyOf,
  comparable,
  OFFICE_ROUTES,
  TEAM_ROUTES,
  ROUTES,
  routesOf,
  send,
  urlOf,
  type Names,
  type OfficeRow,
  type TeamRow,
  type Raw,
  type Route,
} from './kit/routes'
import { spyOn, type Spy, type Statement } from './kit/spy'
import { call, startApi, type TestApi } from './support'

/** Made from the route table: a new row is covered by what stands here, or has no example and fails. */

const BRANCH = 'SH-X01-2'
const MOXIAN_BRANCH = 'MX-A1'
/** A venue, and the sub-district it belongs to, which has another one, V12. */
const VENUE = 'V01'
const HALL = 'SH-RML'
const GHOST = '3f2b8c1d-9a4e-4d77-8b1a-0c5e6f7a8b9c'
const DAY_MS = 86_400_000

interface AskerRow {
  readonly who: string
  readonly role?: Role
  readonly organisation?: string
  readonly venue?: string
  /** Where the office stands, seen from the branch that is asked about. */
  readonly place?: 'own' | 'above' | 'elsewhere'
  /** And seen from the venue that is asked about; elsewhere if it isn't said. */
  readonly hall?: 'own' | 'above'
  readonly dead?: 'ended' | 'revoked'
  /** As what they were named into the team of the event that is asked about; `revoked`: and taken off again. */
  readonly team?: TeamRole
  readonly district?: string
}

const ASKERS: readonly AskerRow[] = [
  { who: 'a youth without an office' },
  { who: 'the secretary of the branch', role: 'branch-secretary', organisation: BRANCH, place: 'own' },
  {
    who: 'the secretary of another branch of the school',
    role: 'branch-secretary',
    organisation: 'SH-X01-1',
    place: 'elsewhere',
  },
  {
    who: 'a secretary whose term ended yesterday',
    role: 'branch-secretary',
    organisation: BRANCH,
    place: 'own',
    dead: 'ended',
  },
  {
    who: 'a secretary whose role was revoked',
    role: 'branch-secretary',
    organisation: BRANCH,
    place: 'own',
    dead: 'revoked',
  },
  { who: 'an officer of the committee above', role: 'committee-officer', organisation: 'SH-X01', place: 'above' },
  { who: 'an officer of another school', role: 'committee-officer', organisation: 'SH-X02', place: 'elsewhere' },
  { who: 'an officer of a sub-district', role: 'committee-officer', organisation: 'SH-DXD', place: 'elsewhere' },
  {
    who: 'an officer of the venue’s sub-district',
    role: 'committee-officer',
    organisation: HALL,
    place: 'elsewhere',
    hall: 'own',
  },
  {
    who: 'an officer of the venue’s sub-district whose role was revoked',
    role: 'committee-officer',
    organisation: HALL,
    place: 'elsewhere',
    hall: 'own',
    dead: 'revoked',
  },
  { who: 'a host of the venue', role: 'venue-host', organisation: HALL, venue: VENUE, place: 'elsewhere', hall: 'own' },
  {
    who: 'a host of another venue of the sub-district',
    role: 'venue-host',
    organisation: HALL,
    venue: 'V12',
    place: 'elsewhere',
  },
  { who: 'a host of a venue elsewhere', role: 'venue-host', organisation: 'SH-DXD', venue: 'V04', place: 'elsewhere' },
  {
    who: 'a host whose term ended yesterday',
    role: 'venue-host',
    organisation: HALL,
    venue: VENUE,
    place: 'elsewhere',
    hall: 'own',
    dead: 'ended',
  },
  {
    who: 'a host whose role was revoked',
    role: 'venue-host',
    organisation: HALL,
    venue: VENUE,
    place: 'elsewhere',
    hall: 'own',
    dead: 'revoked',
  },
  {
    who: 'an officer whose term ended',
    role: 'committee-officer',
    organisation: 'SH-X01',
    place: 'above',
    dead: 'ended',
  },
  {
    who: 'an officer whose role was revoked',
    role: 'committee-officer',
    organisation: 'SH-X01',
    place: 'above',
    dead: 'revoked',
  },
  { who: 'the district’s officer', role: 'district-officer', organisation: 'SH', place: 'above', hall: 'above' },
  {
    who: 'a district officer whose term ended',
    role: 'district-officer',
    organisation: 'SH',
    place: 'above',
    hall: 'above',
    dead: 'ended',
  },
  {
    who: 'a district officer whose role was revoked',
    role: 'district-officer',
    organisation: 'SH',
    place: 'above',
    hall: 'above',
    dead: 'revoked',
  },
  { who: 'a helper of the event', team: 'helper' },
  { who: 'a host of the event by name', team: 'host' },
  { who: 'a lead of the event by name', team: 'lead' },
  { who: 'somebody taken off the event’s team', team: 'lead', dead: 'revoked' },
  { who: 'a youth of another district', district: 'moxian' },
  {
    who: 'a secretary of another district',
    role: 'branch-secretary',
    organisation: MOXIAN_BRANCH,
    place: 'elsewhere',
    district: 'moxian',
  },
  {
    who: 'an officer of another district',
    role: 'committee-officer',
    organisation: 'MX-A',
    place: 'elsewhere',
    district: 'moxian',
  },
  {
    // Of a venue with the very same code.
    who: 'a host of another district',
    role: 'venue-host',
    organisation: 'MX-A',
    venue: VENUE,
    place: 'elsewhere',
    district: 'moxian',
  },
  {
    who: 'the district officer of another district',
    role: 'district-officer',
    organisation: 'MX',
    place: 'elsewhere',
    district: 'moxian',
  },
]

/** What the permission table says of such an asker, read without the code that decides. */
function mayUse({ key, permission }: OfficeRow, { role, dead, ...from }: AskerRow): boolean {
  const place = isAboutHall(key, permission) ? from.hall : from.place
  return (
    !dead &&
    permission.roles.some(
      (one) => one.role === role && (place === 'own' || (one.reach === 'below' && place === 'above')),
    )
  )
}

/** Whether a route is asked about the venue (an event in it, the organisation that has it) and not about the branch. */
function isAboutHall(key: OfficeRow['key'], { about }: OfficeRow['permission']): boolean {
  return about === 'venue' || about === 'event' || isOfVenues(key)
}

/** The other district has a venue with the same code: asked about it, its offices are asked about their own. */
function hasItsOwn({ permission }: OfficeRow, { district, role }: AskerRow): boolean {
  return permission.about === 'venue' && district !== undefined && permission.roles.some((one) => one.role === role)
}

/** The same of an event's team. Who made the event asked about leads it. */
function mayUseInTeam({ permission: { least } }: TeamRow, { role, dead, hall, team }: AskerRow): boolean {
  const place = team ?? (role === 'venue-host' && hall === 'own' ? 'lead' : undefined)
  return !dead && place !== undefined && TEAM.indexOf(place) <= TEAM.indexOf(least)
}

const TEAM: readonly TeamRole[] = ['lead', 'host', 'helper']

let api: TestApi
let seen: Inspector
let spy: Spy
const askers = new Map<string, Somebody>()
let secretary: Somebody
let moxianSecretary: Somebody

/** People in every state that a route can be asked about. */
const people: Record<'confirmed' | 'claimed' | 'declined' | 'newcomer' | 'erased' | 'moxian', Somebody> = {} as never
/** What the person asked about has, and another one: an entry of each kind, and a step of each office. */
let theirs: Things
let others: Things

/** An event in the venue, of which every route has something to be asked. */
let event: Names

async function readyEvent(): Promise<Names> {
  const id = await published(api, branch().hall.host)
  must(201, 201, await askClass(branch(), id))
  must(201, 201, await addByHost(branch(), id, people.confirmed))
  for (const row of ASKERS) if (row.team) await joinTeam(id, row)
  const [message, account] = [await lastMessage(people.confirmed), await accountCode(people.declined)]
  return { event: id, venue: VENUE, message, account, words: await wordsOfEvent(api, id) }
}

interface Things {
  readonly 'class-hours': string
  readonly 'volunteer-hours': string
  readonly 'civics-grades': string
  readonly 'branch-step': string
  readonly 'committee-step': string
}

async function thingsOf(somebody: Somebody): Promise<Things> {
  const record = async (what: string, body: object) =>
    idOf(await secretary.call('POST', `/v1/people/${somebody.person}/${what}`, body))
  const officer = askerNamed('an officer of the committee above')
  const steps = await bringTo('training', somebody, { secretary, officer })
  return {
    'class-hours': await record('class-hours', classHours()),
    'volunteer-hours': await record('volunteer-hours', volunteerHours()),
    'civics-grades': await record('civics-grades', grade()),
    'branch-step': steps.training ?? '',
    'committee-step': steps.activist ?? '',
  }
}

async function makeAsker(row: AskerRow): Promise<Somebody> {
  const district = row.district ?? 'saihan'
  const until = row.dead === 'ended' ? '2026-03-02' : '2099-12-31'
  const office: Office | undefined =
    row.role && row.organisation
      ? { role: row.role, organisation: row.organisation, until, ...(row.venue ? { venue: row.venue } : {}) }
      : undefined
  const somebody = await newPerson(api, {
    district,
    profile: { name: '申请人', organisation: district === 'saihan' ? BRANCH : MOXIAN_BRANCH },
  })
  if (office) {
    const grant = await giveOffice(api, somebody.person, office, district)
    if (row.dead === 'revoked') await revokeRole(api.district(district).db, grant, api.now() as never)
  }
  return somebody
}

function askerNamed(who: string): Somebody {
  const found = askers.get(who)
  if (!found) throw new Error(who)
  return found
}

function branch(): Branch {
  const hall = {
    code: VENUE,
    organisation: HALL,
    host: askerNamed('a host of the venue'),
    officer: askerNamed('an officer of the venue’s sub-district'),
    district: askerNamed('the district’s officer'),
  }
  return { api, code: BRANCH, secretary, officer: askerNamed('an officer of the committee above'), hall }
}

/** A person whom a route may be used on, once; with what it corrects. */
async function freshNames(route: OfficeRow, { role }: AskerRow): Promise<Names> {
  const { names } = await readyFor(route, branch(), role)
  return { organisation: BRANCH, entry: GHOST, step: GHOST, ...names }
}

async function joinTeam(id: string, { who, team, dead }: AskerRow): Promise<void> {
  await nameInto(branch(), id, askerNamed(who), team ?? null)
  if (dead) await nameInto(branch(), id, askerNamed(who), null)
}

async function ask(route: Route, by: Somebody, names: Names, headers: Record<string, string> = {}): Promise<Raw> {
  const body = bodyOf(route, names)
  const options = { token: by.token, district: null, headers, ...(body ? { body } : {}) }
  return call(api, route.method, urlOf(route, names), options)
}

const RIGHTS = ['session', 'account', 'demo_clock', 'attempt', 'person_account', 'role_grant', 'role_revocation']
/** Where somebody belongs, and whether they are still there; where an event is held: what a right over either is measured by. */
const WHERE = ['standing', 'profile', 'event']
/** Who runs an event: who made it, who was named since; nothing else of it. */
const TEAM_WHERE = [...RIGHTS, 'event', 'event_act', 'attendance_act']
const NEVER_READ =
  /"(name|birth_date|birth_confirmed_on|occupation|township|body|openid|application|application_since|applied_on|activist_on|body_hmac|outcome|code_hmac|state|status|start_at|words_hash|spot_hash)"/

function expectOnlyRights(statements: readonly Statement[], allowed: readonly string[] = [...RIGHTS, ...WHERE]): void {
  expect(statements.length).toBeGreaterThan(0)
  expect(statements.flatMap(({ tables }) => tables).filter((table) => !allowed.includes(table))).toEqual([])
  expect(statements.filter(({ writes, tables }) => writes && tables.some((table) => table !== 'attempt'))).toEqual([])
  expect(statements.filter(({ text }) => NEVER_READ.test(text))).toEqual([])
}

/** That an act is refused so that nothing is read beyond rights, and nothing is changed. */
async function refusedWithoutTrace(act: () => Promise<Raw>, allowed?: readonly string[]): Promise<Raw> {
  const before = await seen.snapshot({ without: ['platform.attempt'] })
  const { result, statements } = await spy.during(act)
  expectOnlyRights(statements, allowed)
  expect(await seen.snapshot({ without: ['platform.attempt'] })).toEqual(before)
  return result
}

beforeAll(async () => {
  api = await startApi()
  await seedDemo(api.deps, api.district())
  spy = spyOn(api.pools)
  seen = await inspect(api.database)
  for (const row of ASKERS) askers.set(row.who, await makeAsker(row))
  secretary = askerNamed('the secretary of the branch')
  moxianSecretary = askerNamed('a secretary of another district')
  const profile = () => ({ name: newName(), organisation: BRANCH })
  people.confirmed = await confirmedPerson(api, secretary, profile())
  people.claimed = await newPerson(api, { profile: profile() })
  people.declined = await newPerson(api, { profile: profile() })
  must(201, 201, await answer(secretary, people.declined.person, false))
  people.newcomer = await newPerson(api)
  people.erased = await confirmedPerson(api, secretary, profile())
  must(204, 204, await call(api, 'DELETE', '/v1/me', { token: people.erased.token, body: { requestId: GHOST } }))
  people.moxian = await confirmedPerson(api, moxianSecretary, { name: newName(), organisation: MOXIAN_BRANCH })
  theirs = await thingsOf(people.confirmed)
  others = await thingsOf(await confirmedPerson(api, secretary, profile()))
  event = await readyEvent()
})
afterAll(async () => {
  await seen.end()
  await api.close()
})

const target = (): Names => ({
  ...DAYS,
  ...event,
  person: people.confirmed.person,
  organisation: BRANCH,
  entry: theirs['class-hours'],
  step: theirs['branch-step'],
  reason: 'help',
})
const ghost = (): Names => ({
  ...DAYS,
  person: GHOST,
  organisation: 'SH-X99',
  entry: GHOST,
  step: GHOST,
  reason: 'help',
  event: GHOST,
  venue: 'V99',
  message: GHOST,
  words: '0'.repeat(64),
})

describe('the table', () => {
  it('has a row, a schema and a handler for each route, and no route besides', () => {
    const documented = Object.entries(api.app.swagger().paths ?? {}).flatMap(([path, methods]) =>
      Object.keys(methods as object).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
    )
    expect(documented.sort()).toEqual(Object.keys(PERMISSIONS).sort())
    expect(Object.keys(contract).sort()).toEqual(Object.keys(PERMISSIONS).sort())
    for (const { method, pattern } of ROUTES) expect(api.app.hasRoute({ method, url: pattern })).toBe(true)
  })

  it('names every parameter that a route is about', () => {
    for (const route of ROUTES) expect(urlOf(route, target())).not.toContain(':')
    // What an office may do is about somebody or some place that stands in the path or the query.
    const names = { person: '~', organisation: '~', venue: '~', event: '~', entry: '!', step: '!', words: '!' }
    for (const route of OFFICE_ROUTES) expect(urlOf(route, { ...names, from: '!', to: '!' })).toContain('~')
  })

  it.each([
    'GET /v1/',
    'GET /v1/people',
    'POST /v1/me',
    'GET /v1/sessions',
    'PUT /v1/me',
    'GET /',
    'DELETE /v1/people/x',
  ])('answers 404 to %s, which is not in it, with or without a session', async (line) => {
    const [method = '', url = ''] = line.split(' ')
    const stranger = await send(api, { method, url })
    expect(stranger.status).toBe(404)
    expect(JSON.parse(stranger.raw)).toMatchObject({ status: 404, code: 'not-found' })
    const known = await send(api, { method, url, headers: { authorization: `Bearer ${secretary.token}` } })
    expect(comparable(known)).toEqual(comparable(stranger))
  })

  it.each(ROUTES.map((route) => [route.key, route] as const))('%s: other methods tell nothing', async (_key, route) => {
    const url = urlOf(route, target())
    const unknown = comparable(await send(api, { method: 'PATCH', url: '/v1/nothing-here' }))
    const taken = ROUTES.filter((other) => other.pattern === route.pattern).map((other) => other.method)
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'].filter(
      (one) => !taken.includes(one as never),
    )) {
      expect(comparable(await send(api, { method, url, headers: { 'x-district': 'saihan' } }))).toEqual(unknown)
    }
    // HEAD asks what GET asks, and gets its status without a body.
    if (route.method !== 'GET') return
    const headers = { 'x-district': 'saihan' }
    const head = await send(api, { method: 'HEAD', url, headers })
    expect([head.status, head.raw]).toEqual([(await send(api, { method: 'GET', url, headers })).status, ''])
  })
})

describe('without a session', () => {
  const CLOSED = ROUTES.filter(({ permission }) => permission.kind !== 'anyone' && permission.kind !== 'demo')
  const SESSION = ['session', 'account', 'demo_clock']
  let ended: Somebody
  let expired: Somebody
  beforeAll(async () => {
    ended = await signIn(api, secretary)
    must(204, 204, await ended.call('DELETE', '/v1/sessions/current'))
    expired = await signIn(api, secretary)
    await seen.query(`update platform.session set expires_at = $1 where token_hash = sha256(convert_to($2, 'UTF8'))`, [
      new Date(api.now()),
      expired.token,
    ])
  })

  it.each(CLOSED.map((route) => [route.key, route] as const))('%s is a 401', async (_key, route) => {
    const body = bodyOf(route)
    const request = { method: route.method, url: urlOf(route, target()), ...(body ? { payload: body } : {}) }
    const nobody = await send(api, request)
    expect(nobody.headers['content-type']).toBe('application/problem+json; charset=utf-8')
    expect(JSON.parse(nobody.raw)).toEqual({
      type: 'about:blank',
      title: 'Unauthorized',
      status: 401,
      code: 'no-session',
      facts: {},
    })
    const refused = [
      { authorization: '' },
      { authorization: 'Bearer' },
      { authorization: 'Bearer x' },
      { authorization: `Bearer ${'A'.repeat(43)}` },
      { authorization: `Bearer ${secretary.token}x` },
      { authorization: `bearer ${secretary.token}` },
      { authorization: secretary.token },
      { authorization: `Bearer ${ended.token}` },
      { authorization: `Bearer ${expired.token}` },
      // Right token, but the host's district is another one than the session's.
      { authorization: `Bearer ${secretary.token}`, host: 'moxian.aili.example' },
      { authorization: `Bearer ${moxianSecretary.token}`, host: 'saihan.aili.example' },
      // Forwarded headers are believed from nobody.
      { 'x-forwarded-host': 'saihan.aili.example', 'x-forwarded-for': '203.0.113.7' },
    ]
    const before = await seen.snapshot()
    const { statements } = await spy.during(async () => {
      for (const headers of refused)
        expect([headers, comparable(await send(api, { ...request, headers }))]).toEqual([headers, comparable(nobody)])
    })
    expectOnlyRights(statements, SESSION)
    expect(statements.filter(({ writes }) => writes)).toEqual([])
    expect(await seen.snapshot()).toEqual(before)
  })

  it.each(CLOSED.map((route) => [route.key, route] as const))(
    '%s never looks at what was sent',
    async (_key, route) => {
      const url = urlOf(route, {
        person: '%ff',
        organisation: 'x'.repeat(90),
        entry: '%00',
        step: '%00',
        reason: 'x',
        event: '%00',
        venue: 'x'.repeat(90),
        message: '%00',
        words: '%00',
        from: 'x',
        to: 'x',
      }).replace('%ff', 'no-such')
      const nobody = comparable(await send(api, { method: route.method, url: urlOf(route, target()) }))
      for (const payload of ['{', '[]', 'x'.repeat(70_000)]) {
        const headers = { 'content-type': 'application/json' }
        const sent =
          route.method === 'GET'
            ? await send(api, { method: 'GET', url })
            : await send(api, { method: route.method, url, headers, payload })
        expect(comparable(sent)).toEqual(nobody)
      }
    },
  )

  it('says which district is meant, or is asked for it', async () => {
    for (const [headers, status, code] of [
      [{}, 400, 'district-missing'],
      [{ 'x-district': 'nowhere' }, 400, 'district-unknown'],
      [{ 'x-district': '__proto__' }, 400, 'district-unknown'],
      [{ 'x-district': 'saihan', host: 'moxian.aili.example' }, 400, 'district-mismatch'],
      [{ host: 'moxian.aili.example' }, 200, undefined],
      [{ 'x-district': 'moxian', host: 'moxian.aili.example' }, 200, undefined],
      [{ 'x-district': 'saihan', host: '127.0.0.1:3000' }, 200, undefined],
    ] as const) {
      const got = await send(api, { method: 'GET', url: '/v1/policy', headers })
      expect([got.status, (JSON.parse(got.raw) as { code?: string }).code]).toEqual([status, code])
    }
  })
})

const MALFORMED = [
  'x',
  '0',
  '-1',
  'null',
  'undefined',
  '*',
  '%20',
  '%27%20or%201=1--',
  '%00',
  '%F0%9F%98%80',
  'a'.repeat(100),
  'a'.repeat(101),
  'a'.repeat(5000),
]

describe('with a session, without the right', () => {
  describe.each(OFFICE_ROUTES.map((route) => [route.key, route] as const))('%s', (_key, route) => {
    const may = ASKERS.filter((row) => mayUse(route, row))

    it('is for somebody', () => {
      expect(may.map(({ role }) => role)).toEqual(expect.arrayContaining([route.permission.roles[0]?.role]))
    })

    it.each(may.map((row) => [row.who, row] as const))('answers %s', async (who, row) => {
      const names = await freshNames(route, row)
      const { result, statements } = await spy.during(() => ask(route, askerNamed(who), names))
      expect([result.status, result.raw.slice(0, 200)]).toEqual([route.schema.status ?? 200, result.raw.slice(0, 200)])
      // The same spy that finds nothing below hears what is read here.
      const heard = isOfEvents(route.key) ? 'event' : 'standing'
      expect(statements.flatMap(({ tables }) => tables)).toEqual(expect.arrayContaining([heard]))
    })

    const others = ASKERS.filter((row) => !mayUse(route, row) && !hasItsOwn(route, row))
    it.each(others.map(({ who }) => who))('does not exist for %s', async (who) => {
      const by = askerNamed(who)
      const asked = { ...target(), organisation: isAboutHall(route.key, route.permission) ? HALL : BRANCH }
      const refused = await refusedWithoutTrace(() => ask(route, by, asked))
      expect(JSON.parse(refused.raw)).toEqual({
        type: 'about:blank',
        title: 'Not Found',
        status: 404,
        code: 'not-found',
        facts: {},
      })
      expect(comparable(refused)).toEqual(comparable(await ask(route, by, ghost())))
    })
  })

  describe.each(TEAM_ROUTES.map((route) => [route.key, route] as const))('%s', (_key, route) => {
    it.each(ASKERS.filter((row) => mayUseInTeam(route, row)).map((row) => [row.who, row] as const))(
      'answers %s',
      async (who, row) => {
        const { names } = await readyFor(route, branch())
        if (row.team) await joinTeam(names.event ?? '', row)
        const { result, statements } = await spy.during(() => ask(route, askerNamed(who), names))
        expect([result.status, result.raw.slice(0, 200)]).toEqual([
          route.schema.status ?? 200,
          result.raw.slice(0, 200),
        ])
        // The same spy that finds nothing below hears what is read here.
        expect(statements.flatMap(({ tables }) => tables)).toEqual(expect.arrayContaining(['attendance_act']))
      },
    )

    it.each(ASKERS.filter((row) => !mayUseInTeam(route, row)).map(({ who }) => who))(
      'does not exist for %s',
      async (who) => {
        const by = askerNamed(who)
        const refused = await refusedWithoutTrace(() => ask(route, by, target()), TEAM_WHERE)
        expect([refused.status, JSON.parse(refused.raw)]).toEqual([404, expect.objectContaining({ code: 'not-found' })])
        expect(comparable(refused)).toEqual(comparable(await ask(route, by, ghost())))
      },
    )

    it('of an event that somebody else runs, and of an id that is none', async () => {
      const by = askerNamed('a lead of the event by name')
      const nothing = comparable(await ask(route, by, ghost()))
      expect(nothing.status).toBe(404)
      const other = await published(api, branch().hall.host)
      const hidden = await refusedWithoutTrace(() => ask(route, by, { ...target(), event: other }), TEAM_WHERE)
      expect(comparable(hidden)).toEqual(nothing)
      for (const id of [...MALFORMED, event.event?.toUpperCase() ?? '', people.confirmed.person])
        expect([id, comparable(await ask(route, by, { ...target(), event: id }))]).toEqual([id, nothing])
    })
  })

  it('of a venue in another district with the same code is that one’s', async () => {
    const host = askerNamed('a host of another district')
    const url = `/v1/venues/${VENUE}/events?from=${DAYS.from}&to=${DAYS.to}`
    const theirs = await host.call('GET', url)
    expect(theirs.body).toMatchObject({ venue: { code: VENUE, organisation: { code: 'MX-A' } }, events: [] })
    const ours = await askerNamed('a host of the venue').call('GET', url)
    expect(ours.body).toMatchObject({ venue: { code: VENUE, organisation: { code: HALL } } })
    expect(ours.raw).toContain(event.event)
  })

  it('is dead at the next request: a role that is revoked, and one that ends', async () => {
    const held = await newPerson(api)
    const url = `/v1/organisations/${BRANCH}/people`
    expect((await held.call('GET', url)).status).toBe(404)
    const grant = await giveOffice(api, held.person, { role: 'branch-secretary', organisation: BRANCH })
    expect((await held.call('GET', url)).status).toBe(200)
    await revokeRole(api.district().db, grant, api.now() as never)
    expect((await held.call('GET', url)).status).toBe(404)
    // Through its last day at +08:00, and not a millisecond longer.
    await giveOffice(api, held.person, { role: 'branch-secretary', organisation: BRANCH, until: '2026-03-05' })
    const [start, end] = [api.now(), Date.UTC(2026, 2, 5, 16)]
    api.setNow(end - 1)
    expect((await held.call('GET', url)).status).toBe(200)
    api.setNow(end)
    expect((await held.call('GET', url)).status).toBe(404)
    api.setNow(start)
  })
})

const PERSON_ROUTES = OFFICE_ROUTES.filter(({ permission }) => permission.about === 'person')

describe('a row about oneself', () => {
  describe.each(PERSON_ROUTES.map((route) => [route.key, route] as const))('%s', (_key, route) => {
    it.each(ASKERS.map(({ who }) => who))('is refused to %s', async (who) => {
      const by = askerNamed(who)
      const refused = await refusedWithoutTrace(() => ask(route, by, { ...target(), person: by.person }), RIGHTS)
      expect(JSON.parse(refused.raw)).toMatchObject({ status: 422, code: 'own-row', facts: {} })
    })
  })

  it('is in no list that one opens', async () => {
    const own = await confirmedPerson(api, secretary, { name: newName(), organisation: BRANCH })
    await giveOffice(api, own.person, { role: 'branch-secretary', organisation: BRANCH })
    const list = await own.call('GET', `/v1/organisations/${BRANCH}/people`)
    expect(list.raw).toContain(people.confirmed.person)
    expect(list.raw).not.toContain(own.person)
  })
})

describe('a row that one may not see answers byte for byte like one that does not exist', () => {
  describe.each(PERSON_ROUTES.map((route) => [route.key, route] as const))('%s', (_key, route) => {
    const asker = () => askerNamed(ASKERS.find((row) => mayUse(route, row))?.who ?? '')

    it.each([
      'declined',
      'newcomer',
      'erased',
      'moxian',
      ...(route.permission.people === 'confirmed' ? ['claimed'] : []),
    ] as const)('a person who is %s', async (which) => {
      const names = { ...target(), person: people[which as 'claimed'].person }
      const hidden = await refusedWithoutTrace(() => ask(route, asker(), names))
      expect(comparable(hidden)).toEqual(comparable(await ask(route, asker(), ghost())))
      expect(hidden.status).toBe(404)
    })

    it('an id that is none', async () => {
      const nothing = comparable(await ask(route, asker(), ghost()))
      for (const person of [...MALFORMED, people.confirmed.person.toUpperCase(), `${people.confirmed.person}x`]) {
        expect([person, comparable(await ask(route, asker(), { ...target(), person }))]).toEqual([person, nothing])
      }
    })
  })

  it.each(
    OFFICE_ROUTES.filter(({ permission }) => permission.about === 'organisation').map(
      (route) => [route.key, route] as const,
    ),
  )('%s: an organisation that exists elsewhere', async (_key, route) => {
    const first = ASKERS.find((row) => mayUse(route, row))
    const by = askerNamed(first?.who ?? '')
    const nothing = comparable(await ask(route, by, ghost()))
    expect(nothing.status).toBe(404)
    // Of the district its officers see all.
    const inside = first?.role === 'district-officer' ? [] : ['SH-X02', 'SH-X02-1']
    for (const organisation of [...inside, MOXIAN_BRANCH, 'MX', 'Z']) {
      const elsewhere = { ...target(), organisation }
      expect(comparable(await refusedWithoutTrace(() => ask(route, by, elsewhere)))).toEqual(nothing)
    }
  })

  it.each(
    OFFICE_ROUTES.filter(({ permission }) => permission.about === 'venue').map((route) => [route.key, route] as const),
  )('%s: a venue that exists elsewhere', async (_key, route) => {
    const by = askerNamed('a host of the venue')
    const nothing = comparable(await ask(route, by, ghost()))
    expect(nothing.status).toBe(404)
    // Beside it, elsewhere in the district, nowhere; an organisation's code is no venue's.
    for (const venue of ['V12', 'V02', 'V20', HALL]) {
      expect(comparable(await refusedWithoutTrace(() => ask(route, by, { ...target(), venue })))).toEqual(nothing)
    }
  })

  describe.each(
    OFFICE_ROUTES.filter(({ permission }) => permission.about === 'event').map((route) => [route.key, route] as const),
  )('%s', (_key, route) => {
    it('an event in another venue, and an id that is none', async () => {
      const by = askerNamed('a host of another venue of the sub-district')
      const nothing = comparable(await ask(route, by, ghost()))
      expect(nothing.status).toBe(404)
      expect(comparable(await refusedWithoutTrace(() => ask(route, by, target())))).toEqual(nothing)
      const own = askerNamed('a host of the venue')
      for (const id of [...MALFORMED, event.event?.toUpperCase() ?? '', event.message ?? '', people.confirmed.person]) {
        expect([id, comparable(await ask(route, own, { ...target(), event: id }))]).toEqual([id, nothing])
      }
    })
  })

  it.each(
    ROUTES.filter(({ key }) => / \/v1\/(me\/)?events\/:event/.test(key)).map((route) => [route.key, route] as const),
  )('%s: a draft is there for nobody but its offices', async (key, route) => {
    const draft = { ...target(), event: await drafted(branch()) }
    const [by, own] = [askerNamed('a youth without an office'), askerNamed('a host of the venue')]
    const headers = { 'x-district': 'saihan' }
    const nothing = comparable(await ask(route, by, ghost(), headers))
    expect(nothing.status).toBe(404)
    expect(comparable(await ask(route, by, draft, headers))).toEqual(nothing)
    // Nor does its host find it as a youth would.
    if (route.permission.kind !== 'office' && route.permission.kind !== 'team') {
      expect([key, comparable(await ask(route, own, draft, headers))]).toEqual([key, nothing])
    }
  })

  it('another’s message, and an event that asked another organisation, or whose words are another’s to look at', async () => {
    const by = (who: string, key: Route['key'], names: Names) => {
      const route = ROUTES.find((one) => one.key === key)
      if (!route) throw new Error(key)
      return ask(route, askerNamed(who), { ...target(), ...names })
    }
    for (const [who, key, names, none] of [
      ['a youth without an office', 'PUT /v1/me/inbox/:message', {}, { message: GHOST }],
      [
        'the secretary of another branch of the school',
        'POST /v1/organisations/:organisation/class-requests/:event/answer',
        { organisation: 'SH-X01-1' },
        { organisation: 'SH-X01-1', event: GHOST },
      ],
      [
        'an officer of the committee above',
        'POST /v1/organisations/:organisation/class-requests/:event/answer',
        { organisation: 'SH-X01' },
        { organisation: 'SH-X01', event: GHOST },
      ],
      [
        'an officer of a sub-district',
        'POST /v1/organisations/:organisation/words/:words/answer',
        { organisation: 'SH-DXD' },
        { organisation: 'SH-DXD', words: '0'.repeat(64) },
      ],
    ] as const) {
      const nothing = comparable(await by(who, key, none))
      expect(nothing.status).toBe(404)
      const before = await seen.snapshot({ without: ['platform.attempt'] })
      expect([who, comparable(await by(who, key, names))]).toEqual([who, nothing])
      expect(await seen.snapshot({ without: ['platform.attempt'] })).toEqual(before)
    }
  })

  it.each([
    ['POST /v1/people/:person/class-hours/:entry/corrections', 'class-hours'],
    ['POST /v1/people/:person/volunteer-hours/:entry/corrections', 'volunteer-hours'],
    ['POST /v1/people/:person/civics-grades/:entry/corrections', 'civics-grades'],
    ['POST /v1/people/:person/steps/:step/corrections', 'branch-step'],
  ] as const)('%s: what is another person’s, nobody’s, or nothing', async (key, what) => {
    const route = ROUTES.find((one) => one.key === key)
    if (!route) throw new Error('no such route')
    const name = key.includes(':step') ? 'step' : 'entry'
    const nothing = comparable(await ask(route, secretary, { ...target(), [name]: GHOST }))
    expect(nothing.status).toBe(404)
    const before = await seen.snapshot({ without: ['platform.attempt'] })
    for (const one of [others[what], people.confirmed.person, theirs[what].toUpperCase(), ...MALFORMED]) {
      expect([one, comparable(await ask(route, secretary, { ...target(), [name]: one }))]).toEqual([one, nothing])
    }
    // An entry where a step is asked for, and the other way round.
    const foreign = name === 'step' ? theirs['class-hours'] : theirs['branch-step']
    expect(comparable(await ask(route, secretary, { ...target(), [name]: foreign }))).toEqual(nothing)
    expect(await seen.snapshot({ without: ['platform.attempt'] })).toEqual(before)
  })

  it('a step that another office took', async () => {
    const route = ROUTES.find(({ key }) => key === 'POST /v1/people/:person/steps/:step/corrections')
    if (!route) throw new Error('no such route')
    const officer = askerNamed('an officer of the committee above')
    const before = await seen.snapshot({ without: ['platform.attempt'] })
    for (const [by, step] of [
      [secretary, theirs['committee-step']],
      [officer, theirs['branch-step']],
    ] as const) {
      const nothing = comparable(await ask(route, by, { ...target(), step: GHOST }))
      expect(nothing.status).toBe(404)
      expect(comparable(await ask(route, by, { ...target(), step }))).toEqual(nothing)
    }
    expect(await seen.snapshot({ without: ['platform.attempt'] })).toEqual(before)
  })
})

describe.each(['alone', 'with the web version'])('in a database of real people, %s', (kind) => {
  let real: TestApi
  let token: string
  let webRoot: string
  beforeAll(async () => {
    webRoot = await mkdtemp(path.join(os.tmpdir(), 'aili-web-'))
    await writeFile(path.join(webRoot, 'index.html'), '<!doctype html>')
    real = await startApi({ demo: false })
    if (kind !== 'alone') {
      const app = await buildApp({ ...real.deps, webRoot })
      real = { ...real, app }
    }
    token = (await newPerson(real)).token
  })
  afterAll(async () => {
    await real.close()
    await rm(webRoot, { recursive: true })
  })

  it.each(routesOf('demo', 'demo-signed-in').map((route) => [route.key, route] as const))(
    '%s is byte for byte a path that does not exist',
    async (_key, route) => {
      const spied = spyOn(real.pools)
      const payloads = [undefined, JSON.stringify(bodyOf(route) ?? {}), '{', 'x'.repeat(70_000)]
      const { statements } = await spied.during(async () => {
        for (const method of [route.method, 'HEAD', 'OPTIONS', 'PATCH']) {
          for (const headers of [{}, { 'x-district': 'saihan' }, { authorization: `Bearer ${token}` }]) {
            for (const payload of payloads) {
              for (const type of ['application/json', 'text/html']) {
                const request = {
                  method,
                  headers: { ...headers, ...(payload ? { 'content-type': type } : {}) },
                  ...(payload ? { payload } : {}),
                }
                const got = comparable(await send(real, { ...request, url: route.pattern }))
                expect(got).toEqual(comparable(await send(real, { ...request, url: `${route.pattern}-of-nobody` })))
                expect(got.status).toBe(404)
              }
            }
          }
        }
      })
      expect(statements).toEqual([])
    },
  )

  it('has no personas, no clock, and answers who one is', async () => {
    const me = await call(real, 'GET', '/v1/me', { token })
    expect(me.body).toMatchObject({ demo: false, profile: null })
  })

  it('has no session for whom its own clock ended it', async () => {
    const other = await newPerson(real)
    const start = real.now()
    real.setNow(start + 30 * DAY_MS - 1)
    expect((await other.call('GET', '/v1/me')).status).toBe(200)
    real.setNow(start + 30 * DAY_MS)
    expect((await other.call('GET', '/v1/me')).status).toBe(401)
    real.setNow(start)
  })
})
