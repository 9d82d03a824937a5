import fc from 'fast-check'
import { addDays, daysBetween, localDate, type LocalDate } from '#domain/time'
import { applicationOf, type ApplicationAct } from '#domain/application/acts'
import { decideAct, type ActClaim } from '#domain/application/decide'
import { settleGrades } from '#domain/civics/grades'
import { decideClassHours } from '#domain/hours/class-hours'
import type { LedgerEntry } from '#domain/hours/ledger'
import { decideVolunteerHours } from '#domain/hours/volunteer-hours'
import type { PathFacts } from '#domain/path/facts'
import { pathReport } from '#domain/path/report'
import { valueOf, type Policy } from '#domain/policy/policy'
import { OCCUPATIONS } from '#domain/profile/occupation'
import { act, actsUpTo, anyActs } from '../acts'
import { anyDay, anyLedger, anyServices, entry, FIRST, service } from '../entries'
import { anyPolicy, TRAINED } from '../facts'
import { anyGrades, grade } from '../grades'
import { policyOf, withValues } from '../packs'

/**
 * The earliest day, held against a future that is lived: from today on everybody does at once what the guards let them do, and the
 * applicant learns and serves as much a day as can be recorded. The report must first be ready on the day that was named.
 */

const saihan = policyOf('saihan')
const ADULT = localDate('2006-01-01')

/** What somebody would do next in this state, if it went as well as it can. */
function nextClaims(facts: PathFacts, birthDate: LocalDate, day: LocalDate): readonly ActClaim[] {
  const { state, submitted } = applicationOf(facts.acts)
  switch (state) {
    case 'none':
      return [{ act: 'submitted', on: day }]
    case 'submitted':
      // The paper is received today, or was on the day on which it was said to be on its way.
      return [day, submitted?.on ?? day].map((on) => ({ act: 'applied', on, birthDate }))
    case 'applied':
      return [{ act: 'talked', on: day }]
    case 'talked':
      return [{ act: 'nominated', on: day, way: 'nomination', members: 12 }]
    case 'nominated':
      return [{ act: 'activist', on: day }]
    case 'activist':
      return [{ act: 'mentored', on: day, mentors: ['李老师'] }]
    case 'training':
      return []
  }
}

/** The most that the guards let a day still hold. */
function most(maximum: number, decide: (amount: number) => { readonly ok: boolean }): number {
  let amount = maximum
  while (amount > 0 && !decide(amount).ok) amount -= 1
  return amount
}

/** The best that can come after `on`, for so many days. */
function bestFuture(facts: PathFacts, policy: Policy, on: LocalDate, days: number): PathFacts {
  const birthDate = facts.birthDate ?? ADULT
  const acts: ApplicationAct[] = [...facts.acts]
  const classes: LedgerEntry[] = []
  const services: LedgerEntry[] = []
  for (let n = 0; n <= days; n += 1) {
    const day = addDays(on, n)
    for (let moved = true; moved;) {
      moved = false
      const guards = { affiliation: 'confirmed', birthDate, acts } as const
      const claim = nextClaims({ ...facts, acts }, birthDate, day).find((one) => decideAct(one, guards, policy, day).ok)
      if (claim) {
        acts.push(act(claim.act, claim.on, { id: `best${acts.length}`, since: day }))
        moved = true
      }
    }
    const { entries } = facts
    const confirmed = { affiliation: 'confirmed', entries, activistOn: null, birthDate: null } as const
    const tenths = most(valueOf(policy, 'class-hours.entry-max'), (amount) =>
      decideClassHours({ tenths: amount, on: day }, confirmed, policy, day),
    )
    const minutes = most(valueOf(policy, 'volunteer-hours.entry-max'), (amount) =>
      decideVolunteerHours({ minutes: amount, on: day }, confirmed, policy, day),
    )
    if (tenths > 0) classes.push(entry(`c${n}`, { amount: tenths, on: day }))
    if (minutes > 0) services.push(service(`s${n}`, minutes, { on: day }))
  }
  return {
    birthDate,
    occupation: facts.occupation,
    affiliation: facts.affiliation?.state === 'confirmed' ? facts.affiliation : { state: 'confirmed', since: on },
    acts,
    entries: [...facts.entries.map((one) => ({ ...one, acceptedOn: one.acceptedOn ?? on })), ...classes, ...services],
    grades: [...facts.grades, grade('best', '优', { on })],
  }
}

