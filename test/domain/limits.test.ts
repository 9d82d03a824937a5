import { addDays, localDate } from '#domain/time'
import { decideActivist } from '#domain/application/activist'
import { decideAct, nominatingBody } from '#domain/application/decide'
import { decideClassHours } from '#domain/hours/class-hours'
import type { PathFacts } from '#domain/path/facts'
import { pathReport } from '#domain/path/report'
import type { RequirementId } from '#domain/path/requirement'
import { decideProfile } from '#domain/profile/profile'
import { actsUpTo, onPaper } from './acts'
import { entry, service } from './entries'
import { requirementOf, TRAINED } from './facts'
import { grade } from './grades'
import { organisationsOf, policyOf, withValues } from './packs'

/** The limits of the first district's rules, each from both sides, through everything that knows of them. */

const saihan = policyOf('saihan')
const calendar = withValues(saihan, { 'volunteer.year': 'calendar' })

describe('14 to 28', () => {
  const said = (born: string, on: string) => {
    const [birthDate, today] = [localDate(born), localDate(on)]
    const guards = { affiliation: 'confirmed', birthDate, acts: [] } as const
    const submit = decideAct({ act: 'submitted', on: today }, guards, saihan, today)
    const after = { ...guards, acts: actsUpTo('submitted', { submitted: on }) }
    const paper = decideAct({ act: 'applied', on: today, birthDate }, after, saihan, today)
    const affiliation = { state: 'confirmed', since: localDate('2020-01-01') } as const
    const { turn, requirements } = pathReport({ ...TRAINED, affiliation, acts: [], birthDate }, saihan, today)
    return {
      submit: submit.ok ? 'granted' : submit.refusal.code,
      paper: paper.ok ? 'granted' : paper.refusal.code,
      turn: turn.act,
      from: requirements.find(({ rule }) => rule === 'admission.ways')?.earliest,
    }
  }

  test.each([
    ['2012-06-02', '2026-06-01', 'too-young', 'apply', '2026-06-02'], // 13 years and 364 days
    ['2012-06-01', '2026-06-01', 'granted', 'apply', '2026-06-01'], // 14 today
    ['2012-05-31', '2026-06-01', 'granted', 'apply', '2026-06-01'],
    ['2012-02-29', '2026-02-28', 'too-young', 'apply', '2026-03-01'], // born on 29 February
    ['2012-02-29', '2026-03-01', 'granted', 'apply', '2026-03-01'],
    ['2012-03-01', '2026-02-28', 'too-young', 'apply', '2026-03-01'],
    ['1997-06-02', '2026-06-01', 'granted', 'apply', '2026-06-01'], // 28 years and 364 days
    ['1997-06-01', '2026-06-01', 'over-age', 'over-age', null], // 29 today
    ['1998-06-01', '2026-06-01', 'granted', 'apply', '2026-06-01'], // 28 today
    ['2000-02-29', '2029-02-28', 'granted', 'apply', '2029-02-28'],
    ['2000-02-29', '2029-03-01', 'over-age', 'over-age', null],
    ['1996-02-29', '2024-02-29', 'granted', 'apply', '2024-02-29'], // 28 today
    ['1996-02-29', '2025-02-28', 'granted', 'apply', '2025-02-28'],
    ['1996-02-29', '2025-03-01', 'over-age', 'over-age', null],
  ])('born %s, on %s: %s, next %s, activist from %s', (born, on, answer, turn, from) => {
    expect(said(born, on)).toEqual({ submit: answer, paper: answer, turn, from })
  })

  test.each([
    ['2012-06-02', 'under-age'],
    ['2012-06-01', 'granted'],
  ])('an account of somebody born %s: %s', (birthDate, answer) => {
    const claim = { name: '申请人甲', birthDate, township: null, organisation: 'SH-X01-1' }
    const decision = decideProfile(claim, organisationsOf('saihan'), saihan, localDate('2026-06-01'))
    expect(decision.ok ? 'granted' : decision.refusal.code).toBe(answer)
  })

  test.each([
    ['2026-03-31', true],
    ['2026-03-30', false],
  ])('an activist on paper on %s, 14 on 31 March: %s', (on, ok) => {
    const record = { on: localDate(on), way: 'nomination', paperSeen: true } as const
    const guards = { affiliation: 'confirmed', activistOn: null, birthDate: localDate('2012-03-31'), acts: [] } as const
    expect(decideActivist(record, guards, saihan, localDate('2026-06-01')).ok).toBe(ok)
  })

  test.each([
    ['2026-02-28', false],
    ['2026-03-01', true],
  ])('a class on %s, 14 on 31 March: %s', (on, ok) => {
    const guards = {
      affiliation: 'confirmed',
      activistOn: null,
      birthDate: localDate('2012-03-31'),
      entries: [],
    } as const
    expect(decideClassHours({ tenths: 20, on: localDate(on) }, guards, saihan, localDate('2026-06-01')).ok).toBe(ok)
  })
})

