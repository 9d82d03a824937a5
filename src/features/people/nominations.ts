import type { PersonRow } from '#contract/organisation'
import type { LocalDate } from '#domain/time'
import { dayWords } from '../../text/dates'
import { organisationName } from '../../text/names'
import { tasksOf, taskViews } from './today'

/** A nomination that waits for an answer. */
export interface NominationView {
  readonly person: string
  readonly needsReason: boolean
  readonly name: string
  readonly branch: string
  /** The day on which it came; the last day of the answer. */
  readonly since: string | null
  readonly due: string | null
  readonly tone: 'mine' | 'not-yet' | 'waiting'
  readonly clock: string
}

/** Nominations as lines, what is due first. */
export function nominationViews(people: readonly PersonRow[], today: LocalDate): readonly NominationView[] {
  const tasks = tasksOf(people, 'committee-officer')
  const views = taskViews(tasks, '', today)
  return tasks.flatMap((task, place) => {
    const view = views[place]
    if (!view) return []
    return {
      person: task.person,
      needsReason: task.needsReason,
      name: task.name,
      branch: organisationName(task.organisation),
      since: task.since === null ? null : dayWords(task.since, today),
      due: task.due === null ? null : dayWords(task.due, today),
      tone: view.tone,
      clock: view.clock,
    }
  })
}
