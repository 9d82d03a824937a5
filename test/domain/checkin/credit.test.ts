import fc from 'fast-check'
import { sheetOf, type Attendance } from '#domain/checkin/attendance'
import { FLAGS, type CheckIn } from '#domain/checkin/check-in'
import { creditOf } from '#domain/checkin/credit'
import { leastMinutes } from '#domain/checkin/window'
import { checkInRulesOf, type CheckInRules } from '#domain/checkin/rules'
import { addMinutes, lengthOf, type EventRole, type EventTerms } from '#domain/events/event'
import { Desk, saihan, TERMS } from '../events/samples'
import { acts, END, later, MINUTE, RULES, SECOND, START, upload } from './samples'

/** A reading round named a class of 20 tenths, where volunteers serve. */
const eventOf = (terms: Partial<EventTerms> = {}, tenths = 20) =>
  new Desk(terms).host({ act: 'class-asked', organisation: 'o', tenths, by: 'host' }).host({ act: 'class-named' }).event
const EVENT = eventOf()

function attended(role: EventRole, uploads: readonly CheckIn[], stream = acts()): Attendance {
  const [one] = sheetOf(uploads, stream, new Map([['甲', role]])).attendances
  if (!one) throw new Error('nobody came')
  return one
}
const stay = (from: number, to: number, more: Partial<CheckIn> = {}) => [
  upload('甲', 'in', later(START, from), more),
  upload('甲', 'out', later(START, to)),
]
const TWO_HOURS = 120 * MINUTE
const volunteer = (from = 0, to = TWO_HOURS, rules = RULES, event = EVENT) =>
  creditOf(attended('volunteer', stay(from, to)), event, saihan, rules)
const attendee = (from = 0, to = TWO_HOURS, rules = RULES, event = EVENT) =>
  creditOf(attended('attendee', stay(from, to)), event, saihan, rules)

const withRules = (percent: number, minutes = 1): CheckInRules => ({
  ...RULES,
  'check-in.share': { percent },
  'check-in.rounding': { minutes },
})

test('who was there for all of it is credited all of it, each role its own', () => {
  expect(volunteer()).toEqual({ present: 120, least: 72, minutes: 120, tenths: null, reason: null, origin: 'check-in' })
  expect(attendee()).toEqual({ present: 120, least: 72, minutes: null, tenths: 20, reason: null, origin: 'check-in' })
})

describe('the time that counts', () => {
  test('lies within the planned time, in whole minutes', () => {
    expect(volunteer(-30 * MINUTE, TWO_HOURS + 60 * MINUTE)).toMatchObject({ present: 120, minutes: 120 })
    expect(volunteer(10 * MINUTE)).toMatchObject({ present: 110, minutes: 110 })
    expect(volunteer(15 * SECOND)).toMatchObject({ present: 119, minutes: 119 })
    expect(volunteer(0, TWO_HOURS - 1)).toMatchObject({ present: 119 })
    expect(volunteer(-SECOND, 119 * MINUTE + 59 * SECOND)).toMatchObject({ present: 119 })
  })

  test('is none before the start and after the end', () => {
    expect(volunteer(-30 * MINUTE, -MINUTE)).toMatchObject({ present: 0, minutes: null, reason: 'share' })
    expect(volunteer(TWO_HOURS + MINUTE, TWO_HOURS + 30 * MINUTE)).toMatchObject({ present: 0, reason: 'share' })
  })
})

describe('the least share', () => {
  test('both sides of it, for each role', () => {
    expect(leastMinutes(EVENT, RULES)).toBe(72)
    expect(volunteer(48 * MINUTE)).toMatchObject({ present: 72, minutes: 72, reason: null })
    expect(volunteer(48 * MINUTE + 1)).toMatchObject({ present: 71, minutes: null, reason: 'share' })
    expect(attendee(48 * MINUTE)).toMatchObject({ tenths: 20, reason: null })
    expect(attendee(48 * MINUTE + 1)).toMatchObject({ present: 71, tenths: null, reason: 'share' })
  })

  test('is rounded up: a part of a minute is one that is missing', () => {
    const short = eventOf({ end: addMinutes(START, 99), volunteerMinutes: 99 })
    expect(leastMinutes(short, RULES)).toBe(60)
    expect(leastMinutes(short, withRules(61))).toBe(61)
    expect(leastMinutes(short, withRules(0))).toBe(0)
    expect(leastMinutes(short, withRules(100))).toBe(99)
  })

  test('of all, and of nothing', () => {
    expect(volunteer(0, TWO_HOURS, withRules(100))).toMatchObject({ minutes: 120 })
    expect(volunteer(1, TWO_HOURS, withRules(100))).toMatchObject({ reason: 'share' })
    expect(volunteer(119 * MINUTE, TWO_HOURS, withRules(0))).toMatchObject({ minutes: 1, reason: null })
    // For a class to have come is enough then.
    expect(attendee(TWO_HOURS, TWO_HOURS, withRules(0))).toMatchObject({ present: 0, tenths: 20, reason: null })
  })
})

