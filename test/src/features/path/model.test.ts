import { pathReport } from '#domain/path/report'
import type { PathFacts } from '#domain/path/facts'
import { addDays, localDate } from '#domain/time'
import { isRequirement, pathView, requirementIn } from '../../../../src/features/path/model'
import { knownReport } from '../../../../src/features/path/report'
import { entry, service } from '../../../domain/entries'
import { policyOf, withValues } from '../../../domain/packs'
import { act, IN_TRAINING, NOTHING, replyOf, TODAY } from './replies'

const policy = policyOf('saihan')
const view = (facts: Partial<PathFacts>, on = TODAY, viewer?: Parameters<typeof pathView>[3]) =>
  pathView(replyOf({ ...NOTHING, ...facts }, policy, on), policy, on, viewer)
const tile = (facts: Partial<PathFacts>, rule: string, on = TODAY) => {
  const one = requirementIn(view(facts, on), rule)
  return {
    ring: `${one?.ring.value} ${one?.ring.unit}`.trim(),
    pill: one?.state.text,
    tone: one?.state.tone,
    note: one?.note,
  }
}
const grade = (value: string) => ({ id: 'g', grade: value, on: TODAY, since: TODAY, corrects: null })

describe('the banner', () => {
  it.each([
    ['nothing yet', {}, '入团路径 · 共 15 步', '还没有申请', '轮到你'],
    ['no branch', { affiliation: null }, '入团路径 · 共 15 步', '从这里开始', '轮到你'],
    [
      'submitted',
      { acts: [act('submitted', '2026-11-23')] },
      '入团路径 · 第 1 步，共 15 步',
      '已提交，等书面申请书',
      '等团支书，第 2 天',
    ],
    [
      'nominated',
      { acts: IN_TRAINING.slice(0, 4) },
      '入团申请人 · 第 3 步，共 15 步',
      '已推荐，等团委批准',
      '等团委，第 72 天',
    ],
    ['in training', { acts: IN_TRAINING }, '入团积极分子 · 第 5 步，共 15 步', '培养考察中', '轮到你'],
    [
      'withdrawn',
      { acts: [act('submitted', '2026-11-01'), act('withdrawn', '2026-11-02')] },
      '入团路径 · 共 15 步',
      '11月2日撤回了申请',
      '轮到你',
    ],
  ] as const)('%s', (_, facts, over, title, turn) => {
    const { banner } = view(facts)
    expect([banner.over, banner.title, banner.turn?.text]).toEqual([over, title, turn])
  })

  it('says to an office whose turn it is in the same words, but for who reads', () => {
    const applied = { acts: IN_TRAINING.slice(0, 2) }
    expect(view(applied).banner.turn).toEqual({ tone: 'waiting', text: '等团支书，第 83 天' })
    expect(view(applied, TODAY, 'branch-secretary').banner.turn).toEqual({ tone: 'mine', text: '轮到你，第 83 天' })
    expect(view({}, TODAY, 'branch-secretary').banner.turn).toEqual({ tone: 'not-yet', text: '轮到本人' })
  })

  it.each([
    ['2026-10-02', false, '还剩 1 天（最晚 10月3日）'],
    ['2026-10-03', false, '今天是最后一天（最晚 10月3日）'],
    ['2026-10-04', true, '已超过 1 天（最晚 10月3日）'],
  ])('on %s the talk is overdue: %s', (on, overdue, part) => {
    const { banner } = view({ acts: IN_TRAINING.slice(0, 2) }, localDate(on))
    expect(banner.overdue).toBe(overdue)
    expect(banner.sentence).toContain(part)
    expect(banner.meanwhile).toContain(overdue ? '可以直接问问团支书' : '志愿服务')
  })

  it('says the reason of a returned nomination', () => {
    const acts = [...IN_TRAINING.slice(0, 4), act('returned', '2026-09-15')]
    const reply = replyOf({ ...NOTHING, acts }, policy, TODAY, { returned: { why: '材料不全' } })
    expect(pathView(reply, policy, TODAY)).toMatchObject({ returned: '材料不全', banner: { title: '推荐被退回' } })
  })
})

