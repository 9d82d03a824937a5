import type { OrganisationRow } from '#contract/organisation'
import type { LocalDate } from '#domain/time'
import { checkDraft, fieldOf, startOf, type ProfileDraft } from '../../../../src/features/me/profile-draft'
import { policyOf, withValues } from '../../../domain/packs'

const policy = policyOf('saihan')
const today = '2026-11-24' as LocalDate
const row = (
  code: string,
  kind: OrganisationRow['kind'],
  parent: string | null,
  joinable = false,
): OrganisationRow => ({
  code,
  name: code,
  kind,
  parent,
  placeholder: false,
  joinable,
})
const tree = [
  row('SH', 'district', null),
  row('SH-JH', 'town', 'SH'),
  row('SH-X01', 'school-committee', 'SH'),
  row('SH-X01-1', 'branch', 'SH-X01', true),
]
const good: ProfileDraft = {
  name: '孟和·其其格',
  birthDate: '2010-03-05',
  township: '',
  organisation: 'SH-X01-1',
  occupation: '',
}
const check = (part: Partial<ProfileDraft>, known = false) =>
  checkDraft({ ...good, ...part }, tree, policy, today, known)

it('gives what is to be sent, the name made regular', () => {
  expect(check({ name: '  孟和•其其格 ', township: 'SH-JH' })).toEqual({
    kind: 'ready',
    body: {
      name: '孟和·其其格',
      birthDate: '2010-03-05',
      township: 'SH-JH',
      organisation: 'SH-X01-1',
      occupation: null,
    },
  })
  expect(check({})).toMatchObject({ kind: 'ready', body: { township: null } })
  expect(check({ occupation: 'employed' })).toMatchObject({ kind: 'ready', body: { occupation: 'employed' } })
})

it.each([
  ['2012-11-24', 'ready'],
  ['2012-11-25', 'under-age'],
])('someone born on %s is %s on the day', (birthDate, kind) => {
  expect(check({ birthDate }).kind).toBe(kind)
})

it('asks the pack whether the birthday counts', () => {
  const later = withValues(policy, { 'age.birthday-counts': false })
  expect(checkDraft({ ...good, birthDate: '2012-11-24' }, tree, later, today, false).kind).toBe('under-age')
})

it('is a kind no whatever else is missing: nobody too young is asked for more', () => {
  expect(check({ name: '', organisation: '', birthDate: '2015-01-01' })).toEqual({ kind: 'under-age', minimum: 14 })
})

it('is a slip of the finger for someone who has a profile', () => {
  expect(check({ birthDate: '2015-01-01' }, true)).toEqual({
    kind: 'errors',
    errors: { birthDate: '未满 14 周岁，这里还不能保存资料。' },
  })
})

it('names all that is missing at once', () => {
  const checked = checkDraft({ ...good, name: ' ', birthDate: '', organisation: '' }, tree, policy, today, false)
  expect(checked.kind === 'errors' && Object.keys(checked.errors).sort()).toEqual(['birthDate', 'name', 'organisation'])
})

it.each<[Partial<ProfileDraft>, string]>([
  [{ name: '甲' }, 'name'],
  [{ name: '甲1' }, 'name'],
  [{ birthDate: '2027-01-01' }, 'birthDate'],
  [{ organisation: 'SH-X01' }, 'organisation'],
  [{ organisation: 'SH-GONE' }, 'organisation'],
  [{ township: 'SH-X01' }, 'township'],
])('%j is told at %s', (part, field) => {
  const checked = check(part)
  expect(checked.kind === 'errors' && Object.keys(checked.errors)).toEqual([field])
})

it('finds the field of a refusal from the server', () => {
  expect(fieldOf('name-invalid')).toBe('name')
  expect(fieldOf('birth-date-confirmed')).toBe('birthDate')
  expect(fieldOf('lost-race')).toBeNull()
  expect(fieldOf('constructor')).toBeNull()
})

describe('the form', () => {
  const profile = {
    name: '申请人·甲',
    birthDate: '2010-03-05',
    township: { code: 'SH-JH', name: '金河镇团委', placeholder: false },
    occupation: 'pupil' as const,
    birthDateConfirmed: false,
  }
  const me = {
    account: { code: 'AAAA-BBBB' },
    person: 'p',
    profile,
    affiliation: null,
    declined: null,
    roles: [],
    demo: false,
  }

  it('starts from what was typed before, else from what is known', () => {
    expect(startOf(good, me)).toEqual(good)
    expect(startOf(null, me)).toEqual({
      name: '申请人·甲',
      birthDate: '2010-03-05',
      township: 'SH-JH',
      organisation: '',
      occupation: 'pupil',
    })
    expect(startOf(null, undefined)).toEqual({
      name: '',
      birthDate: '',
      township: '',
      organisation: '',
      occupation: '',
    })
  })

  it('reads a draft of before, which knew no occupation', () => {
    const { occupation: _, ...older } = good
    expect(startOf(older as ProfileDraft, me)).toEqual({ ...good, occupation: 'pupil' })
  })

  it('keeps the birth date that the paper confirmed, whatever a draft says', () => {
    const confirmed = { ...me, profile: { ...profile, birthDateConfirmed: true } }
    expect(startOf({ ...good, birthDate: '2011-01-01' }, confirmed).birthDate).toBe('2010-03-05')
  })
})
