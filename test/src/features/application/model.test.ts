import type { MeReply } from '#contract/me'
import { pathReport } from '#domain/path/report'
import type { PathFacts } from '#domain/path/facts'
import { localDate } from '#domain/time'
import {
  afterAct,
  checkApplication,
  startOfApplication,
  whyNotApply,
  WORDS_MAX,
} from '../../../../src/features/application/model'
import { policyOf } from '../../../domain/packs'
import { act, IN_TRAINING, NOTHING, replyOf, TODAY } from '../path/replies'

const policy = policyOf('saihan')
const check = (draft: Partial<{ occupation: string; words: string }>, facts: Partial<PathFacts> = {}) =>
  checkApplication(
    { occupation: 'pupil', words: '', ...draft },
    replyOf({ ...NOTHING, ...facts }, policy),
    policy,
    TODAY,
  )

it('gives what is to be sent', () => {
  expect(check({ words: '  想和大家一起做点事 ' })).toEqual({
    kind: 'ready',
    body: { occupation: 'pupil', words: '想和大家一起做点事' },
  })
})

it('asks for what one does, and for no more words than fit', () => {
  const wrong = check({ occupation: '', words: '字'.repeat(WORDS_MAX + 1) })
  expect(wrong.kind === 'errors' && Object.keys(wrong.errors)).toEqual(['occupation', 'words'])
  // An emoji is one character, whatever it is in the phone's memory.
  expect(check({ words: '🌱'.repeat(WORDS_MAX) }).kind).toBe('ready')
})

it.each([
  ['2012-11-24', null],
  ['2012-11-25', '满 14 周岁才能申请入团，最早是 2026年11月25日。'],
  ['1997-11-25', null],
  ['1997-11-24', '申请入团要在 28 周岁以下，现在已经超过了。'],
])('born on %s', (birthDate, words) => {
  expect(whyNotApply(replyOf({ ...NOTHING, birthDate: localDate(birthDate) }, policy), policy, TODAY)).toBe(words)
})

it.each([
  ['without a branch', { affiliation: null }, '选择所在的团支部'],
  ['a second time', { acts: [act('submitted', '2026-11-01')] }, '已提交，等书面申请书'],
  ['in training', { acts: IN_TRAINING }, '培养考察中'],
])('is asked of the rules on the phone: %s', (_, facts, part) => {
  const refused = check({}, facts)
  expect(refused.kind === 'refused' && refused.words).toContain(part)
})

it('may be done while the branch hasn’t answered, and again after a withdrawal', () => {
  expect(check({}, { affiliation: { state: 'claimed', since: TODAY } }).kind).toBe('ready')
  expect(check({}, { acts: [act('submitted', '2026-11-01'), act('withdrawn', '2026-11-02')] }).kind).toBe('ready')
})

it('starts from the draft, else from the profile', () => {
  const me = { profile: { occupation: 'student' } as MeReply['profile'] }
  expect(startOfApplication(null, me)).toEqual({ occupation: 'student', words: '' })
  expect(startOfApplication({ occupation: 'other', words: '想' }, me)).toEqual({ occupation: 'other', words: '想' })
  expect(startOfApplication(null, { profile: null })).toEqual({ occupation: '', words: '' })
})

it('shows at once what the server will say', () => {
  const before = replyOf(NOTHING, policy)
  const after = afterAct(before, { id: 'new', act: 'submitted', words: '想入团' }, policy, TODAY)
  expect(after.report).toEqual(
    pathReport({ ...NOTHING, acts: [act('submitted', TODAY, { id: 'new' })] }, policy, TODAY),
  )
  expect(after.texts).toEqual({ new: { words: '想入团' } })
  const withdrawn = afterAct(after, { id: 'end', act: 'withdrawn', words: '' }, policy, TODAY)
  expect(withdrawn.report.application).toMatchObject({ state: 'none', withdrawnOn: TODAY })
})
