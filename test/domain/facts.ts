import fc from 'fast-check'
import { addDays, localDate, type LocalDate } from '#domain/time'
import type { PathFacts } from '#domain/path/facts'
import { pathReport } from '#domain/path/report'
import type { Requirement, RequirementId } from '#domain/path/requirement'
import type { Policy } from '#domain/policy/policy'
import { OCCUPATIONS } from '#domain/profile/occupation'
import { actsUpTo, anyActs } from './acts'
import { anyDay, anyLedger, anyServices, FIRST } from './entries'
import { anyGrades } from './grades'
import { policyOf, withValues } from './packs'

/** A pupil of seventeen in training since 1 March 2026, with nothing recorded. */
export const TRAINED: PathFacts = {
  birthDate: localDate('2008-05-20'),
  occupation: 'pupil',
  affiliation: { state: 'confirmed', since: localDate('2026-02-01') },
  acts: actsUpTo('training'),
  entries: [],
  grades: [],
}

/** One requirement of a report; the others are told apart by their rule. */
export function requirementOf(id: RequirementId, facts: PathFacts, policy: Policy, on: LocalDate): Requirement {
  const found = pathReport(facts, policy, on).requirements.find(({ rule }) => rule === id)
  if (!found) throw new Error(`no requirement ${id}`)
  return found
}

/** Facts of every kind between `FIRST` and `SPAN` days later; the person is 14 to 28 when the acts begin, or has said no birth date. */
export function anyFacts(): fc.Arbitrary<PathFacts> {
  return fc.record({
    birthDate: fc.option(
      fc.constantFrom(...['2009-11-30', '2008-02-29', '2005-06-01', '1999-01-01', '1996-03-15'].map(localDate)),
      { freq: 9 },
    ),
    occupation: fc.option(fc.constantFrom(...OCCUPATIONS), { freq: 9 }),
    affiliation: fc.option(
      fc.record({ state: fc.constantFrom('claimed' as const, 'confirmed' as const), since: anyDay() }),
      { freq: 9 },
    ),
    acts: fc.nat(300).chain((days) => anyActs(addDays(FIRST, days))),
    entries: fc
      .tuple(anyLedger(8), anyServices(8))
      .map(([classes, services]) => [
        ...classes.filter(({ requirement }) => requirement === 'class-hours'),
        ...services,
      ]),
    grades: anyGrades(4),
  })
}

const saihan = policyOf('saihan')

/** Packs of every kind, by what the path asks. */
export function anyPolicy(): fc.Arbitrary<Policy> {
  return fc
    .record({
      'class-hours': fc.integer({ min: 0, max: 200 }).map((tenths) => ({ tenths })),
      'class-hours.window': fc.constantFrom('from-activist' as const, 'any' as const),
      'class-hours.mode': fc.constantFrom('in-person' as const, 'any' as const),
      'class-hours.entry-max': fc.integer({ min: 10, max: 80 }),
      'volunteer-hours': fc.record({
        minutes: fc.integer({ min: 0, max: 3000 }),
        gate: fc.constantFrom('hard' as const, 'hard' as const, 'soft' as const),
      }),
      'volunteer-hours.entry-max': fc.integer({ min: 120, max: 480 }),
      'volunteer.year': fc.constantFrom('calendar' as const, 'calendar-or-previous' as const),
      'training.months': fc.integer({ min: 0, max: 5 }),
      'age.birthday-counts': fc.boolean(),
      civics: fc
        .constantFrom<readonly ('pupil' | 'student')[]>(['pupil', 'student'], ['pupil'], [])
        .map((requiredOf) => ({ ...saihan.rules.civics.value, requiredOf })),
    })
    .map((values) => {
      // A counterexample shows what differs, not the whole pack.
      const policy = withValues(saihan, values)
      return Object.defineProperty(policy, fc.toStringMethod, { value: () => JSON.stringify(values) })
    })
}
