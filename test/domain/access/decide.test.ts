import fc from 'fast-check'
import { addDays, localDate } from '#domain/time'
import { decideOffice, type Access, type Asker, type Target } from '#domain/access/decide'
import { PERMISSIONS, type Permission } from '#domain/access/permissions'
import { ROLES, rolesOn, type HeldRole, type Role } from '#domain/access/roles'
import { pathOf } from '#domain/policy/organisations'
import { organisationsOf, rawRows } from '../packs'

type Office = Extract<Permission, { kind: 'office' }>

const today = localDate('2026-03-10')
const organisations = organisationsOf('saihan')
const codes = organisations.map(({ code }) => code)
const venues = rawRows('saihan', 'venues').map(({ code = '', organisation = '' }) => ({ code, organisation }))
const offices: readonly (readonly [string, Office])[] = Object.entries<Permission>(PERMISSIONS).flatMap(
  ([key, permission]) => (permission.kind === 'office' ? [[key, permission] as const] : []),
)
const held = (role: Role, organisation: string, until = today): HeldRole => ({ role, organisation, until })
const hosting = (venue: string, until = today): HeldRole => ({
  ...held('venue-host', venues.find(({ code }) => code === venue)?.organisation ?? '', until),
  venue,
})
const asker = (...roles: readonly HeldRole[]): Asker => ({ person: 'asker', roles })
const someone = { id: 'someone', affiliation: 'confirmed' } as const
const target = (organisation: string, person: Target['person'] = someone): Target => ({
  organisations: pathOf(organisations, organisation),
  person,
})

/** Where something is asked about: an organisation, or a venue of one. */
interface Place {
  readonly organisation: string
  readonly venue?: string
}

const targetAt = ({ organisation, venue }: Place, person: Target['person']): Target => ({
  ...target(organisation, person),
  ...(venue === undefined ? {} : { venue }),
})

/** Every place that a permission can be asked about. */
const placesOf = ({ about }: Office): readonly Place[] =>
  about === 'venue' || about === 'event'
    ? venues.map(({ code, organisation }) => ({ organisation, venue: code }))
    : codes.map((organisation) => ({ organisation }))

/** Every seat that a role can be held in: of a host the venues. */
const seatsOf = (role: Role, until = today): readonly HeldRole[] =>
  role === 'venue-host'
    ? venues.map(({ code }) => hosting(code, until))
    : codes.map((organisation) => held(role, organisation, until))

