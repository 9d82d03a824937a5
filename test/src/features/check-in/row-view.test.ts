import type { CheckInBody, CheckInReply } from '#contract/check-in'
import { eventCode } from '#domain/checkin/code'
import { deskCode, ownCode } from '#domain/checkin/mac'
import { FLAGS } from '#domain/checkin/check-in'
import { knownEvents, eventsOn } from '../../../../src/features/check-in/known-events'
import { codeProblem, rowView } from '../../../../src/features/check-in/row-view'
import type { CheckInRow } from '../../../../src/platform/check-ins'
import { phoneMac } from '../../../../src/platform/mac'
import { checkInRefusalWords, flagsWords } from '../../../../src/text/check-in'
import { at, card, mine, RULES } from '../events/replies'

const EVENT = card({ id: '0190c2d0-0000-7000-8000-00000a1b2c3d', start: at('2026-11-28', '14:30'), title: '周末共读' })
const KNOWN = knownEvents(undefined, { asOf: 0, events: [EVENT], more: false })
const NOBODY = knownEvents(undefined, undefined)
const NOW = at('2026-11-28', '14:32')
const KEY = '0b'.repeat(32)

const codeOf = (direction: 'in' | 'out') =>
  deskCode(phoneMac, KEY, { event: eventCode(EVENT.id), desk: 1, direction }, 100_000_000).code

function row(body: Partial<CheckInBody> = {}, outcome: CheckInRow['outcome'] = null): CheckInRow {
  return {
    body: {
      requestId: '7b0f2c8e-5f0d-4f1e-9f5b-1c2d3e4f5a6b',
      code: `https://aili.example/q/${codeOf('in')}`,
      digits: null,
      event: null,
      at: NOW,
      offset: 0,
      declared: false,
      ...body,
    },
    account: 'A',
    made: NOW,
    outcome,
  }
}

const accepted = (parts: Partial<CheckInReply> = {}): CheckInRow['outcome'] => ({
  kind: 'accepted',
  reply: {
    asOf: NOW,
    card: EVENT,
    direction: 'in',
    way: 'scan',
    at: NOW,
    flags: [],
    again: null,
    role: 'attendee',
    registered: true,
    newcomer: null,
    checkOutUntil: at('2026-11-28', '18:30'),
    leastMinutes: 72,
    ...parts,
  },
})

const view = (one: CheckInRow, known = KNOWN) => rowView(one, known, RULES, NOW)

describe('what is kept', () => {
  it('names the event that the phone has heard of, and says how to check out', () => {
    expect(view(row())).toMatchObject({
      state: 'saved',
      title: '已保存，联网后确认',
      line: '今天 14:32 · 签到\n周末共读',
      checkOut: '16:30 前后，扫同一块屏幕上的“签退”码，最晚 18:30。至少在场 1 小时 12 分钟才计。',
      digits: null,
    })
  })

  it('of an event that it hasn’t heard of says what it can', () => {
    expect(view(row(), NOBODY)).toMatchObject({
      line: '今天 14:32 · 签到',
      checkOut: '走的时候扫同一块屏幕上的“签退”码，没有网络也可以。',
    })
  })

  it('on leaving says nothing of leaving', () => {
    expect(view(row({ code: codeOf('out') }))).toMatchObject({ line: '今天 14:32 · 签退\n周末共读', checkOut: null })
  })

  it('typed says the digits, and the event that was chosen', () => {
    expect(view(row({ code: null, digits: '012345' })).line).toBe('今天 14:32\n数字 012345')
    expect(view(row({ code: null, digits: '012345', event: EVENT.id })).line).toBe('今天 14:32\n周末共读')
  })

  it('of a newcomer shows two digits, without a network too', () => {
    expect(view(row({ declared: true })).digits).toMatch(/^\d\d$/)
  })
})

describe('what was answered', () => {
  it('yes: when, what, as what', () => {
    expect(view(row({}, accepted()))).toMatchObject({
      state: 'accepted',
      title: '已签到',
      line: '今天 14:32 · 参加者\n周末共读',
      note: null,
      follow: null,
    })
    expect(view(row({}, accepted({ direction: 'out' })))).toMatchObject({ title: '已签退', checkOut: null })
  })

  it('yes, again: the earliest counts', () => {
    expect(view(row({}, accepted({ again: at('2026-11-28', '14:20') }))).line).toContain('14:20 已经签到过')
  })

  it('yes, to a newcomer: the server’s digits, and until when a name can follow', () => {
    const newcomer = { digits: '37', until: at('2026-12-05', '14:32') }
    const seen = view(row({ declared: true }, accepted({ newcomer })))
    expect(seen.digits).toBe('37')
    expect(seen.follow).toContain('12月5日 14:32')
  })

  it('yes, and something is to be looked at: each reason once', () => {
    expect(view(row({}, accepted({ flags: ['late', 'late-online'] }))).note?.match(/没有网络/g)).toHaveLength(1)
    for (const flag of FLAGS) expect(flagsWords([flag])).toContain('组织者看过就算')
  })

  it('no: why, in words', () => {
    const no = view(row({}, { kind: 'refused', code: 'check-in-over', facts: { until: at('2026-11-28', '13:00') } }))
    expect(no).toMatchObject({ state: 'refused', title: '没有签成', refusal: 'check-in-over' })
    expect(no.note).toContain('今天 13:00')
  })

  it('no, for a reason that this version doesn’t know: a sentence all the same', () => {
    expect(checkInRefusalWords('brand-new', {}, NOW)).toContain('没有办成')
    expect(checkInRefusalWords('toString', {}, NOW)).toContain('没有办成')
  })
})

describe('what the camera saw', () => {
  it.each(['', 'https://aili.example/', 'weixin://x', `${codeOf('in')}2`])('none of ours: %s', (text) => {
    expect(codeProblem(text, NOW)).toContain('这不是签到码')
  })

  it('a member’s code', () => {
    expect(codeProblem(ownCode(phoneMac, KEY, 'ABCDEFGH', 100_000_000), NOW)).toContain('会员码')
  })

  it('a desk’s code, as a link and as WeChat hands it over', () => {
    expect(codeProblem(`https://aili.example/q/${codeOf('in')}`, NOW)).toBeNull()
    expect(codeProblem(encodeURIComponent(`https://aili.example/q/${codeOf('out')}`), NOW)).toBeNull()
  })
})

describe('events that digits can be of', () => {
  const other = card({ id: '0190c2d0-0000-7000-8000-00000a1b2c3e', start: at('2026-11-28', '14:00') })
  const over = card({ id: '0190c2d0-0000-7000-8000-00000a1b2c3f', start: at('2026-11-28', '09:00') })
  const known = knownEvents(
    {
      asOf: 0,
      registrations: [
        { card: EVENT, mine: mine() },
        { card: other, mine: mine({ state: 'cancelled' }) },
      ],
    },
    { asOf: 0, events: [other, EVENT, over], more: false },
  )

  it('are those that are on, mine first, each once', () => {
    expect(eventsOn(known, RULES, NOW).map(({ id }) => id)).toEqual([EVENT.id, other.id])
    expect(eventsOn(known, RULES, at('2026-11-28', '13:29')).map(({ id }) => id)).toEqual([other.id])
  })
})
