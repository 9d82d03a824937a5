import { addDays, addMonths, yearOf, type LocalDate } from '../time'
import { valueOf, type Policy } from '../policy/policy'
import type { ApplicationAct } from '../application/acts'
import { ageWindow } from '../application/decide'
import type { Occupation } from '../profile/occupation'
import type { PathFacts } from './facts'
import { pathReport, type PathReport } from './report'

/** What someone taps who asks 我现在差什么？ without signing in. Nothing of it is kept or sent. */
export interface SelfCheckAnswers {
  /** `below`, `within` or `above` the ages at which one may apply. */
  readonly age: 'below' | 'within' | 'above'
  /** Who is below the age may say when they were born; null = not said. */
  readonly birthDate: LocalDate | null
  readonly occupation: Occupation
  /** The last grade of the civics course; `none` = there is none yet. */
  readonly civics: 'good' | 'not-good' | 'none'
  readonly stage: 'none' | 'applied' | 'activist'
  /** Whole months since becoming an activist. */
  readonly activistMonths: number
  /** Tenths of a 学时 since then. */
  readonly classTenths: number
  /** Minutes of volunteering this year. */
  readonly minutes: number
}

/** The honest answer: the same report as the path of somebody with these facts. */
export function selfCheck(answers: SelfCheckAnswers, policy: Policy, today: LocalDate): PathReport {
  return pathReport(factsOfAnswers(answers, policy, today), policy, today)
}

/** The facts that the answers stand for, as if a branch had recorded them today. */
export function factsOfAnswers(answers: SelfCheckAnswers, policy: Policy, today: LocalDate): PathFacts {
  const activistOn = addMonths(today, -answers.activistMonths)
  const recorded = { since: today, corrects: null }
  const act = (kind: ApplicationAct['act'], on: LocalDate): ApplicationAct => ({
    ...recorded,
    id: kind,
    act: kind,
    on,
    way: kind === 'activist' ? (valueOf(policy, 'admission.ways')[0] ?? null) : null,
    onPaper: kind === 'activist',
    people: kind === 'mentored' ? 1 : null,
    voided: false,
  })
  // Hours were taken before today, where they can have been: today still holds a whole day's.
  const yesterday = addDays(today, -1)
  const classOn = answers.stage === 'activist' && activistOn > yesterday ? activistOn : yesterday
  const servedOn = yearOf(yesterday) === yearOf(today) ? yesterday : today
  const hours = (
    requirement: 'class-hours' | 'volunteer-hours',
    amount: number,
    on: LocalDate,
  ): PathFacts['entries'] =>
    amount > 0
      ? [
          {
            ...recorded,
            id: requirement,
            requirement,
            amount,
            on,
            origin: 'recorded',
            mode: 'in-person',
            acceptedOn: today,
          },
        ]
      : []
  const { good, scale } = valueOf(policy, 'civics')
  const grade = answers.civics === 'good' ? good[0] : scale.find((one) => !good.includes(one))
  return {
    birthDate: birthDateOf(answers, policy, today),
    occupation: answers.occupation,
    affiliation: { state: 'confirmed', since: today },
    acts:
      answers.stage === 'none'
        ? []
        : answers.stage === 'applied'
          ? [act('submitted', today), act('applied', today)]
          : [act('activist', activistOn), act('mentored', activistOn)],
    entries: [
      ...hours('class-hours', answers.classTenths, classOn),
      ...hours('volunteer-hours', answers.minutes, servedOn),
    ],
    grades: answers.civics === 'none' || grade === undefined ? [] : [{ ...recorded, id: 'civics', grade, on: today }],
  }
}

/** A birth date that gives the age that was tapped. Who is below it and says no more turns old enough as soon as anybody can. */
function birthDateOf(answers: SelfCheckAnswers, policy: Policy, today: LocalDate): LocalDate {
  const minimum = valueOf(policy, 'application.age-min')
  const maximum = valueOf(policy, 'application.age-max')
  switch (answers.age) {
    case 'below':
      return answers.birthDate ?? firstTooYoung(addMonths(today, -12 * minimum), policy, today)
    case 'within':
      // In the middle of the ages, however few they are.
      return addMonths(today, -12 * minimum - 6 * (maximum - minimum + 1))
    case 'above':
      return addMonths(today, -12 * (maximum + 2))
  }
}

/** The first birth date from `from` on that isn't old enough today: where birthdays count, that of tomorrow. */
function firstTooYoung(from: LocalDate, policy: Policy, today: LocalDate): LocalDate {
  return ageWindow(from, policy).from > today ? from : addDays(from, 1)
}
