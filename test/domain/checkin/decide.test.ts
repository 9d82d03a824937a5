import fc from 'fast-check'
import { WEAK, type Flag } from '#domain/checkin/check-in'
import { stepAt, stepStart } from '#domain/checkin/code'
import { decideCheckIn, type CheckInGuards, type Desk, type Upload } from '#domain/checkin/decide'
import type { CheckInRules } from '#domain/checkin/rules'
import { checkInWindow } from '#domain/checkin/window'
import type { RegistrationState } from '#domain/events/registration'
import type { Instant } from '#domain/time'
import { nodeMac } from './mac'
import {
  DAY,
  decide,
  END,
  EVENT,
  guards,
  HOUR,
  IN,
  later,
  MINUTE,
  OPENS,
  OUT,
  own,
  OWN_KEY,
  read,
  RULES,
  said,
  scan,
  SECOND,
  shown,
  SHUTS,
  START,
  STEP,
  type,
  WAVER,
  word,
} from './samples'

/** A quiet moment in the first hour, at the first millisecond of a step. */
const NOON = later(START, 20 * MINUTE)

describe('scanning what is shown now', () => {
  test.each([
    ['this step', 0, []],
    ['its last millisecond', STEP - 1, []],
    ['the step before', STEP, []],
    ['the last millisecond of the step after it', 2 * STEP - 1, []],
    ['two steps ago', 2 * STEP, ['late']],
    ['the next step: the desk’s clock is ahead', -1, []],
    ['the first millisecond of the step before it', -STEP, []],
    ['two steps ahead', -STEP - 1, 'code-from-future'],
  ])('%s', (_, wait, expected) => {
    const now = later(NOON, wait)
    expect(said(scan(IN, NOON, now), now)).toEqual(expected)
  })

  test('is recorded with the moment of the code, the desk and its direction', () => {
    expect(decide(scan(OUT, NOON), later(NOON, 14 * SECOND))).toEqual({
      ok: true,
      value: { direction: 'out', way: 'scan', desk: 2, at: NOON, flags: [] },
    })
  })

  test('is never recorded in the future', () => {
    expect(decide(scan(IN, NOON), later(NOON, -5 * SECOND))).toMatchObject({ value: { at: NOON - 5 * SECOND } })
  })

  test('doesn’t ask what the phone’s clock says', () => {
    for (const taken of [0, NOON - DAY, NOON + DAY]) {
      for (const sentAt of [null, 0 as Instant, later(NOON, -DAY), later(NOON, DAY)]) {
        expect(said(scan(IN, NOON, taken as Instant), NOON, { sentAt, spokeAt: NOON })).toEqual([])
      }
    }
  })
})

