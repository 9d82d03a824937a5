import type { Application, ApplicationState } from '../application/acts'
import { STEPS, type StepId } from '../application/steps'
import type { LocalDate } from '../time'

/** A step on the way: done, being taken, still ahead, or `skipped`: lived on paper before the app knew the person (补录). */
export interface TrailStep {
  readonly number: number
  readonly id: StepId
  readonly state: 'done' | 'current' | 'ahead' | 'skipped'
  /** The day on which it was done; null otherwise. */
  readonly on: LocalDate | null
}

/** The step that is being taken in each state. */
const CURRENT: Readonly<Record<ApplicationState, number>> = {
  none: 0,
  submitted: 1,
  applied: 2,
  talked: 3,
  nominated: 3,
  activist: 4,
  training: 5,
}

/** All steps with where the person stands; `ready`: everything that training asks for is met. */
export function trailOf(application: Application, ready: boolean): readonly TrailStep[] {
  const training = application.state === 'training' && ready
  const current = training ? CURRENT.training + 1 : CURRENT[application.state]
  const doneOn: Readonly<Partial<Record<StepId, LocalDate>>> = {
    ...(application.submitted && { submitted: application.submitted.on }),
    ...(application.applied && { applied: application.applied.on }),
    ...(application.talked && { talked: application.talked.on }),
    ...(application.activist && { activist: application.activist.on }),
    ...(application.mentored && { mentored: application.mentored.on }),
  }
  return STEPS.map(({ number, id }) => {
    if (number > current) return { number, id, state: 'ahead', on: null }
    if (number === current) return { number, id, state: 'current', on: null }
    const on = doneOn[id] ?? null
    return { number, id, state: on !== null || id === 'training' ? 'done' : 'skipped', on }
  })
}
