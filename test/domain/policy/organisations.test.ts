import {
  checkOrganisations,
  checkVenues,
  isBranch,
  isPlaceholder,
  isTownship,
  ORGANISATION_KINDS,
  pathOf,
} from '#domain/policy/organisations'
import { DISTRICTS, organisationsOf, rawRows } from '../packs'

type Rows = Record<string, string>[]

const saihan = organisationsOf('saihan')
const codesOf = (rows: Rows) => new Set(rows.map((row) => row.code ?? ''))

describe.each(DISTRICTS)('the tables of %s', (district) => {
  test('pass', () => {
    const organisations = rawRows(district, 'organisations')
    expect(checkOrganisations(organisations)).toEqual([])
    expect(checkVenues(rawRows(district, 'venues'), codesOf(organisations))).toEqual([])
  })

  test('have parents before children, as the tree is read', () => {
    const seen = new Set<string>()
    for (const { code, parent } of organisationsOf(district)) {
      if (parent !== null) expect(seen).toContain(parent)
      seen.add(code)
    }
  })
})

test('all of the made-up district is a placeholder', () => {
  for (const row of [...rawRows('moxian', 'organisations'), ...rawRows('moxian', 'venues')]) {
    expect(row.source).toBe('placeholder')
  }
})

describe('the first district, as its report counts it', () => {
  test('11 towns and sub-districts: 3 and 8', () => {
    expect(saihan.filter(isTownship)).toHaveLength(11)
    expect(saihan.filter(({ kind }) => kind === 'town')).toHaveLength(3)
    expect(saihan.filter(({ kind }) => kind === 'subdistrict')).toHaveLength(8)
  })

  test('19 venues, at least one in each of the 11', () => {
    const venues = rawRows('saihan', 'venues')
    expect(venues).toHaveLength(19)
    const hosts = new Set(venues.map((venue) => venue.organisation))
    for (const { code } of saihan.filter(isTownship)) expect(hosts).toContain(code)
  })

  test('3 organisations in state-owned companies', () => {
    expect(saihan.filter(({ code }) => /^SH-S\d+$/.test(code)).map(({ code }) => code)).toEqual([
      'SH-S01',
      'SH-S02',
      'SH-S03',
    ])
  })

  test('15 in non-public ones, one of them with two branches below', () => {
    const numbers = Array.from({ length: 15 }, (_, index) => `SH-N${String(index + 1).padStart(2, '0')}`)
    const nonPublic = saihan.filter(({ code }) => code.startsWith('SH-N'))
    expect(nonPublic.filter(({ code }) => /^SH-N\d+$/.test(code)).map(({ code }) => code)).toEqual(numbers)
    const withBranches = numbers.filter((code) => saihan.some(({ parent }) => parent === code))
    expect(withBranches.map((code) => saihan.filter(({ parent }) => parent === code).length)).toEqual([2])
  })

  test('what the report names is no placeholder, what it does not name is one', () => {
    const made = saihan.filter(isPlaceholder).map(({ code }) => code)
    expect(made).toEqual(['SH-X01', 'SH-X01-1', 'SH-X01-2', 'SH-X02', 'SH-X02-1', 'SH-X03', 'SH-X03-1', 'SH-V01'])
    const venues = rawRows('saihan', 'venues').filter((row) => isPlaceholder({ source: row.source ?? '' }))
    expect(venues).toHaveLength(8)
  })
})

test.each([
  ['placeholder', true],
  ['placeholder: the report names none', true],
  ['report', false],
  ['report: placeholder', false],
  ['placeholders', false],
  ['', false],
])('source %j: placeholder %s', (source, placeholder) => {
  expect(isPlaceholder({ source })).toBe(placeholder)
})

test('a youth belongs to a branch or joint branch; a town or sub-district is where they live', () => {
  expect(ORGANISATION_KINDS.filter((kind) => isBranch({ kind }))).toEqual(['branch', 'joint-branch'])
  expect(ORGANISATION_KINDS.filter((kind) => isTownship({ kind }))).toEqual(['town', 'subdistrict'])
})

