import { REQUIREMENTS } from '#domain/path/requirement'
import { confirmedWords } from '../../../../src/features/policy/model'
import { requirementRules } from '../../../../src/features/policy/requirement-rules'
import { policyOf } from '../../../domain/packs'

it('explains a rule of the district, and says of each part where it stands', () => {
  const view = requirementRules(policyOf('saihan'), 'class-hours')
  expect(view.title).toBe('为什么是 8 学时')
  expect(view.rules.map((rule) => [rule.id, rule.source])).toEqual([
    ['class-hours', '细则'],
    ['class-hours.window', '本区规定'],
    ['class-hours.mode', '本区规定'],
    ['class-hours.minutes', '本区规定'],
  ])
  expect(view.rules[0]?.sourceTitle).toContain('发展团员工作细则')
})

it('has a line with a title for every rule behind every requirement', () => {
  for (const requirement of REQUIREMENTS) {
    const { rules, edition } = requirementRules(policyOf('saihan'), requirement)
    expect(rules[0]?.id).toBe(requirement)
    for (const { id, title, note } of rules) expect([id, title === id, note === '']).toEqual([id, false, false])
    expect(edition).toContain('2026.1')
  }
})

it('says so while the district hasn’t confirmed the pack, and is silent afterwards', () => {
  const policy = policyOf('saihan')
  const unconfirmed = (confirmedOn: string | null) => requirementRules({ ...policy, confirmedOn }, 'civics').unconfirmed
  expect(unconfirmed(null)).toContain('还没有经本区确认')
  expect(unconfirmed('2026-12-01')).toBeNull()
  expect(confirmedWords({ confirmedOn: '2026-12-01' })).toBe('本区 2026年12月1日确认')
})

it('takes the numbers from the pack of another district', () => {
  const moxian = policyOf('moxian')
  expect(requirementRules(moxian, 'class-hours').title).toBe('为什么是 10 学时')
  expect(requirementRules(moxian, 'volunteer-hours').title).toBe('为什么是 10 小时')
})
