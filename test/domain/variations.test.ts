import { localDate } from '#domain/time'
import { decideActivist } from '#domain/application/activist'
import { decideAct } from '#domain/application/decide'
import { decideGrade } from '#domain/civics/grades'
import type { PathFacts } from '#domain/path/facts'
import { pathReport, type PathReport } from '#domain/path/report'
import { selfCheck } from '#domain/path/self-check'
import { checkPack } from '#domain/policy/check'
import type { PolicyPack, RuleId, RuleValues } from '#domain/policy/policy'
import { versionOf } from '#domain/policy/version'
import { actsUpTo } from './acts'
import { entry, service } from './entries'
import { TRAINED } from './facts'
import { grade } from './grades'
import { policyOf, rawPack, sha256Hex, withValues } from './packs'

/** The same person on the same day under other packs. Only the packs differ, and only as data. */

const saihan = policyOf('saihan')
const today = localDate('2026-06-01')

/** In training since 1 March: 6 学时 in person and 2 online, 2 more of before; 15 hours of service this year, 18 of last. */
const PERSON: PathFacts = {
  ...TRAINED,
  acts: actsUpTo('training'),
  entries: [
    entry('before', { amount: 20, on: localDate('2026-02-10') }),
    entry('in-person', { amount: 60, on: localDate('2026-03-10') }),
    entry('online', { amount: 20, on: localDate('2026-03-20'), mode: 'online' }),
    service('last', 1080, { on: localDate('2025-10-01') }),
    service('this', 900, { on: localDate('2026-04-01') }),
  ],
  grades: [grade('g', '中')],
}

type Values = { readonly [Id in RuleId]?: RuleValues[Id] }
const report = (values: Values, facts: Partial<PathFacts> = {}): PathReport =>
  pathReport({ ...PERSON, ...facts }, withValues(saihan, values), today)
/** The five requirements in short: what is there of what is needed, or 不适用; what holds nobody up in brackets. */
const said = (values: Values, facts: Partial<PathFacts> = {}): string =>
  report(values, facts)
    .requirements.map(({ state, have, need, gate }) => {
      const words = state === 'not-applicable' ? '–' : `${have}/${need}`
      return gate === 'soft' ? `(${words})` : words
    })
    .join(' ')

const civics = saihan.rules.civics.value

test.each<[string, Values, string]>([
  ['as it is', {}, '60/80 900/1200 0/1 92/92 1/1'],
  ['fewer class hours', { 'class-hours': { tenths: 60 } }, '60/60 900/1200 0/1 92/92 1/1'],
  ['more class hours', { 'class-hours': { tenths: 100 } }, '60/100 900/1200 0/1 92/92 1/1'],
  ['no class hours', { 'class-hours': { tenths: 0 } }, '60/0 900/1200 0/1 92/92 1/1'],
  ['hours of any time', { 'class-hours.window': 'any' }, '80/80 900/1200 0/1 92/92 1/1'],
  ['hours taken anyhow', { 'class-hours.mode': 'any' }, '80/80 900/1200 0/1 92/92 1/1'],
  [
    'of any time and anyhow',
    { 'class-hours.window': 'any', 'class-hours.mode': 'any' },
    '100/80 900/1200 0/1 92/92 1/1',
  ],
  [
    'fewer volunteer hours, which last year had',
    { 'volunteer-hours': { minutes: 1080, gate: 'hard' } },
    '60/80 1080/1080 0/1 92/92 1/1',
  ],
  [
    'volunteer hours only wished for',
    { 'volunteer-hours': { minutes: 1200, gate: 'soft' } },
    '60/80 (900/1200) 0/1 92/92 1/1',
  ],
  [
    'fewer of the running year alone',
    { 'volunteer-hours': { minutes: 1080, gate: 'hard' }, 'volunteer.year': 'calendar' },
    '60/80 900/1080 0/1 92/92 1/1',
  ],
  ['no civics course', { civics: { ...civics, requiredOf: [] } }, '60/80 900/1200 – 92/92 1/1'],
  ['civics of students only', { civics: { ...civics, requiredOf: ['student'] } }, '60/80 900/1200 – 92/92 1/1'],
  ['a milder idea of good', { civics: { ...civics, good: ['优', '良', '中'] } }, '60/80 900/1200 1/1 92/92 1/1'],
  ['six months', { 'training.months': 6 }, '60/80 900/1200 0/1 92/184 1/1'],
  ['one month', { 'training.months': 1 }, '60/80 900/1200 0/1 31/31 1/1'],
  ['no months', { 'training.months': 0 }, '60/80 900/1200 0/1 – 1/1'],
])('%s', (_, values, expected) => {
  expect(said(values)).toBe(expected)
})