describe('a code that was kept on the phone', () => {
  const scanned = (age: number, kept: number | null, more: Partial<CheckInGuards> = {}) => {
    const now = later(NOON, age)
    return said(
      scan(IN, NOON, kept === null ? NOON : later(now, -kept)),
      now,
      kept === null ? { ...more, sentAt: null } : more,
    )
  }

  test.each([
    ['for as long as it is old', HOUR, HOUR, ['late']],
    ['for as long as it is old, but for what wavers', HOUR, HOUR - WAVER, ['late']],
    ['for less: it was old when it was scanned', HOUR, HOUR - WAVER - 1, 'code-expired'],
    ['not at all', HOUR, 0, 'code-expired'],
    ['for a little longer', HOUR, HOUR + WAVER, ['late']],
    ['for longer than it is old', HOUR, HOUR + WAVER + 1, ['late', 'clock']],
    ['for a day longer', HOUR, HOUR + DAY, ['late', 'clock']],
    ['by a clock that was set back meanwhile', HOUR, -1, ['late', 'clock']],
    ['by a clock that was set back a little', MINUTE, -1, ['late']],
    ['and the phone doesn’t say how long', HOUR, null, ['late', 'clock']],
    ['over a slow network', 2 * STEP, 0, ['late']],
    ['over a network as slow as is believed', WAVER, 0, ['late']],
    ['longer than that', WAVER + 1, 0, 'code-expired'],
  ])('%s', (_, age, kept, expected) => {
    expect(scanned(age, kept)).toEqual(expected)
  })

  test('says how old it is, in seconds', () => {
    const now = later(NOON, HOUR)
    expect(decide(scan(IN, NOON, now), now)).toEqual({
      ok: false,
      refusal: { code: 'code-expired', facts: { age: 3600 } },
    })
  })

  test('counts from when it was shown, not from when it came', () => {
    expect(decide(scan(IN, NOON), later(NOON, 5 * HOUR))).toMatchObject({ value: { at: NOON } })
  })

  test('is believed for 48 hours, and not a millisecond longer', () => {
    expect(scanned(48 * HOUR, 48 * HOUR)).toEqual(['late'])
    const now = later(NOON, 48 * HOUR + 1)
    expect(decide(scan(IN, NOON), now)).toEqual({
      ok: false,
      refusal: { code: 'upload-too-late', facts: { hours: 48, at: NOON, rule: 'check-in.late-max' } },
    })
  })

  test.each([
    ['nobody knows when it last spoke', null, ['late']],
    ['before', -1, ['late']],
    ['as it was scanned', WAVER, ['late']],
    ['after it', WAVER + 1, ['late', 'late-online']],
    ['long before it was sent', HOUR - WAVER - 1, ['late', 'late-online']],
    ['in the same moment as it was sent', HOUR - WAVER, ['late']],
  ])('and the session spoke to the server: %s', (_, after, expected) => {
    const spokeAt = after === null ? null : later(NOON, after)
    expect(scanned(HOUR, HOUR, { spokeAt })).toEqual(expected)
  })
})

describe('a code that isn’t of this desk', () => {
  const code = read(shown(IN, NOON).code)
  const wrong = (over: Partial<typeof code>, more: Partial<CheckInGuards> = {}) =>
    said({ way: 'scan', code: { ...code, ...over }, at: NOON }, NOON, more)

  test.each([
    ['of another event', { event: '222222' }],
    ['of another desk', { desk: 2 }],
    ['of a desk that was never opened', { desk: 3 }],
    ['of the other direction', { direction: 'out' }],
    ['of another step', { step: code.step + 1 }],
    ['of an hour ago, made young', { step: code.step - 240, mac: code.mac }],
    ['with another MAC', { mac: `${code.mac.slice(0, -1)}${code.mac.endsWith('2') ? '3' : '2'}` }],
  ] as const)('%s', (_, over) => {
    expect(wrong(over)).toBe('code-wrong')
  })

  test('also where another event’s desk has the same number, direction and even key', () => {
    const other = read(shown(IN, NOON, 'ZZZZZZ').code)
    expect(said({ way: 'scan', code: other, at: NOON }, NOON)).toBe('code-wrong')
    expect(said({ way: 'scan', code: { ...other, event: EVENT }, at: NOON }, NOON)).toBe('code-wrong')
  })

  test('is told before anything about the person or the event', () => {
    const off = { hasProfile: false, event: { ...guards().event, status: 'cancelled' as const } }
    expect(wrong({ event: '222222' }, off)).toBe('code-wrong')
  })
})

describe('a desk that another took over', () => {
  const taken = (ms: number): Partial<CheckInGuards> => ({ desks: [{ ...IN, revoked: later(NOON, ms) }] })

  test('is flagged from that moment on, not before', () => {
    expect(said(scan(IN, NOON), NOON, taken(0))).toEqual(['desk-revoked'])
    expect(said(scan(IN, NOON), NOON, taken(1))).toEqual([])
    expect(said(type(IN, NOON), NOON, taken(0))).toEqual(['desk-revoked'])
    expect(said(type(IN, NOON), NOON, taken(1))).toEqual([])
  })

  test('also of codes that come later', () => {
    const now = later(NOON, HOUR)
    expect(said(scan(IN, NOON), now, taken(0))).toEqual(['late', 'desk-revoked'])
    expect(said(scan(IN, NOON), now, taken(MINUTE))).toEqual(['late'])
    expect(said(type(IN, NOON), now, taken(0))).toEqual(['late', 'typed-late', 'desk-revoked'])
  })
})

