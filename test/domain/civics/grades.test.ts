import fc from 'fast-check'
import { addDays, localDate } from '#domain/time'
import {
  decideGrade,
  decideGradeCorrection,
  needsCivics,
  settleGrades,
  type GradeClaim,
  type GradeEntry,
  type GradeGuards,
} from '#domain/civics/grades'
import { OCCUPATIONS, type Occupation } from '#domain/profile/occupation'
import { anyGrades, grade } from '../grades'
import { policyOf, withValues } from '../packs'

const saihan = policyOf('saihan')
const civics = saihan.rules.civics.value
const today = localDate('2026-06-01')
const fates = (...grades: readonly GradeEntry[]) =>
  Object.fromEntries(settleGrades(grades, saihan).map((row) => [row.entry.id, row.reason ?? row.fate]))

describe('who is asked for a grade', () => {
  test.each<[Occupation | null, boolean | null]>([
    ['pupil', true],
    ['student', true],
    ['employed', false],
    ['other', false],
    [null, null],
  ])('%s: %s', (occupation, needed) => {
    expect(needsCivics(occupation, saihan)).toBe(needed)
  })

  test('where the pack asks nobody, not even who hasn’t said what they do', () => {
    const nobody = withValues(saihan, { civics: { ...civics, requiredOf: [] } })
    for (const occupation of [null, ...OCCUPATIONS]) expect(needsCivics(occupation, nobody)).toBe(false)
  })

  test('where it asks pupils only, students are not asked', () => {
    const pupils = withValues(saihan, { civics: { ...civics, requiredOf: ['pupil'] } })
    expect(OCCUPATIONS.filter((one) => needsCivics(one, pupils) === true)).toEqual(['pupil'])
    expect(needsCivics(null, pupils)).toBeNull()
  })
})

describe('which grade decides', () => {
  test.each([
    ['优', 'counted'],
    ['良', 'counted'],
    ['中', 'not-good'],
    ['及格', 'not-good'],
    ['不及格', 'not-good'],
    // a word of an older scale
    ['A', 'not-good'],
  ])('%s: %s', (word, fate) => {
    expect(fates(grade('a', word))).toEqual({ a: fate })
  })

  test('what is good is the pack’s', () => {
    const best = withValues(saihan, { civics: { ...civics, good: ['优'] } })
    expect(settleGrades([grade('a', '良')], best)).toMatchObject([{ fate: 'not-counted', reason: 'not-good' }])
  })

  test('the newest day, whatever was recorded first; for the worse too', () => {
    const old = grade('old', '优', { on: localDate('2025-07-01') })
    const late = grade('late', '中', { on: localDate('2026-01-20') })
    expect(fates(old, late)).toEqual({ old: 'newer-grade', late: 'not-good' })
    expect(fates(late, old)).toEqual({ old: 'newer-grade', late: 'not-good' })
  })

  test('on one day the one that was recorded last', () => {
    expect(fates(grade('a', '优'), grade('b', '中'))).toEqual({ a: 'newer-grade', b: 'not-good' })
    expect(settleGrades([grade('a', '优'), grade('b', '中')], saihan).map((row) => row.entry.id)).toEqual(['b', 'a'])
  })

  test('a correction stands in the place of what it names, in a chain the last one', () => {
    const wrong = grade('wrong', '中')
    const better = grade('better', '良', { corrects: 'wrong' })
    expect(fates(wrong, better)).toEqual({ wrong: 'corrected', better: 'counted' })
    const best = grade('best', '及格', { corrects: 'better' })
    expect(fates(wrong, better, best)).toEqual({ wrong: 'corrected', better: 'corrected', best: 'not-good' })
  })

  test('struck, the one before it decides again', () => {
    const old = grade('old', '优', { on: localDate('2025-07-01') })
    const wrong = grade('wrong', '中', { on: localDate('2026-01-20') })
    const strike = grade('strike', null, { on: wrong.on, corrects: 'wrong' })
    expect(fates(old, wrong, strike)).toEqual({ old: 'counted', wrong: 'corrected', strike: 'struck' })
  })

  test('none gives none', () => {
    expect(settleGrades([], saihan)).toEqual([])
  })

  test('each has one fate, a reason exactly if it does not count, at most one counts, and days run backwards', () => {
    fc.assert(
      fc.property(anyGrades(), (grades) => {
        const rows = settleGrades(grades, saihan)
        expect(rows.map((row) => row.entry.id).sort()).toEqual(grades.map((one) => one.id).sort())
        for (const row of rows) expect(row.reason !== null).toBe(row.fate === 'not-counted')
        expect(rows.filter((row) => row.fate === 'counted' || row.reason === 'not-good').length).toBeLessThanOrEqual(1)
        const days = rows.map((row) => row.entry.on)
        expect(days).toEqual([...days].sort().reverse())
      }),
    )
  })
})

