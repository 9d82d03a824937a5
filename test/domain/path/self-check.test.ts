import { addMonths, localDate, type LocalDate } from '#domain/time'
import type { ApplicationAct } from '#domain/application/acts'
import { ageWindow } from '#domain/application/decide'
import type { PathFacts } from '#domain/path/facts'
import { pathReport, type PathReport } from '#domain/path/report'
import { factsOfAnswers, selfCheck, type SelfCheckAnswers } from '#domain/path/self-check'
import { OCCUPATIONS } from '#domain/profile/occupation'
import type { Policy } from '#domain/policy/policy'
import { act, actsUpTo } from '../acts'
import { entry, service } from '../entries'
import { grade } from '../grades'
import { DISTRICTS, policyOf, withValues } from '../packs'

const saihan = policyOf('saihan')
const today = localDate('2026-06-01')

/** A grown pupil who hasn't begun. */
const BLANK: SelfCheckAnswers = {
  age: 'within',
  birthDate: null,
  occupation: 'pupil',
  civics: 'none',
  stage: 'none',
  activistMonths: 0,
  classTenths: 0,
  minutes: 0,
}

/** All answers that can be tapped together, some of each number. */
function allAnswers(): readonly SelfCheckAnswers[] {
  const all: SelfCheckAnswers[] = []
  for (const age of ['below', 'within', 'above'] as const)
    for (const birthDate of age === 'below' ? [null, localDate('2013-01-31')] : [null])
      for (const occupation of OCCUPATIONS)
        for (const civics of ['good', 'not-good', 'none'] as const)
          for (const stage of ['none', 'applied', 'activist'] as const)
            for (const activistMonths of stage === 'activist' ? [0, 2, 3] : [0])
              for (const classTenths of [0, 79, 80])
                for (const minutes of [0, 1199, 1200])
                  all.push({ age, birthDate, occupation, civics, stage, activistMonths, classTenths, minutes })
  return all
}

/** The same person as a branch would have them, put together by hand: other ids, hours in pieces. */
function byHand(answers: SelfCheckAnswers): PathFacts {
  const { age, birthDate, occupation, civics, stage, activistMonths, classTenths, minutes } = answers
  const activistOn = addMonths(today, -activistMonths)
  const stages: Readonly<Record<typeof stage, readonly ApplicationAct[]>> = {
    none: [],
    applied: [act('submitted', today, { id: '9f1' }), act('applied', today, { id: '9f2' })],
    activist: [
      act('activist', activistOn, { id: '9f3', onPaper: true, way: 'nomination', since: today }),
      act('mentored', activistOn, { id: '9f4', since: today }),
    ],
  }
  // Hours of before today, as far as they can be: today still holds a whole day's.
  const taken = stage === 'activist' && activistMonths === 0 ? today : localDate('2026-05-31')
  const halves = (sum: number) => [Math.floor(sum / 2), Math.ceil(sum / 2)].filter((amount) => amount > 0)
  const on = { on: today }
  return {
    birthDate: {
      below: birthDate ?? localDate('2012-06-02'),
      within: localDate('2005-01-31'),
      above: localDate('1994-09-09'),
    }[age],
    occupation,
    affiliation: { state: 'confirmed', since: today },
    acts: stages[stage],
    entries: [
      ...halves(classTenths).map((amount, at) => entry(`7a${at}`, { on: taken, amount })),
      ...halves(minutes).map((amount, at) => service(`7b${at}`, amount, { on: localDate(`2026-0${at + 2}-11`) })),
    ],
    grades: civics === 'none' ? [] : [grade('5c', civics === 'good' ? '优' : '中', on)],
  }
}

/** A report without the ids of its entries. */
function nameless(report: PathReport): string {
  const requirements = report.requirements.map(({ entries, ...one }) => ({
    ...one,
    fates: [...new Set(entries.map(({ fate, reason }) => `${fate} ${reason ?? ''}`))],
  }))
  return JSON.stringify({ ...report, requirements })
}

