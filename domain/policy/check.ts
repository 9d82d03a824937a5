import { parseLocalDate } from '../time'
import type { PolicyPack, RuleId } from './policy'

/** What is wrong with a pack, and where: the keys that lead to the value. English: read by who writes packs. */
export interface PackProblem {
  readonly path: readonly string[]
  readonly expected: string
}

/** Says what a value should have been, or null when it is right. */
type Check = (value: unknown) => string | null

function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}

/** Not `in`: that also finds what every object has (`constructor`, `toString`). */
function has(object: object, key: string): boolean {
  return Object.prototype.hasOwnProperty.call(object, key)
}

function whole(minimum: number, maximum: number): Check {
  const expected = `a whole number from ${minimum} to ${maximum}`
  return (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= minimum && value <= maximum ? null : expected
}

const truth: Check = (value) => (typeof value === 'boolean' ? null : 'true or false')

const sentence: Check = (value) =>
  typeof value === 'string' && value.trim() !== '' ? null : 'a text that is not empty'

function oneOf(...choices: readonly string[]): Check {
  return (value) => (choices.some((choice) => choice === value) ? null : `one of ${choices.join(', ')}`)
}

function listOf(check: Check, minimum: number): Check {
  return (value) => {
    if (!Array.isArray(value) || value.length < minimum) return `a list of at least ${minimum}`
    if (new Set(value).size !== value.length) return 'a list without repeats'
    const wrong = value.map(check).find((problem) => problem !== null)
    return wrong ? `a list in which each is ${wrong}` : null
  }
}

function fields(shape: Readonly<Record<string, Check>>): Check {
  return (value) => {
    if (!isRecord(value)) return `an object with ${Object.keys(shape).join(', ')}`
    const unknown = Object.keys(value).find((key) => !has(shape, key))
    if (unknown !== undefined) return `an object without "${unknown}"`
    for (const key of Object.keys(shape)) {
      const problem = shape[key]?.(has(value, key) ? value[key] : undefined)
      if (problem) return `an object whose "${key}" is ${problem}`
    }
    return null
  }
}

function range(maximum: number): Check {
  const shape = fields({ minimum: whole(0, maximum), maximum: whole(1, maximum) })
  return (value) => {
    const problem = shape(value)
    if (problem) return problem
    const { minimum, maximum: most } = value as { minimum: number; maximum: number }
    return minimum <= most ? null : 'an object whose "minimum" is not above its "maximum"'
  }
}

const months = fields({ months: whole(1, 60) })
const days = whole(1, 36_500)

const minutes = whole(1, 43_200)
const day: Check = (value) => (typeof value === 'string' && parseLocalDate(value) ? null : 'a day (YYYY-MM-DD)')

const seasonShape = fields({
  name: sentence,
  from: day,
  to: day,
  kinds: listOf(oneOf('reading', 'league-class', 'volunteering', 'other'), 1),
})
const season: Check = (value) => {
  const problem = seasonShape(value)
  if (problem) return problem
  const { from, to } = value as { from: string; to: string }
  return from <= to ? null : 'an object whose "from" is not after its "to"'
}

const VALUE_CHECKS: { readonly [Id in RuleId]: Check } = {
  civics: fields({
    requiredOf: listOf(oneOf('pupil', 'student'), 0),
    scale: listOf(sentence, 1),
    good: listOf(sentence, 1),
  }),
  'class-hours': fields({ tenths: whole(0, 1000) }),
  'class-hours.window': oneOf('from-activist', 'any'),
  'class-hours.mode': oneOf('in-person', 'any'),
  'class-hours.minutes': whole(1, 240),
  'class-hours.entry-max': whole(1, 240),
  'volunteer-hours': fields({ minutes: whole(0, 60_000), gate: oneOf('hard', 'soft') }),
  // Minutes; also how much can be served in a day, when the earliest day is reckoned.
  'volunteer-hours.entry-max': whole(1, 1440),
  // Asking for the registration needs a record of it, which isn't kept yet: better stopped than half understood.
  'volunteer.registered': (value) => (value === false ? null : 'false (a registration is not recorded here yet)'),
  'volunteer.year': oneOf('calendar', 'calendar-or-previous'),
  'admission.ways': listOf(oneOf('nomination', 'points', 'review'), 1),
  'season.per-venue': whole(0, 1000),
  'event.dual-entry': truth,
  season,
  'event.offer-within': fields({ minutes }),
  'event.offer-end': fields({ beforeStart: whole(0, 10_080), least: whole(0, 10_080) }),
  'event.cancel-free': fields({ minutes: whole(0, 43_200) }),
  'event.travel': fields({ minutes: whole(0, 1440) }),
  'event.reminders': fields({ minutes: listOf(whole(1, 43_200), 0) }),
  'event.places-max': whole(1, 100_000),
  'event.length-max': fields({ minutes }),
  'check-in.window': fields({ before: whole(0, 1440), after: whole(0, 2880) }),
  'check-in.keys': fields({ before: whole(0, 2880), after: whole(0, 2880) }),
  'check-in.late-max': fields({ hours: whole(1, 720) }),
  'check-in.typed-tries': whole(1, 1000),
  'check-in.share': fields({ percent: whole(0, 100) }),
  'check-in.rounding': fields({ minutes: whole(1, 240) }),
  'volunteer.guardian-below': whole(14, 99),
  'text.words': listOf(sentence, 0),
  'contact.two-links': truth,
  'station.running-table': truth,
  'study.rate': whole(0, 100),
  'study.theme': fields({ perMonth: whole(0, 31), topics: listOf(sentence, 1) }),
  'liaison.assignment': range(100),
  'venue.coverage': fields({ youthPercent: whole(0, 100), coveragePercent: whole(0, 100), years: whole(1, 50) }),
  'application.age-min': whole(1, 99),
  'application.age-max': whole(1, 99),
  'age.birthday-counts': truth,
  'affiliation.within': fields({ days }),
  'talk.within': months,
  'activist.within': fields({ days }),
  'activist.approval': oneOf('approve', 'file'),
  'mentors.count': range(10),
  'training.months': whole(0, 60),
  'notice.steps': listOf(oneOf('activist', 'candidate', 'noticed'), 0),
  'notice.days': whole(0, 60),
  'notice.audience': listOf(oneOf('branch', 'print'), 1),
  'introducers.count': whole(0, 10),
  'form.number': oneOf('from-committee'),
  'vote.quorum': oneOf('more-than-half-of-entitled'),
  'vote.base': oneOf('entitled', 'present'),
  'vote.absent': oneOf('not-counted', 'counted'),
  'approval.within': months,
  'archive.within': fields({ days }),
  'branch.min-members': whole(1, 1000),
  'branch.committee-from': whole(1, 1000),
  // Not below 14: under that age personal data are sensitive and need a guardian's consent (个人信息保护法 art. 28, 31).
  'account.age-min': whole(14, 99),
  'keeping.newcomer': days,
  'keeping.profile': days,
  'keeping.session': days,
  'keeping.request': days,
  'keeping.access-log': days,
}

/** Every rule id, in the order of the code. */
export const RULE_IDS = Object.keys(VALUE_CHECKS) as readonly RuleId[]

const certainty = oneOf('Q', 'P', 'L', 'X')
const sourceShape = fields({ title: sentence, short: sentence, kind: oneOf('national', 'district', 'practice') })

function checkRule(id: RuleId, rule: unknown, sources: Record<string, unknown>): PackProblem[] {
  const path = ['rules', id]
  if (rule === undefined) return [{ path: ['rules'], expected: `an object with the rule "${id}"` }]
  if (!isRecord(rule)) return [{ path, expected: 'an object with value, sources, certainty, note' }]
  const problems: PackProblem[] = []
  const note = (key: string, expected: string | null) => {
    if (expected) problems.push({ path: [...path, key], expected })
  }
  note('value', VALUE_CHECKS[id](rule.value))
  note('certainty', certainty(rule.certainty))
  note('note', sentence(rule.note))
  note('sources', listOf(oneOf(...Object.keys(sources)), rule.certainty === 'X' ? 0 : 1)(rule.sources))
  const extra = Object.keys(rule).find((key) => !['value', 'sources', 'certainty', 'note'].includes(key))
  if (extra !== undefined) problems.push({ path: [...path, extra], expected: 'no such key' })
  return problems
}

const PACK_KEYS: readonly string[] = ['district', 'name', 'edition', 'confirmedOn', 'sources', 'rules']

/**
 * Everything that is wrong with a pack read from JSON; none when it can be used as a PolicyPack.
 * Known values only: a pack for newer code stops an older server instead of being half understood.
 */
export function checkPack(pack: unknown): readonly PackProblem[] {
  if (!isRecord(pack)) return [{ path: [], expected: 'an object' }]
  const problems: PackProblem[] = []
  const note = (key: string, expected: string | null) => {
    if (expected) problems.push({ path: [key], expected })
  }
  note(
    'district',
    typeof pack.district === 'string' && /^[a-z][a-z0-9_]{1,30}$/.test(pack.district)
      ? null
      : 'a slug: a small letter, then 1 to 30 small letters, digits or _',
  )
  for (const key of Object.keys(pack)) if (!PACK_KEYS.includes(key)) note(key, 'no such key')
  note('name', sentence(pack.name))
  note('edition', sentence(pack.edition))
  const confirmed = pack.confirmedOn
  note(
    'confirmedOn',
    confirmed === null || (typeof confirmed === 'string' && parseLocalDate(confirmed))
      ? null
      : 'a day (YYYY-MM-DD) or null',
  )
  const sources = isRecord(pack.sources) ? pack.sources : {}
  if (!isRecord(pack.sources)) note('sources', 'an object')
  for (const key of Object.keys(sources)) {
    const expected = sourceShape(sources[key])
    if (expected) problems.push({ path: ['sources', key], expected })
  }
  const rules = pack.rules
  if (!isRecord(rules)) return [...problems, { path: ['rules'], expected: 'an object with every rule id' }]
  for (const id of RULE_IDS) problems.push(...checkRule(id, rules[id], sources))
  for (const key of Object.keys(rules)) {
    if (!has(VALUE_CHECKS, key)) problems.push({ path: ['rules', key], expected: 'no such rule' })
  }
  return [...problems, ...(problems.length === 0 ? checkTogether(pack as unknown as PolicyPack) : [])]
}

/** What only shows when values are read together. */
function checkTogether(pack: PolicyPack): PackProblem[] {
  const problems: PackProblem[] = []
  if (pack.rules['application.age-min'].value > pack.rules['application.age-max'].value) {
    problems.push({ path: ['rules', 'application.age-max', 'value'], expected: 'not below application.age-min' })
  }
  const { scale, good } = pack.rules.civics.value
  if (!good.every((grade) => scale.includes(grade))) {
    problems.push({
      path: ['rules', 'civics', 'value'],
      expected: 'an object whose "good" grades stand in its "scale"',
    })
  }
  if (pack.rules['account.age-min'].value > pack.rules['application.age-min'].value) {
    problems.push({ path: ['rules', 'account.age-min', 'value'], expected: 'not above application.age-min' })
  }
  return problems
}
