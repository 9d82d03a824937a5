import { addDays, localDate, type LocalDate } from '#domain/time'
import type { Act, ApplicationAct, ApplicationState } from '#domain/application/acts'
import { ACTS } from '#domain/application/acts'
import {
  ageWindow,
  decideAct,
  nominatingBody,
  TAKEN_FROM,
  type ActClaim,
  type ApplicationGuards,
} from '#domain/application/decide'
import { act, actsUpTo, onPaper } from '../acts'
import { policyOf, withValues } from '../packs'

const saihan = policyOf('saihan')
const moxian = policyOf('moxian')
const today = localDate('2026-06-01')
const birthDate = localDate('2009-05-20')

/** A claim of each kind with nothing wrong about it, on a day. */
const CLAIMS: { readonly [A in Act]: (on: LocalDate) => ActClaim } = {
  submitted: (on) => ({ act: 'submitted', on }),
  applied: (on) => ({ act: 'applied', on, birthDate }),
  talked: (on) => ({ act: 'talked', on }),
  nominated: (on) => ({ act: 'nominated', on, way: 'nomination', members: 12 }),
  returned: (on) => ({ act: 'returned', on }),
  activist: (on) => ({ act: 'activist', on }),
  mentored: (on) => ({ act: 'mentored', on, mentors: ['李老师'] }),
  withdrawn: (on) => ({ act: 'withdrawn', on }),
}

/** The acts that lead to each state. */
const STREAMS: readonly (readonly [ApplicationState, readonly ApplicationAct[]])[] = [
  ['none', []],
  ['submitted', actsUpTo('submitted')],
  ['applied', actsUpTo('applied')],
  ['talked', actsUpTo('talked')],
  ['nominated', actsUpTo('nominated')],
  ['activist', actsUpTo('activist')],
  ['training', actsUpTo('training')],
  // the same states by other ways
  ['none', [...actsUpTo('talked'), act('withdrawn', '2026-02-12')]],
  ['talked', [...actsUpTo('nominated'), act('returned', '2026-02-25')]],
  ['activist', [onPaper('2026-03-01')]],
  ['training', [onPaper('2026-03-01'), act('mentored', '2026-03-05')]],
]

const decide = (
  claim: ActClaim,
  acts: readonly ApplicationAct[],
  more: Partial<ApplicationGuards> = {},
  policy = saihan,
) => decideAct(claim, { affiliation: 'confirmed', birthDate, acts, ...more }, policy, today)
const code = (...args: Parameters<typeof decide>) => {
  const decision = decide(...args)
  return decision.ok ? 'granted' : decision.refusal.code
}

describe('in order, and once', () => {
  /** Written out: what can be done in each state. */
  const POSSIBLE: Readonly<Record<ApplicationState, readonly Act[]>> = {
    none: ['submitted'],
    submitted: ['applied', 'withdrawn'],
    applied: ['talked', 'withdrawn'],
    talked: ['nominated', 'withdrawn'],
    nominated: ['returned', 'activist', 'withdrawn'],
    activist: ['mentored', 'withdrawn'],
    training: ['withdrawn'],
  }

  test.each(STREAMS.map(([state, acts]) => [state, acts.map(({ act: kind }) => kind).join(' '), acts] as const))(
    '%s (%s)',
    (state, _, acts) => {
      for (const kind of ACTS) {
        const decision = decide(CLAIMS[kind](today), acts)
        if (POSSIBLE[state].includes(kind)) expect(decision).toEqual({ ok: true, value: CLAIMS[kind](today) })
        else expect(decision).toEqual({ ok: false, refusal: { code: 'out-of-order', facts: { act: kind, state } } })
      }
    },
  )

  test('the table of the code says the same', () => {
    for (const [state] of STREAMS) {
      expect(ACTS.filter((kind) => TAKEN_FROM[kind].includes(state)).sort()).toEqual([...POSSIBLE[state]].sort())
    }
  })

  test('an act that was taken is refused when it comes again', () => {
    const taken: readonly (readonly [Act, Exclude<ApplicationState, 'none'>])[] = [
      ['submitted', 'submitted'],
      ['applied', 'applied'],
      ['talked', 'talked'],
      ['nominated', 'nominated'],
      ['activist', 'activist'],
      ['mentored', 'training'],
    ]
    for (const [kind, state] of taken) expect(code(CLAIMS[kind](today), actsUpTo(state))).toBe('out-of-order')
  })
})

