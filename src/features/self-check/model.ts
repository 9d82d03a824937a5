import { needsCivics } from '#domain/civics/grades'
import { selfCheck, type SelfCheckAnswers } from '#domain/path/self-check'
import type { PathReport } from '#domain/path/report'
import { valueOf, type Policy } from '#domain/policy/policy'
import { OCCUPATIONS } from '#domain/profile/occupation'
import { parseLocalDate, type LocalDate } from '#domain/time'
import { hoursWords, minutesWords } from '../../text/amounts'
import { OCCUPATION_NAMES } from '../../text/names'

/** What was tapped so far; '' where nothing was. It lives as long as the page, and nowhere else. */
export interface SelfCheckDraft {
  readonly age: string
  /** Only asked of who is below the age; may stay empty. */
  readonly birthDate: string
  readonly occupation: string
  readonly civics: string
  readonly stage: string
  /** Whole months since becoming an activist. */
  readonly months: string
  /** Tenths of a 学时. */
  readonly tenths: string
  readonly minutes: string
}

export const NOTHING_YET: SelfCheckDraft = {
  age: '',
  birthDate: '',
  occupation: '',
  civics: '',
  stage: '',
  months: '',
  tenths: '',
  minutes: '',
}

export interface Option {
  readonly value: string
  readonly text: string
}

export interface Question {
  readonly name: keyof SelfCheckDraft
  readonly label: string
  readonly options: readonly Option[]
}

/** Everything that may be asked, in its order: each has a place of its own, whether it is asked or not. */
export const PLACES: readonly (keyof SelfCheckDraft)[] = [
  'age',
  'birthDate',
  'stage',
  'months',
  'occupation',
  'civics',
  'tenths',
  'minutes',
]

/** The questions asked so far: each opens the next, and those that don't apply are left out. */
export function questions(draft: SelfCheckDraft, policy: Policy): readonly Question[] {
  const asked: Question[] = []
  for (const question of applicable(draft, policy)) {
    asked.push(question)
    if (draft[question.name] === '') break
  }
  return asked
}

/** Whether everything was answered that is asked. */
export function isComplete(draft: SelfCheckDraft, policy: Policy): boolean {
  return applicable(draft, policy).every(({ name }) => draft[name] !== '')
}

/** Whether the age alone says that one can't apply now. */
export function isBarred({ age, stage }: SelfCheckDraft): boolean {
  return age === 'below' || (age === 'above' && stage === 'none')
}

/** The honest answer; null while something is unanswered. */
export function answerOf(draft: SelfCheckDraft, policy: Policy, today: LocalDate): PathReport | null {
  if (!isComplete(draft, policy)) return null
  return selfCheck(answersOf(draft), policy, today)
}

/** What the rules are asked with. What wasn't asked is taken as not there. */
export function answersOf(draft: SelfCheckDraft): SelfCheckAnswers {
  return {
    age: draft.age === 'below' || draft.age === 'above' ? draft.age : 'within',
    birthDate: draft.age === 'below' ? parseLocalDate(draft.birthDate) : null,
    occupation: OCCUPATIONS.find((one) => one === draft.occupation) ?? 'other',
    civics: draft.civics === 'good' || draft.civics === 'not-good' ? draft.civics : 'none',
    stage: draft.stage === 'applied' || draft.stage === 'activist' ? draft.stage : 'none',
    activistMonths: draft.stage === 'activist' ? Number(draft.months) : 0,
    classTenths: Number(draft.tenths),
    minutes: Number(draft.minutes),
  }
}

/** Answers given before, without those to questions that don't apply any more. */
export function withAnswer(draft: SelfCheckDraft, answer: Partial<SelfCheckDraft>, policy: Policy): SelfCheckDraft {
  const next = { ...draft, ...answer }
  const names = new Set<string>(applicable(next, policy).map(({ name }) => name))
  if (next.age === 'below') names.add('birthDate')
  const kept = Object.keys(NOTHING_YET).filter((name) => names.has(name)) as (keyof SelfCheckDraft)[]
  return kept.reduce<SelfCheckDraft>((all, name) => ({ ...all, [name]: next[name] }), NOTHING_YET)
}