describe('when', () => {
  test('from 50 minutes before the start to 100 minutes after the end', () => {
    expect(checkInWindow({ start: START, end: END }, RULES)).toEqual({ from: OPENS, until: SHUTS })
    expect(said(scan(IN, OPENS), OPENS)).toEqual([])
    expect(said(scan(OUT, SHUTS), SHUTS)).toEqual([])
    expect(decide(scan(OUT, later(SHUTS, STEP)), later(SHUTS, STEP))).toEqual({
      ok: false,
      refusal: { code: 'check-in-over', facts: { until: SHUTS, rule: 'check-in.window' } },
    })
  })

  test('a code of the step before it opens is scanned as it opens', () => {
    expect(said(scan(IN, later(OPENS, -STEP)), OPENS)).toEqual([])
    const early = later(OPENS, -2 * STEP)
    expect(decide(scan(IN, early), early)).toEqual({
      ok: false,
      refusal: { code: 'check-in-not-open', facts: { from: OPENS, rule: 'check-in.window' } },
    })
  })

  test('of the code, not of the upload: what was kept comes after it is over', () => {
    expect(said(scan(OUT, SHUTS), later(SHUTS, DAY))).toEqual(['late'])
    expect(said(type(OUT, SHUTS), later(SHUTS, DAY))).toEqual(['late', 'typed-late'])
  })

  test('not at an event that was taken back or cancelled', () => {
    const status = (of: CheckInGuards['event']['status']) => ({ event: { ...guards().event, status: of } })
    expect(said(scan(IN, NOON), NOON, status('cancelled'))).toBe('event-cancelled')
    expect(said(word('roll', NOON), NOON, status('cancelled'))).toBe('event-cancelled')
    expect(said(scan(IN, NOON), NOON, status('draft'))).toBe('event-not-published')
  })

  test('after the close it is kept, and flagged', () => {
    const event = { ...guards().event, closed: later(END, MINUTE) }
    expect(said(scan(OUT, later(END, 2 * MINUTE)), later(END, 2 * MINUTE), { event })).toEqual(['after-close'])
    expect(said(scan(OUT, END), later(END, DAY), { event })).toEqual(['late', 'after-close'])
    expect(said(word('roll', END), later(END, MINUTE), { event, sentAt: later(END, MINUTE) })).toEqual(['after-close'])
  })
})

describe('who', () => {
  test.each<[RegistrationState | null, Flag | null]>([
    ['registered', null],
    ['waiting', 'not-registered'],
    ['offered', 'not-registered'],
    ['declined', 'not-registered'],
    ['expired', 'not-registered'],
    [null, 'not-registered'],
    ['cancelled', 'cancelled'],
    ['left', 'cancelled'],
  ])('%s comes in with the flag %s', (registration, flag) => {
    const expected = flag === null ? [] : [flag]
    expect(said(scan(IN, NOON), NOON, { registration })).toEqual(expected)
    expect(said(type(IN, NOON), NOON, { registration })).toEqual(expected)
    expect(said(own(NOON), NOON, { registration, ownKey: OWN_KEY })).toEqual(expected)
    expect(said(word('roll', NOON), NOON, { registration })).toEqual(expected)
    expect(said(scan(IN, NOON), later(NOON, HOUR), { registration })).toEqual(['late', ...expected])
  })

  test('a newcomer says first that they are 14 or older; whom a host calls needn’t', () => {
    const newcomer = { hasProfile: false, registration: null }
    const ways: readonly [Upload, readonly string[] | string][] = [
      [scan(IN, NOON), 'declaration-needed'],
      [type(IN, NOON), 'declaration-needed'],
      [own(NOON), 'declaration-needed'],
      [word('walk-in', NOON), 'declaration-needed'],
      [word('sheet', NOON), 'declaration-needed'],
      [word('roll', NOON), ['not-registered']],
    ]
    for (const [upload, expected] of ways) {
      expect([upload.way, said(upload, NOON, { ...newcomer, ownKey: OWN_KEY })]).toEqual([upload.way, expected])
      expect(said(upload, NOON, { ...newcomer, ownKey: OWN_KEY, declared: true })).toEqual(['not-registered'])
    }
  })

  test('whoever runs the desk and scans it themselves is seen', () => {
    const person = IN.by
    expect(said(scan(IN, NOON), NOON, { person })).toEqual(['own-desk'])
    expect(said(type(IN, NOON), NOON, { person })).toEqual(['own-desk'])
    expect(said(scan(IN, NOON), NOON, { person, desks: [{ ...IN, by: 'another' }] })).toEqual([])
  })
})