/** The state of a requirement for somebody in training since 1 March 2026, and what counts. */
const state = (id: RequirementId, parts: Partial<PathFacts>, on = '2026-06-01', policy = saihan) => {
  const { state: verdict, have } = requirementOf(id, { ...TRAINED, ...parts }, policy, localDate(on))
  return [verdict, have]
}

describe('hours', () => {
  test.each([
    [79, 'not-yet'],
    [80, 'met'],
    [81, 'met'],
  ])('%i tenths of a 学时: %s', (amount, verdict) => {
    expect(state('class-hours', { entries: [entry('a', { amount })] })).toEqual([verdict, amount])
  })

  test.each([
    [1199, 'not-yet'],
    [1200, 'met'],
  ])('%i minutes of service: %s', (minutes, verdict) => {
    expect(state('volunteer-hours', { entries: [service('a', minutes)] })).toEqual([verdict, minutes])
  })

  test.each([
    ['2026-02-28', 'not-yet', 0],
    ['2026-03-01', 'met', 80],
  ] as const)('a course on %s, activist since 1 March: %s', (on, verdict, have) => {
    const entries = [entry('a', { amount: 80, on: localDate(on) })]
    expect(state('class-hours', { entries })).toEqual([verdict, have])
    expect(state('class-hours', { entries, acts: [onPaper('2026-03-01')] })).toEqual([verdict, have])
  })
})

describe('the volunteer year', () => {
  const entries = [service('a', 1200, { on: localDate('2026-12-31') })]

  test.each([
    ['2026-12-31', 'met', 'met'],
    ['2027-01-01', 'met', 'not-yet'],
    ['2027-12-31', 'met', 'not-yet'],
    ['2028-01-01', 'not-yet', 'not-yet'],
  ])('20 hours of 2026, on %s: %s; by the running year alone: %s', (on, better, running) => {
    expect(state('volunteer-hours', { entries }, on)[0]).toBe(better)
    expect(state('volunteer-hours', { entries }, on, calendar)[0]).toBe(running)
  })

  test('an hour of 1 January is the new year’s, one of 31 December the old one’s', () => {
    const two = [
      service('old', 600, { on: localDate('2025-12-31') }),
      service('new', 600, { on: localDate('2026-01-01') }),
    ]
    expect(state('volunteer-hours', { entries: two })).toEqual(['not-yet', 600])
  })

  test('the others are ready only next year: the old year’s hours still count, or begin anew', () => {
    const parts: Partial<PathFacts> = {
      acts: actsUpTo('training', { activist: '2026-10-01', mentored: '2026-10-01' }),
      entries: [entry('c', { amount: 80, on: localDate('2026-10-10') }), ...entries],
      grades: [grade('g', '优')],
    }
    const earliest = (policy = saihan) => pathReport({ ...TRAINED, ...parts }, policy, localDate('2026-12-31')).earliest
    expect(earliest()).toEqual({ on: '2027-01-01', by: ['training.months'] })
    expect(earliest(calendar)).toEqual({ on: '2027-01-03', by: ['volunteer-hours'] })
  })
})

describe('three months', () => {
  test.each([
    ['2025-11-30', '2026-02-28'],
    ['2027-11-30', '2028-02-29'],
    ['2027-11-29', '2028-02-29'],
    ['2027-11-28', '2028-02-28'],
    ['2026-09-16', '2026-12-16'],
    ['2026-08-31', '2026-11-30'],
    ['2026-12-31', '2027-03-31'],
    ['2024-02-29', '2024-05-29'],
  ])('activist on %s: over on %s, not the day before', (activist, over) => {
    const acts = actsUpTo('training', { activist, mentored: activist })
    expect(state('training.months', { acts }, over)[0]).toBe('met')
    const before = addDays(localDate(over), -1)
    expect(state('training.months', { acts }, before)[0]).toBe('not-yet')
    expect(requirementOf('training.months', { ...TRAINED, acts }, saihan, before).earliest).toBe(over)
  })
})

describe('a branch', () => {
  test.each([
    [2, 'branch-too-small', 'branch-meeting'],
    [3, 'granted', 'branch-meeting'],
    [6, 'granted', 'branch-meeting'],
    [7, 'granted', 'branch-committee'],
  ] as const)('of %i nominates: %s, by its %s', (members, answer, body) => {
    const today = localDate('2026-06-01')
    const decision = decideAct(
      { act: 'nominated', on: today, way: 'nomination', members },
      { affiliation: 'confirmed', birthDate: TRAINED.birthDate, acts: actsUpTo('talked') },
      saihan,
      today,
    )
    expect(decision.ok ? 'granted' : decision.refusal.code).toBe(answer)
    expect(nominatingBody(members, saihan)).toBe(body)
  })
})
