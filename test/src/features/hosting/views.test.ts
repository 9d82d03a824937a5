import type { ClassRequestsReply, RegistrationRow, SeasonReply, WordsReply } from '#contract/event'
import type { OrganisationRow } from '#contract/organisation'
import type { LocalDate } from '#domain/time'
import { addFieldOf, checkAdd } from '../../../../src/features/hosting/add-draft'
import { checkAnnouncement, whyNotAnnounce } from '../../../../src/features/hosting/announcement-draft'
import { classRequestViews, waitingWordsViews } from '../../../../src/features/hosting/asked-views'
import { askedChoices, checkClass, startOfClass } from '../../../../src/features/hosting/class-draft'
import { deskView } from '../../../../src/features/hosting/desk-view'
import { registrationLines } from '../../../../src/features/hosting/registrations-view'
import { seasonView, shortName } from '../../../../src/features/hosting/season-view'
import { copyable, copySpan, monthSpan, venueMonth } from '../../../../src/features/hosting/venue-month'
import { policyOf } from '../../../domain/packs'
import { at, card, desk, deskReply, NOW, VENUE } from './events'

const policy = policyOf('saihan')
const day = (text: string) => text as LocalDate

describe('a venue’s month', () => {
  it('has its first and last day', () => {
    expect(monthSpan(day('2026-02-14'))).toEqual({ from: '2026-02-01', to: '2026-02-28' })
    expect(monthSpan(day('2026-12-31'))).toEqual({ from: '2026-12-01', to: '2026-12-31' })
  })

  it('parts what is a draft, what is coming and what is past, the last past one first', () => {
    const month = venueMonth(
      [
        desk({ id: 'past', phase: 'over' }),
        desk({ id: 'off', phase: 'cancelled' }),
        desk({ id: 'draft', phase: 'draft' }),
        desk({ id: 'open' }),
        desk({ id: 'closed', phase: 'closed' }),
        desk({ id: 'running', phase: 'running' }),
      ],
      NOW,
    )
    expect(month.drafts.map(({ id }) => id)).toEqual(['draft'])
    expect(month.coming.map(({ id }) => id)).toEqual(['open', 'closed', 'running'])
    expect(month.past.map(({ id }) => id)).toEqual(['off', 'past'])
  })

  it('says in a line what, when and how many', () => {
    const [line] = venueMonth([desk({ words: 'waiting' }, { offered: 1, waiting: 3 })], NOW).coming
    expect(line).toMatchObject({
      title: '周末共读',
      when: '11月28日 周六 14:00–16:00',
      note: '读书会 · 报名 12 · 等答复 1 · 候补 3',
      pill: { text: '报名中' },
      words: { text: '文字待审核' },
    })
  })

  it('offers for copying what was published, the last first, of 62 days at most', () => {
    const lines = copyable([desk({ id: 'a', phase: 'over' }), desk({ id: 'b' }), desk({ phase: 'draft' })], NOW)
    expect(lines.map(({ id }) => id)).toEqual(['b', 'a'])
    expect(copySpan(day('2026-11-24'))).toEqual({ from: '2026-09-24', to: '2026-11-24' })
  })
})

describe('a desk', () => {
  it.each([
    ['draft', { change: true, publish: true, unpublish: false, cancel: false, askClass: true, add: false }],
    ['open', { change: true, publish: false, unpublish: false, cancel: true, askClass: true, add: true }],
    ['closed', { change: true, publish: false, unpublish: false, cancel: true, askClass: true, add: true }],
    ['running', { change: false, publish: false, unpublish: false, cancel: false, askClass: false, add: false }],
    ['over', { change: false, publish: false, unpublish: false, cancel: false, askClass: false, add: false }],
    ['cancelled', { change: false, publish: false, unpublish: false, cancel: false, askClass: false, add: false }],
  ] as const)('of an event that is %s offers what can be done', (phase, may) => {
    expect(deskView(deskReply({ desk: desk({ phase }) }), NOW).may).toEqual(may)
  })

  it('takes back only what nobody registered for, offered and waiting included', () => {
    const none = { registered: 0, offered: 0, waiting: 0 }
    const may = (counts: Partial<typeof none>) =>
      deskView(deskReply({ desk: desk({}, { ...none, ...counts }) }), NOW).may.unpublish
    expect([may({}), may({ registered: 1 }), may({ offered: 1 }), may({ waiting: 1 })]).toEqual([
      true,
      false,
      false,
      false,
    ])
  })

  it('offers an office above nothing', () => {
    expect(Object.values(deskView(deskReply({ host: false }), NOW).may)).toEqual([
      false,
      false,
      false,
      false,
      false,
      false,
    ])
  })

  it.each([
    ['asked', false],
    ['named', false],
    ['refused', true],
  ] as const)('asks for a class again after %s: %s', (state, may) => {
    const naming = { state, organisation: VENUE.organisation, tenths: 20 }
    expect(deskView(deskReply({ naming }), NOW).may.askClass).toBe(may)
  })
})

