import type { OrganisationRow } from '#contract/organisation'
import { overdueLines, overdueWords, overviewView, stepWords } from '../../../../src/features/people/overview'
import { numbers } from './rows'

const organisation = (code: string, parent: string | null, kind: OrganisationRow['kind']): OrganisationRow => ({
  code,
  name: code,
  kind,
  parent,
  placeholder: false,
  joinable: kind === 'branch',
})
const tree = [
  organisation('D', null, 'district'),
  organisation('T', 'D', 'town'),
  organisation('S', 'D', 'school-committee'),
  organisation('G', 'S', 'general-branch'),
  organisation('B1', 'G', 'branch'),
  organisation('B2', 'S', 'branch'),
  organisation('B3', 'T', 'branch'),
  organisation('E', 'D', 'town'),
]
const zero = { none: 0, submitted: 0, applied: 0, talked: 0, nominated: 0, activist: 0, training: 0 }
const reply = {
  asOf: '2026-11-24',
  rows: [
    numbers('B1', {
      claimed: 1,
      confirmed: 3,
      steps: { ...zero, none: 1, training: 2 },
      overdue: { affiliation: 1, talk: 0, nomination: 0 },
    }),
    numbers('B2', {
      confirmed: 2,
      steps: { ...zero, applied: 2 },
      overdue: { affiliation: 0, talk: 2, nomination: 0 },
    }),
    numbers('B3', {
      confirmed: 1,
      steps: { ...zero, nominated: 1 },
      overdue: { affiliation: 0, talk: 0, nomination: 1 },
    }),
    numbers('E'),
  ],
}

it('adds up everything below, at the top and for each one directly below', () => {
  const view = overviewView(reply, tree, 'D')
  expect(view.sums).toEqual({
    claimed: 1,
    confirmed: 6,
    steps: { ...zero, none: 1, training: 2, applied: 2, nominated: 1 },
    overdue: { affiliation: 1, talk: 2, nomination: 1 },
  })
  expect(view.children.map(({ code, branch, sums }) => [code, branch, sums.confirmed])).toEqual([
    ['T', false, 1],
    ['S', false, 5],
  ])
  expect(view.empty).toBe(1)
})

it('goes down one level at a time, to the branches', () => {
  const rows = { ...reply, rows: reply.rows.slice(0, 2) }
  const view = overviewView(rows, tree, 'S')
  expect(view.children.map(({ code, branch, sums }) => [code, branch, sums.confirmed])).toEqual([
    ['G', false, 3],
    ['B2', true, 2],
  ])
  expect(overviewView({ ...reply, rows: reply.rows.slice(0, 1) }, tree, 'G').children).toMatchObject([
    { code: 'B1', branch: true },
  ])
})

it('of a branch itself has its own numbers and no level below', () => {
  expect(overviewView({ ...reply, rows: reply.rows.slice(1, 2) }, tree, 'B2')).toMatchObject({
    sums: { confirmed: 2 },
    children: [],
    empty: 0,
  })
})

it('leaves out of a level what the tree doesn’t know, and not of the sum', () => {
  const view = overviewView({ ...reply, rows: [numbers('new', { confirmed: 4 })] }, tree, 'D')
  expect([view.sums.confirmed, view.children.length]).toEqual([4, 0])
})

it('says with whom something is overdue', () => {
  expect(overdueWords({ affiliation: 1, talk: 2, nomination: 0 })).toBe('支部 3')
  expect(overdueWords({ affiliation: 0, talk: 0, nomination: 1 })).toBe('团委 1')
  expect(overdueWords({ affiliation: 0, talk: 1, nomination: 1 })).toBe('支部 1 · 团委 1')
  expect(overdueWords({ affiliation: 0, talk: 0, nomination: 0 })).toBeNull()
  expect(overdueLines({ affiliation: 1, talk: 0, nomination: 2 })).toEqual([
    '1 人等支部答复是不是本支部的人',
    '2 人等团委答复推荐',
  ])
})

it('names the steps that somebody is at, for those who can’t see the bar', () => {
  expect(stepWords({ ...zero, none: 3, training: 1 })).toBe('还没申请 3，培养考察 1')
})