describe('the stages', () => {
  it('are behind, here and ahead, the current one as far as it is', () => {
    const { stages, stagesLabel } = view({ acts: IN_TRAINING, occupation: 'employed' })
    expect(stages.map(({ state }) => state)).toEqual(['done', 'done', 'current', 'ahead', 'ahead'])
    expect(stagesLabel).toBe('第 3 段，共 5 段：培养')
    // 69 of 91 days and the recommendation; no hours.
    expect(stages[2]?.reach).toBeCloseTo((69 / 91 + 1) / 4)
  })
})

describe('the tiles', () => {
  const training = (facts: Partial<PathFacts>) => ({ acts: IN_TRAINING, ...facts })
  const on = localDate('2026-11-08')

  it.each([
    [79, { ring: '7.9 / 8 学时', pill: '还差 0.1 学时', tone: 'not-yet', note: null }],
    [80, { ring: '8 / 8 学时', pill: '已达到', tone: 'met', note: null }],
  ])('%i tenths of class hours', (amount, words) => {
    expect(tile(training({ entries: [entry('e', { amount, on })] }), 'class-hours')).toEqual(words)
  })

  it.each([
    [1199, { ring: '19.9 / 20 小时', pill: '还差 0.1 小时', tone: 'not-yet', note: '到 12月31日为止' }],
    [1200, { ring: '20 / 20 小时', pill: '已达到', tone: 'met', note: '2026 年' }],
  ])('%i minutes of service', (minutes, words) => {
    expect(tile(training({ entries: [service('v', minutes, { on })] }), 'volunteer-hours')).toEqual(words)
  })

  it('tell what waits, with whom and since when', () => {
    const entries = [
      entry('a', { amount: 60, on }),
      entry('b', { amount: 20, on, since: localDate('2026-11-23'), acceptedOn: null }),
    ]
    expect(tile(training({ entries }), 'class-hours')).toEqual({
      ring: '6 / 8 学时',
      pill: '2 待认定',
      tone: 'waiting',
      note: '等团支书，第 2 天',
    })
  })

  it.each([
    [{ occupation: 'employed' }, { ring: '—', pill: '不适用', tone: 'not-applicable', note: '没有这门课' }],
    [{ occupation: null }, { ring: '—', pill: '还缺身份', tone: 'not-yet', note: '填了才知道要不要' }],
    [{}, { ring: '—', pill: '等登记', tone: 'waiting', note: '等团支书登记' }],
    [{ grades: [grade('良')] }, { ring: '良', pill: '已计入', tone: 'met', note: null }],
    [{ grades: [grade('中')] }, { ring: '中', pill: '还不够', tone: 'not-yet', note: '要达到优、良' }],
  ] as const)('civics of %j', (facts, words) => {
    expect(tile(training(facts), 'civics')).toEqual(words)
  })

  it.each([
    ['2026-11-25', { ring: '70 / 91 天', pill: '还需 21 天', tone: 'not-yet', note: '最早 12月16日满 3 个月' }],
    ['2026-12-15', { ring: '90 / 91 天', pill: '还需 1 天', tone: 'not-yet', note: '最早 12月16日满 3 个月' }],
    ['2026-12-16', { ring: '91 / 91 天', pill: '已满', tone: 'met', note: null }],
  ])('the months on %s', (day, words) => {
    expect(tile(training({}), 'training.months', localDate(day))).toEqual(words)
  })

  it.each([
    [{}, { ring: '—', pill: '还没申请', tone: 'not-yet', note: null }],
    [
      { acts: IN_TRAINING.slice(0, 1) },
      { ring: '—', pill: '等团支书', tone: 'waiting', note: '等书面申请书，第 84 天' },
    ],
    [{ acts: IN_TRAINING.slice(0, 4) }, { ring: '推优', pill: '等团委', tone: 'waiting', note: '等批准，第 72 天' }],
    [{ acts: IN_TRAINING }, { ring: '推优', pill: '已批准', tone: 'met', note: null }],
  ])('the recommendation after %j', (facts, words) => {
    expect(tile(facts, 'admission.ways')).toEqual(words)
  })

  it('say what is lacking also while the branch hasn’t answered, and that only once', () => {
    const affiliation = { state: 'claimed', since: localDate('2026-11-23') } as const
    expect(tile({ affiliation }, 'class-hours')).toMatchObject({ pill: '等团支书', note: '还差 8 学时' })
    expect(tile({ affiliation }, 'admission.ways')).toMatchObject({ note: '等确认支部，第 2 天' })
  })

  it('say beside the headline who it hangs on', () => {
    const hangs = (facts: Partial<PathFacts>, rule: string, viewer?: Parameters<typeof pathView>[3]) =>
      requirementIn(view(facts, TODAY, viewer), rule)?.hangs
    expect(hangs(training({}), 'class-hours')).toEqual({ tone: 'mine', text: '轮到你' })
    expect(hangs(training({}), 'class-hours', 'branch-secretary')).toEqual({ tone: 'not-yet', text: '轮到本人' })
    expect(hangs(training({}), 'training.months')).toEqual({ tone: 'waiting', text: '只等时间' })
    expect(hangs(training({}), 'admission.ways')).toEqual({ tone: 'met', text: '已批准' })
    expect(hangs({ acts: IN_TRAINING.slice(0, 2) }, 'admission.ways')?.text).toBe('等团支书，第 83 天')
  })

  it('warn in November, and only about a hard requirement that isn’t met', () => {
    const closes = (entries: PathFacts['entries'], day: string, pack = policy) => {
      const facts = { ...NOTHING, acts: IN_TRAINING, entries }
      return requirementIn(pathView(replyOf(facts, pack, localDate(day)), pack, localDate(day)), 'volunteer-hours')
        ?.closes
    }
    expect(closes([], '2026-10-31')).toBeNull()
    expect(closes([], '2026-11-01')).toContain('12月31日')
    expect(closes([service('v', 845, { on })], '2026-11-24')).toContain('还差 5 小时 55 分钟')
    expect(closes([service('v', 1200, { on })], '2026-11-24')).toBeNull()
    const soft = withValues(policy, { 'volunteer-hours': { minutes: 1200, gate: 'soft' } })
    expect(closes([], '2026-11-24', soft)).toBeNull()
  })

  it('say of a soft requirement that it is a wish', () => {
    const moxian = policyOf('moxian')
    const one = requirementIn(pathView(replyOf(NOTHING, moxian), moxian, TODAY), 'volunteer-hours')
    expect(one).toMatchObject({ soft: '建议，不是硬条件', note: '建议，不是硬条件' })
  })
})