test('all answers: the self-check is the path of somebody with the same facts', () => {
  const answers = allAnswers()
  expect(answers.length).toBeGreaterThan(2000)
  for (const one of answers) {
    const [told, real] = [selfCheck(one, saihan, today), pathReport(byHand(one), saihan, today)].map(nameless)
    if (told !== real) expect([one, told]).toEqual([one, real])
  }
})

test('it is the path’s own function on the facts of the answers: nothing else decides', () => {
  for (const district of DISTRICTS) {
    const policy = policyOf(district)
    for (const one of allAnswers().filter((_, at) => at % 7 === 0)) {
      expect(selfCheck(one, policy, today)).toEqual(pathReport(factsOfAnswers(one, policy, today), policy, today))
    }
  }
})

test('who went the whole way in the app hears the same as who only tapped it', () => {
  const said = (report: PathReport) => ({
    earliest: report.earliest,
    ready: report.ready,
    activistOn: report.activistOn,
    turn: [report.turn.who, report.turn.act, report.turn.due],
    requirements: report.requirements.map(({ rule, state, reason, have, need, earliest }) => [
      rule,
      state,
      reason,
      have,
      need,
      earliest,
    ]),
  })
  for (const activistMonths of [0, 1, 2, 3, 4]) {
    for (const classTenths of [0, 79, 80]) {
      const answers: SelfCheckAnswers = {
        ...BLANK,
        stage: 'activist',
        activistMonths,
        classTenths,
        minutes: 1200,
        civics: 'good',
      }
      const activist = addMonths(today, -activistMonths)
      const real: PathFacts = {
        birthDate: localDate('2009-09-10'),
        occupation: 'pupil',
        affiliation: { state: 'confirmed', since: localDate('2025-09-20') },
        acts: actsUpTo('training', {
          submitted: '2025-10-01',
          applied: '2025-10-03',
          talked: '2025-10-20',
          nominated: '2025-11-15',
          activist,
          mentored: activist,
        }),
        entries: [
          ...(classTenths > 0
            ? [entry('c', { amount: classTenths, on: activistMonths === 0 ? today : localDate('2026-05-20') })]
            : []),
          service('s1', 700, { on: localDate('2026-02-14') }),
          service('s2', 500, { on: localDate('2026-05-04') }),
          service('old', 60, { on: localDate('2025-05-04') }),
        ],
        grades: [grade('old', '中', { on: localDate('2025-07-01') }), grade('new', '良')],
      }
      expect(said(selfCheck(answers, saihan, today))).toEqual(said(pathReport(real, saihan, today)))
    }
  }
})

