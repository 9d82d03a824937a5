import { checkHeads } from '../../../../src/features/attendance/heads-draft'
import { closeOutView } from '../../../../src/features/attendance/close-out'
import { handOverViews } from '../../../../src/features/attendance/hand-overs'
import { checkTeam } from '../../../../src/features/attendance/team-draft'
import { atTime, checkTimes, startOfTimes } from '../../../../src/features/attendance/times-draft'
import { accountOf } from '../../../../src/features/session/desk-draft'
import { creditLine } from '../../../../src/text/attendance'
import { deskRefusalWords } from '../../../../src/text/desk-refusals'
import { at, card, NOW, VENUE } from '../hosting/events'
import { AFTER, attendance, came, credit, DURING, row } from './replies'

const gone = (person: string, part = {}) =>
  came(person, {
    out: at(28, 16),
    outWay: 'scan',
    credit: credit({ present: 120, minutes: 120, reason: null }),
    ...part,
  })

describe('the close-out', () => {
  it('says what is missing, and by whom it can be done', () => {
    const people = [gone('a'), came('b'), came('c', { weak: true, flags: ['late'] }), row('d')]
    const view = closeOutView(attendance(people), 2, AFTER)
    expect(view.noCheckOut.map(({ person }) => person)).toEqual(['b', 'c'])
    expect(view.weak.map(({ note }) => note)).toEqual(['14:00 签到（扫码） · 没有签退\n手机没有网络，后来才传上来'])
    expect(view.noShows.map(({ person }) => person)).toEqual(['d'])
    expect(view.blocked).toBe('还差：填门口数到的人数，2 人没有签退，1 人要看一眼，2 条还没有发出。')
    expect(closeOutView(attendance(people, { team: 'host' }), 0, AFTER).blocked).toMatch(/负责人/)
  })

  it('can be done when nothing is missing, from the end on', () => {
    const reply = attendance([gone('a'), row('d')], { heads: 1 })
    expect(closeOutView(reply, 0, AFTER).blocked).toBeNull()
    expect(closeOutView(reply, 0, reply.card.end as typeof AFTER).blocked).toBeNull()
    expect(closeOutView(reply, 0, DURING).blocked).toMatch(/16:00 结束/)
  })

  it('isn’t held up by the asker’s own row, which is another’s to settle', () => {
    const view = closeOutView(
      attendance([gone('a'), came('me', { own: true, weak: true, flags: ['own-desk'] })], { heads: 2 }),
      0,
      AFTER,
    )
    expect([view.noCheckOut, view.weak]).toEqual([[], []])
    expect(view.own?.person).toBe('me')
    expect(view.blocked).toBeNull()
  })

  it('sums up what is credited, and why not', () => {
    const people = [gone('a'), gone('b'), came('c'), gone('d', { credit: credit({ present: 40, reason: 'share' }) })]
    const { amounts, nothing, lines } = closeOutView(attendance(people), 0, AFTER).credits
    expect(amounts.map(({ text, people: n }) => [text, n])).toEqual([['计志愿服务 2 小时', 2]])
    expect(nothing.map(({ text, people: n }) => [text, n])).toEqual([
      ['不计：没有签退', 1],
      ['不计：在场 40 分钟，要 1 小时 12 分钟', 1],
    ])
    expect(lines).toHaveLength(4)
  })
})

it('a newcomer isn’t among those whom the close credits: the name comes first', () => {
  const waits = gone('n', { credit: credit({ present: 120, minutes: 120, reason: 'profile-missing' }) })
  const { amounts, nothing } = closeOutView(attendance([gone('a'), waits]), 0, AFTER).credits
  expect(amounts.map(({ text, people }) => [text, people])).toEqual([['计志愿服务 2 小时', 1]])
  expect(nothing.map(({ text, people }) => [text, people])).toEqual([
    ['计志愿服务 2 小时（还没有填写姓名和出生日期）', 1],
  ])
})

