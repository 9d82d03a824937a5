import { ACTS } from '#domain/application/acts'
import { STAGES, STEPS } from '#domain/application/steps'
import { RULE_IDS } from '#domain/policy/check'

/** 细则's steps as the rules' table has them: number, id, who takes it. */
const TABLE = [
  [0, 'submitted', 'applicant'],
  [1, 'applied', 'branch'],
  [2, 'talked', 'branch'],
  [3, 'activist', 'committee'],
  [4, 'mentored', 'branch'],
  [5, 'training', 'mentors'],
  [6, 'candidate', 'branch'],
  [7, 'pre-reviewed', 'committee'],
  [8, 'noticed', 'branch'],
  [9, 'introduced', 'applicant'],
  [10, 'form-filled', 'applicant'],
  [11, 'voted', 'branch'],
  [12, 'approved', 'committee'],
  [13, 'notified', 'committee'],
  [14, 'sworn-in', 'branch'],
  [15, 'member', 'committee'],
]

test('the steps are those of the table, in its order', () => {
  expect(STEPS.map(({ number, id, taker }) => [number, id, taker])).toEqual(TABLE)
})

test('five stages, one after the other, each with a step', () => {
  const stages = STEPS.map(({ stage }) => stage)
  expect(stages.filter((stage, at) => stage !== stages[at - 1])).toEqual(STAGES)
})

test('0 to 5 are taken here, the others are shown', () => {
  expect(STEPS.filter(({ live }) => live).map(({ number }) => number)).toEqual([0, 1, 2, 3, 4, 5])
})

test('a step that is taken here has an act of its name, but for training, which begins with the mentors', () => {
  const names: readonly string[] = ACTS
  for (const { id, live } of STEPS) expect([id, names.includes(id)]).toEqual([id, live && id !== 'training'])
})

/** The guards' rule ids as the rules' table has them. */
test('each guard’s rule stands at its step, and exists', () => {
  expect(Object.fromEntries(STEPS.map(({ id, rules }) => [id, rules]))).toEqual({
    submitted: ['application.age-min'],
    applied: ['application.age-min', 'application.age-max', 'age.birthday-counts'],
    talked: ['talk.within'],
    activist: ['admission.ways', 'branch.min-members', 'branch.committee-from', 'activist.approval', 'activist.within'],
    mentored: ['mentors.count'],
    training: ['training.months', 'class-hours', 'volunteer-hours', 'civics'],
    candidate: [],
    'pre-reviewed': [],
    noticed: ['notice.steps', 'notice.days', 'notice.audience'],
    introduced: ['introducers.count'],
    'form-filled': ['form.number'],
    voted: ['vote.quorum', 'vote.base', 'vote.absent'],
    approved: ['approval.within'],
    notified: [],
    'sworn-in': [],
    member: ['archive.within'],
  })
  for (const { rules } of STEPS) for (const id of rules) expect(RULE_IDS).toContain(id)
})
