import fc from 'fast-check'
import type { AttendanceCredit, NoCredit } from '#domain/checkin/credit'
import { creditDay, creditingOf, shownCredit, standingOfEvent, type CreditGuards } from '#domain/checkin/crediting'
import { addMinutes } from '#domain/events/event'
import type { LedgerEntry } from '#domain/hours/ledger'
import { localDate } from '#domain/time'
import { entry } from '../entries'
import { ADULT, Desk, at, saihan, TERMS } from '../events/samples'
import { withValues } from '../packs'

const EVENT = new Desk().event
const ON = localDate('2026-06-10')

const credit = (minutes: number | null, tenths: number | null, reason: NoCredit | null = null): AttendanceCredit => ({
  present: 120,
  least: 72,
  minutes,
  tenths,
  reason,
  origin: 'check-in',
})

/** An entry of volunteer minutes or class hours on the event's day. */
const hours = (id: string, amount: number, more: Partial<LedgerEntry> = {}) =>
  entry(id, { requirement: 'volunteer-hours', amount, on: ON, ...more })
const lesson = (id: string, amount: number, more: Partial<LedgerEntry> = {}) => entry(id, { amount, on: ON, ...more })

const guards = (
  entries: readonly LedgerEntry[] = [],
  ofEvent: readonly string[] = [],
  birthDate: CreditGuards['birthDate'] = ADULT,
): CreditGuards => ({ entries, ofEvent: new Set(ofEvent), birthDate })

const crediting = (of: AttendanceCredit, given: CreditGuards, policy = saihan) => creditingOf(of, EVENT, given, policy)

describe('the first close', () => {
  test('writes an entry of each kind that is credited, on the day on which the event begins', () => {
    expect(crediting(credit(120, null), guards())).toEqual({
      entries: [{ requirement: 'volunteer-hours', amount: 120, origin: 'check-in', corrects: null }],
      minutes: 120,
      tenths: null,
      reason: null,
    })
    const lessons = { requirement: 'class-hours', amount: 20, origin: 'recorded', corrects: null }
    expect(crediting({ ...credit(null, 20), origin: 'recorded' }, guards()).entries).toEqual([lessons])
    expect(creditDay(EVENT)).toBe(ON)
    // by the clock on the wall in China
    const night = { terms: { ...TERMS, start: at('2026-06-10', '23:50'), end: at('2026-06-11', '00:40') } }
    expect(creditDay(night)).toBe(ON)
  })

  test('writes nothing where nothing is credited, and says why', () => {
    expect(crediting(credit(null, null, 'share'), guards())).toEqual({
      entries: [],
      minutes: null,
      tenths: null,
      reason: 'share',
    })
  })

  test('no more than the day holds, both sides', () => {
    const there = (amount: number) => guards([hours('a', amount)])
    expect(crediting(credit(120, null), there(360))).toMatchObject({ minutes: 120, reason: null })
    expect(crediting(credit(120, null), there(361))).toMatchObject({ minutes: 119, reason: 'day-full' })
    expect(crediting(credit(120, null), there(480))).toMatchObject({ entries: [], minutes: null, reason: 'day-full' })
    expect(crediting(credit(120, null), there(900))).toMatchObject({ entries: [], minutes: null, reason: 'day-full' })
    const lessons = (amount: number) => crediting(credit(null, 20), guards([lesson('a', amount)]))
    expect(lessons(60)).toMatchObject({ tenths: 20, reason: null })
    expect(lessons(61)).toMatchObject({ tenths: 19, reason: 'day-full' })
  })

  test('what fills the day is of the same kind, of the same day, settled, and not replaced', () => {
    const full = (...entries: readonly LedgerEntry[]) => crediting(credit(120, null), guards(entries)).reason
    expect(full(hours('a', 480))).toBe('day-full')
    expect(full(lesson('a', 480))).toBeNull()
    expect(full(hours('a', 480, { on: localDate('2026-06-09') }))).toBeNull()
    expect(full(hours('a', 480, { acceptedOn: null }))).toBeNull()
    expect(full(hours('a', 480), hours('b', 0, { corrects: 'a' }))).toBeNull()
  })

  test('the pack says how much a day holds', () => {
    const policy = withValues(saihan, { 'volunteer-hours.entry-max': 90 })
    expect(crediting(credit(120, null), guards(), policy)).toMatchObject({ minutes: 90, reason: 'day-full' })
  })

  test('nothing without a name and a birth date: it follows when they do', () => {
    expect(crediting(credit(120, null), guards([], [], null))).toEqual({
      entries: [],
      minutes: null,
      tenths: null,
      reason: 'profile-missing',
    })
    expect(crediting(credit(null, null, 'weak'), guards([], [], null)).reason).toBe('weak')
  })

  test('class hours from the month of the 14th birthday on; volunteering has its own rule', () => {
    expect(crediting(credit(null, 20), guards([], [], localDate('2012-06-30')))).toMatchObject({
      tenths: 20,
      reason: null,
    })
    // on its first day
    const first = new Desk({ ...TERMS, start: at('2026-06-01', '14:00'), end: at('2026-06-01', '16:00') }).event
    expect(creditingOf(credit(null, 20), first, guards([], [], localDate('2012-06-30')), saihan).reason).toBeNull()
    const young = guards([], [], localDate('2012-07-01'))
    expect(crediting(credit(null, 20), young)).toMatchObject({ entries: [], tenths: null, reason: 'before-age' })
    expect(crediting(credit(120, null), young)).toMatchObject({ minutes: 120, reason: null })
  })
})