/** A day of asking, facts as they are known on it, and a pack. */
const anyQuestion = fc
  .record({
    on: fc.oneof(
      anyDay().filter((day) => day >= '2025-01-01'),
      fc.integer({ min: -70, max: 10 }).map((days) => addDays(localDate('2026-01-01'), days)),
    ),
    age: fc.constantFrom('young', 'grown', 'grown', 'grown', 'old', 'unknown'),
    shift: fc.integer({ min: -40, max: 40 }),
    begin: fc.nat(200),
    occupation: fc.option(fc.constantFrom(...OCCUPATIONS), { freq: 9 }),
    affiliation: fc.constantFrom(null, 'claimed' as const, 'confirmed' as const, 'confirmed' as const),
    acts: anyActs(FIRST),
    classes: anyLedger(8),
    services: anyServices(8),
    grades: anyGrades(3),
    ofToday: fc.nat(6),
    policy: anyPolicy(),
  })
  .map(({ ofToday, on, age, shift, begin, occupation, affiliation, acts, classes, services, grades, policy }) => {
    const years = (n: number) => addDays(localDate(`${Number(on.slice(0, 4)) - n}${on.slice(4, 8)}15`), shift)
    const birthDate = { young: years(14), grown: years(17), old: years(29), unknown: null }[age]
    // Acts end on or before the day; who is young hasn't begun.
    const last = acts.reduce((day, one) => (one.since > day ? one.since : day), FIRST)
    const offset = daysBetween(last, on) - begin
    const moved = acts.map((one) => ({ ...one, on: addDays(one.on, offset), since: addDays(one.since, offset) }))
    const known = <T extends { readonly on: LocalDate }>(rows: readonly T[]) => rows.filter((row) => row.on <= on)
    // Claims of corrections are another question (test/domain/hours/ledger): what waits here waits for itself.
    const plain = (rows: readonly LedgerEntry[]) =>
      known(rows)
        .filter((row) => row.acceptedOn !== null || row.corrects === null)
        // Some of them are of today: they have taken their part of it.
        .map((row, at) => (at % 4 === ofToday ? { ...row, on, since: on, acceptedOn: row.acceptedOn && on } : row))
    const facts: PathFacts = {
      birthDate,
      occupation,
      affiliation: affiliation && { state: affiliation, since: addDays(on, -3) },
      acts: age === 'young' ? [] : moved,
      entries: [...plain(classes).filter(({ requirement }) => requirement === 'class-hours'), ...plain(services)],
      grades: known(grades),
    }
    return { on, facts, policy }
  })

/** Days to look at between two: both ends, and some in between. */
function between(first: LocalDate, last: LocalDate): readonly LocalDate[] {
  const days = daysBetween(first, last)
  const step = Math.max(1, Math.floor(days / 9))
  const some = Array.from({ length: Math.floor(days / step) + 1 }, (_, n) => addDays(first, n * step))
  return days < 0 ? [] : [...some, addDays(last, days > 0 ? -1 : 0), last]
}

test('the day that is named is the first on which the best future is ready', () => {
  let named = 0
  let later = 0
  fc.assert(
    fc.property(anyQuestion, ({ on, facts, policy }) => {
      const { earliest } = pathReport(facts, policy, on)
      const newest = settleGrades(facts.grades, policy).find(({ reason }) => reason === null || reason === 'not-good')
      // When a better grade comes nobody knows: the best future has it today, the report names no day.
      if (earliest.on === null && newest?.fate === 'not-counted') return
      const future = bestFuture(facts, policy, on, earliest.on === null ? 250 : daysBetween(on, earliest.on) + 1)
      const ready = (day: LocalDate) => pathReport(future, policy, day).ready
      if (earliest.on === null) {
        for (const day of between(on, addDays(on, 250))) expect([day, ready(day)]).toEqual([day, false])
        return
      }
      named += 1
      if (earliest.on > on) later += 1
      expect([earliest.on, ready(earliest.on)]).toEqual([earliest.on, true])
      for (const day of between(on, addDays(earliest.on, -1))) expect([day, ready(day)]).toEqual([day, false])
    }),
    { numRuns: 200 },
  )
  // Of questions that all end at once nothing would be learnt.
  expect(named).toBeGreaterThan(80)
  expect(later).toBeGreaterThan(40)
})

test('so is that of each requirement, hard or soft', () => {
  fc.assert(
    fc.property(anyQuestion, ({ on, facts, policy }) => {
      const { requirements } = pathReport(facts, policy, on)
      const last = requirements.reduce((day, { earliest }) => (earliest && earliest > day ? earliest : day), on)
      const future = bestFuture(facts, policy, on, daysBetween(on, last) + 1)
      for (const { rule, state, earliest } of requirements) {
        const met = (day: LocalDate) =>
          ['met', 'not-applicable'].includes(
            pathReport(future, policy, day).requirements.find((one) => one.rule === rule)?.state ?? '',
          )
        if (state === 'met' || earliest === null) continue
        expect([rule, earliest, met(earliest)]).toEqual([rule, earliest, true])
        for (const day of between(on, addDays(earliest, -1))) {
          expect([rule, day, met(day)]).toEqual([rule, day, false])
        }
      }
    }),
    { numRuns: 120 },
  )
})

