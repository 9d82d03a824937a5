import { addDays, localDate } from '#domain/time'
import type { ApplicationState } from '#domain/application/acts'
import type { PathFacts } from '#domain/path/facts'
import { pathReport } from '#domain/path/report'
import { REQUIREMENTS, type Requirement, type RequirementId } from '#domain/path/requirement'
import { OCCUPATIONS, type Occupation } from '#domain/profile/occupation'
import { act, actsUpTo, onPaper } from '../acts'
import { claimed, service } from '../entries'
import { requirementOf, TRAINED } from '../facts'
import { grade } from '../grades'
import { policyOf, withValues } from '../packs'

const saihan = policyOf('saihan')
const moxian = policyOf('moxian')
const today = localDate('2026-06-01')
const CLAIMED = { state: 'claimed', since: localDate('2026-05-11') } as const

const asked =
  (id: RequirementId) =>
  (parts: Partial<PathFacts>, policy = saihan, on: string = today) =>
    requirementOf(id, { ...TRAINED, ...parts }, policy, localDate(on))
const short = ({ state, who, since, reason, need, have, pending }: Requirement) => [
  state,
  who,
  since,
  reason,
  `${have}+${pending}/${need}`,
]

test('the five requirements of the path, always, in the order in which they are shown', () => {
  for (const policy of [saihan, moxian]) {
    for (const acts of [[], actsUpTo('submitted'), actsUpTo('training')]) {
      const { requirements } = pathReport({ ...TRAINED, acts }, policy, today)
      expect(requirements.map(({ rule }) => rule)).toEqual(REQUIREMENTS)
    }
  }
})

test('each names its rule, by the source that the pack gives, and its unit', () => {
  const { requirements } = pathReport(TRAINED, saihan, today)
  expect(
    requirements.map(({ rule, unit, source, certainty }) => [rule, unit, source?.short ?? null, certainty]),
  ).toEqual([
    ['class-hours', 'class-hour-tenth', '细则', 'Q'],
    ['volunteer-hours', 'minute', null, 'Q'],
    ['civics', 'grade', null, 'Q'],
    ['training.months', 'day', '细则', 'Q'],
    ['admission.ways', 'way', null, 'Q'],
  ])
  for (const { rule, note } of requirements) expect(note).toBe(saihan.rules[rule].note)
})

describe('volunteer hours', () => {
  const hours = asked('volunteer-hours')
  const minutes = (amount: number, on = '2026-03-10') => service('a', amount, { on: localDate(on) })

  test('20 hours are enough, a minute less is not', () => {
    expect(short(hours({ entries: [minutes(1199)] }))).toEqual([
      'not-yet',
      'applicant',
      null,
      'hours-missing',
      '1199+0/1200',
    ])
    expect(short(hours({ entries: [minutes(1200)] }))).toEqual(['met', null, null, null, '1200+0/1200'])
  })

  test('enough once the claimed is accepted: the secretary’s turn, since the oldest claim', () => {
    const claim = (id: string, since: string) =>
      claimed(id, { requirement: 'volunteer-hours', amount: 100, since: localDate(since) })
    const entries = [minutes(1000), claim('b', '2026-04-05'), claim('c', '2026-04-02')]
    expect(short(hours({ entries }))).toEqual([
      'waiting',
      'branch-secretary',
      '2026-04-02',
      'hours-waiting',
      '1000+200/1200',
    ])
    expect(short(hours({ entries: [minutes(999), ...entries.slice(1)] }))).toEqual([
      'not-yet',
      'applicant',
      null,
      'hours-missing',
      '999+200/1200',
    ])
  })

  test('no step has to come first: hours before one applies count', () => {
    expect(short(hours({ acts: [], entries: [minutes(1200)] }))[0]).toBe('met')
    expect(short(hours({ acts: [] }))).toEqual(['not-yet', 'applicant', null, 'hours-missing', '0+0/1200'])
  })

  test('without a branch, or with one that hasn’t answered, that comes first; what is met stays met', () => {
    expect(short(hours({ affiliation: null }))).toEqual([
      'not-yet',
      'applicant',
      null,
      'organisation-missing',
      '0+0/1200',
    ])
    expect(short(hours({ affiliation: CLAIMED }))).toEqual([
      'not-yet',
      'branch-secretary',
      CLAIMED.since,
      'affiliation-pending',
      '0+0/1200',
    ])
    for (const affiliation of [null, CLAIMED])
      expect(hours({ affiliation, entries: [minutes(1200)] }).state).toBe('met')
  })

  test('the year that counts is named, and each entry says whether it does', () => {
    const entries = [minutes(1300, '2025-11-20'), service('b', 600, { on: localDate('2026-02-01') })]
    expect(hours({ entries })).toMatchObject({
      state: 'met',
      year: 2025,
      have: 1300,
      entries: [
        { id: 'b', fate: 'not-counted', reason: 'other-year' },
        { id: 'a', fate: 'counted', reason: null },
      ],
    })
    const calendar = withValues(saihan, { 'volunteer.year': 'calendar' })
    expect(hours({ entries }, calendar)).toMatchObject({ state: 'not-yet', year: 2026, have: 600 })
    // a past year that wasn't enough never will be: what is lacking is lacking this year
    const less = [minutes(1199, '2025-11-20'), ...entries.slice(1)]
    expect(hours({ entries: less })).toMatchObject({ state: 'not-yet', year: 2026, have: 600 })
  })

  test('last year’s that wait for the branch are told before this year’s that are not enough', () => {
    const last = claimed('a', { requirement: 'volunteer-hours', amount: 1200, on: localDate('2025-11-20') })
    expect(hours({ entries: [last, service('b', 600, { on: localDate('2026-02-01') })] })).toMatchObject({
      state: 'waiting',
      who: 'branch-secretary',
      since: '2025-11-20',
      year: 2025,
      pending: 1200,
      earliest: today,
    })
  })

  test('a word of warning from November on, where something is missing', () => {
    const closes = (on: string, amount: number) => hours({ entries: [minutes(amount)] }, saihan, on).closes
    expect(closes('2026-10-31', 1199)).toBeNull()
    expect(closes('2026-11-01', 1199)).toBe('2026-12-31')
    expect(closes('2026-12-31', 1199)).toBe('2026-12-31')
    expect(closes('2027-01-01', 1199)).toBeNull()
    expect(closes('2026-11-01', 1200)).toBeNull()
  })

  test('where they are only wished for, the requirement is soft', () => {
    expect(hours({}).gate).toBe('hard')
    expect(hours({}, moxian)).toMatchObject({ gate: 'soft', need: 600, state: 'not-yet' })
  })
})