describe('whether a grade may be recorded', () => {
  const guards: GradeGuards = { affiliation: 'confirmed', occupation: 'pupil' }
  const code = (claim: Partial<GradeClaim>, more: Partial<GradeGuards> = {}, policy = saihan) => {
    const decision = decideGrade({ grade: '良', on: today, ...claim }, { ...guards, ...more }, policy, today)
    return decision.ok ? 'granted' : decision.refusal.code
  }

  test('one of the scale, each of it', () => {
    for (const word of civics.scale) expect(code({ grade: word })).toBe('granted')
    for (const word of ['A', '', '优 ', '優', null]) expect(code({ grade: word })).toBe('grade-not-offered')
  })

  test('today is the last day, tomorrow is none', () => {
    expect(code({ on: today })).toBe('granted')
    expect(decideGrade({ grade: '良', on: addDays(today, 1) }, guards, saihan, today)).toEqual({
      ok: false,
      refusal: { code: 'day-in-future', facts: { today } },
    })
  })

  test.each<[Occupation | null, string]>([
    ['pupil', 'granted'],
    ['student', 'granted'],
    ['employed', 'civics-not-applicable'],
    ['other', 'civics-not-applicable'],
    [null, 'granted'],
  ])('about who is %s: %s', (occupation, answer) => {
    expect(code({}, { occupation })).toBe(answer)
  })

  test('about nobody where the pack asks nobody', () => {
    const nobody = withValues(saihan, { civics: { ...civics, requiredOf: [] } })
    expect(code({}, { occupation: 'pupil' }, nobody)).toBe('civics-not-applicable')
  })

  test.each(['none', 'claimed'] as const)('not about someone whose affiliation is %s, whatever else', (affiliation) => {
    expect(code({}, { affiliation })).toBe('affiliation-not-confirmed')
    expect(code({ grade: 'A', on: addDays(today, 1) }, { affiliation, occupation: 'employed' })).toBe(
      'affiliation-not-confirmed',
    )
  })
})

describe('whether a grade may be corrected', () => {
  const wrong = grade('wrong', '中', { on: localDate('2026-01-20') })
  const guards: GradeGuards = { affiliation: 'confirmed', occupation: 'pupil' }
  const same = { grade: wrong.grade, on: wrong.on, sameWords: true }
  const code = (
    claim: Partial<typeof same>,
    grades: readonly GradeEntry[] = [wrong],
    target = wrong,
    more: Partial<GradeGuards> = {},
  ) => {
    const decision = decideGradeCorrection(target, grades, { ...same, ...claim }, { ...guards, ...more }, saihan, today)
    return decision.ok ? 'granted' : decision.refusal.code
  }

  test('one that changes something', () => {
    expect(code({ grade: '良' })).toBe('granted')
    expect(code({ on: localDate('2026-01-19') })).toBe('granted')
    expect(code({ sameWords: false })).toBe('granted')
    expect(code({})).toBe('correction-changes-nothing')
  })

  test('as a new one: of the scale, not of tomorrow, of who is asked for one', () => {
    expect(code({ grade: 'A' })).toBe('grade-not-offered')
    expect(code({ grade: '良', on: addDays(today, 1) })).toBe('day-in-future')
    expect(code({ grade: '良' }, [wrong], wrong, { occupation: 'employed' })).toBe('civics-not-applicable')
  })

  test('what never should have been there can be struck, also of who is asked for none any more', () => {
    expect(code({ grade: null })).toBe('granted')
    expect(code({ grade: null }, [wrong], wrong, { occupation: 'employed' })).toBe('granted')
  })

  test('a strike of tomorrow would be there only tomorrow', () => {
    expect(code({ grade: null, on: today })).toBe('granted')
    expect(code({ grade: null, on: addDays(today, 1) })).toBe('day-in-future')
  })

  test('once: the next one corrects the correction, and a strike is the end', () => {
    const better = grade('better', '良', { corrects: 'wrong' })
    expect(code({ grade: '优' }, [wrong, better])).toBe('entry-already-corrected')
    expect(code({ grade: '优' }, [wrong, better], better)).toBe('granted')
    const strike = grade('strike', null, { corrects: 'wrong' })
    expect(code({ grade: null }, [wrong, strike])).toBe('entry-already-corrected')
    expect(code({ grade: '优' }, [wrong, strike], strike)).toBe('entry-not-correctable')
    expect(code({ grade: null }, [wrong, strike], strike)).toBe('entry-not-correctable')
  })

  test.each(['none', 'claimed'] as const)('not about someone whose affiliation is %s', (affiliation) => {
    expect(code({ grade: '良' }, [wrong], wrong, { affiliation })).toBe('affiliation-not-confirmed')
    expect(code({ grade: null }, [wrong], wrong, { affiliation })).toBe('affiliation-not-confirmed')
  })
})
