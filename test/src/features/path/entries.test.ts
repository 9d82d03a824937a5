import type { FactTexts } from '#contract/path'
import type { PathFacts } from '#domain/path/facts'
import { localDate } from '#domain/time'
import { pathView, requirementIn } from '../../../../src/features/path/model'
import { claimed, entry, service } from '../../../domain/entries'
import { policyOf } from '../../../domain/packs'
import { act, IN_TRAINING, NOTHING, replyOf, TODAY } from './replies'

const policy = policyOf('saihan')
const day = localDate('2026-11-08')
const rows = (rule: string, facts: Partial<PathFacts>, texts: FactTexts = {}) =>
  requirementIn(
    pathView(replyOf({ ...NOTHING, acts: IN_TRAINING, ...facts }, policy, TODAY, texts), policy, TODAY),
    rule,
  )?.entries ?? []

describe('hours', () => {
  it('say when, what, how much, and who saw it', () => {
    const texts = { e: { content: '第五、六课', witness: '团支书·丙' } }
    expect(rows('class-hours', { entries: [entry('e', { on: day })] }, texts)).toEqual([
      {
        id: 'e',
        title: '11月8日 · 第五、六课',
        note: '2 学时 · 线下 · 团支书登记 · 见证：团支书·丙',
        tone: 'met',
        fate: '计入',
        reason: null,
        correctable: true,
      },
    ])
  })

  it('of service are in hours and minutes', () => {
    const texts = { v: { content: '图书整理', witness: '站长' } }
    expect(rows('volunteer-hours', { entries: [service('v', 155, { on: day })] }, texts)[0]).toMatchObject({
      title: '11月8日 · 图书整理',
      note: '2 小时 35 分钟 · 团支书登记 · 见证：站长',
    })
  })

  it.each([
    [entry('e', { on: localDate('2026-09-15') }), '不计入', '不计入：成为积极分子之前'],
    [entry('e', { on: day, mode: 'online' }), '不计入', '不计入：不是线下团课'],
    [entry('e', { on: localDate('2024-01-31') }), '不计入', '不计入：年满 14 周岁的当月之前'],
    [claimed('e', { on: day }), '待认定', null],
  ])('that don’t count say why', (one, fate, reason) => {
    expect(rows('class-hours', { entries: [one] })[0]).toMatchObject({ fate, reason })
  })

  it('of another year name the one that counts', () => {
    const entries = [service('old', 60, { on: localDate('2025-05-01') }), service('new', 90, { on: day })]
    expect(rows('volunteer-hours', { entries }).map(({ fate, reason }) => [fate, reason])).toEqual([
      ['计入', null],
      ['不计入', '不计入：现在看的是 2026 年'],
    ])
  })

  it('that correct others say why, and only they can be corrected again', () => {
    const entries = [entry('a', { on: day }), entry('b', { on: day, amount: 15, corrects: 'a' })]
    const views = rows('class-hours', { entries }, { b: { content: '课', witness: '丙', reason: '写错了' } })
    expect(views.map((view) => [view.id, view.fate, view.reason, view.correctable])).toEqual([
      ['b', '计入', '更正的原因：写错了', true],
      ['a', '已更正', null, false],
    ])
  })

  it('that were struck say so and why, in one row', () => {
    const entries = [entry('a', { on: day }), entry('b', { on: day, amount: 0, corrects: 'a' })]
    const views = rows('class-hours', { entries }, { b: { content: '课', witness: '丙', reason: '记错了人' } })
    expect(views.map((view) => [view.id, view.fate, view.reason, view.correctable])).toEqual([
      ['a', '已作废', '作废的原因：记错了人', false],
    ])
  })

  it('whose words were erased keep their facts', () => {
    expect(rows('class-hours', { entries: [entry('e', { on: day })] })[0]).toMatchObject({
      title: '11月8日 · 内容已删除',
      note: '2 学时 · 线下 · 团支书登记',
    })
  })
})

it('grades say their term; the newest decides', () => {
  const grades = [
    { id: 'a', grade: '中', on: localDate('2026-01-20'), since: localDate('2026-01-21'), corrects: null },
    { id: 'b', grade: '良', on: localDate('2026-07-01'), since: localDate('2026-07-02'), corrects: null },
  ]
  const texts = { a: { term: '高一上学期' }, b: { term: '高一下学期' } }
  expect(rows('civics', { grades }, texts).map(({ title, fate, reason }) => [title, fate, reason])).toEqual([
    ['高一下学期 · 良', '计入', null],
    ['高一上学期 · 中', '以前的', '后来有新的考评，看新的'],
  ])
})

it('the recommendation shows its acts with what was said, newest first', () => {
  const texts = {
    applied: { receivedBy: '团支书·丙' },
    talked: { by: '委员·丁', content: '为什么想入团' },
    mentored: { mentor1: '联系人一', membership1: 'league', mentor2: '联系人二', membership2: 'party' },
  }
  const views = rows('admission.ways', {}, texts)
  expect(views.map(({ id }) => id)).toEqual(['mentored', 'activist', 'nominated', 'talked', 'applied', 'submitted'])
  expect(views[0]?.reason).toBe('联系人一（团员），联系人二（党员）')
  expect(views[3]).toMatchObject({
    title: '9月10日 · 谈话',
    fate: '已谈',
    reason: '谈话的人：委员·丁；谈了：为什么想入团',
  })
  expect(views.map(({ correctable }) => correctable)).toEqual([true, true, true, true, true, false])
})

it('an act that was corrected shows as it stands now, one that was taken back not at all', () => {
  const acts = [
    ...IN_TRAINING.slice(0, 3),
    act('talked', '2026-09-11', { id: 't2', corrects: 'talked' }),
    act('nominated', '2026-09-14'),
    act('nominated', '2026-09-15', { id: 'n2', corrects: 'nominated', voided: true }),
  ]
  const views = rows('admission.ways', { acts }, { t2: { by: '委员·丁', content: '', reason: '日期写错了' } })
  expect(views.map(({ id }) => id)).toEqual(['t2', 'applied', 'submitted'])
  expect(views[0]?.reason).toBe('谈话的人：委员·丁；更正的原因：日期写错了')
})

it('the months show from when to when', () => {
  const months = (acts: PathFacts['acts'], on = TODAY) =>
    requirementIn(pathView(replyOf({ ...NOTHING, acts }, policy, on), policy, on), 'training.months')?.span.map(
      ({ name, value }) => `${name} ${value}`,
    )
  expect(months([])).toEqual([])
  expect(months(IN_TRAINING)).toEqual(['从 2026年9月16日（成为积极分子）', '到 2026年12月16日'])
  expect(months(IN_TRAINING, localDate('2026-12-16'))).toEqual(['从 2026年9月16日（成为积极分子）'])
})