describe('typing', () => {
  test.each([
    ['this step', 0, []],
    ['the step before', STEP, []],
    ['its last millisecond', 2 * STEP - 1, []],
    ['the next step', -1, []],
    ['the first millisecond of the step before it', -STEP, []],
  ])('%s', (_, wait, expected) => {
    const now = later(NOON, wait)
    expect(said(type(IN, NOON, { at: now }), now)).toEqual(expected)
    // and of a phone that doesn't say what its clock shows
    expect(said(type(IN, NOON, { at: 0 as Instant, offset: null }), now, { sentAt: null })).toEqual(expected)
  })

  test('is recorded with the desk whose digits they are', () => {
    expect(decide(type(OUT, NOON), later(NOON, SECOND))).toEqual({
      ok: true,
      value: { direction: 'out', way: 'typed', desk: 2, at: NOON, flags: [] },
    })
    expect(decide(type(OUT, later(NOON, STEP)), NOON)).toMatchObject({ value: { at: NOON } })
  })

  test('for one direction only finds the desks of that one', () => {
    expect(said(type(IN, NOON, { direction: 'in' }), NOON)).toEqual([])
    expect(said(type(IN, NOON, { direction: 'out' }), NOON)).toBe('digits-wrong')
  })

  test('what was shown a minute ago, sent at once, is late and said so', () => {
    expect(said(type(IN, NOON, { at: later(NOON, MINUTE) }), later(NOON, MINUTE))).toBe('digits-wrong')
    // typed in time, and a slow network
    expect(said(type(IN, NOON), later(NOON, MINUTE))).toEqual(['late', 'typed-late'])
    // read off, and typed two steps later
    expect(said(type(IN, NOON, { at: later(NOON, 2 * STEP) }), later(NOON, MINUTE))).toEqual(['late', 'typed-late'])
    expect(said(type(IN, NOON, { at: later(NOON, 3 * STEP) }), later(NOON, MINUTE))).toBe('digits-wrong')
  })

  test('kept and sent later is always flagged, however well it fits', () => {
    for (const kept of [WAVER + 1, HOUR, DAY, 48 * HOUR]) {
      expect(said(type(IN, NOON), later(NOON, kept))).toEqual(['late', 'typed-late'])
    }
    expect(decide(type(IN, NOON), later(NOON, HOUR))).toMatchObject({ value: { at: NOON, desk: 1, direction: 'in' } })
  })

  test('is looked for two steps around the phone’s corrected time', () => {
    const typed = (off: number) => said(type(IN, NOON, { at: later(NOON, off), offset: null }), later(NOON, HOUR))
    expect(typed(-2 * STEP)).toEqual(['late', 'typed-late'])
    expect(typed(-2 * STEP - 1)).toBe('digits-wrong')
    expect(typed(3 * STEP - 1)).toEqual(['late', 'typed-late'])
    expect(typed(3 * STEP)).toBe('digits-wrong')
  })

  test('by a clock that was set meanwhile: the server time that it had learnt helps', () => {
    const now = later(NOON, HOUR)
    const fast = { at: later(NOON, 3 * HOUR), offset: -3 * HOUR }
    expect(said(type(IN, NOON, fast), now)).toEqual(['late', 'typed-late'])
    expect(said(type(IN, NOON, { ...fast, offset: null }), now)).toBe('digits-wrong')
    // a phone that doesn't say what its clock shows at sending
    expect(said(type(IN, NOON), now, { sentAt: null })).toEqual(['late', 'typed-late'])
    expect(said(type(IN, NOON, { offset: null }), now, { sentAt: null })).toEqual(['late', 'typed-late'])
  })

  test('is believed for 48 hours', () => {
    expect(said(type(IN, NOON), later(NOON, 48 * HOUR))).toEqual(['late', 'typed-late'])
    expect(said(type(IN, NOON), later(NOON, 48 * HOUR + 1))).toBe('upload-too-late')
  })

  test('never lies in the future', () => {
    // Typed now, of a desk whose clock is 45 seconds ahead: not what it shows now, and found two steps on.
    const decision = decide(type(IN, later(NOON, 2 * STEP), { at: NOON }), NOON)
    expect(decision).toMatchObject({ ok: true, value: { at: NOON, flags: ['late', 'typed-late'] } })
    const hour = later(NOON, HOUR)
    for (const sentAt of [hour, null]) expect(said(type(IN, hour), NOON, { sentAt })).toBe('digits-wrong')
  })

  test('is harder to believe when the session was online in between', () => {
    const more = { spokeAt: later(NOON, 30 * MINUTE) }
    expect(said(type(IN, NOON), later(NOON, HOUR), more)).toEqual(['late', 'late-online', 'typed-late'])
  })

  /** All digits of four desks that are good now. */
  const four = [IN, OUT, { ...IN, desk: 3, key: '4d'.repeat(32) }, { ...OUT, desk: 4, key: '5e'.repeat(32) }]
  const anyDigits = fc.nat(999_999).map((n) => String(n).padStart(6, '0'))

  test('can’t be guessed: of a million, twelve are right now, and sixty at most of what was kept', () => {
    const right = (around: number) =>
      new Set(
        four.flatMap((desk) =>
          Array.from({ length: 2 * around + 1 }, (_, n) => shown(desk, later(NOON, (n - around) * STEP)).digits),
        ),
      )
    const [now, kept] = [right(1), right(2)]
    expect(now.size).toBeLessThanOrEqual(12)
    const hour = later(NOON, HOUR)
    fc.assert(
      fc.property(anyDigits, (digits) => {
        const typed: Upload = { way: 'typed', digits, direction: null, at: NOON, offset: null }
        expect(said(typed, NOON, { desks: four, sentAt: later(NOON, -1) }) !== 'digits-wrong').toBe(now.has(digits))
        expect(said(typed, hour, { desks: four }) !== 'digits-wrong').toBe(kept.has(digits))
      }),
      { numRuns: 500, examples: [...now, ...kept].map((digits) => [digits] as [string]) },
    )
  })
})