describe('days', () => {
  const inOrder = STREAMS.flatMap(([state, acts]) =>
    ACTS.filter((kind) => TAKEN_FROM[kind].includes(state)).map((kind) => [kind, state, acts] as const),
  )

  test.each(inOrder)('%s from %s: today is the last day, tomorrow is none', (kind, _, acts) => {
    expect(code(CLAIMS[kind](today), acts)).toBe('granted')
    expect(decide(CLAIMS[kind](addDays(today, 1)), acts)).toEqual({
      ok: false,
      refusal: { code: 'day-in-future', facts: { today } },
    })
  })

  test.each<[Act, string, readonly ApplicationAct[], string]>([
    ['talked', 'the paper', actsUpTo('applied'), '2026-02-03'],
    ['nominated', 'the talk', actsUpTo('talked'), '2026-02-10'],
    ['nominated', 'the return', [...actsUpTo('nominated'), act('returned', '2026-02-25')], '2026-02-25'],
    ['returned', 'the nomination', actsUpTo('nominated'), '2026-02-20'],
    ['activist', 'the nomination', actsUpTo('nominated'), '2026-02-20'],
    ['mentored', 'the approval', actsUpTo('activist'), '2026-03-01'],
    ['mentored', 'the approval on paper', [onPaper('2026-03-01')], '2026-03-01'],
  ])('%s not before %s; on the same day it can be', (kind, _, acts, earliest) => {
    const step = acts[acts.length - 1]?.act
    expect(code(CLAIMS[kind](localDate(earliest)), acts)).toBe('granted')
    expect(decide(CLAIMS[kind](addDays(localDate(earliest), -1)), acts)).toEqual({
      ok: false,
      refusal: { code: 'day-before-step', facts: { earliest, step } },
    })
  })

  test('the paper may have been there before the tap, but is not that of an application that was withdrawn', () => {
    expect(code(CLAIMS.applied(localDate('2026-01-10')), actsUpTo('submitted'))).toBe('granted')
    const again = [
      ...actsUpTo('applied'),
      act('withdrawn', '2026-02-12'),
      act('submitted', '2026-02-20', { id: 'submitted2' }),
    ]
    expect(code(CLAIMS.applied(localDate('2026-02-12')), again)).toBe('granted')
    expect(decide(CLAIMS.applied(localDate('2026-02-11')), again)).toEqual({
      ok: false,
      refusal: { code: 'day-before-step', facts: { earliest: '2026-02-12', step: 'withdrawn' } },
    })
  })

  test('where a step was replaced, its new day holds', () => {
    const moved = act('applied', '2026-02-05', { id: 'better', corrects: 'applied' })
    const acts = [...actsUpTo('applied'), moved]
    expect(code(CLAIMS.talked(localDate('2026-02-04')), acts)).toBe('day-before-step')
    expect(code(CLAIMS.talked(localDate('2026-02-05')), acts)).toBe('granted')
  })
})

describe('where', () => {
  test('one applies at a branch, also before it has answered', () => {
    expect(code(CLAIMS.submitted(today), [], { affiliation: 'none' })).toBe('organisation-missing')
    expect(code(CLAIMS.submitted(today), [], { affiliation: 'claimed' })).toBe('granted')
  })

  test('everything that an office does needs the branch’s answer', () => {
    for (const [state, acts] of STREAMS) {
      for (const kind of ['applied', 'talked', 'nominated', 'returned', 'activist', 'mentored'] as const) {
        for (const affiliation of ['none', 'claimed'] as const) {
          expect([state, kind, code(CLAIMS[kind](today), acts, { affiliation })]).toEqual([
            state,
            kind,
            'affiliation-not-confirmed',
          ])
        }
      }
    }
  })

  test('one’s own application can always be withdrawn', () => {
    for (const affiliation of ['none', 'claimed', 'confirmed'] as const) {
      expect(code(CLAIMS.withdrawn(today), actsUpTo('applied'), { affiliation })).toBe('granted')
    }
  })
})