describe('the civics course', () => {
  const civics = asked('civics')

  test.each([
    ['优', 'met', null, null],
    ['良', 'met', null, null],
    ['中', 'not-yet', 'applicant', 'grade-not-good'],
    ['不及格', 'not-yet', 'applicant', 'grade-not-good'],
  ])('%s: %s', (word, state, who, reason) => {
    expect(civics({ grades: [grade('a', word)] })).toMatchObject({ state, who, reason, since: null, value: word })
  })

  test('none yet: the branch records it', () => {
    expect(civics({})).toMatchObject({
      state: 'not-yet',
      who: 'branch-secretary',
      reason: 'grade-missing',
      value: null,
      entries: [],
    })
  })

  test('the grade that decides is shown, and why the others don’t', () => {
    const grades = [
      grade('old', '优', { on: localDate('2025-07-01') }),
      grade('wrong', '良', { on: localDate('2026-01-20') }),
      grade('right', '中', { on: localDate('2026-01-20'), corrects: 'wrong' }),
    ]
    expect(civics({ grades })).toMatchObject({
      state: 'not-yet',
      value: '中',
      have: 0,
      entries: [
        { id: 'right', fate: 'not-counted', reason: 'not-good' },
        { id: 'wrong', fate: 'not-counted', reason: 'corrected' },
        { id: 'old', fate: 'not-counted', reason: 'newer-grade' },
      ],
    })
  })

  test.each<[Occupation | null, string, string | null]>([
    ['pupil', 'not-yet', 'grade-missing'],
    ['student', 'not-yet', 'grade-missing'],
    ['employed', 'not-applicable', null],
    ['other', 'not-applicable', null],
    [null, 'not-yet', 'occupation-missing'],
  ])('who is %s: %s', (occupation, state, reason) => {
    expect(civics({ occupation })).toMatchObject({ state, reason })
  })

  test('who works has no such course, whatever was once recorded, and is asked nothing about it', () => {
    for (const affiliation of [null, CLAIMED, TRAINED.affiliation]) {
      expect(civics({ occupation: 'employed', affiliation, grades: [grade('a', '中')] })).toMatchObject({
        state: 'not-applicable',
        who: null,
        reason: null,
        earliest: today,
      })
    }
  })

  test('who hasn’t said what they do says it first; a good grade says it for them', () => {
    expect(civics({ occupation: null })).toMatchObject({ who: 'applicant', reason: 'occupation-missing' })
    expect(civics({ occupation: null, grades: [grade('a', '良')] }).state).toBe('met')
  })

  test('no day can be named for a better grade, whoever has to act first', () => {
    const grades = [grade('a', '中')]
    for (const affiliation of [null, CLAIMED, TRAINED.affiliation]) {
      expect(civics({ affiliation, grades }).earliest).toBeNull()
      expect(civics({ affiliation }).earliest).toBe(today)
    }
    // who says that they work is asked for none: that can be today
    expect(civics({ occupation: null, grades }).earliest).toBe(today)
  })

  test('where the pack asks nobody, nobody is asked', () => {
    const nobody = withValues(saihan, { civics: { ...saihan.rules.civics.value, requiredOf: [] } })
    for (const occupation of [null, ...OCCUPATIONS]) {
      expect(civics({ occupation, grades: [grade('a', '不及格')] }, nobody).state).toBe('not-applicable')
    }
  })
})