describe('a host scans what a person’s phone shows', () => {
  const ownKey = OWN_KEY

  test.each([
    ['this step', 0, []],
    ['the step before', 2 * STEP - 1, []],
    ['two steps ago, kept on the host’s phone', 2 * STEP, ['late']],
    ['an hour ago, kept', HOUR, ['late']],
    ['two steps ahead', -STEP - 1, 'code-from-future'],
    ['48 hours ago', 48 * HOUR, ['late']],
    ['longer ago', 48 * HOUR + 1, 'upload-too-late'],
  ])('%s', (_, wait, expected) => {
    expect(said(own(NOON), later(NOON, wait), { ownKey })).toEqual(expected)
  })

  test('in the direction that the host says, at no desk', () => {
    expect(decide(own(NOON, 'out'), NOON, { ownKey })).toEqual({
      ok: true,
      value: { direction: 'out', way: 'own', desk: null, at: NOON, flags: [] },
    })
  })

  test('a picture of an hour ago isn’t what the phone shows', () => {
    const now = later(NOON, HOUR)
    expect(said({ ...own(NOON), at: now }, now, { ownKey })).toBe('code-expired')
  })

  test('not by another key, nor without one: the day is over', () => {
    expect(said(own(NOON), NOON, { ownKey: IN.key })).toBe('code-wrong')
    expect(said(own(NOON), NOON, { ownKey: null })).toBe('own-code-unknown')
    expect(said({ way: 'own', code: null, direction: 'in', at: NOON }, NOON, { ownKey })).toBe('own-code-unknown')
  })
})

