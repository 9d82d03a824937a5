import type { RuleId } from '../policy/policy'

/**
 * The steps from first interest to membership, as data (细则, revised 2023-08-17: 5 stages, 15 steps; domain.md, section 2).
 * A step's id is the name of the state that it leads to.
 */

/** Who takes a step. */
export type StepTaker = 'applicant' | 'branch' | 'committee' | 'mentors'

/** The five stages: 申请, 入团积极分子, 培养考察, 发展对象, 接收. */
export const STAGES = ['apply', 'activist', 'training', 'candidate', 'admission'] as const

export type Stage = (typeof STAGES)[number]

export interface Step {
  readonly number: number
  readonly id: StepId
  readonly stage: Stage
  readonly taker: StepTaker
  /** The rules that guard it, in the order in which they are explained. */
  readonly rules: readonly RuleId[]
  /** Whether it is taken here; the others are shown as information. */
  readonly live: boolean
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
  { number: 0, id: 'submitted', stage: 'apply', taker: 'applicant', rules: ['application.age-min'], live: true },
  {
    number: 1,
    id: 'applied',
    stage: 'apply',
    taker: 'branch',
    rules: ['application.age-min', 'application.age-max', 'age.birthday-counts'],
    live: true,
  },
  { number: 2, id: 'talked', stage: 'apply', taker: 'branch', rules: ['talk.within'], live: true },
  {
    number: 3,
    id: 'activist',
    stage: 'activist',
    taker: 'committee',
    rules: ['admission.ways', 'branch.min-members', 'branch.committee-from', 'activist.approval', 'activist.within'],
    live: true,
  },
  { number: 4, id: 'mentored', stage: 'training', taker: 'branch', rules: ['mentors.count'], live: true },
  {
    number: 5,
    id: 'training',
    stage: 'training',
    taker: 'mentors',
    rules: ['training.months', 'class-hours', 'volunteer-hours', 'civics'],
    live: true,
  },
  { number: 6, id: 'candidate', stage: 'candidate', taker: 'branch', rules: [], live: false },
  { number: 7, id: 'pre-reviewed', stage: 'candidate', taker: 'committee', rules: [], live: false },
  {
    number: 8,
    id: 'noticed',
    stage: 'candidate',
    taker: 'branch',
    rules: ['notice.steps', 'notice.days', 'notice.audience'],
    live: false,
  },
  { number: 9, id: 'introduced', stage: 'candidate', taker: 'applicant', rules: ['introducers.count'], live: false },
  { number: 10, id: 'form-filled', stage: 'candidate', taker: 'applicant', rules: ['form.number'], live: false },
  {
    number: 11,
    id: 'voted',
    stage: 'admission',
    taker: 'branch',
    rules: ['vote.quorum', 'vote.base', 'vote.absent'],
    live: false,
  },
  { number: 12, id: 'approved', stage: 'admission', taker: 'committee', rules: ['approval.within'], live: false },
  { number: 13, id: 'notified', stage: 'admission', taker: 'committee', rules: [], live: false },
  { number: 14, id: 'sworn-in', stage: 'admission', taker: 'branch', rules: [], live: false },
  { number: 15, id: 'member', stage: 'admission', taker: 'committee', rules: ['archive.within'], live: false },
]
