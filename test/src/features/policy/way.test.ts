import { factViews, stageViews, stepCount } from '../../../../src/features/policy/way'
import { policyOf, withValues } from '../../../domain/packs'

const policy = policyOf('saihan')
const facts = (pack = policy) => factViews(pack).map(({ over, value, under }) => `${over} ${value} ${under}`)

it('tells what it takes in the district’s numbers', () => {
  expect(facts()).toEqual([
    '在校学生 优良 思政课考评',
    '培养期内 8 学时 团课',
    '每年 20 小时 志愿服务',
    '推荐 三选一 推优 · 积分 · 评议',
  ])
})

it('tells another district’s, too', () => {
  expect(facts(policyOf('moxian')).slice(1)).toEqual([
    '一共 10 学时 团课',
    '每年（建议） 10 小时 志愿服务',
    '推荐 推优 团支部推荐，团委批准',
  ])
  const none = withValues(policy, { civics: { requiredOf: [], scale: ['优'], good: ['优'] } })
  expect(facts(none)[0]).toBe('培养期内 8 学时 团课')
  const pupils = withValues(policy, { civics: { requiredOf: ['pupil'], scale: ['合格', '不合格'], good: ['合格'] } })
  expect(facts(pupils)[0]).toBe('中学生 合格 思政课考评')
})

it('shows the whole way: five stages, fifteen steps and the tap before them', () => {
  const stages = stageViews(policy)
  expect(stepCount()).toBe(15)
  expect(stages.map(({ mark, title, note }) => `${mark} ${title}，${note}`)).toEqual([
    '1 入团申请，第 1–2 步',
    '2 入团积极分子，第 3 步',
    '3 培养考察 · 至少 3 个月，第 4–5 步',
    '4 发展对象，第 6–10 步',
    '5 支部大会、审批、宣誓，第 11–15 步',
  ])
  expect(stages.flatMap(({ steps }) => steps)).toHaveLength(16)
})

it('says of each step what it asks, by which rule, who takes it and what is kept', () => {
  const talk = stageViews(policy)[0]?.steps[2]?.text.split('\n')
  expect(talk).toEqual([
    '2 谈话',
    '支部派人和申请人谈一次话，了解想法，讲清楚要求。',
    '支部在收到申请书后一个月内派人谈话（细则）',
    '谁来办：团支部',
    '留下的记录：谈话记录：哪天、谁、谈了什么',
  ])
  for (const { steps } of stageViews(policy)) {
    for (const { text } of steps) expect(text).toMatch(/谁来办：.+\n留下的记录：.+/)
  }
})

it('opens a stage within what one tap may cost', () => {
  for (const { steps } of stageViews(policy)) {
    const bytes = Buffer.byteLength(steps.map(({ text }) => text).join(''))
    // The rest of two kilobytes is for the views around them.
    expect(bytes).toBeLessThan(1500)
  }
})