describe('a host’s word', () => {
  test.each(['roll', 'walk-in'] as const)('%s: at the moment when it was said, also when it was kept', (way) => {
    const now = later(NOON, HOUR)
    expect(decide(word(way, NOON), now)).toEqual({
      ok: true,
      value: { direction: 'in', way, desk: null, at: NOON, flags: [] },
    })
    // by a clock that is a day wrong
    expect(decide(word(way, later(NOON, DAY)), now, { sentAt: later(now, DAY) })).toMatchObject({ value: { at: NOON } })
    // by one that was set back meanwhile: as it came
    expect(decide(word(way, now), now, { sentAt: NOON })).toMatchObject({ value: { at: now } })
    expect(decide(word(way, NOON), now, { sentAt: null })).toMatchObject({ value: { at: NOON } })
  })

  test('is never of the future', () => {
    expect(decide(word('roll', later(NOON, DAY)), NOON, { sentAt: null })).toMatchObject({ value: { at: NOON } })
    expect(decide(word('sheet', later(NOON, DAY)), NOON)).toMatchObject({ value: { at: NOON } })
  })

  test('comes within 48 hours; what stood on paper, whenever it is entered', () => {
    expect(said(word('roll', NOON), later(NOON, 48 * HOUR))).toEqual([])
    expect(said(word('roll', NOON), later(NOON, 48 * HOUR + 1))).toBe('upload-too-late')
    expect(decide(word('sheet', NOON, 'out'), later(NOON, 20 * DAY))).toMatchObject({
      value: { at: NOON, way: 'sheet', direction: 'out', flags: [] },
    })
  })

  test('is about the event’s own time', () => {
    expect(said(word('sheet', later(OPENS, -STEP - 1)), END)).toBe('check-in-not-open')
    expect(said(word('sheet', SHUTS), later(SHUTS, DAY))).toEqual([])
    expect(said(word('sheet', later(SHUTS, 1)), later(SHUTS, DAY))).toBe('check-in-over')
  })
})

test('another district: another time at the door, another patience', () => {
  const other: CheckInRules = {
    ...RULES,
    'check-in.window': { before: 10, after: 0 },
    'check-in.late-max': { hours: 2 },
  }
  const asked = (upload: Upload, now: Instant) => {
    const decision = decideCheckIn(upload, guards({ sentAt: now }), nodeMac, other, now)
    return decision.ok ? decision.value.flags : decision.refusal
  }
  const from = later(START, -10 * MINUTE)
  expect(asked(scan(IN, from), from)).toEqual([])
  expect(asked(scan(IN, OPENS), OPENS)).toEqual({ code: 'check-in-not-open', facts: { from, rule: 'check-in.window' } })
  expect(asked(scan(OUT, END), END)).toEqual([])
  expect(asked(scan(OUT, later(END, STEP)), later(END, STEP))).toMatchObject({ code: 'check-in-over' })
  expect(asked(scan(IN, NOON), later(NOON, 2 * HOUR))).toEqual(['late'])
  expect(asked(scan(IN, NOON), later(NOON, 2 * HOUR + 1))).toMatchObject({
    code: 'upload-too-late',
    facts: { hours: 2 },
  })
})

