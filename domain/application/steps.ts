/**
 * The steps from first interest to membership, as data (细则, revised 2023-08-17: 5 stages, 15 steps; domain.md, section 2).
 * A step's id is the name of the state that it leads to.
 */

/** Who takes a step. */
export type StepTaker = 'applicant' | 'branch' | 'committee' | 'mentors'

export interface Step {
  readonly number: number
  readonly id: StepId
  readonly taker: StepTaker
}

export type StepId =
  | 'submitted'
  | 'applied'
  | 'talked'
  | 'activist'
  | 'mentored'
  | 'training'
  | 'candidate'
  | 'pre-reviewed'
  | 'noticed'
  | 'introduced'
  | 'form-filled'
  | 'voted'
  | 'approved'
  | 'notified'
  | 'sworn-in'
  | 'member'

/** All steps in order. Number 0 is ours: not yet an application, because the branch has to see paper. */
export const STEPS: readonly Step[] = [
  { number: 0, id: 'submitted', taker: 'applicant' },
  { number: 1, id: 'applied', taker: 'branch' },
  { number: 2, id: 'talked', taker: 'branch' },
  { number: 3, id: 'activist', taker: 'committee' },
  { number: 4, id: 'mentored', taker: 'branch' },
  { number: 5, id: 'training', taker: 'mentors' },
  { number: 6, id: 'candidate', taker: 'branch' },
  { number: 7, id: 'pre-reviewed', taker: 'committee' },
  { number: 8, id: 'noticed', taker: 'branch' },
  { number: 9, id: 'introduced', taker: 'applicant' },
  { number: 10, id: 'form-filled', taker: 'applicant' },
  { number: 11, id: 'voted', taker: 'branch' },
  { number: 12, id: 'approved', taker: 'committee' },
  { number: 13, id: 'notified', taker: 'committee' },
  { number: 14, id: 'sworn-in', taker: 'branch' },
  { number: 15, id: 'member', taker: 'committee' },
]