describe('what is said to all', () => {
  it.each([
    ['', /写下/],
    ['  ', /写下/],
    ['看 www.example.com', /网址/],
    ['打 138 0013 8000', /电话/],
    ['长'.repeat(201), /200/],
  ])('%s is refused', (text, words) => {
    const checked = checkAnnouncement({ text }, NOW)
    expect(checked.kind === 'errors' && checked.errors.text).toMatch(words)
  })

  it('may hold days and times, and 200 characters', () => {
    expect(checkAnnouncement({ text: ' 11月28日14:00在二楼 ' }, NOW)).toEqual({
      kind: 'ready',
      body: '11月28日14:00在二楼',
    })
    expect(checkAnnouncement({ text: '长'.repeat(200) }, NOW).kind).toBe('ready')
  })

  it('is one a day, until the end', () => {
    expect(whyNotAnnounce({ phase: 'open', announcedOn: null }, NOW)).toBeNull()
    expect(whyNotAnnounce({ phase: 'open', announcedOn: '2026-11-23' }, NOW)).toBeNull()
    expect(whyNotAnnounce({ phase: 'open', announcedOn: '2026-11-24' }, NOW)).toMatch(/明天/)
    expect(whyNotAnnounce({ phase: 'over', announcedOn: null }, NOW)).toMatch(/结束/)
  })
})

describe('asking to be named a class', () => {
  const rows = [
    ['SH', null, 'district', '赛罕区团委'],
    ['SH-DXX', 'SH', 'subdistrict', '大学西路街道团工委'],
    ['SH-RML', 'SH', 'subdistrict', '人民路街道团工委'],
    ['SH-X01', 'SH', 'school-committee', '示例中学团委'],
    ['SH-X01-1', 'SH-X01', 'branch', '高一(1)班团支部'],
    ['SH-RML-1', 'SH-RML', 'branch', '人民路社区团支部'],
  ].map(([code, parent, kind, name]) => ({
    code,
    parent,
    kind,
    name,
    placeholder: false,
  })) as unknown as OrganisationRow[]

  it('begins with the venue’s own organisation, then its branches, then other branches; the district isn’t asked', () => {
    expect(askedChoices(rows, 'SH-RML', '').map(({ code }) => code)).toEqual([
      'SH-RML',
      'SH-RML-1',
      'SH-X01-1',
      'SH-DXX',
      'SH-X01',
    ])
  })

  it('finds by the name and by the name above', () => {
    expect(askedChoices(rows, 'SH-RML', '示例中学 高一').map(({ code }) => code)).toEqual(['SH-X01-1'])
    expect(askedChoices(rows, 'SH-RML', '没有')).toEqual([])
  })

  it('proposes what the length holds, and refuses more', () => {
    const draft = startOfClass(card(), 'SH-RML', policy)
    // 120 minutes at 45 minutes a 学时
    expect(draft).toEqual({ organisation: 'SH-RML', hours: '2.6' })
    expect(checkClass(draft, card(), policy, NOW)).toEqual({
      kind: 'ready',
      body: { organisation: 'SH-RML', tenths: 26 },
    })
    for (const hours of ['2.7', '0', '两']) {
      expect(checkClass({ ...draft, hours }, card(), policy, NOW).kind).toBe('errors')
    }
    const unasked = checkClass({ ...draft, organisation: '' }, card(), policy, NOW)
    expect(unasked.kind === 'errors' && unasked.errors.organisation).toMatch(/请选择/)
  })
})