function applicable(draft: SelfCheckDraft, policy: Policy): readonly Question[] {
  const { age, stage } = draft
  const occupation = OCCUPATIONS.find((one) => one === draft.occupation) ?? null
  const activist = stage === 'activist'
  // Nobody below the age has a step behind them; who is above it and hasn't applied can't any more.
  if (age === 'below') return [ageQuestion(policy)]
  if (age === 'above' && stage === 'none') return [ageQuestion(policy), STAGE]
  const anyClass = valueOf(policy, 'class-hours.window') === 'any'
  return [
    ageQuestion(policy),
    STAGE,
    ...(activist && valueOf(policy, 'training.months') > 0 ? [monthsQuestion(policy)] : []),
    OCCUPATION,
    ...(needsCivics(occupation, policy) === true ? [civicsQuestion(policy)] : []),
    ...(activist || anyClass ? [classQuestion(policy, activist && !anyClass)] : []),
    volunteerQuestion(policy),
  ]
}

function ageQuestion(policy: Policy): Question {
  const [from, to] = [valueOf(policy, 'application.age-min'), valueOf(policy, 'application.age-max')]
  return {
    name: 'age',
    label: '你多大了（周岁）？',
    options: [
      { value: 'below', text: `不到 ${from}` },
      { value: 'within', text: `${from} 到 ${to}` },
      { value: 'above', text: `超过 ${to}` },
    ],
  }
}

const STAGE: Question = {
  name: 'stage',
  label: '走到哪一步了？',
  options: [
    { value: 'none', text: '还没申请' },
    { value: 'applied', text: '交了申请书' },
    { value: 'activist', text: '已是积极分子' },
  ],
}

function monthsQuestion(policy: Policy): Question {
  const need = valueOf(policy, 'training.months')
  return {
    name: 'months',
    label: '当积极分子多久了？',
    options: Array.from({ length: need + 1 }, (_, month) => ({
      value: String(month),
      text: month === 0 ? '不到 1 个月' : month === need ? `满 ${month} 个月` : `${month} 个多月`,
    })),
  }
}

const OCCUPATION: Question = {
  name: 'occupation',
  label: '你现在是？',
  options: OCCUPATIONS.map((value) => ({ value, text: OCCUPATION_NAMES[value] })),
}

function civicsQuestion(policy: Policy): Question {
  const { good, scale } = valueOf(policy, 'civics')
  return {
    name: 'civics',
    label: '最近一次思政课考评？',
    options: [
      { value: 'good', text: good.join('或') },
      ...(scale.some((grade) => !good.includes(grade)) ? [{ value: 'not-good', text: '还没到' }] : []),
      { value: 'none', text: '还没有成绩' },
    ],
  }
}

function classQuestion(policy: Policy, sinceActivist: boolean): Question {
  return {
    name: 'tenths',
    label: sinceActivist ? '当积极分子以后，学了多少团课？' : '学了多少团课？',
    options: steps(valueOf(policy, 'class-hours').tenths, hoursWords),
  }
}

function volunteerQuestion(policy: Policy): Question {
  return {
    name: 'minutes',
    label: '今年做了多少志愿服务？',
    options: steps(valueOf(policy, 'volunteer-hours').minutes, minutesWords),
  }
}

/** Nothing, quarters of what is asked, and all of it. An answer in between is the lower one: nobody is promised too much. */
function steps(need: number, words: (amount: number) => string): readonly Option[] {
  return [0, 1, 2, 3, 4]
    .map((part) => Math.floor((need * part) / 4))
    .map((amount) => ({
      value: String(amount),
      text: amount === 0 ? '还没有' : amount === need ? `${words(amount)}以上` : words(amount),
    }))
}
