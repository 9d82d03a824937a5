import { classHoursPolicy } from '../../../../src/features/policy/model'
import { policyOf } from '../../../domain/packs'

it('explains the district’s rule, and says of each part where it stands', () => {
  const view = classHoursPolicy(policyOf('saihan'))
  expect(view.need).toBe('8')
  expect(view.inTime).toBe('按每学时 45 分钟算，一共至少 6 小时。')
  expect(view.rules.map((rule) => [rule.id, rule.source])).toEqual([
    ['class-hours', '细则'],
    ['class-hours.window', '本区规定'],
    ['class-hours.mode', '本区规定'],
    ['class-hours.minutes', '本区规定'],
  ])
  expect(view.rules[0]?.sourceTitle).toContain('发展团员工作细则')
})

it('says so while the district hasn’t confirmed the pack, and is silent afterwards', () => {
  const policy = policyOf('saihan')
  expect(classHoursPolicy({ ...policy, confirmedOn: null }).unconfirmed).toContain('还没有经本区确认')
  expect(classHoursPolicy({ ...policy, confirmedOn: '2026-12-01' }).unconfirmed).toBeNull()
})

it('takes the number from the pack of another district', () => {
  expect(classHoursPolicy(policyOf('moxian')).need).toBe('10')
})
