import fc from 'fast-check'
import { addDays, localDate, localDateAt, type Instant } from '#domain/time'
import {
  daysOf,
  eventOf,
  isMove,
  lengthOf,
  phaseOf,
  termsOn,
  withEventFact,
  type EventAct,
  type EventFact,
} from '#domain/events/event'
import { creditsOf } from '#domain/events/credits'
import { freePlaces, placesLeft } from '#domain/events/places'
import { rollOf, withRegistrationFact } from '#domain/events/registration'
import { withValues } from '../packs'
import { at, before, NOON, saihan, TERMS } from './samples'

/** Facts with numbers and moments, an hour apart. */
const stream = (...acts: readonly EventAct[]): readonly EventFact[] =>
  acts.map((act, index) => ({ ...act, no: index + 1, at: (NOON + index * 3_600_000) as Instant }))

const DRAFT: EventAct = { act: 'drafted', terms: TERMS }
const PUBLISHED: EventAct = { act: 'published' }

describe('facts make the event', () => {
  test('none is none; the first is a draft, or the stream is broken', () => {
    expect(eventOf('e1', [])).toBeNull()
    expect(() => eventOf('e1', stream(PUBLISHED))).toThrow(RangeError)
    expect(eventOf('e1', stream(DRAFT))).toEqual({
      id: 'e1',
      status: 'draft',
      since: NOON,
      terms: TERMS,
      moved: null,
      naming: { state: 'none', organisation: null, tenths: null, by: null },
      reminded: null,
      listClosed: null,
      announcedOn: null,
    })
  })

  test('where it stands, and since when', () => {
    const status = (...acts: readonly EventAct[]) => {
      const event = eventOf('e1', stream(DRAFT, ...acts))
      return [event?.status, ((event?.since ?? 0) - NOON) / 3_600_000]
    }
    expect(status(PUBLISHED)).toEqual(['published', 1])
    expect(status(PUBLISHED, { act: 'moved', terms: TERMS })).toEqual(['published', 1])
    expect(status(PUBLISHED, { act: 'unpublished' })).toEqual(['draft', 2])
    expect(status(PUBLISHED, { act: 'unpublished' }, PUBLISHED)).toEqual(['published', 3])
    expect(status(PUBLISHED, { act: 'cancelled' })).toEqual(['cancelled', 2])
  })

  test('the newest terms, and what the last move moved', () => {
    const second = { ...TERMS, venue: 'V02' }
    const third = { ...second, venue: 'V03' }
    const fourth = { ...third, words: 'others' }
    const facts = stream(
      DRAFT,
      PUBLISHED,
      { act: 'moved', terms: second },
      { act: 'moved', terms: third },
      { act: 'adjusted', terms: fourth },
    )
    const event = eventOf('e1', facts)
    expect(event?.terms).toEqual(fourth)
    expect(event?.moved).toEqual({ no: 4, at: facts[3]?.at, from: second })
  })

  test('asked, answered, asked again', () => {
    const asked: EventAct = { act: 'class-asked', organisation: 'SH-N01', tenths: 20, by: 'host' }
    const naming = (...acts: readonly EventAct[]) => eventOf('e1', stream(DRAFT, ...acts))?.naming
    expect(naming(asked)).toEqual({ state: 'asked', organisation: 'SH-N01', tenths: 20, by: 'host' })
    expect(naming(asked, { act: 'class-named' })).toMatchObject({ state: 'named', tenths: 20 })
    expect(naming(asked, { act: 'class-refused' })).toMatchObject({ state: 'refused', organisation: 'SH-N01' })
    expect(naming(asked, { act: 'class-refused' }, { ...asked, tenths: 10 })).toMatchObject({
      state: 'asked',
      tenths: 10,
    })
  })

  test('a word to all belongs to its day in China', () => {
    const event = eventOf('e1', stream(DRAFT, PUBLISHED))
    const said = (now: Instant) =>
      withEventFact('e1', event, { act: 'announced', words: 'said', no: 3, at: now }).announcedOn
    expect(said(before(at('2026-06-09')))).toBe('2026-06-08')
    expect(said(at('2026-06-09'))).toBe('2026-06-09')
  })

  test('a registration’s facts rest on a first one', () => {
    expect(() => withRegistrationFact(null, { act: 'accepted', no: 1, at: NOON, person: '甲' })).toThrow(RangeError)
    expect(rollOf([])).toEqual({ arrivals: 0, registrations: [] })
  })
})

test.each([
  [before(TERMS.deadline), 'open'],
  [TERMS.deadline, 'closed'],
  [before(TERMS.start), 'closed'],
  [TERMS.start, 'running'],
  [before(TERMS.end), 'running'],
  [TERMS.end, 'over'],
] as const)('at %i it is %s; a draft and a cancelled one are what they are', (now, phase) => {
  expect(phaseOf({ status: 'published', terms: TERMS }, now)).toBe(phase)
  expect(phaseOf({ status: 'draft', terms: TERMS }, now)).toBe('draft')
  expect(phaseOf({ status: 'cancelled', terms: TERMS }, now)).toBe('cancelled')
})

