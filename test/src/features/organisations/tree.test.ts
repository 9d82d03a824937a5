import type { OrganisationRow } from '#contract/organisation'
import { isBranch, isPlaceholder } from '#domain/policy/organisations'
import { level, nameIn, search, townships } from '../../../../src/features/organisations/tree'
import { organisationsOf } from '../../../domain/packs'

const rows: OrganisationRow[] = organisationsOf('saihan').map((row) => ({
  code: row.code,
  name: row.name,
  kind: row.kind,
  parent: row.parent,
  placeholder: isPlaceholder(row),
  joinable: isBranch(row),
}))

it('shows the level below the district: branches, and what has branches below it', () => {
  const top = level(rows, null)
  expect(top.map((choice) => choice.code)).toContain('SH-X01')
  expect(top.map((choice) => choice.code)).toContain('SH-S02')
  // a sub-district without a branch leads nowhere
  expect(top.map((choice) => choice.code)).not.toContain('SH-RML')
})

it('leads to every branch of the district, and to each once', () => {
  const walk = (parent: string | null): string[] =>
    level(rows, parent).flatMap((choice) => (choice.joinable ? [choice.code] : walk(choice.code)))
  expect(walk(null).sort()).toEqual(
    rows
      .filter((row) => row.joinable)
      .map((row) => row.code)
      .sort(),
  )
})

it('finds branches by parts of their name or of what stands above them', () => {
  expect(search(rows, '高二').map((choice) => choice.code)).toEqual(['SH-X01-2'])
  expect(search(rows, ' 大学东路  硕成 ').map((choice) => choice.code)).toEqual(['SH-N04'])
  expect(search(rows, '没有这个支部')).toEqual([])
  expect(search(rows, '   ')).toEqual([])
})

it('only ever finds branches', () => {
  expect(search(rows, '团').every((choice) => choice.joinable)).toBe(true)
})

it('says of a placeholder that it is one, and where a branch belongs', () => {
  expect(search(rows, '高二')[0]).toMatchObject({
    title: '示例高级中学高二(1)班团支部（示例）',
    // Its name says the school.
    note: '',
  })
  expect(search(rows, '示例社区')[0]?.note).toBe('大学东路街道团工委')
})

it('says what a branch is where its name doesn’t', () => {
  expect(search(rows, '金地物业')[0]?.note).toBe('团支部')
  expect(search(rows, '正大饲料')[0]?.note).toBe('')
  expect(search(rows, '恒科润达')[0]?.note).toBe('')
})

it('offers the towns and sub-districts as places', () => {
  const places = townships(rows)
  expect(places).toContainEqual({ value: 'SH-JH', text: '金河镇' })
  expect(places).toContainEqual({ value: 'SH-DXD', text: '大学东路街道' })
  expect(places).toHaveLength(rows.filter((row) => row.kind === 'town' || row.kind === 'subdistrict').length)
})

it('names what it knows', () => {
  expect(nameIn(rows, 'SH-V01')).toBe('示例社区团支部（示例）')
  expect(nameIn(rows, 'GONE')).toBeNull()
})
