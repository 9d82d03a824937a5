import { STEPS } from '#domain/application/steps'

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