describe('the months of training', () => {
  const training = asked('training.months')
  const since = (on: string) => ({ acts: actsUpTo('training', { activist: on, mentored: on }) })

  test.each([
    ['2026-09-16', '2026-12-15', 'not-yet'],
    ['2026-09-16', '2026-12-16', 'met'],
    ['2025-11-30', '2026-02-27', 'not-yet'],
    ['2025-11-30', '2026-02-28', 'met'],
    ['2027-11-30', '2028-02-28', 'not-yet'],
    ['2027-11-30', '2028-02-29', 'met'],
    ['2027-11-29', '2028-02-29', 'met'],
    ['2025-11-28', '2026-02-28', 'met'],
    ['2025-12-31', '2026-03-30', 'not-yet'],
    ['2025-12-31', '2026-03-31', 'met'],
  ])('activist since %s, on %s: %s', (from, on, state) => {
    expect(training(since(from), saihan, on).state).toBe(state)
  })

  test('while they run it is nobody’s turn but time’s, and the day is named', () => {
    expect(training(since('2026-03-16'), saihan, '2026-06-15')).toMatchObject({
      state: 'not-yet',
      who: 'time',
      since: '2026-03-16',
      reason: 'months-running',
      need: 92,
      have: 91,
      earliest: '2026-06-16',
    })
    expect(training(since('2026-03-16'), saihan, '2026-06-16')).toMatchObject({ state: 'met', need: 92, have: 92 })
    expect(training(since('2026-03-16'), saihan, '2027-06-16')).toMatchObject({ state: 'met', need: 92, have: 92 })
  })

  test('counted from the approval, not from the mentors nor from the day of recording', () => {
    const acts = [onPaper('2026-02-20', { since: localDate('2026-05-20') }), act('mentored', '2026-05-20')]
    expect(training({ acts }, saihan, '2026-05-20').state).toBe('met')
    expect(training({ acts: actsUpTo('activist', { activist: '2026-02-20' }) }, saihan, '2026-05-20').state).toBe('met')
  })

  test('how many is the pack’s; none is 不适用', () => {
    const six = withValues(saihan, { 'training.months': 6 })
    expect(training(since('2026-03-01'), six, '2026-08-31').state).toBe('not-yet')
    expect(training(since('2026-03-01'), six, '2026-09-01').state).toBe('met')
    const none = withValues(saihan, { 'training.months': 0 })
    for (const parts of [since('2026-06-01'), { acts: [] }, { acts: [], birthDate: localDate('2013-01-01') }]) {
      expect(training(parts, none)).toMatchObject({
        state: 'not-applicable',
        who: null,
        reason: null,
        need: 0,
        have: 0,
        earliest: today,
      })
    }
  })
})

