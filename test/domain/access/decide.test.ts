import fc from 'fast-check'
import { addDays, localDate } from '#domain/time'
import { decideOffice, type Access, type Asker, type Target } from '#domain/access/decide'
import { PERMISSIONS, type Permission } from '#domain/access/permissions'
import { ROLES, rolesOn, type HeldRole, type Role } from '#domain/access/roles'
import { pathOf } from '#domain/policy/organisations'
import { organisationsOf } from '../packs'

type Office = Extract<Permission, { kind: 'office' }>

const today = localDate('2026-03-10')
const organisations = organisationsOf('saihan')
const codes = organisations.map(({ code }) => code)
const offices: readonly (readonly [string, Office])[] = Object.entries<Permission>(PERMISSIONS).flatMap(
  ([key, permission]) => (permission.kind === 'office' ? [[key, permission] as const] : []),
)
const held = (role: Role, organisation: string, until = today): HeldRole => ({ role, organisation, until })
const asker = (...roles: readonly HeldRole[]): Asker => ({ person: 'asker', roles })
const someone = { id: 'someone', affiliation: 'confirmed' } as const
const target = (organisation: string, person: Target['person'] = someone): Target => ({
  organisations: pathOf(organisations, organisation),
  person,
})

/** The same question, answered the long way round: by walking the tree up from the target. */
function expected(permission: Office, from: Asker, organisation: string, person: Target['person']): Access {
  if (person?.id === from.person) return 'own-row'
  const parentOf = (code: string) => organisations.find((one) => one.code === code)?.parent ?? null
  for (const { role, organisation: seat, until } of from.roles) {
    const row = permission.roles.find((one) => one.role === role)
    if (!row || until < today) continue
    for (let at: string | null = organisation; at !== null; at = row.reach === 'below' ? parentOf(at) : null) {
      if (at !== seat) continue
      return person?.affiliation === 'claimed' && permission.people !== 'claimed-too' ? 'not-visible' : 'granted'
    }
  }
  return 'not-visible'
}

/** A permission of our own, so that these tables don't hang on what the real one says. */
const office = (role: Role, reach: 'own' | 'below', people: Office['people'] = 'confirmed'): Office => ({
  kind: 'office',
  does: 'test',
  about: 'person',
  roles: [{ role, reach }],
  people,
})

describe('reach', () => {
  // the way up: SH-N01-1 → SH-N01 → SH; SH-N01-2 beside it; SH-X01 elsewhere
  const below = office('committee-officer', 'below')
  const own = office('committee-officer', 'own')

  test.each([
    ['of it', 'SH-N01', 'granted', 'granted'],
    ['above it', 'SH', 'granted', 'not-visible'],
    ['below it', 'SH-N01-1', 'not-visible', 'not-visible'],
    ['beside it', 'SH-X01', 'not-visible', 'not-visible'],
    ['of a name that begins alike', 'SH-N0', 'not-visible', 'not-visible'],
    ['of none', '', 'not-visible', 'not-visible'],
    ['of another district', 'MX', 'not-visible', 'not-visible'],
  ] as const)('an officer %s (%s)', (_, seat, withBelow, withOwn) => {
    expect(decideOffice(below, asker(held('committee-officer', seat)), target('SH-N01'), today)).toBe(withBelow)
    expect(decideOffice(own, asker(held('committee-officer', seat)), target('SH-N01'), today)).toBe(withOwn)
  })

  test('a role that the permission does not name reaches nothing, wherever it is held', () => {
    for (const role of ROLES.filter((one) => one !== 'committee-officer')) {
      for (const seat of ['SH-N01', 'SH']) {
        expect(decideOffice(below, asker(held(role, seat)), target('SH-N01'), today)).toBe('not-visible')
      }
    }
  })

  test('reach and role belong together: one role’s reach is not another’s', () => {
    const both: Office = {
      ...office('branch-secretary', 'own'),
      roles: [
        { role: 'branch-secretary', reach: 'own' },
        { role: 'committee-officer', reach: 'below' },
      ],
    }
    expect(decideOffice(both, asker(held('branch-secretary', 'SH-N01')), target('SH-N01-1'), today)).toBe('not-visible')
    expect(decideOffice(both, asker(held('committee-officer', 'SH-N01')), target('SH-N01-1'), today)).toBe('granted')
  })

  test('an organisation that does not exist is reached by nobody', () => {
    expect(decideOffice(below, asker(held('committee-officer', 'SH')), target('NONE'), today)).toBe('not-visible')
    expect(decideOffice(below, asker(held('committee-officer', 'SH')), null, today)).toBe('not-visible')
  })
})