/** The same question, answered the long way round: by walking the tree up from the target; a host's by the venue's code alone. */
function expected(permission: Office, from: Asker, { organisation, venue }: Place, person: Target['person']): Access {
  if (person?.id === from.person) return 'own-row'
  const parentOf = (code: string) => organisations.find((one) => one.code === code)?.parent ?? null
  for (const { role, organisation: seat, until, venue: hosted } of from.roles) {
    const row = permission.roles.find((one) => one.role === role)
    if (!row || until < today) continue
    if (role === 'venue-host') {
      if (venue !== undefined && hosted === venue) return 'granted'
      continue
    }
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

describe('a host', () => {
  const below = office('venue-host', 'below')
  const own = office('venue-host', 'own')
  const at = (venue?: string) => targetAt({ organisation: 'SH-RML', ...(venue === undefined ? {} : { venue }) }, null)
  const about = (permission: Office): Office => ({ ...permission, about: 'venue' })

  // V01 and V12 belong to one sub-district, V02 to another.
  test.each([
    ['of it', hosting('V01'), 'granted'],
    ['of another venue of the same organisation', hosting('V12'), 'not-visible'],
    ['of a venue elsewhere', hosting('V02'), 'not-visible'],
    ['of a name that begins alike', { ...hosting('V01'), venue: 'V0' }, 'not-visible'],
    ['whose grant names no venue', held('venue-host', 'SH-RML'), 'not-visible'],
    ['whose grant names none, as the database says it', { ...hosting('V01'), venue: null }, 'not-visible'],
    ['whose term ended yesterday', hosting('V01', addDays(today, -1)), 'not-visible'],
  ] as const)('%s', (_, role, answer) => {
    for (const permission of [about(own), about(below)]) {
      expect(decideOffice(permission, asker(role), at('V01'), today)).toBe(answer)
    }
  })

  test('whose venue went to another organisation keeps it, and gets nothing of either organisation', () => {
    const moved = { ...hosting('V01'), organisation: 'SH-DXX' }
    expect(decideOffice(about(own), asker(moved), at('V01'), today)).toBe('granted')
    for (const permission of [about(own), about(below)]) {
      for (const organisation of ['SH-RML', 'SH-DXX']) {
        expect(decideOffice(permission, asker(moved), targetAt({ organisation }, null), today)).toBe('not-visible')
      }
    }
  })

  test('reaches no organisation, and nobody in it, whatever a permission would say', () => {
    for (const permission of [own, below]) {
      for (const role of seatsOf('venue-host')) {
        for (const organisation of codes) {
          for (const person of [null, someone]) {
            const there = targetAt({ organisation }, person)
            const anything: Office = { ...permission, about: person ? 'person' : 'organisation', people: 'claimed-too' }
            expect(decideOffice(anything, asker(role), there, today)).toBe('not-visible')
          }
        }
      }
    }
  })

  test('and another office is not a host for being held beside the venue', () => {
    for (const role of ROLES.filter((one) => one !== 'venue-host')) {
      const beside = { ...held(role, 'SH-RML'), venue: 'V01' }
      expect(decideOffice(about(own), asker(beside), at('V01'), today)).toBe('not-visible')
    }
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
  const places = placesOf(permission)
  const everyRole = ROLES.flatMap((role) => seatsOf(role))
  /** What is asked about somebody, and what about nobody. */
  const ofSomebody = permission.about === 'person'

  test('never about oneself, with every role there is and with none', () => {
    for (const roles of [[], everyRole]) {
      for (const affiliation of ['claimed', 'confirmed'] as const) {
        for (const place of places) {
          const own = targetAt(place, { id: 'asker', affiliation })
          expect(decideOffice(permission, asker(...roles), own, today)).toBe('own-row')
        }
      }
    }
  })

  test('closed to whoever holds no role, and for what does not exist', () => {
    for (const place of places) {
      expect(decideOffice(permission, asker(), targetAt(place, ofSomebody ? someone : null), today)).toBe('not-visible')
    }
    expect(decideOffice(permission, asker(...everyRole), null, today)).toBe('not-visible')
  })

  test('every role in every seat, about every place: as the tree and the venues say', () => {
    const people: readonly Target['person'][] = ofSomebody
      ? [someone, { id: 'someone', affiliation: 'claimed' }, { id: 'asker', affiliation: 'confirmed' }]
      : [null]
    let granted = 0
    for (const role of everyRole) {
      const from = asker(role)
      for (const place of places) {
        for (const person of people) {
          const answer = decideOffice(permission, from, targetAt(place, person), today)
          if (answer !== expected(permission, from, place, person))
            throw new Error(`${JSON.stringify(role)} ${JSON.stringify(place)}: ${answer}`)
          if (answer === 'granted') granted += 1
        }
      }
    }
    expect(granted).toBeGreaterThan(0)
  })

  test('many roles at once, some ended: granted exactly if one of them alone would do', () => {
    const anyRole = fc
      .tuple(fc.constantFrom(...ROLES), fc.nat(), fc.integer({ min: -2, max: 2 }))
      .map(([role, seat, days]) => {
        const seats = seatsOf(role, addDays(today, days))
        return seats[seat % seats.length] as HeldRole
      })
    fc.assert(
      fc.property(fc.array(anyRole, { maxLength: 5 }), fc.constantFrom(...places), (roles, place) => {
        const person = ofSomebody ? someone : null
        const alone = roles.some((role) => expected(permission, asker(role), place, person) === 'granted')
        expect(decideOffice(permission, asker(...roles), targetAt(place, person), today)).toBe(
          alone ? 'granted' : 'not-visible',
        )
      }),
    )
  })

  test('about a person, it is closed when nobody is named', () => {
    for (const place of places) {
      const nobody = decideOffice(permission, asker(...everyRole), targetAt(place, null), today)
      expect(nobody).toBe(ofSomebody ? 'not-visible' : expected(permission, asker(...everyRole), place, null))
    }
  })
})
