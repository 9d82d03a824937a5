import fc from 'fast-check'
import { addDays, localDate } from '#domain/time'
import { decideProfile, type ProfileClaim } from '#domain/profile/profile'
import { organisationsOf, policyOf, withValues } from '../packs'

const saihan = policyOf('saihan')
const organisations = organisationsOf('saihan')
const today = localDate('2026-03-10')
const claim: ProfileClaim = {
  name: '申请人·甲',
  birthDate: '2009-05-20',
  township: 'SH-DXD',
  organisation: 'SH-X01-1',
}
const decide = (parts: Partial<ProfileClaim>, policy = saihan) =>
  decideProfile({ ...claim, ...parts }, organisations, policy, today)
const code = (parts: Partial<ProfileClaim>) => {
  const decision = decide(parts)
  return decision.ok ? 'granted' : decision.refusal.code
}

test('what can be kept is kept, the name as it is written everywhere', () => {
  expect(decide({})).toEqual({ ok: true, value: claim })
  expect(decide({ name: ' 申请人・甲 ' })).toEqual({ ok: true, value: claim })
  expect(decide({ township: null })).toMatchObject({ ok: true, value: { township: null } })
})

describe('age', () => {
  test.each([
    ['2012-03-11', 'under-age'], // 13 years and 364 days
    ['2012-03-10', 'granted'], // 14 today
    ['2012-03-09', 'granted'],
    ['2026-03-10', 'under-age'],
    ['1997-03-10', 'granted'], // above 28: applying is another question than having an account
    ['1950-01-01', 'granted'],
  ])('born %s: %s', (birthDate, answer) => {
    expect(code({ birthDate })).toBe(answer)
  })

  test('the refusal says from which age on', () => {
    expect(decide({ birthDate: '2012-03-11' })).toEqual({
      ok: false,
      refusal: { code: 'under-age', facts: { minimum: 14 } },
    })
    const later = withValues(saihan, { 'account.age-min': 16 })
    expect(decide({ birthDate: '2012-03-10' }, later)).toMatchObject({ refusal: { facts: { minimum: 16 } } })
  })

  test('where the birthday does not count, it is the day after', () => {
    const policy = withValues(saihan, { 'age.birthday-counts': false })
    expect(decide({ birthDate: '2012-03-10' }, policy)).toMatchObject({ refusal: { code: 'under-age' } })
    expect(decide({ birthDate: '2012-03-09' }, policy).ok).toBe(true)
  })

  test('is asked first: under it, nothing else is even looked at', () => {
    const anything = fc.record({
      name: fc.string({ unit: 'binary' }),
      township: fc.option(fc.string()),
      organisation: fc.string(),
      days: fc.integer({ min: 1, max: 5000 }),
    })
    fc.assert(
      fc.property(anything, ({ days, ...parts }) => {
        // born a day too late or more, and not in the future
        const birthDate = addDays(localDate('2012-03-10'), days)
        fc.pre(birthDate <= today)
        expect(code({ ...parts, birthDate })).toBe('under-age')
      }),
    )
  })
})

describe('birth date', () => {
  test.each([
    ['2026-03-11', 'birth-date-invalid'], // tomorrow
    ['2199-12-31', 'birth-date-invalid'],
    ['2009-02-29', 'birth-date-invalid'],
    ['1899-12-31', 'birth-date-invalid'],
    ['20090520', 'birth-date-invalid'],
    ['', 'birth-date-invalid'],
    ['1900-01-01', 'granted'],
  ])('%j: %s', (birthDate, answer) => {
    expect(code({ birthDate })).toBe(answer)
  })
})

describe('name', () => {
  test.each(['', '甲', '甲'.repeat(51), '申请人1', '申请人\u0000甲', '申请人\u202e甲', '😀😀'])(
    '%j is none',
    (name) => {
      expect(decide({ name })).toEqual({
        ok: false,
        refusal: { code: 'name-invalid', facts: { minimum: 2, maximum: 50 } },
      })
    },
  )
})

describe('organisation', () => {
  test.each([
    ['SH-X01-1', 'granted'],
    ['SH-N06', 'granted'], // a joint branch
    ['SH-V01', 'granted'],
    ['SH', 'organisation-not-a-branch'],
    ['SH-X01', 'organisation-not-a-branch'],
    ['SH-N01', 'organisation-not-a-branch'], // a general branch, with two branches below
    ['SH-DXD', 'organisation-not-a-branch'],
    ['SH-S01', 'organisation-not-a-branch'],
    ['SH-X99', 'organisation-unknown'],
    ['sh-x01-1', 'organisation-unknown'],
    ['', 'organisation-unknown'],
    ['MX-A1', 'organisation-unknown'], // of another district
    ['constructor', 'organisation-unknown'],
  ])('%j: %s', (organisation, answer) => {
    expect(code({ organisation })).toBe(answer)
  })
})

describe('where one lives', () => {
  test.each([
    [null, 'granted'],
    ['SH-YL', 'granted'], // a town
    ['SH-BY', 'granted'], // a sub-district
    ['SH', 'township-unknown'],
    ['SH-X01-1', 'township-unknown'],
    ['SH-XXX', 'township-unknown'],
    ['MX-A', 'township-unknown'],
    ['', 'township-unknown'],
  ])('%j: %s', (township, answer) => {
    expect(code({ township })).toBe(answer)
  })
})
