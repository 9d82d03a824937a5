import { PERMISSIONS, permissionSentence, type Permission } from '#domain/access/permissions'

const all = Object.entries<Permission>(PERMISSIONS)
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
  expect(open.filter((key) => !key.startsWith('GET '))).toEqual(['POST /v1/sessions', 'POST /v1/sessions/demo'])
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

  test('a change is about a person', () => {
    if (!key.startsWith('GET ')) expect(permission.about).toBe('person')
  })

  test('a branch’s secretary reaches their own branch only', () => {
    for (const { role, reach } of permission.roles) if (role === 'branch-secretary') expect(reach).toBe('own')
  })

  test('whoever is not confirmed is seen by name, and answered; nothing else is', () => {
    if (permission.people === 'claimed-too') {
      expect(key).toMatch(/\/organisations\/:organisation\/people$|\/affiliation-confirmations$/)
    }
  })

  test('the district’s officers see numbers, no people', () => {
    const district = (permission.roles as readonly { readonly role: string }[]).some(
      ({ role }) => role === 'district-officer',
    )
    if (district) {
      expect(permission.about).toBe('organisation')
      expect(key).not.toContain('people')
    }
  })
})

test('as sentences: who, what, about whom', () => {
  const sentence = (key: keyof typeof PERMISSIONS) => permissionSentence(key, PERMISSIONS[key])
  expect(sentence('GET /v1/health')).toBe(
    'GET /v1/health: Anyone, without signing in, may ask whether the service is up.',
  )
  expect(sentence('GET /v1/people/:person/path')).toBe(
    'GET /v1/people/:person/path: A branch secretary (of that organisation) or an officer of a committee (above it or of it) ' +
      'may read a person’s path, in the words that this person sees; only people whose organisation is confirmed, never themselves.',
  )
  for (const [key, permission] of all) {
    expect(permissionSentence(key, permission)).toMatch(/^[A-Z]+ \/v1\/\S+: (Anyone|A|An)\b.* may .*\.$/)
  }
})
