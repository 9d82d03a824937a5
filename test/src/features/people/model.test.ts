import type { PersonRow } from '#contract/organisation'
import type { LocalDate } from '#domain/time'
import { overviewView, peopleView } from '../../../../src/features/people/model'

const today = '2026-11-24' as LocalDate
const branch = { code: 'SH-X01-1', name: '示例高级中学高一(1)班团支部', placeholder: true }
const row = (part: Partial<PersonRow>): PersonRow => ({
  person: 'p',
  name: '申请人·甲',
  affiliation: 'confirmed',
  since: '2026-11-22',
  organisation: branch,
  confirmed: {
    activistOn: null,
    classHours: { state: 'not-yet', need: 80, have: 15, pending: 20 },
  },
  ...part,
})

it('shows of who waits the name, the branch’s question and since when, and nothing else', () => {
  const { pending, members } = peopleView([row({ affiliation: 'claimed', confirmed: null })], branch.code, today)
  expect(members).toEqual([])
  expect(pending).toEqual([{ person: 'p', name: '申请人·甲', note: '11月22日选择了你的支部，等你答复 · 第 3 天' }])
})

it('shows of who is confirmed the numbers of the ring', () => {
  const { members } = peopleView([row({})], branch.code, today)
  expect(members).toEqual([
    {
      person: 'p',
      name: '申请人·甲',
      note: '团课 1.5 / 8 学时 · 待认定 2 学时 · 还不是积极分子',
      tone: 'not-yet',
      state: '还差 6.5 学时',
    },
  ])
})

it('names the branch only where the list is of more than one', () => {
  const { members } = peopleView([row({})], 'SH-X01', today)
  expect(members[0]?.note).toContain('示例高级中学高一(1)班团支部（示例）')
})

it('adds up, and only counts those without anybody', () => {
  const view = overviewView({
    asOf: today,
    rows: [
      { organisation: branch, claimed: 1, confirmed: 2, activists: 1 },
      { organisation: { ...branch, code: 'B' }, claimed: 0, confirmed: 3, activists: 0 },
      { organisation: { ...branch, code: 'C' }, claimed: 0, confirmed: 0, activists: 0 },
    ],
  })
  expect(view).toMatchObject({ claimed: 1, confirmed: 5, activists: 1, empty: 1 })
  expect(view.rows.map((one) => one.code)).toEqual(['SH-X01-1', 'B'])
})