describe('from 14 to 28', () => {
  const submit = (born: string | null, policy = saihan) =>
    decide(CLAIMS.submitted(today), [], { birthDate: born === null ? null : localDate(born) }, policy)
  const paper = (born: string, on: LocalDate = today, policy = saihan) =>
    decide({ act: 'applied', on, birthDate: localDate(born) }, actsUpTo('submitted'), {}, policy)

  test.each([
    ['2012-06-02', 'too-young'], // 13 years and 364 days
    ['2012-06-01', 'granted'], // 14 today
    ['2012-05-31', 'granted'],
    ['1997-06-02', 'granted'], // 28 years and 364 days
    ['1997-06-01', 'over-age'], // 29 today
    ['1950-01-01', 'over-age'],
  ])('born %s: %s, in the app as on paper', (born, answer) => {
    for (const decision of [submit(born), paper(born)]) {
      expect(decision.ok ? 'granted' : decision.refusal.code).toBe(answer)
    }
  })

  test('the refusal says from which day, or until which age, and by which rule', () => {
    expect(submit('2012-06-02')).toEqual({
      ok: false,
      refusal: { code: 'too-young', facts: { minimum: 14, from: '2026-06-02', rule: 'application.age-min' } },
    })
    expect(paper('1997-06-01')).toEqual({
      ok: false,
      refusal: { code: 'over-age', facts: { maximum: 28, rule: 'application.age-max' } },
    })
  })

  test('the paper’s birth date decides, not what was said before', () => {
    const said = { birthDate: localDate('2013-01-01') }
    expect(decide(CLAIMS.applied(today), actsUpTo('submitted'), said).ok).toBe(true)
    const young: ActClaim = { act: 'applied', on: today, birthDate: localDate('2012-06-02') }
    expect(code(young, actsUpTo('submitted'))).toBe('too-young')
  })

  test('the age is that of the day of the paper, not of the day of recording', () => {
    // 29 today, 28 on the day on which the paper was handed in
    expect(paper('1997-06-01', addDays(today, -1)).ok).toBe(true)
    // 14 today, 13 on that day
    expect(paper('2012-06-01', addDays(today, -1))).toMatchObject({ refusal: { code: 'too-young' } })
  })

  test('who has applied in time may grow older', () => {
    const old = { birthDate: localDate('1997-03-01') }
    expect(code(CLAIMS.talked(today), actsUpTo('applied'), old)).toBe('granted')
    expect(code(CLAIMS.nominated(today), actsUpTo('talked'), old)).toBe('granted')
    expect(code(CLAIMS.activist(today), actsUpTo('nominated'), old)).toBe('granted')
  })

  test('no birth date, or one to come, is none', () => {
    expect(submit(null)).toMatchObject({ refusal: { code: 'birth-date-invalid' } })
    expect(submit('2026-06-02')).toMatchObject({ refusal: { code: 'birth-date-invalid' } })
    expect(paper('2026-06-02')).toMatchObject({ refusal: { code: 'birth-date-invalid' } })
    // born after the day of the paper
    expect(paper('2026-05-31', localDate('2026-05-30'))).toMatchObject({ refusal: { code: 'birth-date-invalid' } })
  })

  test.each([
    ['2012-02-29', true, '2026-03-01', '2041-03-01'],
    ['2012-02-29', false, '2026-03-02', '2041-03-02'],
    ['2012-06-01', true, '2026-06-01', '2041-06-01'],
    ['2012-06-01', false, '2026-06-02', '2041-06-02'],
    // 29 on a day that the year doesn't have: born 29 February 2000, in 2029
    ['2000-02-29', true, '2014-03-01', '2029-03-01'],
  ])('born %s, birthday counting %s: from %s, and before %s', (born, counts, from, until) => {
    const policy = withValues(saihan, { 'age.birthday-counts': counts })
    expect(ageWindow(localDate(born), policy)).toEqual({ from, until })
  })

  test('other ages, where the pack says so', () => {
    const narrow = withValues(saihan, { 'application.age-min': 16, 'application.age-max': 16 })
    expect(ageWindow(birthDate, narrow)).toEqual({ from: '2025-05-20', until: '2026-05-20' })
    expect(submit('2010-06-01', narrow).ok).toBe(true)
    expect(submit('2010-06-02', narrow)).toMatchObject({ refusal: { facts: { minimum: 16, from: '2026-06-02' } } })
    expect(submit('2009-06-01', narrow)).toMatchObject({ refusal: { facts: { maximum: 16 } } })
  })

  test('where the birthday does not count, it is a day later at both ends', () => {
    expect(submit('2012-06-01', moxian)).toMatchObject({ refusal: { code: 'too-young' } })
    expect(submit('2012-05-31', moxian).ok).toBe(true)
    expect(submit('1997-06-01', moxian).ok).toBe(true)
    expect(submit('1997-05-31', moxian)).toMatchObject({ refusal: { code: 'over-age' } })
  })
})

