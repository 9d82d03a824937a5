import { PERMISSIONS, permissionSentence, type Permission } from '#domain/access/permissions'
import type { Role } from '#domain/access/roles'

const all = Object.entries<Permission>(PERMISSIONS)
const rolesOf = (permission: Permission): readonly Role[] =>
  permission.kind === 'office' ? permission.roles.map(({ role }) => role) : []
const offices = all.flatMap(([key, permission]) => (permission.kind === 'office' ? [[key, permission] as const] : []))

const CLASS_ANSWER = 'POST /v1/organisations/:organisation/class-requests/:event/answer'
const WORDS_ANSWER = 'POST /v1/organisations/:organisation/words/:words/answer'
/** What the upper system asks for is entered by whoever has its account: the host, or an office above. */
const HAND_OVER = 'POST /v1/events/:event/hand-over'

test('every key is a method and a versioned pattern', () => {
  for (const [key] of all) expect(key).toMatch(/^(GET|POST|PUT|DELETE) \/v1(\/:?[a-z][a-z-]*(\.json)?)+$/)
})

test('every route about a person by id, or about an organisation’s people, is an office’s', () => {
  for (const [key, permission] of all) {
    if (/\/:(person|organisation)\b/.test(key)) expect([key, permission.kind]).toEqual([key, 'office'])
  }
})

