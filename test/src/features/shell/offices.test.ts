import type { Role } from '#domain/access/roles'
import { officeViews } from '../../../../src/features/shell/offices'

const held = (role: Role, code: string, venue: { code: string; name: string } | null = null, hasVenues = true) => ({
  role,
  organisation: { code, name: code, placeholder: false },
  until: '2027-03-01',
  venue,
  hasVenues,
})

it('leads each office to its own work, what is to be decided first', () => {
  const views = officeViews([
    held('branch-secretary', 'B'),
    held('committee-officer', 'C'),
    held('district-officer', 'D'),
    held('venue-host', 'T', { code: 'V01', name: '青年爱里·甲（示例）' }),
  ])
  expect(views.map(({ title, link }) => [title, link.url])).toEqual([
    ['我的支部', '/packages/league/branch/index?organisation=B'],
    ['团课认定', '/packages/league/class-requests/index?organisation=B'],
    ['推荐待批', '/packages/league/nominations/index?organisation=C'],
    ['团课认定', '/packages/league/class-requests/index?organisation=C'],
    ['活动文字', '/packages/league/words/index?organisation=C'],
    ['下属支部', '/packages/league/overview/index?organisation=C'],
    ['待上报', '/packages/league/hand-overs/index?organisation=C'],
    ['全区情况', '/packages/league/overview/index?organisation=D'],
    ['读书季', '/packages/league/season/index?organisation=D'],
    ['待上报', '/packages/league/hand-overs/index?organisation=D'],
    ['活动文字', '/packages/league/words/index?organisation=D'],
    ['我的青年爱里', '/packages/host/venue/index?venue=V01'],
  ])
  expect(new Set(views.map(({ key }) => key)).size).toBe(views.length)
  expect(views[0]?.note).toBe('团支书 · B · 到 2027年3月1日')
})

it('says of a host which venue it is', () => {
  const [view] = officeViews([held('venue-host', 'T', { code: 'V01', name: '青年爱里·甲（示例）' })])
  expect(view?.organisation).toBe('青年爱里·甲（示例）')
  expect(view?.note).toBe('活动组织者 · 青年爱里·甲（示例） · 到 2027年3月1日')
})

it('leads nowhere where the venue is gone from the pack', () => {
  expect(officeViews([held('venue-host', 'T')])).toEqual([])
})

it('offers nothing about events where there are no venues', () => {
  const titles = (role: Role) => officeViews([held(role, 'C', null, false)]).map(({ title }) => title)
  expect(titles('committee-officer')).toEqual(['推荐待批', '团课认定', '下属支部'])
  expect(titles('district-officer')).toEqual(['全区情况'])
})