describe('the way up', () => {
  test.each([
    ['SH', ['SH']],
    ['SH-DXD', ['SH-DXD', 'SH']],
    ['SH-N01-2', ['SH-N01-2', 'SH-N01', 'SH']],
    ['SH-NONE', []],
  ])('from %s', (code, path) => {
    expect(pathOf(saihan, code)).toEqual(path)
  })

  test('ends in a circle, too', () => {
    const circle = saihan.map((one) => (one.code === 'SH-N01' ? { ...one, parent: 'SH-N01-1' } : one))
    expect(pathOf(circle, 'SH-N01-1')).toEqual(['SH-N01-1', 'SH-N01'])
  })
})

describe('a broken table says which row', () => {
  const rows = (): Rows => [
    { code: 'D', name: '区', kind: 'district', parent: '', source: 'report' },
    { code: 'T', name: '镇', kind: 'town', parent: 'D', source: 'report' },
    { code: 'B', name: '支部', kind: 'branch', parent: 'T', source: 'report' },
    { code: 'C', name: '团委', kind: 'school-committee', parent: 'D', source: 'report' },
  ]
  const change = (index: number, parts: Record<string, string>) =>
    rows().map((row, at) => (at === index ? { ...row, ...parts } : row))

  test('the table that the faults are planted in is right', () => {
    expect(checkOrganisations(rows())).toEqual([])
  })

  test.each<[string, Rows, readonly number[]]>([
    ['a code used twice', change(3, { code: 'T' }), [3]],
    ['a code in small letters', change(3, { code: 'c' }), [3]],
    ['a code with a space', change(3, { code: 'C 1' }), [3]],
    ['no code', change(3, { code: '' }), [3]],
    ['a code of 21', change(3, { code: 'C'.repeat(21) }), [3]],
    ['a parent that is missing', change(2, { parent: 'X' }), [2]],
    ['itself as parent', change(1, { parent: 'T' }), [1]],
    [
      'two in a circle',
      change(1, { parent: 'C' }).map((row, at) => (at === 3 ? { ...row, parent: 'T' } : row)),
      [1, 3],
    ],
    ['a second district', [...rows(), { code: 'E', name: '区', kind: 'district', parent: '', source: 'report' }], [4]],
    ['a town without parent', change(1, { parent: '' }), [1]],
    ['a district below another', change(3, { kind: 'district' }), [3]],
    ['no district', rows().slice(1), [0, 2]],
    ['an unknown kind', change(3, { kind: 'club' }), [3]],
    ['a kind that every object has', change(3, { kind: 'constructor' }), [3]],
    ['something below a branch', change(3, { parent: 'B' }), [3]],
    ['no name', change(3, { name: '  ' }), [3]],
    ['no source', change(3, { source: '' }), [3]],
    ['an empty table', [], [0]],
  ])('%s', (_, table, where) => {
    const problems = checkOrganisations(table)
    expect([...new Set(problems.map((problem) => problem.row))].sort()).toEqual(where)
    for (const { expected } of problems) expect(expected).toMatch(/\S/)
  })

  test('a missing column is a fault of every row, not a crash', () => {
    const problems = checkOrganisations([{ code: 'D' }, { code: 'T', parent: 'D' }])
    expect(new Set(problems.map((problem) => problem.row))).toEqual(new Set([0, 1]))
  })

  const venue = { code: 'V1', name: '青年之家', organisation: 'T', source: 'report' }
  test.each<[string, Rows, readonly number[]]>([
    ['right', [venue], []],
    ['a code used twice', [venue, venue], [1]],
    ['no organisation', [{ ...venue, organisation: '' }], [0]],
    ['an organisation that does not exist', [venue, { ...venue, code: 'V2', organisation: 'X' }], [1]],
    ['no name', [{ ...venue, name: '' }], [0]],
    ['no source', [{ ...venue, source: '' }], [0]],
  ])('venues: %s', (_, table, where) => {
    expect(checkVenues(table, codesOf(rows())).map((problem) => problem.row)).toEqual(where)
  })
})
