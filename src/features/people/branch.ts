import type { PersonRow } from '#contract/organisation'
import type { Role } from '#domain/access/roles'
import type { LocalDate } from '#domain/time'
import { hoursNumber, hoursOfMinutes, hoursWords, minutesWords } from '../../text/amounts'
import { NO_NAME, STATE_NAMES, turnLine } from '../../text/league'
import { TURN_TODO, whoName } from '../../text/turns'

export interface BarView {
  readonly have: number
  readonly need: number
  readonly text: string
  readonly label: string
}

/** One person of a branch, in a line to compare with the others. Without `confirmed` there is the name only. */
export interface MemberView {
  readonly person: string
  readonly name: string
  readonly needsReason: boolean
  readonly confirmed: boolean
  readonly step: string
  readonly classHours: BarView | null
  readonly volunteerHours: BarView | null
  /** The grade, 不适用, or null while there is none. */
  readonly civics: string | null
  readonly training: string | null
  /** What there is, in one line; '' while there is nothing. */
  readonly facts: string
  readonly turn: string
  /** It is the reader's turn. */
  readonly mine: boolean
}

type Confirmed = NonNullable<PersonRow['confirmed']>
type Rule = Confirmed['requirements'][number]['rule']

/** Who is in the middle of the way comes first, in its order; who hasn't begun comes last. */
const ORDER: readonly Confirmed['state'][] = [
  'submitted',
  'applied',
  'talked',
  'nominated',
  'activist',
  'training',
  'none',
]

/** The people of a branch: those who are on the way by their step, then the others; within a step as the server sorts names. */
export function memberViews(
  people: readonly PersonRow[],
  office: Role | null,
  today: LocalDate,
): readonly MemberView[] {
  const rank = (row: PersonRow) => (row.confirmed === null ? ORDER.length : ORDER.indexOf(row.confirmed.state))
  return people
    .map((row, place) => ({ row, place }))
    .sort((a, b) => rank(a.row) - rank(b.row) || a.place - b.place)
    .map(({ row }) => memberView(row, office, today))
}

function memberView(row: PersonRow, office: Role | null, today: LocalDate): MemberView {
  const { person, needsReason, confirmed } = row
  const about = { person, needsReason, name: row.name ?? NO_NAME }
  if (confirmed === null) {
    const mine = office === 'branch-secretary'
    return {
      ...about,
      confirmed: false,
      step: '待确认支部',
      classHours: null,
      volunteerHours: null,
      civics: null,
      training: null,
      facts: '',
      turn: mine
        ? `我：${TURN_TODO['confirm-affiliation']}`
        : `${whoName('branch-secretary')}：${TURN_TODO['confirm-affiliation']}`,
      mine,
    }
  }
  const of = (rule: Rule) => confirmed.requirements.find((one) => one.rule === rule)
  const { turn, requirements } = confirmed
  const cells = {
    classHours: barOf(of('class-hours'), '团课', hoursNumber, hoursWords),
    volunteerHours: barOf(of('volunteer-hours'), '志愿服务', hoursOfMinutes, minutesWords),
    civics: civicsCell(of('civics')),
    training: trainingCell(confirmed.activistOn, of('training.months')),
  }
  return {
    ...about,
    confirmed: true,
    step: confirmed.ready ? '条件已具备' : STATE_NAMES[confirmed.state],
    ...cells,
    facts: factsLine(cells),
    turn: turnLine(turn, requirements, office, today),
    mine: turn.who === office && turn.who !== null && turn.act !== 'propose',
  }
}

type Requirement = Confirmed['requirements'][number]

function barOf(
  requirement: Requirement | undefined,
  title: string,
  number: (amount: number) => string,
  words: (amount: number) => string,
): BarView | null {
  if (!requirement) return null
  const { have, need, pending } = requirement
  const waiting = pending > 0 ? `，待认定 ${words(pending)}` : ''
  return { have, need, text: number(have), label: `${title} ${words(have)}${waiting}，需要 ${words(need)}` }
}

function civicsCell(requirement: Requirement | undefined): string | null {
  if (!requirement) return null
  return requirement.state === 'not-applicable' ? '不适用' : requirement.value
}

/** 69 / 92 天 of the months between two dates, or that they are over. */
function trainingCell(activistOn: string | null, requirement: Requirement | undefined): string | null {
  if (!requirement || activistOn === null || requirement.state === 'not-applicable') return null
  return requirement.state === 'met' ? '已满' : `${requirement.have} / ${requirement.need} 天`
}

/** 团课 4 · 志愿 7 · 思政课 良 · 培养 60 / 90 天; nothing of what hasn't begun. */
function factsLine({
  classHours,
  volunteerHours,
  civics,
  training,
}: Pick<MemberView, 'classHours' | 'volunteerHours' | 'civics' | 'training'>): string {
  const hours = (title: string, bar: BarView | null) => (bar && bar.have > 0 ? `${title} ${bar.text}` : '')
  return [
    hours('团课', classHours),
    hours('志愿', volunteerHours),
    civics === null || civics === '不适用' ? '' : `思政课 ${civics}`,
    training === null ? '' : `培养 ${training}`,
  ]
    .filter(Boolean)
    .join(' · ')
}

/** Those whose name holds what was typed. */
export function byName<T extends { readonly name: string }>(rows: readonly T[], typed: string): readonly T[] {
  const wanted = typed.trim()
  return wanted === '' ? rows : rows.filter(({ name }) => name.includes(wanted))
}