describe('a nomination', () => {
  const nominate = (parts: Partial<Extract<ActClaim, { act: 'nominated' }>>, policy = saihan) =>
    decide({ act: 'nominated', on: today, way: 'nomination', members: 12, ...parts }, actsUpTo('talked'), {}, policy)

  test.each([
    [0, false],
    [2, false],
    [3, true],
    [6, true],
    [7, true],
    [50, true],
  ])('a branch of %i: %s', (members, ok) => {
    const decision = nominate({ members })
    if (ok) expect(decision.ok).toBe(true)
    else {
      expect(decision).toEqual({
        ok: false,
        refusal: { code: 'branch-too-small', facts: { minimum: 3, rule: 'branch.min-members' } },
      })
    }
  })

  test.each([
    [3, 'branch-meeting'],
    [6, 'branch-meeting'],
    [7, 'branch-committee'],
    [50, 'branch-committee'],
  ] as const)('in a branch of %i the %s decides', (members, body) => {
    expect(nominatingBody(members, saihan)).toBe(body)
  })

  test('how many a branch needs, and from when on it has a committee, is the pack’s', () => {
    const other = withValues(saihan, { 'branch.min-members': 5, 'branch.committee-from': 10 })
    expect(nominate({ members: 4 }, other)).toMatchObject({ refusal: { facts: { minimum: 5 } } })
    expect(nominate({ members: 5 }, other).ok).toBe(true)
    expect(nominatingBody(9, other)).toBe('branch-meeting')
    expect(nominatingBody(10, other)).toBe('branch-committee')
  })

  test('by a way that the district offers', () => {
    for (const way of ['nomination', 'points', 'review'] as const) {
      expect(nominate({ way }).ok).toBe(true)
      const there = nominate({ way }, moxian)
      expect(there.ok ? 'granted' : there.refusal.code).toBe(way === 'nomination' ? 'granted' : 'way-not-offered')
    }
  })
})

describe('mentors', () => {
  const name = (...mentors: readonly string[]) => decide({ act: 'mentored', on: today, mentors }, actsUpTo('activist'))

  test.each([
    [[], 'mentors-out-of-range'],
    [['甲'], 'granted'],
    [['甲', '乙'], 'granted'],
    [['甲', '乙', '丙'], 'mentors-out-of-range'],
    [['甲', '甲'], 'mentors-repeated'],
    // how many is asked first
    [['甲', '甲', '甲'], 'mentors-out-of-range'],
  ])('%j: %s', (mentors, answer) => {
    const decision = name(...mentors)
    expect(decision.ok ? 'granted' : decision.refusal.code).toBe(answer)
  })

  test('the refusal says how many, and by which rule', () => {
    expect(name()).toEqual({
      ok: false,
      refusal: { code: 'mentors-out-of-range', facts: { minimum: 1, maximum: 2, rule: 'mentors.count' } },
    })
  })

  test('how many is the pack’s', () => {
    const exactly = withValues(saihan, { 'mentors.count': { minimum: 2, maximum: 3 } })
    const ok = (mentors: readonly string[]) =>
      decide({ act: 'mentored', on: today, mentors }, actsUpTo('activist'), {}, exactly).ok
    expect([['甲'], ['甲', '乙'], ['甲', '乙', '丙'], ['甲', '乙', '丙', '丁']].map(ok)).toEqual([
      false,
      true,
      true,
      false,
    ])
  })
})

test('what is asked first says nothing of what comes later', () => {
  const all: ActClaim = { act: 'nominated', on: addDays(today, 1), way: 'points', members: 0 }
  expect(code(all, [], { affiliation: 'claimed' }, moxian)).toBe('affiliation-not-confirmed')
  expect(code(all, [], {}, moxian)).toBe('out-of-order')
  expect(code(all, actsUpTo('talked'), {}, moxian)).toBe('day-in-future')
  expect(code({ ...all, on: localDate('2026-01-01') }, actsUpTo('talked'), {}, moxian)).toBe('day-before-step')
  expect(code({ ...all, on: today }, actsUpTo('talked'), {}, moxian)).toBe('way-not-offered')
  expect(code({ ...all, on: today, way: 'nomination' }, actsUpTo('talked'), {}, moxian)).toBe('branch-too-small')
})
