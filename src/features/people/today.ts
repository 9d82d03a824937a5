import type { PersonRow } from '#contract/organisation'
import type { Turn } from '#contract/path'
import type { Role } from '#domain/access/roles'
import { daysBetween, localDate, type LocalDate } from '#domain/time'
import { NO_NAME, taskClock } from '../../text/league'
import { organisationName } from '../../text/names'
import { TURN_TODO } from '../../text/turns'

/** One thing that an office has to do about somebody. */
export interface Task {
  readonly person: string
  readonly act: Turn['act']
  readonly name: string
  readonly organisation: PersonRow['organisation']
  readonly needsReason: boolean
  readonly since: string | null
  /** The last day on which it is in time; null where no rule says one. */
  readonly due: string | null
}

/** A task as it is shown. */
export interface TaskView {
  readonly key: string
  readonly person: string
  readonly act: Turn['act']
  readonly needsReason: boolean
  readonly title: string
  readonly name: string
  /** Whom it is for; with the branch where the list is of more than one. */
  readonly who: string
  readonly tone: 'mine' | 'not-yet' | 'waiting'
  readonly clock: string
}

/** From so many days before its last day on, a task is shown as pressing. */
const SOON_DAYS = 7

/** What an office has to do about the people of a list: what is due first, then what has waited longest. */
export function tasksOf(people: readonly PersonRow[], office: Role | null): readonly Task[] {
  return people
    .flatMap((row) => taskOf(row, office))
    .map((task, place) => ({ task, place }))
    .sort((a, b) => compareDays(a.task.due, b.task.due) || compareDays(a.task.since, b.task.since) || a.place - b.place)
    .map(({ task }) => task)
}

function taskOf(row: PersonRow, office: Role | null): Task[] {
  const { person, organisation, needsReason } = row
  const about = { person, organisation, needsReason, name: row.name ?? NO_NAME }
  if (row.confirmed === null) {
    return office === 'branch-secretary'
      ? [{ ...about, act: 'confirm-affiliation', since: row.since, due: row.due }]
      : []
  }
  const { who, act, since, due } = row.confirmed.turn
  // What the branch committee does with a candidate has no place in the app yet: a task that can't be done here isn't one.
  if (who === null || who !== office || act === 'propose') return []
  return [{ ...about, act, since, due }]
}

/** Earlier days first, unknown ones last. */
function compareDays(a: string | null, b: string | null): number {
  if (a === b) return 0
  if (a === null) return 1
  if (b === null) return -1
  return a < b ? -1 : 1
}

/** Tasks as they are shown; `code`: the organisation that was asked about. */
export function taskViews(tasks: readonly Task[], code: string, today: LocalDate): readonly TaskView[] {
  return tasks.map(({ person, act, name, organisation, needsReason, since, due }) => ({
    key: `${act} ${person}`,
    person,
    act,
    needsReason,
    title: TURN_TODO[act],
    name,
    who: organisation.code === code ? name : `${name} · ${organisationName(organisation)}`,
    tone: toneOf(due, today),
    clock: taskClock(due, since, today),
  }))
}

function toneOf(due: string | null, today: LocalDate): TaskView['tone'] {
  if (due === null) return 'waiting'
  const left = daysBetween(today, localDate(due))
  if (left < 0) return 'mine'
  return left <= SOON_DAYS ? 'not-yet' : 'waiting'
}

/** What the first lines say: 今天要办 5 件, where, and how pressing it is. `others`: how much there is to do that isn't about people. */
export function todayHeadline(
  tasks: readonly Task[],
  branch: string,
  today: LocalDate,
  others = 0,
): { readonly title: string; readonly note: string } {
  const count = tasks.length + others
  const late = tasks.filter(({ due }) => due !== null && due < today).length
  const soon = tasks.filter(({ due }) => toneOf(due, today) === 'not-yet').length
  const parts = [branch, late > 0 ? `${late} 件已经超期` : '', soon > 0 ? `${soon} 件 ${SOON_DAYS} 天内到期` : '']
  return {
    title: count === 0 ? '今天没有要办的' : `今天要办 ${count} 件`,
    note: parts.filter(Boolean).join(' · '),
  }
}