describe('the way to the next act', () => {
  const url = (facts: Partial<PathFacts>) => {
    const { action } = view(facts)
    return action && `${action.text} ${action.link.url}`
  }

  it.each([
    ['without a branch', { affiliation: null }, '填写我的资料 /packages/membership/profile/index'],
    ['with one', {}, '提交入团申请 /packages/membership/application/index'],
    [
      'before it has answered',
      { affiliation: { state: 'claimed', since: TODAY } },
      '提交入团申请 /packages/membership/application/index',
    ],
    [
      'before the paper is there',
      { acts: IN_TRAINING.slice(0, 1) },
      '看看要带什么、交给谁 /packages/membership/submitted/index',
    ],
    ['while the branch has to talk', { acts: IN_TRAINING.slice(0, 2) }, null],
    [
      'with hours missing',
      { acts: IN_TRAINING },
      '看看还差什么 /packages/membership/requirement/index?rule=class-hours',
    ],
    [
      'without an occupation',
      {
        acts: IN_TRAINING,
        occupation: null,
        entries: [
          entry('e', { amount: 80, on: localDate('2026-11-08') }),
          service('v', 1200, { on: localDate('2026-11-08') }),
        ],
      },
      '说说我在做什么 /packages/membership/profile/index',
    ],
    ['too old to apply', { birthDate: localDate('1990-01-01') }, null],
  ] as const)('%s', (_, facts, words) => {
    expect(url(facts)).toBe(words)
  })
})