describe('a credit in words', () => {
  it.each([
    [{ minutes: 90, tenths: null, reason: null }, '计志愿服务 1 小时 30 分钟'],
    [{ minutes: null, tenths: 20, reason: null }, '计团课 2 学时'],
    [{ minutes: 60, tenths: null, reason: 'day-full' }, '计志愿服务 1 小时（这一天已经记满了）'],
    [{ minutes: null, tenths: null, reason: 'own-row' }, '不计：要由另一位负责人收尾'],
    [{ minutes: null, tenths: null, reason: null }, '不计时长'],
  ] as const)('%j is %s', (part, words) => {
    expect(creditLine(credit(part))).toBe(words)
  })
})

describe('times', () => {
  const planned = { start: at(28, 14), end: at(28, 16) }
  const marks = { in: at(28, 13, 50) + 12_345, out: null }
  const start = startOfTimes(planned, marks)

  it('begin with what is known, else with what was planned', () => {
    expect(start).toEqual({ in: '13:50', out: '16:00' })
  })

  it('that weren’t touched stay as the phone said them', () => {
    expect(checkTimes(start, start, planned, marks)).toEqual({ kind: 'ready', in: null, out: null })
    expect(checkTimes({ ...start, out: '15:30' }, start, planned, marks)).toEqual({
      kind: 'ready',
      in: null,
      out: at(28, 15, 30),
    })
  })

  it('must go on, and be times', () => {
    expect(checkTimes({ ...start, out: '13:50' }, start, planned, marks)).toMatchObject({
      kind: 'errors',
      errors: { out: expect.stringMatching(/晚于/) as string },
    })
    expect(checkTimes({ ...start, in: '' }, start, planned, marks)).toMatchObject({
      kind: 'errors',
      errors: { in: '请选择几点签到。' },
    })
    expect([atTime(planned.start, '24:00'), atTime(planned.start, '9:05')]).toEqual([null, at(28, 9, 5)])
  })
})

describe('what is typed at the door', () => {
  it.each([
    [
      { heads: '24', guests: '' },
      { act: 'heads-counted', heads: 24, guests: 0 },
    ],
    [
      { heads: '０', guests: '3' },
      { act: 'heads-counted', heads: 0, guests: 3 },
    ],
  ])('heads %j', (typed, body) => {
    expect(checkHeads(typed)).toEqual({ kind: 'ready', body })
  })

  it('heads that are none', () => {
    expect(checkHeads({ heads: '', guests: '-1' })).toMatchObject({
      kind: 'errors',
      errors: { heads: expect.stringMatching(/整数/) as string, guests: expect.stringMatching(/人数/) as string },
    })
  })

  it('somebody of the team', () => {
    expect(checkTeam({ account: '7k3m 2qrt', team: 'helper' }, accountOf)).toEqual({
      kind: 'ready',
      body: { account: '7K3M-2QRT', person: null, team: 'helper' },
    })
    expect(checkTeam({ account: '1', team: '' }, accountOf).kind).toBe('errors')
  })
})

describe('a refusal', () => {
  it('says what is missing, and no more', () => {
    expect(deskRefusalWords('close-out-unsettled', { noCheckOut: 2, weak: 0, heads: 1 }, NOW)).toBe(
      '还有要处理的：填门口数到的人数，2 人没有签退。',
    )
    expect(deskRefusalWords('of-others', {}, NOW)).toBeNull()
  })
})

describe('what waits for the upper system', () => {
  it('is listed by age, and pressing after a week', () => {
    const over = (id: string, day: number, closed: number | null) => ({
      card: card({ id, start: at(day, 14), end: at(day, 16) }),
      venue: VENUE,
      closed,
    })
    const views = handOverViews(
      { asOf: NOW, events: [over('young', 17, at(17, 17)), over('old', 16, at(16, 17)), over('open', 24, null)] },
      NOW,
    )
    expect(views.map(({ event, tone, clock }) => [event, tone, clock])).toEqual([
      ['old', 'not-yet', '结束 8 天'],
      ['young', 'waiting', '结束 7 天'],
      ['open', 'waiting', '还没有收尾'],
    ])
  })
})