describe('a close after it', () => {
  const was = [hours('e', 120)]

  test('writes nothing where all is as it was', () => {
    expect(crediting(credit(120, null), guards(was, ['e']))).toEqual({
      entries: [],
      minutes: 120,
      tenths: null,
      reason: null,
    })
  })

  test('corrects what is otherwise now, also to nothing', () => {
    const less = { requirement: 'volunteer-hours', amount: 90, origin: 'adjustment', corrects: 'e' }
    expect(crediting(credit(90, null), guards(was, ['e'])).entries).toEqual([less])
    expect(crediting(credit(null, null, 'struck'), guards(was, ['e']))).toEqual({
      entries: [{ ...less, amount: 0 }],
      minutes: null,
      tenths: null,
      reason: 'struck',
    })
    // to the other kind: the event was named a class for who attends
    expect(crediting(credit(null, 20), guards(was, ['e'])).entries).toEqual([
      { ...less, amount: 0 },
      { requirement: 'class-hours', amount: 20, origin: 'check-in', corrects: null },
    ])
  })

  test('doesn’t count its own entry against the day', () => {
    expect(crediting(credit(480, null), guards(was, ['e']))).toMatchObject({ minutes: 480, reason: null })
    expect(crediting(credit(480, null), guards([...was, hours('x', 1)], ['e']))).toMatchObject({
      minutes: 479,
      reason: 'day-full',
    })
  })

  test('corrects the last of its entries; after one that struck it there is a new one', () => {
    const moved = [...was, hours('f', 90, { corrects: 'e' })]
    expect(crediting(credit(60, null), guards(moved, ['e', 'f'])).entries).toMatchObject([
      { amount: 60, corrects: 'f' },
    ])
    const struck = [...was, hours('f', 0, { corrects: 'e' })]
    expect(crediting(credit(120, null), guards(struck, ['e', 'f'])).entries).toEqual([
      { requirement: 'volunteer-hours', amount: 120, origin: 'check-in', corrects: null },
    ])
    expect(crediting(credit(null, null, 'struck'), guards(struck, ['e', 'f'])).entries).toEqual([])
  })

  test('leaves what the branch has corrected as the branch said', () => {
    const corrected = [...was, hours('b', 30, { corrects: 'e', origin: 'adjustment' })]
    for (const one of [credit(120, null), credit(null, null, 'struck')]) {
      expect(crediting(one, guards(corrected, ['e']))).toMatchObject({ entries: [], minutes: 30 })
    }
    expect(crediting(credit(120, null), guards(corrected, ['e'])).reason).toBe('corrected')
    const twice = [...corrected, hours('c', 0, { corrects: 'b' })]
    expect(crediting(credit(120, null), guards(twice, ['e']))).toMatchObject({ entries: [], minutes: null })
  })

  test('takes nothing from who has erased their name, and gives nothing more', () => {
    const gone = guards(was, ['e'], null)
    expect(crediting(credit(120, null), gone)).toMatchObject({ entries: [], minutes: 120 })
    expect(crediting(credit(240, null), gone)).toMatchObject({ entries: [], minutes: 120 })
    expect(crediting(credit(60, null), gone).entries).toMatchObject([{ amount: 60, corrects: 'e' }])
  })
})