test.each<[string, Values, { readonly on: string; readonly by: readonly RuleId[] }]>([
  ['as it is, with a good grade', {}, { on: '2026-06-01', by: ['class-hours', 'volunteer-hours'] }],
  [
    'a pack that asks less',
    { 'class-hours': { tenths: 60 }, 'volunteer-hours': { minutes: 900, gate: 'hard' } },
    { on: '2026-06-01', by: [] },
  ],
  ['more hours than a day holds', { 'class-hours': { tenths: 150 } }, { on: '2026-06-02', by: ['class-hours'] }],
  ['a day that holds less', { 'class-hours.entry-max': 5 }, { on: '2026-06-04', by: ['class-hours'] }],
  ['service at two hours a day', { 'volunteer-hours.entry-max': 120 }, { on: '2026-06-03', by: ['volunteer-hours'] }],
  ['six months', { 'training.months': 6 }, { on: '2026-09-01', by: ['training.months'] }],
  [
    'no months, volunteering only wished for',
    { 'training.months': 0, 'volunteer-hours': { minutes: 1200, gate: 'soft' } },
    { on: '2026-06-01', by: ['class-hours'] },
  ],
])('the earliest day: %s', (_, values, earliest) => {
  expect(report(values, { grades: [grade('g', '良')] }).earliest).toEqual(earliest)
})

test('where nobody is asked for civics, a poor grade holds nobody up', () => {
  expect(report({}).earliest).toEqual({ on: null, by: ['civics'] })
  expect(report({ civics: { ...civics, requiredOf: [] } }).earliest).toEqual({
    on: '2026-06-01',
    by: ['class-hours', 'volunteer-hours'],
  })
  const nobody = withValues(saihan, { civics: { ...civics, requiredOf: [] } })
  const guards = { affiliation: 'confirmed', occupation: 'pupil' } as const
  expect(decideGrade({ grade: '良', on: today }, guards, nobody, today)).toMatchObject({
    refusal: { code: 'civics-not-applicable' },
  })
})

describe('where the birthday does not count', () => {
  const later = withValues(saihan, { 'age.birthday-counts': false })
  const code = (born: string, policy: typeof saihan) => {
    const guards = { affiliation: 'confirmed', birthDate: localDate(born), acts: [] } as const
    const decision = decideAct({ act: 'submitted', on: today }, guards, policy, today)
    return decision.ok ? 'granted' : decision.refusal.code
  }

  test.each([
    ['2012-06-01', 'granted', 'too-young'],
    ['2012-05-31', 'granted', 'granted'],
    ['1997-06-01', 'over-age', 'granted'],
    ['1997-05-31', 'over-age', 'over-age'],
  ])('born %s: %s, there %s', (born, here, there) => {
    expect([code(born, saihan), code(born, later)]).toEqual([here, there])
  })

  test('the path names the day after, and the class hours still begin with the month', () => {
    const facts = { ...PERSON, acts: [], birthDate: localDate('2012-06-15') }
    expect(pathReport(facts, saihan, today).earliest.on).toBeNull() // a poor grade
    const good = { ...facts, grades: [grade('g', '良')] }
    expect(pathReport(good, saihan, today).earliest.on).toBe('2026-09-15')
    expect(pathReport(good, later, today).earliest.on).toBe('2026-09-16')
    const anyTime = withValues(later, { 'class-hours.window': 'any' })
    const course = { ...good, entries: [entry('a', { on: localDate('2026-06-01') })] }
    expect(pathReport(course, anyTime, today).requirements[0]).toMatchObject({ have: 20 })
  })
})

test('ways that the district doesn’t offer are refused, in the app as on paper', () => {
  const reviewOnly = withValues(saihan, { 'admission.ways': ['review'] })
  for (const way of ['nomination', 'points', 'review'] as const) {
    const nomination = decideAct(
      { act: 'nominated', on: today, way, members: 12 },
      { affiliation: 'confirmed', birthDate: TRAINED.birthDate, acts: actsUpTo('talked') },
      reviewOnly,
      today,
    )
    const paper = decideActivist(
      { on: today, way, paperSeen: true },
      { affiliation: 'confirmed', activistOn: null, birthDate: TRAINED.birthDate, acts: [] },
      reviewOnly,
      today,
    )
    expect([nomination.ok, paper.ok]).toEqual([way === 'review', way === 'review'])
  }
})

