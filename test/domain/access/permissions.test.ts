import { PERMISSIONS, permissionSentence, type Permission } from '#domain/access/permissions'
import type { Role } from '#domain/access/roles'

const all = Object.entries<Permission>(PERMISSIONS)
const rolesOf = (permission: Permission): readonly Role[] =>
  permission.kind === 'office' ? permission.roles.map(({ role }) => role) : []
const offices = all.flatMap(([key, permission]) => (permission.kind === 'office' ? [[key, permission] as const] : []))

test('every key is a method and a versioned pattern', () => {
  for (const [key] of all) expect(key).toMatch(/^(GET|POST|PUT|DELETE) \/v1(\/:?[a-z][a-z-]*(\.json)?)+$/)
})

test('every route about a person by id, or about an organisation’s people, is an office’s', () => {
  for (const [key, permission] of all) {
    if (/\/:(person|organisation)\b/.test(key)) expect([key, permission.kind]).toEqual([key, 'office'])
  }
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

describe.each(offices)('%s', (key, permission) => {
  test('names at least one role, each once', () => {
    const roles = permission.roles.map(({ role }) => role)
    expect(roles.length).toBeGreaterThan(0)
    expect(new Set(roles).size).toBe(roles.length)
  })

  test('is about what its path names', () => {
    if (key.includes('/:person')) expect(permission.about).toBe('person')
    if (permission.about === 'person') expect(key).toContain('/:person')
  })

  test('a change is about a person, but for a class that many took: that one asks about each again', () => {
    if (!key.startsWith('GET ') && key !== 'POST /v1/organisations/:organisation/class-hours') {
      expect(permission.about).toBe('person')
    }
  })

  test('a branch’s secretary reaches their own branch only', () => {
    for (const { role, reach } of permission.roles) if (role === 'branch-secretary') expect(reach).toBe('own')
  })

  test('whoever is not confirmed is seen by name, and answered; nothing else is', () => {
    if (permission.people === 'claimed-too') {
      expect(key).toMatch(/\/organisations\/:organisation\/people$|\/affiliation-confirmations$/)
    }
  })

  test('the district’s officers look, and change nothing', () => {
    if (rolesOf(permission).includes('district-officer')) expect(key).toMatch(/^GET /)
  })

  test('what a branch does is not done above it, and the reverse; both correct their own', () => {
    if (key.startsWith('GET ') || key.endsWith('/steps/:step/corrections')) return
    expect(rolesOf(permission)).toHaveLength(1)
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
    'mentors',
    'nomination',
    'paper',
    'steps/:step/corrections',
    'talk',
    'volunteer-hours',
    'volunteer-hours/:entry/corrections',
  ])
  expect(names('committee-officer').sort()).toEqual(['activist', 'nomination/answer', 'steps/:step/corrections'])
  expect(names('district-officer')).toEqual([])
})

test('the district’s officers open numbers, lists and paths, and nothing else', () => {
  const opened = offices.filter(([, permission]) => rolesOf(permission).includes('district-officer'))
  expect(opened.map(([key]) => key)).toEqual([
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
  for (const [key, permission] of all) {
    expect(permissionSentence(key, permission)).toMatch(/^[A-Z]+ \/v1\/\S+: (Anyone|A|An)\b.* may .*\.$/)
  }
})