describe('days', () => {
  test.each([
    ['2026-06-10', '14:00', '2026-06-10', '16:00', ['2026-06-10']],
    // midnight in China is 16:00 of the day before in London
    ['2026-06-10', '00:00', '2026-06-10', '01:00', ['2026-06-10']],
    ['2026-06-09', '23:59', '2026-06-10', '01:00', ['2026-06-09', '2026-06-10']],
    ['2026-06-10', '22:00', '2026-06-11', '00:00', ['2026-06-10']],
    ['2026-06-10', '22:00', '2026-06-11', '00:01', ['2026-06-10', '2026-06-11']],
    ['2026-12-31', '08:00', '2027-01-02', '08:00', ['2026-12-31', '2027-01-01', '2027-01-02']],
  ])('%s %s to %s %s', (day, from, lastDay, to, days) => {
    expect(daysOf({ start: at(day, from), end: at(lastDay, to) })).toEqual(days)
  })

  test('another day keeps hours, length and distance to the deadline', () => {
    const terms = {
      ...TERMS,
      start: at('2026-06-10', '23:30'),
      end: at('2026-06-11', '01:00'),
      deadline: at('2026-06-08'),
    }
    expect(termsOn(terms, localDate('2028-02-28'))).toEqual({
      ...terms,
      start: at('2028-02-28', '23:30'),
      end: at('2028-02-29', '01:00'),
      deadline: at('2028-02-26'),
    })
    fc.assert(
      fc.property(fc.integer({ min: -4000, max: 4000 }), fc.integer({ min: 0, max: 3_000_000 }), (days, minutes) => {
        const start = (TERMS.start + minutes * 60_000) as Instant
        const day = addDays(localDate('2026-06-10'), days)
        const moved = termsOn({ ...TERMS, start, end: (start + 60_000) as Instant }, day)
        expect(localDateAt(moved.start)).toBe(day)
        expect(lengthOf(moved)).toBe(1)
        expect(moved.start - moved.deadline).toBe(start - TERMS.deadline)
      }),
    )
  })
})

test('time and place make a move; nothing else does', () => {
  const later = (instant: Instant) => (instant + 1) as Instant
  expect(isMove(TERMS, { ...TERMS, start: later(TERMS.start) })).toBe(true)
  expect(isMove(TERMS, { ...TERMS, end: later(TERMS.end) })).toBe(true)
  expect(isMove(TERMS, { ...TERMS, venue: 'V02' })).toBe(true)
  expect(isMove(TERMS, { ...TERMS, spot: 'the park' })).toBe(true)
  const rest = { ...TERMS, kind: 'other', words: 'x', deadline: NOON, volunteerMinutes: null } as const
  expect(isMove(TERMS, { ...rest, places: { attendee: 9, volunteer: null } })).toBe(false)
})

test('places left are those that nobody has, is offered, or waits for', () => {
  const counts = (registered: number, offered: number, waiting: number) => {
    const none = { registered: 0, offered: 0, waiting: 0 }
    return { arrivals: 9, attendee: { registered, offered, waiting }, volunteer: none }
  }
  const terms = { places: { attendee: 5, volunteer: null } }
  const both = (...args: Parameters<typeof counts>) => [
    freePlaces(terms, counts(...args), 'attendee'),
    placesLeft(terms, counts(...args), 'attendee'),
  ]
  expect(both(0, 0, 0)).toEqual([5, 5])
  expect(both(3, 1, 0)).toEqual([1, 1])
  expect(both(2, 1, 1)).toEqual([2, 1])
  expect(both(2, 1, 3)).toEqual([2, 0])
  expect(both(5, 0, 0)).toEqual([0, 0])
  expect(both(7, 0, 0)).toEqual([0, 0])
  expect(freePlaces(terms, counts(0, 0, 0), 'volunteer')).toBe(0)
})

describe('what it gives, to whom', () => {
  const asked: EventAct = { act: 'class-asked', organisation: 'SH-N01', tenths: 20, by: 'host' }
  const credits = (terms: Partial<typeof TERMS>, ...acts: readonly EventAct[]) => {
    const event = eventOf('e1', stream({ act: 'drafted', terms: { ...TERMS, ...terms } }, ...acts))
    if (!event) throw new Error('no event')
    return creditsOf(event, saihan)
  }

  test('minutes to who serves, nothing to who attends', () => {
    expect(credits({})).toEqual([
      { role: 'attendee', minutes: null, tenths: null },
      { role: 'volunteer', minutes: 120, tenths: null },
    ])
    expect(credits({ places: { attendee: 5, volunteer: null }, volunteerMinutes: null })).toEqual([
      { role: 'attendee', minutes: null, tenths: null },
    ])
    expect(credits({ places: { attendee: null, volunteer: 5 }, volunteerMinutes: null })).toEqual([
      { role: 'volunteer', minutes: null, tenths: null },
    ])
  })

  test('class hours to who attends, and only once it is named a class', () => {
    const tenths = (...acts: readonly EventAct[]) => credits({}, ...acts).map((credit) => credit.tenths)
    expect(tenths(asked)).toEqual([null, null])
    expect(tenths(asked, { act: 'class-refused' })).toEqual([null, null])
    expect(tenths(asked, { act: 'class-named' })).toEqual([20, null])
  })

  test('never more than its length of today holds', () => {
    const named = (minutes: number) =>
      credits({ end: (TERMS.start + minutes * 60_000) as Instant }, asked, { act: 'class-named' })[0]?.tenths
    expect([120, 90, 89, 45, 44].map(named)).toEqual([20, 20, 19, 10, 9])
  })

  test('by the pack’s minutes of a 学时', () => {
    const event = eventOf('e1', stream(DRAFT, asked, { act: 'class-named' }))
    if (!event) throw new Error('no event')
    const other = withValues(saihan, { 'class-hours.minutes': 90 })
    expect(creditsOf(event, other)[0]?.tenths).toBe(13)
    expect(creditsOf(event, withValues(saihan, { 'class-hours.entry-max': 15 }))[0]?.tenths).toBe(15)
  })
})