describe('any closes', () => {
  const anyCredit = fc.oneof(
    fc.record({ minutes: fc.integer({ min: 1, max: 600 }), tenths: fc.constant(null) }),
    fc.record({ minutes: fc.constant(null), tenths: fc.integer({ min: 1, max: 100 }) }),
    fc.constant({ minutes: null, tenths: null }),
  )
  const others = fc.array(fc.integer({ min: 1, max: 200 }), { maxLength: 3 })

  test('leave one entry of the event that counts, of what is credited last, and never more in a day than it holds', () => {
    fc.assert(
      fc.property(fc.array(anyCredit, { minLength: 1, maxLength: 6 }), others, (credits, more) => {
        let ledger: readonly LedgerEntry[] = more.map((amount, n) => hours(`o${n}`, amount))
        const elsewhere = more.reduce((sum, n) => sum + n, 0)
        const own = new Set<string>()
        for (const { minutes, tenths } of credits) {
          const { entries, ...stands } = crediting(credit(minutes, tenths), {
            entries: ledger,
            ofEvent: own,
            birthDate: ADULT,
          })
          for (const { requirement, amount, corrects, origin } of entries) {
            const id = `e${own.size}`
            own.add(id)
            ledger = [...ledger, entry(id, { requirement, amount, corrects, origin, on: ON })]
          }
          // Closing again at once changes nothing.
          const again = crediting(credit(minutes, tenths), { entries: ledger, ofEvent: own, birthDate: ADULT })
          expect(again.entries).toEqual([])
          const replaced = new Set(ledger.map(({ corrects }) => corrects))
          const counting = ledger.filter(({ id, amount }) => own.has(id) && !replaced.has(id) && amount > 0)
          const room = Math.max(0, 480 - elsewhere)
          const expected = {
            minutes: minutes === null ? null : Math.min(minutes, room) || null,
            tenths: tenths === null ? null : Math.min(tenths, 80),
          }
          expect(stands).toMatchObject(expected)
          expect(standingOfEvent(ledger, own)).toEqual({ ...expected, corrected: false })
          expect(counting).toHaveLength((expected.minutes ? 1 : 0) + (expected.tenths ? 1 : 0))
        }
      }),
    )
  })
})

describe('what is shown', () => {
  const closed = addMinutes(TERMS.end, 60)
  const nothing = { minutes: null, tenths: null, corrected: false }
  type Shown = Parameters<typeof shownCredit>[1]
  const shown = (of: AttendanceCredit, more: Partial<Shown> = {}) => {
    const sheet = { closed, openRow: null }
    const all: Shown = { event: EVENT, sheet, person: '甲', standing: nothing, late: false, birthDate: ADULT, ...more }
    return shownCredit(of, all)
  }
  const open = { sheet: { closed: null, openRow: null } }
  const has = (minutes: number | null, tenths: number | null = null, corrected = false) => ({
    standing: { minutes, tenths, corrected },
  })

  test('before the close: what it would be, and what is missing for it', () => {
    expect(shown(credit(120, null), open)).toEqual(credit(120, null))
    expect(shown(credit(null, null, 'weak'), open)).toEqual(credit(null, null, 'weak'))
    expect(shown(credit(120, null), { ...open, birthDate: null })).toEqual(credit(120, null, 'profile-missing'))
    expect(shown(credit(null, null, 'weak'), { ...open, birthDate: null }).reason).toBe('weak')
  })

  test.each<[string, AttendanceCredit, Partial<Shown>, Partial<AttendanceCredit>]>([
    ['what was credited', credit(120, null), has(120), { minutes: 120, reason: null }],
    ['why nothing was', credit(null, null, 'share'), {}, { minutes: null, reason: 'share' }],
    ['what the branch made of it', credit(120, null), has(30, null, true), { minutes: 30, reason: 'corrected' }],
    [
      'the row of who closed it',
      credit(120, null),
      { sheet: { closed, openRow: '甲' } },
      { minutes: null, reason: 'own-row' },
    ],
    ['another’s row', credit(120, null), { sheet: { closed, openRow: '乙' }, ...has(120) }, { reason: null }],
    ['what came after it', credit(120, null), { late: true }, { minutes: null, reason: 'after-close' }],
    ['no name yet', credit(120, null), { birthDate: null }, { minutes: null, reason: 'profile-missing' }],
    ['a full day', credit(120, null), has(60), { minutes: 60, reason: 'day-full' }],
    [
      'a class before its age',
      credit(null, 20),
      { birthDate: localDate('2012-07-01') },
      { tenths: null, reason: 'before-age' },
    ],
    [
      'a class in the month of its age',
      credit(null, 20),
      { birthDate: localDate('2012-06-30') },
      { reason: 'day-full' },
    ],
  ])('after it: %s', (_, of, more, expected) => {
    expect(shown(of, more)).toMatchObject(expected)
  })
})