test('of events anyone reads what is published; the rest is one’s own, a team’s, or an office’s', () => {
  const about = all.filter(([key]) =>
    /\/(venues|events|inbox|season|check-ins|attendances|own-code|teams|hand-overs)(\/|$)/.test(key),
  )
  const of = (kind: Permission['kind']) => about.filter(([, one]) => one.kind === kind).map(([key]) => key)
  expect(of('anyone')).toEqual(['GET /v1/venues', 'GET /v1/events', 'GET /v1/events/:event'])
  for (const key of of('signed-in')) expect(key).toMatch(/ \/v1\/me\//)
  expect(about).toHaveLength([...of('anyone'), ...of('signed-in'), ...of('team'), ...of('office')].length)
})

test('without signing in one changes nothing but the session', () => {
  const open = all.filter(([, { kind }]) => kind === 'anyone' || kind === 'demo').map(([key]) => key)
  expect(open.filter((key) => !key.startsWith('GET '))).toEqual([
    'POST /v1/sessions',
    'POST /v1/sessions/desk',
    'POST /v1/sessions/demo',
  ])
})

test('what is open to signed-in people is about themselves', () => {
  for (const [key, { kind }] of all) {
    if (kind === 'signed-in') expect(key).toMatch(/^[A-Z]+ \/v1\/(me(\/|$)|sessions\/current$)/)
  }
})

test('what is there in a demo only says so in its path, and the reverse', () => {
  for (const [key, { kind }] of all) {
    expect([key, kind.startsWith('demo')]).toEqual([key, /\/(demo|personas)(\/|$)/.test(key)])
  }
})

test('of an event’s team a helper records who comes, a host runs the desk and settles, a lead undoes and closes', () => {
  const teams = all.flatMap(([key, one]) => (one.kind === 'team' ? [[one.least, key] as const] : []))
  for (const [, key] of teams) expect(key).toMatch(/ \/v1\/events\/:event\//)
  const of = (least: string) =>
    teams.flatMap(([one, key]) => (one === least ? [key.replace(' /v1/events/:event/', ' ')] : []))
  expect(of('helper')).toEqual(['GET attendance', 'POST check-ins'])
  expect(of('host')).toEqual(['POST desks', 'POST settlements', 'GET attendance/sheet'])
  expect(of('lead')).toEqual(['POST strikes', 'POST close', 'POST reopen', 'POST team'])
})

describe.each(offices)('%s', (key, permission) => {
  test('names at least one role, each once', () => {
    const roles = permission.roles.map(({ role }) => role)
    expect(roles.length).toBeGreaterThan(0)
    expect(new Set(roles).size).toBe(roles.length)
  })

  test('is about what its path names first', () => {
    const named = /\/:(person|organisation|venue|event)\b/.exec(key)?.[1]
    // Without a name in the path it is an organisation, in the query.
    expect(permission.about).toBe(named ?? 'organisation')
  })

  test('a change is about a person, a venue or an event; about an organisation it is one of three', () => {
    if (key.startsWith('GET ') || permission.about !== 'organisation') return
    expect([
      // Asks about each person again.
      'POST /v1/organisations/:organisation/class-hours',
      // What the organisation was asked.
      'POST /v1/organisations/:organisation/class-requests/:event/answer',
      'POST /v1/organisations/:organisation/words/:words/answer',
    ]).toContain(key)
  })

  test('a branch’s secretary reaches their own branch only', () => {
    for (const { role, reach } of permission.roles) if (role === 'branch-secretary') expect(reach).toBe('own')
  })

  test('a host reaches their own venue and its events, and no person and no organisation', () => {
    for (const { role, reach } of permission.roles) if (role === 'venue-host') expect(reach).toBe('own')
    if (rolesOf(permission).includes('venue-host')) expect(['venue', 'event']).toContain(permission.about)
  })

  test('a venue’s events are its host’s: offices above look, hand the record over, and change nothing', () => {
    if (permission.about !== 'venue' && permission.about !== 'event') return
    expect(rolesOf(permission)).toContain('venue-host')
    if (!key.startsWith('GET ') && key !== HAND_OVER) expect(rolesOf(permission)).toEqual(['venue-host'])
  })

  test('who has registered is the host’s to see, and nobody else’s', () => {
    if (key.includes('/registrations')) expect(rolesOf(permission)).toEqual(['venue-host'])
  })

  test('whoever is not confirmed is seen by name, and answered; nothing else is', () => {
    if (permission.people === 'claimed-too') {
      expect(key).toMatch(/\/organisations\/:organisation\/people$|\/affiliation-confirmations$/)
    }
  })

  test('the district’s officers look, and change nothing but whether words may be read and what was handed over', () => {
    if (!rolesOf(permission).includes('district-officer') || key === WORDS_ANSWER || key === HAND_OVER) return
    expect(key).toMatch(/^GET /)
  })

  test('what a branch does is not done above it, and the reverse; both correct their own', () => {
    if (key.startsWith('GET ') || key.endsWith('/steps/:step/corrections')) return
    if (key === WORDS_ANSWER || key === HAND_OVER) return
    // Whoever was asked to name a class answers, branch or committee: for itself, and not for one below.
    if (key === CLASS_ANSWER) for (const { reach } of permission.roles) expect(reach).toBe('own')
    else expect(rolesOf(permission)).toHaveLength(1)
  })

  test('words of events are looked at above the branch', () => {
    if (key.includes('/words')) expect(rolesOf(permission)).toEqual(['committee-officer', 'district-officer'])
  })
})

/** Who takes which act, and may do what else; everything that an office can do, row by row. */
test('each office does its own', () => {
  const doneBy = (role: Role) =>
    offices.filter(([key, permission]) => !key.startsWith('GET ') && rolesOf(permission).includes(role))
  const names = (role: Role) => doneBy(role).map(([key]) => key.replace(/^\w+ \/v1\/\w+\/:\w+\//, ''))
  expect(names('branch-secretary').sort()).toEqual([
    'affiliation-confirmations',
    'civics-grades',
    'civics-grades/:entry/corrections',
    'class-hours',
    'class-hours',
    'class-hours/:entry/corrections',
    'class-requests/:event/answer',
    'mentors',
    'nomination',
    'paper',
    'steps/:step/corrections',
    'talk',
    'volunteer-hours',
    'volunteer-hours/:entry/corrections',
  ])
  expect(names('committee-officer').sort()).toEqual([
    'activist',
    'class-requests/:event/answer',
    'hand-over',
    'nomination/answer',
    'steps/:step/corrections',
    'words/:words/answer',
  ])
  expect(names('district-officer')).toEqual(['hand-over', 'words/:words/answer'])
  expect(doneBy('venue-host').map(([key]) => key)).toEqual([
    'POST /v1/venues/:venue/events',
    'PUT /v1/events/:event',
    'POST /v1/events/:event/status',
    'POST /v1/events/:event/registrations',
    'POST /v1/events/:event/announcements',
    'POST /v1/events/:event/class-request',
    HAND_OVER,
  ])
})

test('a host opens their venue’s events, who has registered and the record, and nothing else', () => {
  const opened = offices.filter(([key, one]) => key.startsWith('GET ') && rolesOf(one).includes('venue-host'))
  expect(opened.map(([key]) => key)).toEqual([
    'GET /v1/venues/:venue/events',
    'GET /v1/events/:event/desk',
    'GET /v1/events/:event/registrations',
    'GET /v1/events/:event/record',
  ])
})

test('the district’s officers open numbers, lists, paths, events and their words, and nothing else', () => {
  const opened = offices.filter(([, permission]) => rolesOf(permission).includes('district-officer'))
  expect(opened.map(([key]) => key)).toEqual([
    'GET /v1/venues/:venue/events',
    'GET /v1/events/:event/desk',
    'GET /v1/events/:event/record',
    HAND_OVER,
    'GET /v1/hand-overs',
    'GET /v1/organisations/:organisation/words',
    WORDS_ANSWER,
    'GET /v1/season',
    'GET /v1/season/sheet',
    'GET /v1/overview',
    'GET /v1/organisations/:organisation/people',
    'GET /v1/people/:person/path',
  ])
})

test('as sentences: who, what, about whom', () => {
  const sentence = (key: keyof typeof PERMISSIONS) => permissionSentence(key, PERMISSIONS[key])
  expect(sentence('GET /v1/health')).toBe(
    'GET /v1/health: Anyone, without signing in, may ask whether the service is up.',
  )
  expect(sentence('GET /v1/people/:person/path')).toBe(
    'GET /v1/people/:person/path: A branch secretary (of that organisation) or an officer of a committee (above it or of it) ' +
      'or an officer of the district committee (above it or of it) ' +
      'may read a person’s path, in the words that this person sees (a minor’s with a reason, above the branch); ' +
      'only people whose organisation is confirmed, never themselves.',
  )
  expect(sentence('POST /v1/people/:person/nomination/answer')).toBe(
    'POST /v1/people/:person/nomination/answer: An officer of a committee (above it or of it) ' +
      'may approve a nomination, or return it with a reason; only people whose organisation is confirmed, never themselves.',
  )
  expect(sentence('GET /v1/venues/:venue/events')).toBe(
    'GET /v1/venues/:venue/events: A host of the venue or an officer of a committee (above it or of it) ' +
      'or an officer of the district committee (above it or of it) may list a venue’s events, drafts included.',
  )
  expect(sentence('POST /v1/events/:event/status')).toBe(
    'POST /v1/events/:event/status: A host of the venue may publish, unpublish or cancel an event.',
  )
  expect(sentence('POST /v1/events/:event/close')).toBe(
    'POST /v1/events/:event/close: A lead of the event may close the event, which credits.',
  )
  for (const [key, permission] of all) {
    expect(permissionSentence(key, permission)).toMatch(/^[A-Z]+ \/v1\/\S+: (Anyone|A|An)\b.* may .*\.$/)
  }
})