describe('the earliest day', () => {
  const all = {
    acts: IN_TRAINING,
    grades: [grade('优')],
    entries: [
      entry('e', { amount: 80, on: localDate('2026-11-08') }),
      service('v', 1200, { on: localDate('2026-11-08') }),
    ],
  }

  it.each([
    ['hangs on time alone', all, '最快 12月16日 具备条件', '培养考察满 3 个月'],
    ['has no name after a poor grade', { ...all, grades: [grade('中')] }, '现在还说不出哪一天', '下一次思政课考评'],
    [
      'has no name for who is too old',
      { birthDate: localDate('1990-01-01') },
      '28 周岁以下可以申请入团',
      '只和年龄有关',
    ],
    ['is a guess before anything was done', {}, '最快 2027年2月24日 具备条件', '一天都不耽误'],
  ])('%s', (_, facts, title, part) => {
    const { earliest } = view(facts)
    expect(earliest.title).toBe(title)
    expect(earliest.text).toContain(part)
  })

  it('is here once all is there', () => {
    const { earliest, banner, action } = view(all, localDate('2026-12-16'))
    expect([earliest.title, banner.title, action]).toEqual(['条件都到了', '条件都到了', null])
    expect(banner.sentence).toContain('讨论列为发展对象')
  })

  it('that is today names what is open', () => {
    const facts = { ...all, grades: [] }
    const { earliest } = view(facts, localDate('2026-12-16'))
    expect(earliest).toEqual({ title: '最快今天就具备条件', text: '只差：登记思政课考评。' })
  })
})

describe('the trail', () => {
  it('has all sixteen steps, with the day and who did it', () => {
    const texts = { applied: { receivedBy: '团支书·丙' }, talked: { by: '委员·丁' } }
    const { trail } = pathView(replyOf({ ...NOTHING, acts: IN_TRAINING }, policy, TODAY, texts), policy, TODAY)
    expect(trail).toHaveLength(16)
    expect(trail.slice(0, 3).map(({ title, note, state }) => [title, note, state])).toEqual([
      ['提交入团申请', '9月2日', 'done'],
      ['支部收到书面申请书', '9月3日 · 团支书·丙收到', 'done'],
      ['谈话', '9月10日 · 委员·丁谈话', 'done'],
    ])
    expect(trail[5]).toMatchObject({ title: '培养考察 · 进行中', note: '最早 12月16日满 3 个月', state: 'current' })
    expect(trail[6]).toMatchObject({ mark: '6', title: '确定为发展对象', note: '条件都到，支委会讨论', state: 'ahead' })
    expect(trail[1]?.label).toBe('第 1 步，支部收到书面申请书，已完成，9月3日 · 团支书·丙收到')
  })

  it('shows what was lived on paper as 补录', () => {
    const { trail } = view({ acts: [act('activist', '2026-09-16', { onPaper: true })] })
    expect(trail.slice(0, 5).map(({ state, note }) => [state, note])).toEqual([
      ['skipped', '补录：在纸上办过'],
      ['skipped', '补录：在纸上办过'],
      ['skipped', '补录：在纸上办过'],
      ['done', '9月16日 · 补录'],
      ['current', '等团支书，第 70 天'],
    ])
  })
})

describe('an answer from an earlier day', () => {
  const facts = { ...NOTHING, acts: IN_TRAINING }
  const before = addDays(TODAY, -3)

  it('goes on counting days without a network, by the same rules', () => {
    const reply = replyOf(facts, policy, before)
    expect(knownReport(reply, policy, TODAY)).toEqual(pathReport(facts, policy, TODAY))
    expect(requirementIn(pathView(reply, policy, TODAY), 'training.months')?.ring.value).toBe('69')
  })

  it('stays as it was under rules that this device doesn’t know', () => {
    const reply = replyOf(facts, { ...policy, version: 'newer' }, before)
    expect(knownReport(reply, policy, TODAY).asOf).toBe(before)
  })

  it('of today, or ahead of this device’s clock, is taken as it is', () => {
    const reply = replyOf(facts, policy, TODAY)
    expect(knownReport(reply, policy, TODAY)).toBe(reply.report)
    expect(knownReport(reply, policy, before)).toBe(reply.report)
  })
})

it('never says 审核中, and every waiting names somebody', () => {
  for (let steps = 0; steps <= IN_TRAINING.length; steps += 1) {
    const shown = JSON.stringify(view({ acts: IN_TRAINING.slice(0, steps) }))
    expect(shown).not.toContain('审核')
    expect(shown).not.toMatch(/undefined|null 天|NaN/)
  }
})

it('knows its requirements by the words of a link', () => {
  expect(isRequirement('class-hours')).toBe(true)
  expect(isRequirement('constructor')).toBe(false)
  expect(isRequirement(undefined)).toBe(false)
})
