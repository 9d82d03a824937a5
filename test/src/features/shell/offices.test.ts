import { officeViews } from '../../../../src/features/shell/offices'

const held = (role: 'branch-secretary' | 'committee-officer' | 'district-officer', code: string) => ({
  role,
  organisation: { code, name: code, placeholder: false },
  until: '2027-03-01',
  venue: null,
})

it('leads each office to its own work, what is to be decided first', () => {
  const views = officeViews([
    held('branch-secretary', 'B'),
    held('committee-officer', 'C'),
    held('district-officer', 'D'),
  ])
  expect(views.map(({ title, link }) => [title, link.url])).toEqual([
    ['我的支部', '/packages/league/branch/index?organisation=B'],
    ['推荐待批', '/packages/league/nominations/index?organisation=C'],
    ['下属支部', '/packages/league/overview/index?organisation=C'],
    ['全区情况', '/packages/league/overview/index?organisation=D'],
  ])
  expect(new Set(views.map(({ key }) => key)).size).toBe(4)
  expect(views[0]?.note).toBe('团支书 · B · 到 2027年3月1日')
})
