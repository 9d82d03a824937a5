import type { PathEntry, PathReply, PathRequirement } from '#contract/path'
import { entryViews, pathView } from '../../../../src/features/path/model'
import type { LocalDate } from '#domain/time'

const today = '2026-11-24' as LocalDate

const entry = (part: Partial<PathEntry>): PathEntry => ({
  id: 'e1',
  amount: 20,
  on: '2026-11-08',
  origin: 'recorded',
  mode: 'in-person',
  since: '2026-11-08',
  corrects: null,
  correctedBy: null,
  fate: 'counted',
  reason: null,
  texts: { content: '第五、六课', witness: '团支书·丙', reason: null },
  ...part,
})

const requirement = (part: Partial<PathRequirement>): PathRequirement => ({
  rule: 'class-hours',
  state: 'not-yet',
  need: 80,
  have: 60,
  pending: 0,
  unit: 'class-hour-tenth',
  who: 'applicant',
  since: null,
  source: { title: '细则', short: '细则' },
  certainty: 'Q',
  note: '',
  reason: 'hours-missing',
  entries: [],
  ...part,
})

const reply = (one: Partial<PathRequirement>, activistOn: string | null = '2026-09-25'): PathReply => ({
  asOf: today,
  policy: { version: 'v', edition: '2026.1', confirmedOn: null },
  affiliation: { state: 'confirmed', since: '2026-09-06' },
  activistOn,
  requirements: [requirement(one)],
})

const shown = (one: Partial<PathRequirement>) => pathView(reply(one)).requirements[0]

describe('a requirement', () => {
  it.each<[string, Partial<PathRequirement>, { headline: string; tone: string; state: string; turn: string | null }]>([
    [
      'met',
      { state: 'met', have: 85, who: null, reason: null },
      { headline: '学时够了', tone: 'met', state: '已达到', turn: null },
    ],
    [
      'some hours missing',
      {},
      { headline: '还差 2 学时', tone: 'not-yet', state: '还没达到', turn: '轮到你：再参加 2 学时团课' },
    ],
    [
      'waiting for the secretary',
      { state: 'waiting', pending: 20, who: 'branch-secretary', reason: 'hours-waiting', since: '2026-11-23' },
      { headline: '等认定，认定后就够了', tone: 'waiting', state: '待认定', turn: '等团支书认定学时，第 2 天' },
    ],
    [
      'branch not confirmed',
      { have: 0, who: 'branch-secretary', reason: 'affiliation-pending', since: '2026-11-24' },
      { headline: '还差 8 学时', tone: 'waiting', state: '等团支书', turn: '等团支书确认支部，第 1 天' },
    ],
    [
      'not an activist',
      { have: 0, who: 'committee-officer', reason: 'not-activist' },
      { headline: '还差 8 学时', tone: 'waiting', state: '等团委', turn: '等团委登记入团积极分子' },
    ],
    [
      'no branch',
      { have: 0, who: 'applicant', reason: 'organisation-missing' },
      { headline: '还差 8 学时', tone: 'not-yet', state: '还没达到', turn: '轮到你：填写资料，选择团支部' },
    ],
    [
      'not applicable',
      { state: 'not-applicable', who: null, reason: null },
      { headline: '不用学', tone: 'not-applicable', state: '不适用', turn: null },
    ],
  ])('%s', (_, part, words) => {
    const view = shown(part)
    expect({ headline: view?.headline, tone: view?.state.tone, state: view?.state.text, turn: view?.turn }).toEqual(
      words,
    )
  })

  it('names every state with who and what: never a bare 审核中', () => {
    expect(JSON.stringify(shown({}))).not.toContain('审核')
  })

  it('shows what counts and what waits in one ring', () => {
    const view = shown({ have: 45, pending: 20 })
    expect(view?.sums).toBe('已计入 4.5 学时 · 待认定 2 学时')
    expect(view?.ring).toMatchObject({ have: 45, pending: 20, need: 80, value: '4.5', unit: '/ 8 学时' })
    expect(view?.ring.label).toBe('已计入 4.5，待认定 2，需要 8 学时')
  })
})

describe('the standing', () => {
  it('names the day of becoming an activist', () => {
    expect(pathView(reply({})).standing).toBe('入团积极分子，9月25日起')
    expect(pathView(reply({}, '2025-09-25')).standing).toBe('入团积极分子，2025年9月25日起')
    expect(pathView(reply({}, null)).standing).toBe('还不是入团积极分子')
  })
})

describe('an entry', () => {
  const one = (...entries: PathEntry[]) => entryViews(entries, today)

  it('says when, what, how much, and who saw it', () => {
    expect(one(entry({}))).toEqual([
      {
        id: 'e1',
        title: '11月8日 · 第五、六课',
        note: '2 学时 · 线下 · 团支书登记 · 见证：团支书·丙',
        tone: 'met',
        fate: '计入',
        reason: null,
        correctable: true,
      },
    ])
  })

  it.each<[Partial<PathEntry>, string, string | null]>([
    [{ fate: 'not-counted', reason: 'before-activist' }, '不计入', '不计入：成为积极分子之前'],
    [{ fate: 'not-counted', reason: 'not-in-person' }, '不计入', '不计入：不是线下团课'],
    [{ fate: 'not-counted', reason: 'before-age' }, '不计入', '不计入：年满 14 周岁的当月之前'],
    [{ fate: 'pending' }, '待认定', null],
    [{ fate: 'not-counted', reason: 'corrected', correctedBy: 'e2' }, '已更正', null],
  ])('%j', (part, fate, reason) => {
    expect(one(entry(part))[0]).toMatchObject({ fate, reason })
  })

  it('that corrects another says why, and only it can be corrected again', () => {
    const views = one(
      entry({ id: 'e2', amount: 15, corrects: 'e1', texts: { content: '课', witness: '丙', reason: '写错了' } }),
      entry({ fate: 'not-counted', reason: 'corrected', correctedBy: 'e2' }),
    )
    expect(views.map((view) => [view.id, view.fate, view.reason, view.correctable])).toEqual([
      ['e2', '计入', '更正的原因：写错了', true],
      ['e1', '已更正', null, false],
    ])
  })

  it('that was struck says so and why, in one row', () => {
    const views = one(
      entry({
        id: 'e2',
        amount: 0,
        corrects: 'e1',
        fate: 'not-counted',
        reason: 'struck',
        texts: { content: '课', witness: '丙', reason: '记错了人' },
      }),
      entry({ fate: 'not-counted', reason: 'corrected', correctedBy: 'e2' }),
    )
    expect(views.map((view) => [view.id, view.fate, view.reason, view.correctable])).toEqual([
      ['e1', '已作废', '作废的原因：记错了人', false],
    ])
  })

  it('whose words were erased keeps its facts', () => {
    expect(one(entry({ texts: null }))[0]).toMatchObject({
      title: '11月8日 · 内容已删除',
      note: '2 学时 · 线下 · 团支书登记',
    })
  })
})