describe('the recommendation', () => {
  const recommendation = asked('admission.ways')

  test.each<[ApplicationState, string, string | null, string | null, string | null]>([
    ['none', 'not-yet', 'applicant', null, 'not-applied'],
    ['submitted', 'not-yet', 'branch-secretary', '2026-02-01', 'paper-pending'],
    ['applied', 'not-yet', 'branch-secretary', '2026-02-03', 'talk-pending'],
    ['talked', 'not-yet', 'branch-secretary', '2026-02-10', 'nomination-pending'],
    ['nominated', 'waiting', 'committee-officer', '2026-02-20', 'approval-pending'],
    ['activist', 'met', null, null, null],
    ['training', 'met', null, null, null],
  ])('%s: %s, %s since %s, %s', (state, verdict, who, since, reason) => {
    const acts = state === 'none' ? [] : actsUpTo(state)
    expect(short(recommendation({ acts })).slice(0, 4)).toEqual([verdict, who, since, reason])
    // the months and the class hours wait for the same
    if (reason !== null) {
      for (const id of ['training.months', 'class-hours'] as const) {
        expect(short(asked(id)({ acts })).slice(0, 4)).toEqual(['not-yet', who, since, 'not-activist'])
      }
    }
  })

  test('a nomination that was returned is the branch’s again, and says so', () => {
    const acts = [...actsUpTo('nominated'), act('returned', '2026-02-25')]
    expect(short(recommendation({ acts })).slice(0, 4)).toEqual([
      'not-yet',
      'branch-secretary',
      '2026-02-25',
      'nomination-returned',
    ])
    const again = [...acts, act('nominated', '2026-03-02', { id: 'again', way: 'review' })]
    expect(recommendation({ acts: again })).toMatchObject({ state: 'waiting', value: 'review', pending: 1, have: 0 })
  })

  test('withdrawn, one can apply anew', () => {
    const acts = [...actsUpTo('talked'), act('withdrawn', '2026-02-12')]
    expect(short(recommendation({ acts })).slice(0, 4)).toEqual(['not-yet', 'applicant', null, 'not-applied'])
  })

  test('the way is shown, that of the paper too', () => {
    expect(recommendation({ acts: actsUpTo('talked') }).value).toBeNull()
    expect(recommendation({ acts: actsUpTo('nominated') }).value).toBe('nomination')
    expect(recommendation({ acts: actsUpTo('activist') })).toMatchObject({ value: 'nomination', have: 1, pending: 0 })
    expect(recommendation({ acts: [onPaper('2026-03-01', { way: 'points' })] }).value).toBe('points')
  })

  test('without a branch, or with one that hasn’t answered, that comes first', () => {
    expect(short(recommendation({ acts: [], affiliation: null })).slice(0, 4)).toEqual([
      'not-yet',
      'applicant',
      null,
      'organisation-missing',
    ])
    expect(short(recommendation({ acts: actsUpTo('submitted'), affiliation: CLAIMED })).slice(0, 4)).toEqual([
      'not-yet',
      'branch-secretary',
      CLAIMED.since,
      'affiliation-pending',
    ])
  })

  describe('from 29 on', () => {
    const birthDate = localDate('1997-06-01')
    const before = addDays(today, -1)

    test('who hasn’t applied can’t any more, and it is nobody’s turn', () => {
      const old = (on: string) => short(recommendation({ acts: [], birthDate }, saihan, on)).slice(0, 4)
      expect(old(before)).toEqual(['not-yet', 'applicant', null, 'not-applied'])
      expect(old(today)).toEqual(['not-yet', null, null, 'over-age'])
      expect(recommendation({ acts: [], birthDate }).earliest).toBeNull()
      // the months would be as many as ever, and no day can be named
      expect(asked('training.months')({ acts: [], birthDate })).toMatchObject({
        state: 'not-yet',
        who: null,
        reason: 'not-activist',
        need: 92,
        have: 0,
        earliest: null,
      })
    })

    test('who has submitted in time still waits for the branch: the paper may have been there in time', () => {
      const acts = actsUpTo('submitted')
      expect(short(recommendation({ acts, birthDate })).slice(0, 4)).toEqual([
        'not-yet',
        'branch-secretary',
        '2026-02-01',
        'paper-pending',
      ])
      expect(recommendation({ acts, birthDate }).earliest).toBe(today)
      // … and no longer where by the birth date it wasn't in time
      expect(recommendation({ acts, birthDate: localDate('1997-02-02') }).reason).toBe('paper-pending')
      expect(recommendation({ acts, birthDate: localDate('1997-02-01') })).toMatchObject({
        who: null,
        reason: 'over-age',
      })
    })

    test('who has applied in time may grow older', () => {
      for (const state of ['applied', 'talked', 'nominated', 'activist', 'training'] as const) {
        expect(recommendation({ acts: actsUpTo(state), birthDate }).reason).not.toBe('over-age')
        expect(recommendation({ acts: actsUpTo(state), birthDate }).earliest).toBe(today)
      }
    })
  })

  test('before 14 the day is named on which one can apply', () => {
    const young = { acts: [], birthDate: localDate('2012-06-15') }
    expect(recommendation(young)).toMatchObject({ who: 'applicant', reason: 'not-applied', earliest: '2026-06-15' })
    expect(recommendation(young, moxian).earliest).toBe('2026-06-16')
  })
})