test('other clocks, ages, branches and mentors', () => {
  const other = withValues(saihan, {
    'application.age-min': 16,
    'talk.within': { months: 2 },
    'branch.min-members': 5,
    'mentors.count': { minimum: 2, maximum: 2 },
  })
  const code = (claim: Parameters<typeof decideAct>[0], acts: PathFacts['acts'], birthDate = TRAINED.birthDate) => {
    const decision = decideAct(claim, { affiliation: 'confirmed', birthDate, acts }, other, today)
    return decision.ok ? 'granted' : decision.refusal.code
  }
  expect(code({ act: 'submitted', on: today }, [], localDate('2010-06-02'))).toBe('too-young')
  expect(code({ act: 'submitted', on: today }, [], localDate('2010-06-01'))).toBe('granted')
  expect(code({ act: 'nominated', on: today, way: 'points', members: 4 }, actsUpTo('talked'))).toBe('branch-too-small')
  expect(code({ act: 'mentored', on: today, mentors: ['甲'] }, actsUpTo('activist'))).toBe('mentors-out-of-range')
  expect(pathReport({ ...PERSON, acts: actsUpTo('applied') }, other, today).turn.due).toBe('2026-04-03')
})

test('every pack of these is one that the server would take', () => {
  const packs: readonly Values[] = [
    { 'class-hours': { tenths: 0 } },
    { 'volunteer-hours': { minutes: 0, gate: 'soft' } },
    { 'training.months': 0 },
    { civics: { ...civics, requiredOf: [] } },
    { 'admission.ways': ['review'] },
    { 'age.birthday-counts': false, 'volunteer.year': 'calendar' },
    { 'class-hours.window': 'any', 'class-hours.mode': 'any' },
    { 'application.age-min': 28 },
  ]
  for (const values of packs) {
    const { version: _, ...pack } = withValues(saihan, values)
    expect(checkPack(JSON.parse(JSON.stringify(pack)))).toEqual([])
    expect(versionOf(pack, sha256Hex)).not.toBe(saihan.version)
  }
})

/** Another county, whole: one folder. What it answers differs; nothing here or in the code knows of it. */
test('the other county’s pack changes the answers', () => {
  const moxian = policyOf('moxian')
  const answers = (policy: typeof saihan) =>
    pathReport({ ...PERSON, grades: [grade('g', '良')] }, policy, today).requirements.map(
      ({ rule, state, need, gate, source }) => [rule, state, need, gate, source?.short ?? '本区规定'],
    )
  expect(answers(saihan)).toEqual([
    ['class-hours', 'not-yet', 80, 'hard', '细则'],
    ['volunteer-hours', 'not-yet', 1200, 'hard', '本区规定'],
    ['civics', 'met', 1, 'hard', '本区规定'],
    ['training.months', 'met', 92, 'hard', '细则'],
    ['admission.ways', 'met', 1, 'hard', '本区规定'],
  ])
  expect(answers(moxian)).toEqual([
    ['class-hours', 'met', 100, 'hard', '本区规定'],
    ['volunteer-hours', 'met', 600, 'soft', '本区规定'],
    ['civics', 'met', 1, 'hard', '本区规定'],
    ['training.months', 'met', 92, 'hard', '细则'],
    ['admission.ways', 'met', 1, 'hard', '本区规定'],
  ])
})

test('a pack edited as text answers anew, in the self-check too', () => {
  const pack = rawPack('saihan') as PolicyPack
  const text = JSON.stringify(pack).replace('"tenths":80', '"tenths":120').replace('"minutes":1200', '"minutes":300')
  const edited = JSON.parse(text) as PolicyPack
  const policy = { ...edited, version: versionOf(edited, sha256Hex) }
  const answers = {
    age: 'within',
    birthDate: null,
    occupation: 'student',
    civics: 'good',
    stage: 'activist',
    activistMonths: 3,
    classTenths: 80,
    minutes: 300,
  } as const
  expect(selfCheck(answers, saihan, today).earliest).toEqual({ on: '2026-06-02', by: ['volunteer-hours'] })
  expect(selfCheck(answers, policy, today).earliest).toEqual({ on: '2026-06-01', by: ['class-hours'] })
  expect(selfCheck(answers, policy, today).policy.version).toBe(policy.version)
})
