import { selfCheck } from '#domain/path/self-check'
import { localDate } from '#domain/time'
import { answerView } from '../../../../src/features/self-check/answer'
import {
  answerOf,
  isBarred,
  answersOf,
  NOTHING_YET,
  questions,
  withAnswer,
  type SelfCheckDraft,
} from '../../../../src/features/self-check/model'
import { policyOf, withValues } from '../../../domain/packs'

const policy = policyOf('saihan')
const today = localDate('2026-03-02')
const asked = (draft: Partial<SelfCheckDraft>, pack = policy) =>
  questions({ ...NOTHING_YET, ...draft }, pack).map(({ name }) => name)
const PUPIL = { age: 'within', stage: 'none', occupation: 'pupil', civics: 'good', minutes: '0' }
const ACTIVIST = { ...PUPIL, stage: 'activist', months: '2', tenths: '40', minutes: '600' }
const answered = (draft: Partial<SelfCheckDraft>, pack = policy) => {
  const full = { ...NOTHING_YET, ...draft }
  const report = answerOf(full, pack, today)
  return report && answerView(report, full, pack)
}

describe('the questions', () => {
  it('come one after the other', () => {
    expect(asked({})).toEqual(['age'])
    expect(asked({ age: 'within' })).toEqual(['age', 'stage'])
    expect(asked(PUPIL)).toEqual(['age', 'stage', 'occupation', 'civics', 'minutes'])
    expect(asked(ACTIVIST)).toEqual(['age', 'stage', 'months', 'occupation', 'civics', 'tenths', 'minutes'])
  })

  it('that don’t apply aren’t asked', () => {
    expect(asked({ age: 'below' })).toEqual(['age'])
    expect(asked({ age: 'above', stage: 'none' })).toEqual(['age', 'stage'])
    expect(asked({ ...PUPIL, occupation: 'employed' })).not.toContain('civics')
    const none = withValues(policy, { civics: { requiredOf: [], scale: ['优'], good: ['优'] }, 'training.months': 0 })
    expect(asked(ACTIVIST, none)).toEqual(['age', 'stage', 'occupation', 'tenths', 'minutes'])
    expect(asked({ ...PUPIL, tenths: '0' }, policyOf('moxian'))).toContain('tenths')
  })

  it('have their numbers from the pack', () => {
    const all = (pack = policy) =>
      questions({ ...NOTHING_YET, ...ACTIVIST }, pack).map(({ options }) => options.map(({ text }) => text).join(' '))
    expect(all()).toEqual([
      '不到 14 14 到 28 超过 28',
      '还没申请 交了申请书 已是积极分子',
      '不到 1 个月 1 个多月 2 个多月 满 3 个月',
      '中学生 大学或中高职学生 在职 其他',
      '优或良 还没到 还没有成绩',
      '还没有 2 学时 4 学时 6 学时 8 学时以上',
      '还没有 5 小时 10 小时 15 小时 20 小时以上',
    ])
    expect(all(policyOf('moxian'))[5]).toBe('还没有 2.5 学时 5 学时 7.5 学时 10 学时以上')
  })

  it('that don’t apply any more forget their answers', () => {
    const changed = withAnswer({ ...NOTHING_YET, ...ACTIVIST }, { stage: 'none' }, policy)
    expect([changed.months, changed.tenths, changed.minutes]).toEqual(['', '', '600'])
    expect(withAnswer({ ...NOTHING_YET, ...PUPIL }, { occupation: 'employed' }, policy).civics).toBe('')
    const young = withAnswer(NOTHING_YET, { age: 'below', birthDate: '2013-05-06' }, policy)
    expect(young.birthDate).toBe('2013-05-06')
    expect(withAnswer(young, { age: 'within' }, policy).birthDate).toBe('')
  })
})

describe('the answer', () => {
  it('waits for the last question', () => {
    expect(answered({ ...PUPIL, minutes: '' })).toBeNull()
    expect(answered(PUPIL)).not.toBeNull()
  })

  it('is the report of the rules themselves', () => {
    const draft = { ...NOTHING_YET, ...ACTIVIST }
    expect(answerOf(draft, policy, today)).toEqual(selfCheck(answersOf(draft), policy, today))
    expect(answersOf(draft)).toMatchObject({ activistMonths: 2, classTenths: 40, minutes: 600, civics: 'good' })
  })

  it('says the earliest day, what is there and what is missing, each with its rule', () => {
    const view = answered(ACTIVIST)
    expect(view?.title).toBe('最快 4月2日 具备条件')
    expect(view?.lines.map(({ text }) => text.split('\n')[0])).toEqual([
      '○ 团课学习：还差 4 学时',
      '○ 志愿服务：还差 10 小时',
      '✓ 思政课考评：达到了',
      '○ 培养考察：还需 31 天',
      '✓ 组织推荐：推优入团',
    ])
    for (const { text } of view?.lines ?? []) expect(text).toMatch(/\n.+（(细则|团章|本区规定)）。$/)
  })

  it('says to an employee that there is no course to pass', () => {
    const view = answered({ ...PUPIL, occupation: 'employed', civics: '' })
    expect(view?.lines[2]?.text).toMatch(/^– 思政课考评：不适用/)
  })

  it('says that a soft requirement is a wish', () => {
    const view = answered({ ...PUPIL, tenths: '0' }, policyOf('moxian'))
    expect(view?.lines[1]?.text).toContain('（建议，不是硬条件）')
  })

  it('is honest where no day can be named', () => {
    expect(answered({ ...PUPIL, civics: 'not-good' })?.title).toBe('现在还说不出哪一天')
    expect(answered({ age: 'above', stage: 'none' })).toEqual({
      title: '已经过了申请入团的年龄',
      text: '28 周岁以下可以申请入团（团章）。还可以参加青年之家的活动和志愿服务，欢迎常来。',
      lines: [],
    })
    expect(answered({ age: 'below' })).toMatchObject({ title: '还没到年龄，先不着急', lines: [] })
  })

  it.each([
    [{ age: 'below' }, true],
    [{ age: 'above', stage: 'none' }, true],
    [{ age: 'above', stage: 'applied' }, false],
    [{ age: 'within', stage: 'none' }, false],
    [{}, false],
  ])('of %j sends nobody to a sign-in that would say no: %s', (part, barred) => {
    expect(isBarred({ ...NOTHING_YET, ...part })).toBe(barred)
  })

  it('goes on for who applied in time and is older now', () => {
    const view = answered({ ...PUPIL, age: 'above', stage: 'applied' })
    expect(view?.lines).toHaveLength(5)
  })

  it.each([
    // 14 on 6 May 2026; three months of training from then on.
    ['2012-05-06', '最快 8月6日 具备条件'],
    ['2012-05-07', '最快 8月7日 具备条件'],
  ])('names the day for who is born on %s', (birthDate, title) => {
    expect(answered({ age: 'below', birthDate })?.title).toBe(title)
  })
})