describe('the day by hand', () => {
  const today = localDate('2026-06-01')
  const asked = (parts: Partial<PathFacts>, policy = saihan, on: string = today) =>
    pathReport({ ...TRAINED, ...parts }, policy, localDate(on)).earliest
  const good = [grade('g', '良', { on: localDate('2026-01-20') })]
  const since = (activist: string) => actsUpTo('training', { activist, mentored: activist })
  const course = (amount = 80) => entry('c', { amount })
  const served = (minutes: number, on = '2026-03-10') => service('s', minutes, { on: localDate(on) })

  test.each<[string, Partial<PathFacts>, string | null, readonly string[]]>([
    [
      'everything there',
      { acts: since('2026-03-01'), entries: [course(), served(1200)], grades: good },
      '2026-06-01',
      [],
    ],
    [
      'only hours of today missing: all that is open',
      { acts: since('2026-03-01'), entries: [course(72), served(800)], grades: good },
      '2026-06-01',
      ['class-hours', 'volunteer-hours'],
    ],
    [
      'three days of service at eight hours each',
      { acts: since('2026-03-01'), entries: [course()], grades: good },
      '2026-06-03',
      ['volunteer-hours'],
    ],
    [
      'a minute more than two days',
      { acts: since('2026-03-01'), entries: [course(), served(239)], grades: good },
      '2026-06-03',
      ['volunteer-hours'],
    ],
    [
      'exactly two days',
      { acts: since('2026-03-01'), entries: [course(), served(240)], grades: good },
      '2026-06-02',
      ['volunteer-hours'],
    ],
    ['the months last longest', { acts: since('2026-03-16'), grades: good }, '2026-06-16', ['training.months']],
    [
      'the months and the service end together',
      { acts: since('2026-03-03'), entries: [course()], grades: good },
      '2026-06-03',
      ['volunteer-hours', 'training.months'],
    ],
    ['nothing yet: three months from today', { acts: [], grades: good }, '2026-09-01', ['training.months']],
    ['without a branch it is the same', { acts: [], affiliation: null, grades: [] }, '2026-09-01', ['training.months']],
    [
      'from the 14th birthday on',
      { acts: [], birthDate: localDate('2012-06-15'), grades: good },
      '2026-09-15',
      ['training.months'],
    ],
    [
      'a leap day’s child: from 1 March',
      { acts: [], birthDate: localDate('2016-02-29'), occupation: 'pupil' },
      '2030-06-01',
      ['training.months'],
    ],
    [
      'a grade that is not good: no day',
      { acts: since('2026-03-01'), entries: [course(), served(1200)], grades: [grade('g', '中')] },
      null,
      ['civics'],
    ],
    [
      'too old: no day',
      { acts: [], birthDate: localDate('1997-06-01'), grades: good },
      null,
      ['class-hours', 'training.months', 'admission.ways'],
    ],
    [
      'an employee has no civics course',
      { acts: since('2026-03-01'), occupation: 'employed', entries: [course(), served(1200)] },
      '2026-06-01',
      [],
    ],
  ])('%s', (_, parts, on, by) => {
    expect(asked(parts)).toEqual({ on, by })
  })

  test('class hours take their days too, where they are longer than the rest', () => {
    const slow = withValues(saihan, { 'class-hours.entry-max': 10 })
    const parts = { acts: since('2026-03-01'), entries: [served(1200)], grades: good }
    expect(asked(parts, slow)).toEqual({ on: '2026-06-08', by: ['class-hours'] })
    expect(asked({ ...parts, entries: [...parts.entries, course(11)] }, slow)).toEqual({
      on: '2026-06-07',
      by: ['class-hours'],
    })
  })

  test('what was recorded today has taken its part of the day, counting or not', () => {
    const slow = withValues(saihan, { 'class-hours.entry-max': 10 })
    const parts = { acts: since('2026-03-01'), entries: [served(1200)], grades: good }
    const on = (...entries: readonly LedgerEntry[]) =>
      asked({ ...parts, entries: [...parts.entries, ...entries] }, slow).on
    const taken = (amount: number, more: Partial<LedgerEntry> = {}) => entry('c', { amount, on: today, ...more })
    expect(on()).toBe('2026-06-08')
    expect(on(taken(10))).toBe('2026-06-08')
    expect(on(taken(10, { on: localDate('2026-05-31') }))).toBe('2026-06-07')
    expect(on(taken(1, { mode: 'online' }))).toBe('2026-06-09')
    expect(on(taken(1, { acceptedOn: null }))).toBe('2026-06-08')
    expect(on(taken(10, { acceptedOn: null }))).toBe('2026-06-07')
    const dayWith = (amount: number, day: string) =>
      asked({ acts: since('2026-03-01'), entries: [course(), served(amount, day)], grades: good }).on
    expect(dayWith(480, '2026-05-31')).toBe('2026-06-02')
    expect(dayWith(480, '2026-06-01')).toBe('2026-06-03')
  })

  test('a class of the day on which one can become an activist counts, already before one is', () => {
    const slow = withValues(saihan, { 'class-hours.entry-max': 10, 'training.months': 0 })
    const parts = { acts: [], entries: [served(1200)], grades: good }
    expect(asked(parts, slow).on).toBe('2026-06-08')
    const waiting = (on: string) => [...parts.entries, entry('c', { amount: 10, on: localDate(on), acceptedOn: null })]
    expect(asked({ ...parts, entries: waiting('2026-06-01') }, slow).on).toBe('2026-06-07')
    expect(asked({ ...parts, entries: waiting('2026-05-31') }, slow).on).toBe('2026-06-08')
  })

  test('hours that wait are accepted today, in the best case', () => {
    const waiting = service('w', 1200, { acceptedOn: null, on: localDate('2026-05-01') })
    expect(asked({ acts: since('2026-03-01'), entries: [course(), waiting], grades: good })).toEqual({
      on: '2026-06-01',
      by: ['volunteer-hours'],
    })
  })

  describe('across the turn of the year', () => {
    const calendar = withValues(saihan, { 'volunteer.year': 'calendar' })
    const full = { entries: [course(), served(1200)], grades: good }

    test('hours of the old year still count in the new one, unless the pack counts the running year alone', () => {
      const parts = { ...full, acts: since('2026-10-01') }
      const course2 = [entry('c', { amount: 80, on: localDate('2026-10-05') }), served(1200)]
      const on = '2026-12-31'
      expect(asked({ ...parts, entries: course2 }, saihan, on)).toEqual({ on: '2027-01-01', by: ['training.months'] })
      // 1200 minutes anew from 1 January on, at 480 a day
      expect(asked({ ...parts, entries: course2 }, calendar, on)).toEqual({ on: '2027-01-03', by: ['volunteer-hours'] })
    })

    test('ready on 31 December, one is not on 1 January, where the running year alone counts', () => {
      const parts = { ...full, acts: since('2026-03-01') }
      expect(asked(parts, calendar, '2026-12-31')).toEqual({ on: '2026-12-31', by: [] })
      expect(asked(parts, calendar, '2027-01-01')).toEqual({ on: '2027-01-03', by: ['volunteer-hours'] })
      expect(asked(parts, saihan, '2027-01-01')).toEqual({ on: '2027-01-01', by: [] })
      expect(asked(parts, saihan, '2027-12-31')).toEqual({ on: '2027-12-31', by: [] })
      expect(asked(parts, saihan, '2028-01-01')).toEqual({ on: '2028-01-03', by: ['volunteer-hours'] })
    })

    test('what is left of the year is too short: the hours begin anew', () => {
      const parts = { acts: since('2026-03-01'), entries: [course()], grades: good }
      expect(asked(parts, calendar, '2026-12-29').on).toBe('2026-12-31')
      expect(asked(parts, calendar, '2026-12-30').on).toBe('2027-01-03')
      // begun in the old year: two days of it, and the third can't be in the new one, which counts apart
      expect(asked(parts, saihan, '2026-12-30').on).toBe('2027-01-03')
      // … but with four hours there already, two days are enough
      const some = { ...parts, entries: [course(), served(240)] }
      expect(asked(some, calendar, '2026-12-30').on).toBe('2026-12-31')
      expect(asked(some, calendar, '2026-12-31').on).toBe('2027-01-03')
    })

    test('more than a year can hold: no day', () => {
      const never = withValues(saihan, {
        'volunteer-hours': { minutes: 60_000, gate: 'hard' },
        'volunteer-hours.entry-max': 60,
      })
      const parts = { acts: since('2026-03-01'), entries: [course()], grades: good }
      expect(asked(parts, never)).toEqual({ on: null, by: ['volunteer-hours'] })
      const wished = withValues(never, { 'volunteer-hours': { minutes: 60_000, gate: 'soft' } })
      expect(asked(parts, wished)).toEqual({ on: '2026-06-01', by: [] })
    })
  })
})
