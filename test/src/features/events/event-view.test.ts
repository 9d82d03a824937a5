import type { Door, EventCard, Mine } from '#contract/event'
import { eventView } from '../../../../src/features/events/event-view'
import { at, card, mine, NOW, reply, role, RULES } from './replies'

const open: Door = { role: 'attendee', to: 'place', closed: null }
const shut = (code: string, facts: object = {}, name: Door['role'] = 'attendee'): Door => ({
  role: name,
  to: null,
  closed: { code, facts: { ...facts } },
})
const both = card({ roles: [role(), role({ role: 'volunteer', left: 2, minutes: 120 })] })

/** What stands in the main area for who is signed in. */
function main(standing: Mine | null, doors: readonly Door[] = [open], one = card(), now = NOW) {
  return eventView(reply(one), { mine: standing, doors: [...doors] }, RULES, now).main
}

describe('who isn’t signed in', () => {
  it('is told to sign in where there is something to register for', () => {
    expect(eventView(reply(), null, RULES, NOW).main).toEqual({ kind: 'guest', open: true, why: [] })
  })

  it('is told why the door is closed, and since when', () => {
    const doors = [shut('registration-closed', { deadline: at('2026-11-27', '18:00') })]
    const view = eventView(reply(card({ phase: 'closed' }), { doors }), null, RULES, NOW).main
    expect(view).toEqual({ kind: 'guest', open: false, why: ['报名在11月27日 18:00截止了。'] })
  })
})

describe('who is', () => {
  it('registers, with a choice where there is one', () => {
    const doors: Door[] = [open, { role: 'volunteer', to: 'list', closed: null }]
    expect(main(null, doors, both)).toMatchObject({
      kind: 'open',
      since: null,
      choices: [
        { role: 'attendee', act: '报名参加', note: '余 6 个名额，不计时长' },
        { role: 'volunteer', act: '候补做志愿者', note: '已满，0 人在候补，计 2 小时' },
      ],
    })
  })

  it('reads why one of two doors is closed, with its day', () => {
    const doors = [open, shut('guardian-consent-needed', { below: 18, from: '2027-06-12' }, 'volunteer')]
    const view = main(null, doors, both)
    expect(view.kind === 'open' && [view.choices.length, view.why]).toEqual([
      1,
      ['未满 18 周岁做志愿者，要有监护人同意，现在还不能在这里办。2027年6月12日起就不用了。'],
    ])
  })

  it('reads a reason that holds for both doors once', () => {
    const clash = { start: at('2026-11-29', '14:00'), end: at('2026-11-29', '16:00'), minutes: 30 }
    const view = main(null, [shut('time-clash', clash), shut('time-clash', clash, 'volunteer')], both)
    expect(view.kind === 'closed' && view.why).toHaveLength(1)
  })

  it('gives a name and a birth date first', () => {
    expect(main(null, [shut('profile-missing')]).kind).toBe('profile')
  })

  it('is registered, may put it into a calendar, and leave until it begins', () => {
    const doors = [shut('already-registered', { role: 'attendee', state: 'registered' })]
    expect(main(mine({ cancelMarks: true }), doors)).toMatchObject({ kind: 'registered', coming: true, marks: true })
    const running = card({ start: at('2026-11-28', '11:59'), phase: 'running' })
    expect(main(mine(), doors, running)).toMatchObject({ kind: 'registered', coming: false })
    expect(main(mine(), doors, card({ phase: 'over' }))).toMatchObject({ kind: 'closed', title: '活动已经结束' })
  })

  it('waits in a place, and is told the rule', () => {
    expect(main(mine({ state: 'waiting', place: 3 }))).toMatchObject({
      kind: 'waiting',
      place: 3,
      rule: '有人退出时按先后递补：名额保留 12 小时，没有接受就给下一位；明天 13:00 起不再递补',
    })
  })

  it('is offered a place until a moment', () => {
    const until = at('2026-11-28', '20:00')
    expect(main(mine({ state: 'offered', until }))).toMatchObject({ kind: 'offered', until })
  })

  it.each([
    [mine({ state: 'cancelled' }), '你取消了报名。'],
    [mine({ state: 'cancelled', late: true }), '上次取消离开始很近，记了一次临时取消。'],
    [mine({ state: 'declined' }), '你让出了为你保留的名额。'],
    [mine({ state: 'expired' }), '为你保留的名额过了时间，已经给下一位。'],
    [mine({ state: 'left' }), '活动改动以后，你退出了。'],
  ])('can register again, and reads what became of the last time', (standing, before) => {
    expect(main(standing)).toMatchObject({ kind: 'open', before, since: standing.since })
  })

  it('reads that it is cancelled, whatever they had', () => {
    expect(main(mine(), [], card({ phase: 'cancelled' }))).toMatchObject({ kind: 'closed', title: '活动取消了' })
  })

  it('isn’t offered anything while nobody knows how they stand', () => {
    expect(eventView(reply(), undefined, RULES, NOW).main).toEqual({ kind: 'unknown' })
  })
})

it('says what it was before it was moved', () => {
  const before = card()
  const moved = { at: NOW, start: before.start, end: before.end, venue: before.venue, spot: '二楼' }
  const view = eventView(reply(card({ start: at('2026-11-30', '09:00') }), { moved }), null, RULES, NOW)
  expect(view.moved).toBe('原来是明天 14:30–16:30，大学东路青年爱里V04 · 二楼。')
})

it('says until when one can leave without a mark', () => {
  const rule = (now: typeof NOW) => eventView(reply(), null, RULES, now).rules[0]
  expect(rule(NOW)).toBe('取消：今天 14:30 以前取消，不留记录；之后取消，会记一次临时取消。')
  expect(rule(at('2026-11-28', '14:30'))).toBe('取消：现在取消，会记一次临时取消。')
})

describe('at the door', () => {
  const one = card({ start: at('2026-11-28', '14:30') })
  const door = (time: string, standing: Mine | null, phase: EventCard['phase'] = 'running') =>
    eventView(reply({ ...one, phase }), { mine: standing, doors: [] }, RULES, at('2026-11-28', time)).door

  it.each([
    ['13:29', false],
    ['13:30', true],
    ['18:30', true],
    ['18:31', false],
  ])('at %s one can check in: %s', (time, can) => {
    expect(door(time, mine()) !== null).toBe(can)
  })

  it('tells who has no place that they can come, too', () => {
    expect(door('14:00', mine())).toContain('扫组织者屏幕上的码签到')
    expect(door('14:00', null)).toContain('没有报名也可以来')
    expect(door('14:00', mine({ state: 'cancelled' }))).toContain('没有报名也可以来')
  })

  it('says nothing of what was cancelled', () => {
    expect(door('14:00', mine(), 'cancelled')).toBeNull()
  })

  it('says from when, until when and how long, before it bites', () => {
    expect(eventView(reply(one), null, RULES, NOW).rules).toContain(
      '签到：今天 13:30 起可以签到，最晚 18:30 签退，至少在场 1 小时 12 分钟才计。',
    )
  })
})