describe('a phone’s clock', () => {
  const skews = fc.integer({ min: -DAY, max: DAY })
  const story = fc.record({
    age: fc.oneof(fc.integer({ min: -3 * STEP, max: 5 * MINUTE }), fc.integer({ min: 0, max: 50 * HOUR })),
    kept: fc.oneof(
      fc.integer({ min: -MINUTE, max: 5 * MINUTE }),
      fc.integer({ min: 0, max: 50 * HOUR }),
      fc.constant('age' as const),
    ),
    spoke: fc.option(fc.integer({ min: -HOUR, max: 2 * DAY })),
    offset: fc.option(fc.integer({ min: -MINUTE, max: MINUTE })),
    way: fc.constantFrom('scan' as const, 'typed' as const, 'own' as const, 'roll' as const, 'walk-in' as const),
  })

  /** What a phone whose clock is `skew` ahead sends at `now`, of a code that was shown at NOON. */
  function told(
    { age, kept, spoke, offset, way }: typeof story extends fc.Arbitrary<infer T> ? T : never,
    skew: number,
  ) {
    const now = later(NOON, age)
    const [at, sentAt] = [later(now, skew - (kept === 'age' ? age : kept)), later(now, skew)]
    const upload: Upload =
      way === 'scan'
        ? scan(IN, NOON, at)
        : way === 'typed'
          ? type(IN, NOON, { at, offset: offset === null ? null : offset - skew })
          : way === 'own'
            ? { ...own(NOON), at }
            : { ...word(way, NOON), at }
    return decide(upload, now, { sentAt, ownKey: OWN_KEY, spokeAt: spoke === null ? null : later(NOON, spoke) })
  }

  test('may be wrong by a day: the same is decided', () => {
    fc.assert(
      fc.property(story, skews, (one, skew) => {
        expect(told(one, skew)).toEqual(told(one, 0))
      }),
      { numRuns: 1000 },
    )
  })
})

describe('a pupil at home, with a photographed code', () => {
  const desks: readonly Desk[] = [IN, OUT]
  const clocks = fc.option(
    fc.oneof(
      fc.integer({ min: NOON - 2 * DAY, max: NOON + 4 * DAY }),
      fc.integer({ min: NOON - MINUTE, max: NOON + 3 * MINUTE }),
      fc.constantFrom(0, Number.MAX_SAFE_INTEGER),
    ),
  )

  test('whatever their phone claims: refused, or waiting for a person’s yes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...desks),
        fc.integer({ min: 2 * STEP, max: 60 * HOUR }),
        clocks,
        clocks,
        clocks,
        clocks,
        fc.boolean(),
        (desk, age, taken, sentAt, offset, spokeAt, typed) => {
          const now = later(NOON, age)
          const at = (taken ?? now) as Instant
          const upload = typed ? type(desk, NOON, { at, offset }) : scan(desk, NOON, at)
          const decision = decide(upload, now, { sentAt: sentAt as Instant | null, spokeAt: spokeAt as Instant | null })
          if (!decision.ok) return
          expect(decision.value.flags.some((flag) => WEAK.includes(flag))).toBe(true)
          // and it is of the moment when it was shown: nobody was there for longer than the code proves
          expect(Math.abs(decision.value.at - NOON)).toBeLessThanOrEqual(0)
        },
      ),
      { numRuns: 2000 },
    )
  })

  test('twenty accounts that send it in the evening as if just scanned are told that it is old', () => {
    const evening = later(NOON, 6 * HOUR)
    for (let n = 0; n < 20; n++)
      expect(said(scan(IN, NOON, evening), evening, { person: `p${n}` })).toBe('code-expired')
  })

  test('with the clock set back while scanning: a fact, late, and late while online', () => {
    const evening = later(NOON, 6 * HOUR)
    expect(said(scan(IN, NOON), evening, { spokeAt: later(evening, -HOUR) })).toEqual(['late', 'late-online'])
  })

  test('the code of a desk’s key that was stolen and taken over can only be made late', () => {
    const desks = [{ ...IN, revoked: NOON }]
    for (let n = -8; n <= 8; n++) {
      const when = stepStart(stepAt(NOON) + n)
      const now = later(NOON, 10 * MINUTE)
      const flags = said(scan(IN, when), now, { desks })
      expect([n, flags]).toEqual([n, n < 0 ? ['late'] : ['late', 'desk-revoked']])
    }
  })
})
