import type { LocalDate } from '#domain/time'
import { byName, memberViews } from '../../../../src/features/people/branch'
import { claimant, member, requirement } from './rows'

const today = '2026-11-24' as LocalDate

it('sorts by where people are on the way; who hasn’t begun comes last, then who waits for the branch', () => {
  const states = ['none', 'training', 'activist', 'nominated', 'talked', 'applied', 'submitted'] as const
  const people = [claimant('未确认', '2026-11-20', '2026-11-27'), ...states.map((state) => member(state, { state }))]
  expect(memberViews(people, 'branch-secretary', today).map(({ name }) => name)).toEqual([
    'submitted',
    'applied',
    'talked',
    'nominated',
    'activist',
    'training',
    'none',
    '未确认',
  ])
})

it('shows of who waits for the branch the name, and nothing else', () => {
  expect(memberViews([claimant('甲', '2026-11-20', '2026-11-27')], 'branch-secretary', today)).toEqual([
    {
      person: '甲',
      name: '甲',
      needsReason: false,
      confirmed: false,
      step: '待确认支部',
      classHours: null,
      volunteerHours: null,
      civics: null,
      training: null,
      facts: '',
      turn: '我：确认支部',
      mine: true,
    },
  ])
})

it('shows numbers rounded down, and what waits in words', () => {
  const [view] = memberViews(
    [
      member('甲', {
        state: 'training',
        activistOn: '2026-09-16',
        requirements: [
          requirement('class-hours', { need: 80, have: 65, pending: 10 }),
          requirement('volunteer-hours', { need: 1200, have: 1199 }),
          requirement('civics', { state: 'met', have: 1, value: '良' }),
          requirement('training.months', { need: 91, have: 69 }),
        ],
      }),
    ],
    'branch-secretary',
    today,
  )
  expect(view).toMatchObject({
    classHours: { text: '6.5', label: '团课 6.5 学时，待认定 1 学时，需要 8 学时' },
    volunteerHours: { text: '19.9', label: '志愿服务 19 小时 59 分钟，需要 20 小时' },
    civics: '良',
    training: '69 / 91 天',
    facts: '团课 6.5 · 志愿 19.9 · 思政课 良 · 培养 69 / 91 天',
  })
})

it.each([
  ['nobody is in training before they are an activist', { activistOn: null }, null],
  ['the months are over', { activistOn: '2026-08-01', training: { state: 'met' } }, '已满'],
  ['the pack asks for none', { activistOn: '2026-08-01', training: { state: 'not-applicable' } }, null],
] as const)('%s', (_, { activistOn, ...rest }, training) => {
  const requirements = [
    requirement('training.months', { need: 92, have: 92, ...('training' in rest ? rest.training : {}) }),
    requirement('civics', { state: 'not-applicable' }),
  ]
  const [view] = memberViews([member('甲', { activistOn, requirements })], null, today)
  expect(view).toMatchObject({ training, civics: '不适用' })
})

describe('whose turn it is', () => {
  const missing = [
    requirement('class-hours', { need: 80, have: 50, pending: 10 }),
    requirement('volunteer-hours', { need: 1200, have: 930 }),
    requirement('civics', { value: '中' }),
    requirement('training.months', { need: 92, have: 9 }),
  ]
  it.each([
    [{ who: 'branch-secretary', act: 'talk' }, '我：安排谈话', true],
    [{ who: 'branch-secretary', act: 'propose' }, '支委会：讨论列为发展对象', false],
    [{ who: 'committee-officer', act: 'answer-nomination' }, '团委：答复推荐', false],
    [{ who: 'applicant', act: 'apply' }, '本人：提交入团申请', false],
    [{ who: 'applicant', act: 'collect' }, '本人：团课 2 学时、志愿 4 小时 30 分钟、思政课考评', false],
    [{ who: 'time', act: 'wait', due: '2026-12-16' }, '时间：到 12月16日', false],
    [{ who: null, act: 'over-age' }, '已过申请年龄', false],
  ] as const)('%j: %s', (turn, words, mine) => {
    const [view] = memberViews([member('甲', { turn, requirements: missing })], 'branch-secretary', today)
    expect(view).toMatchObject({ turn: words, mine })
  })

  it('is the committee’s own for its officer only', () => {
    const row = member('甲', { turn: { who: 'committee-officer', act: 'answer-nomination' } })
    expect(memberViews([row], 'committee-officer', today)[0]).toMatchObject({ turn: '我：答复推荐', mine: true })
    expect(memberViews([row], null, today)[0]).toMatchObject({ turn: '团委：答复推荐', mine: false })
  })

  it('names no soft requirement, nor a grade that only the branch can record', () => {
    const requirements = [
      requirement('volunteer-hours', { need: 1200, gate: 'soft' }),
      requirement('civics', { value: null }),
      requirement('class-hours', { need: 80, have: 79 }),
    ]
    const [view] = memberViews([member('甲', { turn: { act: 'collect' }, requirements })], null, today)
    expect(view?.turn).toBe('本人：团课 0.1 学时')
  })
})

it('finds by a part of the name', () => {
  const rows = ['申请人·甲', '申请人·乙'].map((name) => ({ name }))
  expect(byName(rows, ' 乙 ')).toEqual([{ name: '申请人·乙' }])
  expect(byName(rows, '')).toHaveLength(2)
  expect(byName(rows, '丁')).toEqual([])
})