/** The common cases on 1 June 2026: what was tapped, the earliest day, and what it hangs on. */
describe('ten seconds', () => {
  const good = { civics: 'good' } as const
  const activist = (activistMonths: number) => ({ stage: 'activist', activistMonths }) as const
  const hours = { classTenths: 80, minutes: 1200 }

  test.each<[string, Partial<SelfCheckAnswers>, string | null, readonly string[]]>([
    ['nothing yet', {}, '2026-09-01', ['training.months']],
    ['nothing yet, a good grade', { ...good }, '2026-09-01', ['training.months']],
    ['nothing yet, at work', { occupation: 'employed' }, '2026-09-01', ['training.months']],
    ['nothing yet, but 20 hours of service', { minutes: 1200 }, '2026-09-01', ['training.months']],
    ['applied', { ...good, stage: 'applied' }, '2026-09-01', ['training.months']],
    ['activist since today', { ...good, ...activist(0) }, '2026-09-01', ['training.months']],
    ['activist for a month', { ...good, ...activist(1) }, '2026-08-01', ['training.months']],
    ['activist for two months, hours there', { ...good, ...activist(2), ...hours }, '2026-07-01', ['training.months']],
    ['activist for three months, hours missing', { ...good, ...activist(3) }, '2026-06-03', ['volunteer-hours']],
    [
      'activist for three months, 7.9 学时',
      { ...good, ...activist(3), ...hours, classTenths: 79 },
      '2026-06-01',
      ['class-hours'],
    ],
    ['everything', { ...good, ...activist(3), ...hours }, '2026-06-01', []],
    ['everything for a year', { ...good, ...activist(12), ...hours }, '2026-06-01', []],
    ['everything but a grade', { ...activist(3), ...hours }, '2026-06-01', ['civics']],
    ['everything, a grade that is not good', { civics: 'not-good', ...activist(3), ...hours }, null, ['civics']],
    [
      'everything, at work, whatever grade',
      { occupation: 'employed', civics: 'not-good', ...activist(3), ...hours },
      '2026-06-01',
      [],
    ],
    ['not 14 yet, and no more said', { age: 'below' }, '2026-09-02', ['training.months']],
    [
      'not 14 before the autumn',
      { age: 'below', birthDate: localDate('2012-09-15') },
      '2026-12-15',
      ['training.months'],
    ],
    ['above 28', { age: 'above' }, null, ['class-hours', 'training.months', 'admission.ways']],
    ['above 28, applied in time', { age: 'above', stage: 'applied', ...good }, '2026-09-01', ['training.months']],
    ['above 28, everything there', { age: 'above', ...good, ...activist(3), ...hours }, '2026-06-01', []],
  ])('%s', (_, answers, on, by) => {
    expect(selfCheck({ ...BLANK, ...answers }, saihan, today).earliest).toEqual({ on, by })
  })

  test.each<[string, Partial<SelfCheckAnswers>, string, string | null]>([
    ['nothing yet', {}, 'apply', 'applicant'],
    ['applied', { stage: 'applied' }, 'talk', 'branch-secretary'],
    ['in training', activist(3), 'collect', 'applicant'],
    ['all but a grade', { ...activist(3), ...hours }, 'record-civics', 'branch-secretary'],
    ['all but time', { ...good, ...activist(2), ...hours }, 'wait', 'time'],
    ['everything', { ...good, ...activist(3), ...hours }, 'propose', 'branch-secretary'],
    ['above 28', { age: 'above' }, 'over-age', null],
  ])('%s', (_, answers, next, who) => {
    expect(selfCheck({ ...BLANK, ...answers }, saihan, today).turn).toMatchObject({ act: next, who })
  })
})

describe('hours of before, where they can have been', () => {
  const hours = { classTenths: 10, minutes: 720 } as const
  const days = (answers: Partial<SelfCheckAnswers>, on: string) =>
    factsOfAnswers({ ...BLANK, ...hours, ...answers }, saihan, localDate(on)).entries.map((one) => one.on)

  test.each<[string, Partial<SelfCheckAnswers>, string, string, string]>([
    ['a year that has begun', {}, '2026-06-01', '2026-05-31', '2026-05-31'],
    ['an activist since long', { stage: 'activist', activistMonths: 3 }, '2026-06-01', '2026-05-31', '2026-05-31'],
    ['an activist since today', { stage: 'activist' }, '2026-06-01', '2026-06-01', '2026-05-31'],
    ['the first day of the year', {}, '2026-01-01', '2025-12-31', '2026-01-01'],
  ])('%s', (_, answers, on, taken, served) => {
    expect(days(answers, on)).toEqual([taken, served])
  })

  test('so that today still holds a whole day', () => {
    const earliest = (minutes: number) =>
      selfCheck(
        { ...BLANK, stage: 'activist', activistMonths: 3, civics: 'good', classTenths: 80, minutes },
        saihan,
        today,
      ).earliest.on
    expect(earliest(1199)).toBe('2026-06-01')
    expect(earliest(720)).toBe('2026-06-01')
    expect(earliest(719)).toBe('2026-06-02')
    expect(earliest(239)).toBe('2026-06-03')
  })
})