describe('the last day of a role', () => {
  test.each([
    [1, 'granted'],
    [0, 'granted'],
    [-1, 'not-visible'],
  ] as const)('%i days from now: %s', (days, answer) => {
    const roles = [held('branch-secretary', 'SH-N02', addDays(today, days))]
    expect(decideOffice(office('branch-secretary', 'own'), asker(...roles), target('SH-N02'), today)).toBe(answer)
    expect(rolesOn(roles, today)).toHaveLength(answer === 'granted' ? 1 : 0)
  })

  test('an ended role does not hide a living one', () => {
    const roles = [
      held('branch-secretary', 'SH-N02', addDays(today, -1)),
      held('branch-secretary', 'SH-N02', addDays(today, 9)),
    ]
    expect(decideOffice(office('branch-secretary', 'own'), asker(...roles), target('SH-N02'), today)).toBe('granted')
  })
})

describe('people whose organisation is not confirmed', () => {
  const claimed = { id: 'someone', affiliation: 'claimed' } as const
  const secretary = asker(held('branch-secretary', 'SH-N02'))

  test('are there only for a permission that says so', () => {
    expect(decideOffice(office('branch-secretary', 'own'), secretary, target('SH-N02', claimed), today)).toBe(
      'not-visible',
    )
    const too = office('branch-secretary', 'own', 'claimed-too')
    expect(decideOffice(too, secretary, target('SH-N02', claimed), today)).toBe('granted')
    expect(decideOffice(too, secretary, target('SH-N03', claimed), today)).toBe('not-visible')
  })
})

describe.each(offices)('%s', (_, permission) => {
  const everyRole = ROLES.map((role) => held(role, 'SH-N02'))

  test('never about oneself, with every role there is and with none', () => {
    for (const roles of [[], everyRole]) {
      for (const affiliation of ['claimed', 'confirmed'] as const) {
        const own = target('SH-N02', { id: 'asker', affiliation })
        expect(decideOffice(permission, asker(...roles), own, today)).toBe('own-row')
      }
    }
  })

  test('closed to whoever holds no role, and for what does not exist', () => {
    for (const code of codes) expect(decideOffice(permission, asker(), target(code), today)).toBe('not-visible')
    expect(decideOffice(permission, asker(...everyRole), null, today)).toBe('not-visible')
  })

  test('every role at every organisation, about every organisation: as the tree says', () => {
    const people: readonly Target['person'][] =
      permission.about === 'organisation'
        ? [null]
        : [someone, { id: 'someone', affiliation: 'claimed' }, { id: 'asker', affiliation: 'confirmed' }]
    for (const role of ROLES) {
      for (const seat of codes) {
        const from = asker(held(role, seat))
        for (const code of codes) {
          for (const person of people) {
            const answer = decideOffice(permission, from, target(code, person), today)
            if (answer !== expected(permission, from, code, person))
              throw new Error(`${role} ${seat} ${code}: ${answer}`)
          }
        }
      }
    }
  })

  test('many roles at once, some ended: granted exactly if one of them alone would do', () => {
    const anyRole = fc.record({
      role: fc.constantFrom(...ROLES),
      organisation: fc.constantFrom(...codes),
      until: fc.integer({ min: -2, max: 2 }).map((days) => addDays(today, days)),
    })
    fc.assert(
      fc.property(fc.array(anyRole, { maxLength: 5 }), fc.constantFrom(...codes), (roles, code) => {
        const person = permission.about === 'person' ? someone : null
        const alone = roles.some((role) => expected(permission, asker(role), code, person) === 'granted')
        expect(decideOffice(permission, asker(...roles), target(code, person), today)).toBe(
          alone ? 'granted' : 'not-visible',
        )
      }),
    )
  })

  test('about a person, it is closed when nobody is named', () => {
    const nobody = decideOffice(permission, asker(...ROLES.map((role) => held(role, 'SH'))), target('SH', null), today)
    if (permission.about === 'person') expect(nobody).toBe('not-visible')
    else expect(nobody).toBe(expected(permission, asker(...ROLES.map((role) => held(role, 'SH'))), 'SH', null))
  })
})