describe('rounding', () => {
  test.each([
    [30, 120, 120],
    [30, 119, 90],
    [30, 90, 90],
    [30, 89, 60],
    [50, 120, 100],
    [1, 77, 77],
  ])('to %i minutes: %i are %i', (unit, stayed, expected) => {
    expect(volunteer(0, stayed * MINUTE, withRules(50, unit)).minutes).toBe(expected)
  })

  test('less than one unit is nothing, and says how much it takes', () => {
    expect(volunteer(0, 59 * MINUTE, withRules(10, 60))).toMatchObject({ minutes: null, reason: 'share', least: 60 })
    expect(volunteer(0, 60 * MINUTE, withRules(10, 60))).toMatchObject({ minutes: 60, reason: null, least: 12 })
    expect(volunteer(0, 0, withRules(0))).toMatchObject({ minutes: null, reason: 'share', least: 1 })
  })
})

describe('what the event gives', () => {
  test('is the most', () => {
    const modest = eventOf({ volunteerMinutes: 90 })
    expect(volunteer(0, TWO_HOURS, RULES, modest).minutes).toBe(90)
    expect(volunteer(20 * MINUTE, TWO_HOURS, RULES, modest).minutes).toBe(90)
    expect(volunteer(31 * MINUTE, TWO_HOURS, RULES, modest).minutes).toBe(89)
  })

  test('can be nothing for a role: no service, no class, nobody in that role', () => {
    const plain = new Desk({ volunteerMinutes: null }).event
    const nothing = { minutes: null, tenths: null, reason: 'gives-nothing' }
    expect(volunteer(0, TWO_HOURS, RULES, plain)).toMatchObject(nothing)
    expect(attendee(0, TWO_HOURS, RULES, plain)).toMatchObject(nothing)
    const noVolunteers = eventOf({ places: { attendee: 2, volunteer: null }, volunteerMinutes: null })
    expect(volunteer(0, TWO_HOURS, RULES, noVolunteers)).toMatchObject(nothing)
    // asked for, and not yet named, or refused
    const asked = new Desk().host({ act: 'class-asked', organisation: 'o', tenths: 20, by: 'host' })
    expect(attendee(0, TWO_HOURS, RULES, asked.event)).toMatchObject(nothing)
    expect(attendee(0, TWO_HOURS, RULES, asked.host({ act: 'class-refused' }).event)).toMatchObject(nothing)
  })

  test('attending is never service, serving is never a class', () => {
    expect(attendee()).toMatchObject({ minutes: null })
    expect(volunteer()).toMatchObject({ tenths: null })
  })

  test('of a class it is whole, or not at all', () => {
    expect(attendee(48 * MINUTE)).toMatchObject({ tenths: 20 })
    // no more than the length holds (45 minutes a 学时)
    expect(attendee(0, TWO_HOURS, RULES, eventOf({}, 80)).tenths).toBe(26)
  })
})

