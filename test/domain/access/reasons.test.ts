import { ACCESS_REASONS, needsReason, seesNames } from '#domain/access/reasons'
import { ROLES } from '#domain/access/roles'
import { localDate } from '#domain/time'

const today = localDate('2026-06-01')

describe('who must say why before opening somebody’s row', () => {
  test.each([
    // 17 years and 364 days
    ['2008-06-02', true],
    ['2008-06-01', false],
    // born on 29 February: of age on 1 March
    ['2008-02-29', false],
    ['2012-06-01', true],
    ['1990-01-01', false],
  ])('above the branch, about somebody born %s: %s', (birthDate, needed) => {
    expect(needsReason('committee-officer', localDate(birthDate), today)).toBe(needed)
    expect(needsReason('district-officer', localDate(birthDate), today)).toBe(needed)
  })

  test.each([
    ['2026-02-28', true],
    ['2026-03-01', false],
  ])('born on 29 February 2008, on %s: %s', (on, needed) => {
    expect(needsReason('district-officer', localDate('2008-02-29'), localDate(on))).toBe(needed)
  })

  test('whose birth date is not known is treated as a minor', () => {
    expect(needsReason('committee-officer', null, today)).toBe(true)
    expect(needsReason('district-officer', null, today)).toBe(true)
  })

  test('a secretary’s own branch is their daily work', () => {
    for (const birthDate of [null, localDate('2012-06-01'), localDate('1990-01-01')]) {
      expect(needsReason('branch-secretary', birthDate, today)).toBe(false)
    }
  })
})

test('whole names are the branch’s; above it they are masked', () => {
  expect(ROLES.filter(seesNames)).toEqual(['branch-secretary'])
})

test('the list of reasons is short, and has no repeats', () => {
  expect(ACCESS_REASONS.length).toBeLessThanOrEqual(6)
  expect(new Set(ACCESS_REASONS).size).toBe(ACCESS_REASONS.length)
})