describe('the age that was tapped', () => {
  const bornOf = (answers: Partial<SelfCheckAnswers>, policy: Policy, on: LocalDate): LocalDate => {
    const { birthDate } = factsOfAnswers({ ...BLANK, ...answers }, policy, on)
    if (!birthDate) throw new Error('a birth date is expected')
    return birthDate
  }
  const days = ['2026-06-01', '2026-02-28', '2026-03-01', '2028-02-28', '2028-02-29', '2028-03-01', '2026-12-31'].map(
    localDate,
  )
  const packs = [true, false].flatMap((counts) =>
    [
      [14, 28],
      [14, 14],
      [16, 17],
      [28, 28],
      [1, 99],
    ].map(([minimum = 0, maximum = 0]) =>
      withValues(saihan, {
        'age.birthday-counts': counts,
        'application.age-min': minimum,
        'application.age-max': maximum,
      }),
    ),
  )

  test('stands for somebody of that age, whatever ages the pack gives, on any day', () => {
    for (const policy of packs) {
      for (const on of days) {
        const within = ageWindow(bornOf({ age: 'within' }, policy, on), policy)
        expect(within.from <= on && on < within.until).toBe(true)
        expect(ageWindow(bornOf({ age: 'above' }, policy, on), policy).until <= on).toBe(true)
        expect(ageWindow(bornOf({ age: 'below' }, policy, on), policy).from > on).toBe(true)
      }
    }
  })

  test('below it and no more said: old enough tomorrow, or on the next day on which anybody can be', () => {
    const first = (counts: boolean, on: string) => {
      const policy = withValues(saihan, { 'age.birthday-counts': counts })
      return ageWindow(bornOf({ age: 'below' }, policy, localDate(on)), policy).from
    }
    for (const counts of [true, false]) {
      expect(first(counts, '2026-06-01')).toBe('2026-06-02')
      expect(first(counts, '2026-12-31')).toBe('2027-01-01')
      expect(first(counts, '2026-02-28')).toBe('2026-03-01')
    }
    // nobody turns 14 on 29 February 2028, where nobody was born on one in 2014
    expect(first(true, '2028-02-28')).toBe('2028-03-01')
    expect(first(false, '2028-02-29')).toBe('2028-03-02')
  })

  test('the birth date that is said holds', () => {
    expect(bornOf({ age: 'below', birthDate: localDate('2013-01-31') }, saihan, today)).toBe('2013-01-31')
  })
})

test('a pack of another district answers by its own numbers', () => {
  const moxian = policyOf('moxian')
  const answers = { ...BLANK, stage: 'activist', activistMonths: 3, civics: 'good', classTenths: 80 } as const
  // 10 学时 there, at most 4 a day; volunteer hours are only wished for
  expect(selfCheck(answers, moxian, today)).toMatchObject({
    ready: false,
    earliest: { on: '2026-06-01', by: ['class-hours'] },
  })
  expect(selfCheck({ ...answers, classTenths: 100 }, moxian, today)).toMatchObject({ ready: true })
  expect(selfCheck({ ...answers, classTenths: 100 }, saihan, today)).toMatchObject({ ready: false })
  expect(factsOfAnswers(answers, withValues(moxian, { 'admission.ways': ['review'] }), today).acts[0]?.way).toBe(
    'review',
  )
})

test('a scale that is good all through knows no grade that is not', () => {
  const pass = withValues(saihan, { civics: { requiredOf: ['pupil'], scale: ['通过'], good: ['通过'] } })
  expect(factsOfAnswers({ ...BLANK, civics: 'not-good' }, pass, today).grades).toEqual([])
  expect(factsOfAnswers({ ...BLANK, civics: 'good' }, pass, today).grades).toMatchObject([{ grade: '通过' }])
})