describe('nothing is credited', () => {
  const reason = (uploads: readonly CheckIn[], ...list: Parameters<typeof acts>) =>
    creditOf(attended('volunteer', uploads, acts(...list)), EVENT, saihan, RULES)

  test('to who is struck, until restored', () => {
    const strike = { act: 'struck' as const, person: '甲' }
    expect(reason(stay(0, TWO_HOURS), strike)).toMatchObject({ present: 120, minutes: null, reason: 'struck' })
    expect(reason(stay(0, TWO_HOURS), strike, { ...strike, act: 'restored' })).toMatchObject({ minutes: 120 })
    expect(reason([upload('甲', 'in', START)], strike).reason).toBe('struck')
  })

  test('without both ends', () => {
    expect(reason([upload('甲', 'in', START)])).toMatchObject({ present: null, minutes: null, reason: 'no-check-out' })
    expect(reason([upload('甲', 'out', END)])).toMatchObject({ present: null, minutes: null, reason: 'no-check-in' })
    // also where they are weak besides
    expect(reason([upload('甲', 'in', START, { flags: ['late'] })]).reason).toBe('no-check-out')
  })

  test.each(FLAGS)('to who is weak: %s', (flag) => {
    const uploads = stay(0, TWO_HOURS, { flags: [flag] })
    const expected = flag === 'after-close' ? { minutes: 120, reason: null } : { minutes: null, reason: 'weak' }
    expect(reason(uploads)).toMatchObject(expected)
    expect(reason(uploads, { act: 'confirmed', person: '甲' })).toMatchObject({ minutes: 120, reason: null })
    expect(reason(uploads, { act: 'confirmed', person: '甲' }, { act: 'struck', person: '甲' }).reason).toBe('struck')
  })
})

describe('where it comes from', () => {
  const origin = (uploads: readonly CheckIn[], ...list: Parameters<typeof acts>) =>
    creditOf(attended('volunteer', uploads, acts(...list)), EVENT, saihan, RULES).origin

  test('check-in where both ends are the person’s own, recorded where a host’s', () => {
    const [came, left] = stay(0, TWO_HOURS) as [CheckIn, CheckIn]
    const host = { by: 'host', way: 'roll' as const }
    expect(origin([came, left])).toBe('check-in')
    expect(origin([{ ...came, way: 'typed' }, left])).toBe('check-in')
    expect(origin([{ ...came, ...host }, left])).toBe('recorded')
    expect(origin([came, { ...left, ...host }])).toBe('recorded')
    expect(origin([came, left], { act: 'times-set', person: '甲', in: START, out: END })).toBe('recorded')
    // a yes is no record
    expect(origin([came, left], { act: 'confirmed', person: '甲' })).toBe('check-in')
  })
})

test('never more than the event gives, than the planned length, than the time that they were there', () => {
  const role = fc.constantFrom<EventRole>('attendee', 'volunteer')
  const moment = fc.integer({ min: -60 * MINUTE, max: TWO_HOURS + 100 * MINUTE })
  const length = fc.integer({ min: 1, max: 240 })
  fc.assert(
    fc.property(
      role,
      moment,
      moment,
      length,
      fc.integer({ min: 1, max: 240 }),
      fc.integer({ min: 1, max: 80 }),
      fc.nat(100),
      fc.integer({ min: 1, max: 60 }),
      (who, from, to, planned, gives, tenths, percent, unit) => {
        const event = eventOf({ end: addMinutes(START, planned), volunteerMinutes: Math.min(gives, planned) }, tenths)
        const rules = withRules(percent, unit)
        const credit = creditOf(attended(who, stay(from, to)), event, saihan, rules)
        const there = Math.max(0, to - from)
        const minutes = credit.minutes ?? 0
        expect(minutes).toBeLessThanOrEqual(Math.min(gives, planned, lengthOf(event.terms)))
        expect(minutes * MINUTE).toBeLessThanOrEqual(there)
        expect(credit.tenths ?? 0).toBeLessThanOrEqual(Math.min(tenths, (planned * 10) / 45))
        expect(credit.minutes).not.toBe(0)
        const credited = credit.minutes !== null || credit.tenths !== null
        expect(credited).toBe(credit.reason === null)
        if (credited) expect(credit.present).toBeGreaterThanOrEqual(leastMinutes(event, rules))
      },
    ),
    { numRuns: 1000 },
  )
})

test('the rules are those of the pack', () => {
  expect(checkInRulesOf(saihan)).toEqual({
    'check-in.window': { before: 60, after: 120 },
    'check-in.keys': { before: 720, after: 1440 },
    'check-in.late-max': { hours: 48 },
    'check-in.typed-tries': 10,
    'check-in.share': { percent: 60 },
    'check-in.rounding': { minutes: 1 },
  })
  expect(TERMS.end - TERMS.start).toBe(TWO_HOURS)
})
