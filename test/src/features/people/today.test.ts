import type { LocalDate } from '#domain/time'
import { nominationViews } from '../../../../src/features/people/nominations'
import { officeFor } from '../../../../src/features/people/office'
import { tasksOf, taskViews, todayHeadline } from '../../../../src/features/people/today'
import { BRANCH, claimant, member } from './rows'

const today = '2026-11-24' as LocalDate
const mine = { who: 'branch-secretary' } as const

describe('what a secretary has to do today', () => {
  const people = [
    member('等得久', { turn: { ...mine, act: 'nominate', since: '2026-10-01' } }),
    member('等得短', { turn: { ...mine, act: 'name-mentors', since: '2026-11-20' } }),
    member('期限远', { turn: { ...mine, act: 'talk', since: '2026-11-20', due: '2026-12-20' } }),
    member('没有日子', { turn: { ...mine, act: 'record-civics' } }),
    member('已超期', { turn: { ...mine, act: 'talk', since: '2026-10-22', due: '2026-11-22' } }),
    claimant('等答复', '2026-11-21', '2026-11-28'),
    member('轮到团委', { turn: { who: 'committee-officer', act: 'answer-nomination', due: '2026-11-01' } }),
    member('轮到本人', { turn: { act: 'collect' } }),
    member('只等时间', { turn: { who: 'time', act: 'wait', due: '2026-11-25' } }),
    member('讨论', { turn: { ...mine, act: 'propose' } }),
    member('超龄', { turn: { who: null, act: 'over-age' } }),
  ]

  it('is what is theirs and can be done here: what is due first, then what has waited longest', () => {
    expect(tasksOf(people, 'branch-secretary').map(({ name }) => name)).toEqual([
      '已超期',
      '等答复',
      '期限远',
      '等得久',
      '等得短',
      '没有日子',
    ])
  })

  it('is nothing of what others have to do', () => {
    expect(tasksOf(people, 'committee-officer').map(({ name }) => name)).toEqual(['轮到团委'])
    expect(tasksOf(people, 'district-officer')).toEqual([])
    expect(tasksOf(people, null)).toEqual([])
  })

  it('keeps the order of the list between equals', () => {
    const two = ['乙', '甲'].map((name) => member(name, { turn: { ...mine, act: 'nominate', since: '2026-11-20' } }))
    expect(tasksOf(two, 'branch-secretary').map(({ name }) => name)).toEqual(['乙', '甲'])
  })

  it.each([
    ['2026-12-02', 'waiting', '还剩 8 天'],
    ['2026-12-01', 'not-yet', '还剩 7 天'],
    ['2026-11-25', 'not-yet', '还剩 1 天'],
    ['2026-11-24', 'not-yet', '今天是最后一天'],
    ['2026-11-23', 'mine', '已超过 1 天'],
  ])('due on %s it is shown as %s: %s', (due, tone, clock) => {
    const task = member('甲', { turn: { ...mine, act: 'talk', since: '2026-11-01', due } })
    expect(taskViews(tasksOf([task], 'branch-secretary'), BRANCH.code, today)).toMatchObject([{ tone, clock }])
  })

  it('without a last day says since when, and without any day that it can be done', () => {
    const rows = [
      member('甲', { turn: { ...mine, act: 'nominate', since: '2026-11-24' } }),
      member('乙', { turn: { ...mine, act: 'record-civics' } }),
    ]
    const clocks = taskViews(tasksOf(rows, 'branch-secretary'), BRANCH.code, today).map(({ clock }) => clock)
    expect(clocks).toEqual(['第 1 天', '可以办了'])
  })

  it('names the branch only in a list of more than one', () => {
    const tasks = tasksOf([claimant('甲', '2026-11-21', '2026-11-28')], 'branch-secretary')
    expect(taskViews(tasks, BRANCH.code, today)[0]?.who).toBe('甲')
    expect(taskViews(tasks, 'SH-X01', today)[0]?.who).toBe('甲 · 示例高级中学高一(1)班团支部（示例）')
  })

  it('is counted in the first line, with what presses', () => {
    expect(todayHeadline(tasksOf(people, 'branch-secretary'), '高一(1)班', today)).toEqual({
      title: '今天要办 6 件',
      note: '高一(1)班 · 1 件已经超期 · 1 件 7 天内到期',
    })
    expect(todayHeadline([], '高一(1)班', today)).toEqual({ title: '今天没有要办的', note: '高一(1)班' })
  })
})

it('the nominations that wait show the branch and both days', () => {
  const row = member(
    '甲**',
    {
      state: 'nominated',
      turn: { who: 'committee-officer', act: 'answer-nomination', since: '2026-11-20', due: '2026-12-20' },
      requirements: [],
    },
    { needsReason: true },
  )
  expect(nominationViews([row], today)).toEqual([
    {
      person: '甲**',
      needsReason: true,
      name: '甲**',
      branch: '示例高级中学高一(1)班团支部（示例）',
      since: '11月20日',
      due: '12月20日',
      tone: 'waiting',
      clock: '还剩 26 天',
    },
  ])
})

describe('the office in which one looks', () => {
  const held = (role: 'branch-secretary' | 'committee-officer' | 'district-officer', code: string) => ({
    role,
    organisation: { ...BRANCH, code },
    until: '2027-01-01',
    venue: null,
    hasVenues: false,
  })
  it.each([
    [[held('branch-secretary', 'B')], 'B', 'branch-secretary'],
    [[held('branch-secretary', 'A')], 'B', null],
    [[held('district-officer', 'D'), held('committee-officer', 'C')], 'B', 'committee-officer'],
    [[held('committee-officer', 'C'), held('branch-secretary', 'B')], 'B', 'branch-secretary'],
    [[held('committee-officer', 'C'), held('branch-secretary', 'B')], 'A', 'committee-officer'],
    [[held('district-officer', 'D')], 'B', 'district-officer'],
    [[], 'B', null],
  ] as const)('%#: %s', (roles, organisation, office) => {
    expect(officeFor([...roles], organisation)).toBe(office)
  })
})