describe('who has registered', () => {
  const row = (part: Partial<RegistrationRow>): RegistrationRow => ({
    person: 'p',
    name: '申**',
    role: 'attendee',
    state: 'registered',
    place: null,
    since: at(24, 9),
    byHost: false,
    ...part,
  })

  it('parts who is on the list from who was, and says places and who put them on', () => {
    const { live, gone } = registrationLines(
      [
        row({ person: 'a' }),
        row({ person: 'b', state: 'waiting', place: 2 }),
        row({ person: 'c', state: 'cancelled' }),
        row({ person: 'd', name: null, byHost: true }),
      ],
      NOW,
    )
    expect(live.map(({ name, pill, since }) => [name, pill.text, since])).toEqual([
      ['申**', '有名额', '今天 09:00'],
      ['申**', '候补第 2', '今天 09:00'],
      ['资料已删除', '有名额', '今天 09:00 组织者加'],
    ])
    expect(gone.map(({ key }) => key)).toEqual(['c'])
  })

  it('reads an account’s code and asks for a role', () => {
    const accountOf = (typed: string) => (typed === '7k3m2qrt' ? '7K3M-2QRT' : null)
    expect(checkAdd({ account: '7k3m2qrt', role: 'attendee' }, accountOf)).toEqual({
      kind: 'ready',
      body: { account: '7K3M-2QRT', role: 'attendee' },
    })
    const empty = checkAdd({ account: '', role: '' }, accountOf)
    expect(empty.kind === 'errors' && Object.keys(empty.errors)).toEqual(['account', 'role'])
    expect([addFieldOf('account-unknown'), addFieldOf('event-full'), addFieldOf('time-clash')]).toEqual([
      'account',
      'role',
      null,
    ])
  })
})

describe('the season', () => {
  const row = (part: Partial<SeasonReply['venues'][number]>): SeasonReply['venues'][number] => ({
    venue: VENUE,
    state: 'lacking',
    held: 0,
    planned: 0,
    need: 1,
    next: null,
    events: [],
    ...part,
  })
  const reply = (...venues: SeasonReply['venues']): SeasonReply => ({
    asOf: NOW,
    name: '读书季',
    from: '2026-11-01',
    to: '2027-01-31',
    totals: { held: 1, planned: 1, lacking: 1 },
    venues,
  })

  it.each([
    [row({ state: 'held', held: 2 }), '已办', '2 场'],
    [row({ state: 'planned', planned: 1, next: '2026-12-05' }), '已排', '12月5日'],
    [row({}), '还没有', null],
    [row({ need: 3, held: 1 }), '还差', '2 场'],
  ])('says of a venue in words where it stands', (venue, word, detail) => {
    expect(seasonView(reply(venue), NOW).tiles[0]).toMatchObject({ word, detail })
  })

  it('names its days, with the year where it isn’t this one', () => {
    expect(seasonView(reply(row({})), NOW)).toMatchObject({ span: '11月1日到2027年1月31日', all: 1, need: 1 })
  })

  it.each([
    ['人民路街道青年爱里', '人民路'],
    ['人民路街道青年爱里(二)', '人民路(二)'],
    ['榆林镇青年爱里', '榆林镇'],
    ['青年爱里(二)', '青年爱里(二)'],
    ['图书馆', '图书馆'],
  ])('%s is %s on a tile', (name, short) => {
    expect(shortName(name)).toBe(short)
  })

  it('marks what is made up', () => {
    const [tile] = seasonView(reply(row({ venue: { ...VENUE, placeholder: true } })), NOW).tiles
    expect(tile?.short).toBe('人民路（示例）')
  })
})

describe('what waits for an answer', () => {
  it('says of a class request what it would count, and when it presses', () => {
    const requests: ClassRequestsReply['requests'] = [
      { card: card({ start: at(27, 14), end: at(27, 16) }), notes: '', tenths: 20 },
      { card: card(), notes: '', tenths: 20 },
    ]
    const views = classRequestViews({ asOf: NOW, requests }, NOW)
    expect(views.map(({ tone, clock }) => [tone, clock])).toEqual([
      ['not-yet', '还有 3 天开始'],
      ['waiting', '还有 4 天开始'],
    ])
    expect(views[0]?.who).toBe('人民路街道青年爱里 · 申请 2 学时')
  })

  it('shows all words that were written, and which they are', () => {
    const one = (body: Readonly<Record<string, string>>): WordsReply['words'][number] => ({
      id: 'h',
      event: 'e',
      venue: VENUE,
      start: at(28, 14),
      body,
      at: at(24, 9),
    })
    const words = [
      one({ title: '周末共读', notes: '' }),
      one({ spot: '二楼' }),
      one({ text: '请提前十分钟到，一楼集合，记得带水杯' }),
    ]
    const views = waitingWordsViews({ asOf: NOW, words }, NOW)
    expect(views.map(({ title, parts }) => [title, parts.map(({ name }) => name)])).toEqual([
      ['标题和说明', ['标题']],
      ['活动地点', ['地点']],
      ['给报名者的通知', ['通知']],
    ])
    expect(views[2]?.who).toBe('人民路街道青年爱里 · 请提前十分钟到，一楼集合，记得带…')
  })
})
