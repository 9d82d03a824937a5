import { addDays, localDate } from '#domain/time'
import type { ApplicationAct } from '#domain/application/acts'
import { decideActivist, type ActivistGuards, type ActivistRecord } from '#domain/application/activist'
import { act, actsUpTo } from '../acts'
import { policyOf, withValues } from '../packs'

const saihan = policyOf('saihan')
const moxian = policyOf('moxian')
const today = localDate('2026-03-10')
const record: ActivistRecord = { on: localDate('2026-03-01'), way: 'nomination', paperSeen: true }
const guards: ActivistGuards = {
  affiliation: 'confirmed',
  activistOn: null,
  birthDate: localDate('2009-05-20'),
  acts: [],
}
const decide = (parts: Partial<ActivistRecord>, more: Partial<ActivistGuards> = {}, policy = saihan) =>
  decideActivist({ ...record, ...parts }, { ...guards, ...more }, policy, today)
const code = (...args: Parameters<typeof decide>) => {
  const decision = decide(...args)
  return decision.ok ? 'granted' : decision.refusal.code
}

test('a fact that can be recorded', () => {
  expect(decide({})).toEqual({ ok: true, value: record })
})

test.each([
  ['none', 'affiliation-not-confirmed'],
  ['claimed', 'affiliation-not-confirmed'],
  ['confirmed', 'granted'],
] as const)('affiliation %s: %s', (affiliation, answer) => {
  expect(code({}, { affiliation })).toBe(answer)
})

test('who is an activist already does not become one again, and the answer says since when', () => {
  const activistOn = localDate('2026-01-02')
  expect(decide({}, { activistOn })).toEqual({
    ok: false,
    refusal: { code: 'already-activist', facts: { since: activistOn } },
  })
})

test('only by a way that the district offers', () => {
  for (const way of ['nomination', 'points', 'review'] as const) {
    expect(code({ way })).toBe('granted')
    expect(code({ way }, {}, moxian)).toBe(way === 'nomination' ? 'granted' : 'way-not-offered')
  }
})

test('only with the paper seen', () => {
  expect(code({ paperSeen: false })).toBe('paper-not-seen')
})

test('today is the last day, tomorrow is none', () => {
  expect(code({ on: today })).toBe('granted')
  expect(decide({ on: addDays(today, 1) })).toEqual({ ok: false, refusal: { code: 'day-in-future', facts: { today } } })
})

describe('from the 14th birthday on', () => {
  const birthDate = localDate('2012-02-10')

  test.each([
    ['2026-02-09', 'day-too-early'],
    ['2026-02-10', 'granted'],
    ['2026-02-11', 'granted'],
  ])('on %s: %s', (on, answer) => {
    expect(code({ on: localDate(on) }, { birthDate })).toBe(answer)
  })

  test('or from the day after, where the birthday does not count', () => {
    expect(decide({ on: localDate('2026-02-10') }, { birthDate }, moxian)).toEqual({
      ok: false,
      refusal: { code: 'day-too-early', facts: { earliest: '2026-02-11' } },
    })
    expect(code({ on: localDate('2026-02-11') }, { birthDate }, moxian)).toBe('granted')
  })

  test('or another, where the pack says so', () => {
    const later = withValues(saihan, { 'application.age-min': 16 })
    expect(code({ on: localDate('2026-02-10') }, { birthDate }, later)).toBe('day-too-early')
  })

  test('whose birth date was erased is not asked for it', () => {
    expect(code({ on: localDate('2000-01-01') }, { birthDate: null })).toBe('granted')
  })
})

test.each<[string, string | null, string | null, readonly ApplicationAct[]]>([
  ['nothing', null, null, []],
  ['a tap: the paper may have come long before it', null, null, actsUpTo('submitted')],
  ['a paper', '2026-02-03', 'applied', actsUpTo('applied')],
  ['a talk', '2026-02-10', 'talked', actsUpTo('talked')],
  ['a nomination', '2026-02-20', 'nominated', actsUpTo('nominated')],
  ['a return', '2026-02-25', 'returned', [...actsUpTo('nominated'), act('returned', '2026-02-25')]],
  ['a withdrawal', '2026-02-12', 'withdrawn', [...actsUpTo('applied'), act('withdrawn', '2026-02-12')]],
])('not before what the app saw: %s', (_, bar, step, acts) => {
  if (bar === null) {
    expect(code({ on: localDate('2024-01-01') }, { acts })).toBe('granted')
    return
  }
  expect(code({ on: localDate(bar) }, { acts })).toBe('granted')
  expect(decide({ on: addDays(localDate(bar), -1) }, { acts })).toEqual({
    ok: false,
    refusal: { code: 'day-before-step', facts: { earliest: bar, step } },
  })
})

test('what is asked first says nothing of what comes later', () => {
  const all = { on: addDays(today, 1), way: 'points', paperSeen: false } as const
  expect(code(all, { affiliation: 'claimed', activistOn: today }, moxian)).toBe('affiliation-not-confirmed')
})
